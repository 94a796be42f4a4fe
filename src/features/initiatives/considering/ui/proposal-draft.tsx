"use client";

import { useTranslations } from "next-intl";
import { Answered } from "@/ui/dialogue/answered";
import { Button } from "@/ui/form/button";
import type { InitiativeRecord } from "../record/schema";
import { problemOf } from "../rules";
import { decideInput, type DecideInput } from "../schema";
import type { ConsideringCalls } from "./calls";
import { ProblemNotice } from "./problem-notice";
import type { OpenStep } from "./record-acts";
import { useStep, type Problem } from "./use-step";
import { useDates } from "./use-words";

interface Props {
  readonly record: InitiativeRecord;
  readonly now: Date;
  readonly level: 2 | 3;
  readonly calls: Pick<ConsideringCalls, "decide">;
  /** the form is open under it: then it is there to compare with */
  readonly isOpen: boolean;
  readonly onOpen: (step: OpenStep) => void;
  readonly onDone: () => void;
  readonly onConflict: (problem: Problem) => void;
}

/** The proposal as the author will read it; the lead confirms it as it stands, changes it or sends it back. */
export function ProposalDraft({ record, now, level, calls, isOpen, onOpen, onDone, onConflict }: Props) {
  const t = useTranslations("considering");
  const dates = useDates(now, record.timeZone);
  const { problem, attempt, run } = useStep<Omit<DecideInput, "key">>(decideInput, calls.decide, onDone, onConflict);
  const { proposal } = record;
  if (!proposal) return null;
  const { decision, competence, text } = proposal;
  const isLead = record.actions.includes("decide");
  const confirm = async () => await run({ initiativeId: record.id, version: record.version, decision, competence, text });
  return (
    <>
      <Answered draft level={level} who={`${t("record.proposalBy", { name: proposal.preparedBy, date: dates.moment(proposal.preparedAt) })} · ${t("queue.awaitsLead")}`} title={verdictTitle(t(`decision.${decision}`), decision === "beyondCompetence" && competence ? t(`competence.${competence}`) : null)}>
        {text.split("\n").filter(Boolean).map((line, at) => <p key={at}>{line}</p>)}
        {text === "" ? <p className="muted">{t("batch.answerEmpty")}</p> : null}
        {proposal.isStale ? <p className="mt-2 text-soon">{t("record.stale")}</p> : null}
      </Answered>
      <ProblemNotice problem={problem} attempt={attempt} level={level} fields={{}} />
      {isOpen ? null : (
        <div className="acts mt-4">
          {isLead && problemOf(proposal) === null ? <Button onPress={confirm}>{t("form.confirm")}</Button> : null}
          {isLead || record.actions.includes("prepare") ? <Button variant="quiet" onPress={() => onOpen("verdict")}>{t("form.edit")}</Button> : null}
          {record.actions.includes("return") ? <Button variant="plain" onPress={() => onOpen("return")}>{t("form.return")}</Button> : null}
        </div>
      )}
    </>
  );
}

function verdictTitle(decision: string, competence: string | null): string {
  return competence === null ? decision : `${decision}: ${competence}`;
}
