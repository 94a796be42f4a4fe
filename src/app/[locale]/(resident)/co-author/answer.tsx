"use client";

import { api } from "@/app/shell/api-client";
import { AnswerInvitation, type InvitationApi } from "@/features/initiatives/co-authors/ui/answer-invitation";

const invitationApi: InvitationApi = {
  read: async (code) => await api.coAuthors.read.mutate({ code }),
  answer: async (code, agrees) => await api.coAuthors.answer.mutate({ code, agrees }),
};

export function Answer({ code }: { readonly code: string }) {
  return <AnswerInvitation code={code} api={invitationApi} />;
}
