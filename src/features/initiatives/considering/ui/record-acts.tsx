"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { Notice } from "@/ui/page/notice";
import type { InitiativeRecord } from "../record/schema";
import type { Step } from "../rules";
import { acceptInput, clarifyInput, consideringLimits, nominateInput, noteInput, returnInput } from "../schema";
import { AnswerNominationForm } from "./answer-nomination-form";
import type { ConsideringCalls } from "./calls";
import { MoreActs } from "./more-acts";
import { ProposalDraft } from "./proposal-draft";
import { TextStep } from "./text-step";
import { UnsentText } from "./unsent-text";
import { keptName, useKept } from "./use-kept";
import { useStep, type Problem } from "./use-step";
import { useErrorWords } from "./use-words";
import { VerdictForm, type TypedVerdict } from "./verdict-form";

/** What is open under the words: the decision, or one of the steps that need a text. */
export type OpenStep = "verdict" | Step | null;

interface Props {
  readonly record: InitiativeRecord;
  readonly now: Date;
  /** of headings under the record's title */
  readonly level: 2 | 3;
  readonly calls: ConsideringCalls;
  readonly open: OpenStep;
  readonly onOpen: (step: OpenStep) => void;
  /** the record has a new version, by the asker or by somebody else */
  readonly onChanged: () => void;
}

/** What the asker may do with the record now. */
export function RecordActs({ record, now, level, calls, open, onOpen, onChanged }: Props) {
  const t = useTranslations("considering");
  const errors = useErrorWords();
  const [conflict, setConflict] = useState<Problem | null>(null);
  const can = (step: Step) => record.actions.includes(step);
  const isLead = can("decide");
  const mayWrite = isLead || can("prepare");
  const kept = useKept<TypedVerdict>(keptName(record.id, "verdict"));
  const isWriting = mayWrite && (open === "verdict" || (open === null && (record.proposal === null || kept.typed !== null)));
  const on = { initiativeId: record.id, version: record.version };

  useEffect(() => setConflict(null), [record.id]);
  const done = (step: Step) => () => {
    setConflict(null);
    onOpen(null);
    toast({ title: t(`done.${step}`) });
    onChanged();
  };
  const conflicted = (problem: Problem) => {
    setConflict(problem);
    onChanged();
  };
  const accepting = useStep<typeof on>(acceptInput, calls.accept, done("accept"), conflicted);
  const common = { initiativeId: record.id, level, onConflict: conflicted, onCancel: () => onOpen(null) };
  const isHandedOn = record.nominations.some((one) => one.isCurrent);
  const initial: TypedVerdict = record.proposal ?? { decision: record.returned?.decision ?? null, competence: record.returned?.competence ?? null, text: record.returned?.text ?? "" };
  const nominateTitle = isHandedOn ? t("form.nominateUp") : record.region ? t("form.nominateTo", { region: record.region }) : t("form.nominate");

  return (
    <div className="mt-5">
      {conflict ? (
        <div className="mb-4">
          <Notice tone="soon" level={level} live title={t("problem.conflict")}>
            <p>{errors.problem(conflict)}</p>
            <p>{t("problem.refreshed")}</p>
          </Notice>
        </div>
      ) : null}
      {record.returned && can("prepare") ? (
        <div className="mb-4">
          <Notice tone="soon" level={level} title={t("record.returned")}><p>{record.returned.remark}</p></Notice>
        </div>
      ) : null}
      {record.proposal ? <ProposalDraft record={record} now={now} level={level} calls={calls} isOpen={isWriting} onOpen={onOpen} onDone={done("decide")} onConflict={conflicted} /> : null}
      {isWriting ? (
        <div className="mt-4">
          <VerdictForm
            {...on} level={level} initial={initial} kept={kept} autoFocus={open === "verdict"} onDone={done(isLead ? "decide" : "prepare")} onConflict={conflicted}
            sendLabel={isLead ? t("form.decide") : record.proposal ? t("form.prepareAgain") : t("form.prepare")}
            send={isLead ? calls.decide : calls.prepare}
            resetLabel={record.proposal ? t("form.reset") : undefined}
            onCancel={open === "verdict" && record.proposal ? () => onOpen(null) : undefined}
          />
        </div>
      ) : null}
      {mayWrite ? null : <UnsentText {...kept} level={level} />}

      {can("accept") ? (
        <div>
          <p className="small muted mb-2">{t("form.acceptHint")}</p>
          {accepting.problem && !conflict ? <p className="error mb-2" role="alert">{errors.problem(accepting.problem)}</p> : null}
        </div>
      ) : null}
      <div className="acts mt-4">
        {can("accept") ? <Button onPress={async () => await accepting.run(on)}>{t("form.accept")}</Button> : null}
        {can("answerNomination") && open !== "answerNomination" ? <Button onPress={() => onOpen("answerNomination")}>{t("form.answerNomination")}</Button> : null}
        {can("nominate") && open !== "nominate" ? <Button variant={can("answerNomination") ? "quiet" : "primary"} onPress={() => onOpen("nominate")}>{isHandedOn ? t("form.nominateUp") : t("form.nominate")}</Button> : null}
        {can("clarify") && open !== "clarify" ? <Button variant="quiet" onPress={() => onOpen("clarify")}>{t("form.clarify")}</Button> : null}
        {can("note") && open !== "note" ? <Button variant="plain" onPress={() => onOpen("note")}>{t("form.note")}</Button> : null}
      </div>

      <MoreActs record={record} level={level} calls={calls} open={open} onOpen={onOpen} done={done} onConflict={conflicted} />

      {open === "clarify" && can("clarify") ? (
        <TextStep {...common} key="clarify" step="clarify" name="question" more={on} schema={clarifyInput} send={(input) => calls.clarify({ ...on, ...input })} limit={consideringLimits.question} onDone={done("clarify")}
          words={{ title: t("form.clarifyLabel"), label: t("form.clarify"), hint: t("form.clarifyHint"), send: t("form.clarifySend") }} />
      ) : null}
      {open === "note" && can("note") ? (
        <TextStep {...common} key="note" step="note" name="text" more={{ initiativeId: record.id }} schema={noteInput} send={({ key, text }) => calls.note({ initiativeId: record.id, key, text })} limit={consideringLimits.note} onDone={done("note")}
          words={{ title: t("form.noteLabel"), label: t("form.note"), hint: t("form.noteHint"), send: t("form.noteSend") }} />
      ) : null}
      {open === "return" && can("return") ? (
        <TextStep {...common} key="return" step="return" name="remark" more={on} schema={returnInput} send={(input) => calls.returnProposal({ ...on, ...input })} limit={consideringLimits.remark} onDone={done("return")}
          words={{ title: t("form.returnLabel"), label: t("form.return"), hint: t("form.returnHint"), send: t("form.returnSend") }} />
      ) : null}
      {open === "nominate" && can("nominate") ? (
        <TextStep {...common} key="nominate" step="nominate" name="reason" more={on} schema={nominateInput} send={(input) => calls.nominate({ ...on, ...input })} limit={consideringLimits.reason} onDone={done("nominate")}
          words={{ title: t("form.nominateLabel"), label: nominateTitle, hint: isHandedOn ? t("form.nominateUpHint") : t("form.nominateHint"), send: nominateTitle }} />
      ) : null}
      {open === "answerNomination" && can("answerNomination") ? <AnswerNominationForm {...common} version={record.version} send={calls.answerNomination} onDone={done("answerNomination")} /> : null}
    </div>
  );
}
