"use client";

import type { ComponentProps } from "react";
import { api } from "@/app/shell/api-client";
import { CoAuthorPanel, type CoAuthorApi } from "@/features/initiatives/co-authors/ui/co-author-panel";
import { LeaveButton } from "@/features/initiatives/co-authors/ui/leave-button";
import { OwnQuestions } from "@/features/initiatives/remarks/ui/own-questions";
import { AnswerForm, ObjectForm, PlaceForm, ResubmitForm, WithdrawForm, type OwnApi } from "@/features/initiatives/record/ui/own-actions";

function ownApi(marathonId: string): OwnApi {
  return {
    answer: (input) => api.initiative.answerClarification.mutate(input),
    object: (input) => api.initiative.object.mutate(input),
    resubmit: (input) => api.initiative.resubmit.mutate(input),
    withdraw: (input) => api.initiative.withdraw.mutate(input),
    correctPlace: (input) => api.initiative.correctPlace.mutate(input),
    directions: ({ municipalityId }) => api.marathon.directions.query({ marathonId, municipalityId }),
  };
}

/** The author's forms with the calls that this site makes. */
export function Answer(props: Omit<ComponentProps<typeof AnswerForm>, "api">) {
  return <AnswerForm {...props} api={ownApi("")} />;
}

export function ObjectTo(props: Omit<ComponentProps<typeof ObjectForm>, "api">) {
  return <ObjectForm {...props} api={ownApi("")} />;
}

export function Resubmit(props: Omit<ComponentProps<typeof ResubmitForm>, "api">) {
  return <ResubmitForm {...props} api={ownApi("")} />;
}

export function Withdraw(props: Omit<ComponentProps<typeof WithdrawForm>, "api">) {
  return <WithdrawForm {...props} api={ownApi("")} />;
}

export function CorrectPlace({ marathonId, ...props }: Omit<ComponentProps<typeof PlaceForm>, "api"> & { readonly marathonId: string }) {
  return <PlaceForm {...props} api={ownApi(marathonId)} />;
}

export function ReadersQuestions({ number, questions }: { readonly number: number; readonly questions: ComponentProps<typeof OwnQuestions>["questions"] }) {
  return <OwnQuestions questions={questions} api={{ open: (open) => api.remark.openQuestions.mutate({ number, open }), answer: (input) => api.remark.answer.mutate(input) }} />;
}

const coAuthorApi: CoAuthorApi = {
  list: async (number) => await api.coAuthors.list.query({ number }),
  invite: async (input) => await api.coAuthors.invite.mutate(input),
  recall: async (id) => await api.coAuthors.recall.mutate({ id }),
};

export function OwnCoAuthors(props: Omit<ComponentProps<typeof CoAuthorPanel>, "api">) {
  return <CoAuthorPanel {...props} api={coAuthorApi} />;
}

export function LeaveAuthors({ number }: { readonly number: number }) {
  return <LeaveButton onLeave={async () => await api.coAuthors.leave.mutate({ number })} />;
}
