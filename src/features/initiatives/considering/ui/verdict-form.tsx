"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/ui/form/button";
import { RadioGroup } from "@/ui/form/radio-group";
import { TextArea } from "@/ui/form/text-area";
import { decisions, type Decision } from "../../lifecycle";
import { competencesFor, needsReason, problemOf, reasonMin, type Competence } from "../rules";
import { consideringLimits, decideInput, type DecideInput } from "../schema";
import { ProblemNotice } from "./problem-notice";
import type { Kept } from "./use-kept";
import { useStep, type Problem } from "./use-step";
import { useErrorWords } from "./use-words";

export interface TypedVerdict {
  readonly decision: Decision | null;
  readonly competence: Competence | null;
  readonly text: string;
}

interface Props {
  readonly initiativeId: string;
  readonly version: number;
  readonly level: 2 | 3;
  /** what stands there before anything is typed: the proposal, or what was sent back */
  readonly initial: TypedVerdict;
  readonly kept: Kept<TypedVerdict>;
  readonly sendLabel: string;
  readonly send: (input: DecideInput) => Promise<unknown>;
  readonly autoFocus: boolean;
  /** shown once something else than the proposal has been typed */
  readonly resetLabel?: string;
  readonly onDone: () => void;
  readonly onConflict: (problem: Problem) => void;
  readonly onCancel?: () => void;
}

const ids = { decision: "verdict-decision", competence: "verdict-competence", text: "verdict-text" };

/** A decision and its answer: prepared by a secretary, or taken by the lead. */
export function VerdictForm({ initiativeId, version, level, initial, kept: { typed, keep, forget }, sendLabel, send, autoFocus, resetLabel, onDone, onConflict, onCancel }: Props) {
  const t = useTranslations("considering");
  const errors = useErrorWords();
  const verdict = typed ?? initial;
  const { decision, text } = verdict;
  const isBeyond = decision === "beyondCompetence";
  // whose it is else: the municipality's own, unless the proposal says more
  const competence = isBeyond ? competencesFor("beyondCompetence").find((one) => one === verdict.competence) ?? null : decision === initial.decision ? initial.competence : "municipal";
  const { problem, attempt, run, refuse } = useStep<Omit<DecideInput, "key">>(decideInput, send, () => { forget(); onDone(); }, onConflict);
  const issueOf = (path: string) => errors.field(problem?.fields.find((issue) => issue.path === path));
  const submit = async () => {
    if (decision === null) return refuse(invalid("decision", "field.choice"));
    const wrong = problemOf({ decision, competence, text });
    if (wrong) return refuse(invalid(wrong.field, wrong.message));
    await run({ initiativeId, version, decision, competence, text });
  };
  return (
    <section aria-label={t("form.decision")}>
      <ProblemNotice problem={problem} attempt={attempt} level={level} fields={{ decision: { id: ids.decision, label: t("form.decision") }, competence: { id: ids.competence, label: t("form.competence") }, text: { id: ids.text, label: t("form.answer") } }} />
      <RadioGroup
        id={ids.decision} label={t("form.decision")} error={issueOf("decision")} value={decision}
        options={decisions.map((value) => ({ value, label: t(`decision.${value}`), note: decision === value ? t(`decisionNote.${value}`) : undefined }))}
        onChange={(value) => keep({ ...verdict, decision: value as Decision })}
      />
      {isBeyond ? (
        <div className="mt-4">
          <RadioGroup
            id={ids.competence} label={t("form.competence")} error={issueOf("competence")} value={competence}
            options={competencesFor("beyondCompetence").map((value) => ({ value, label: t(`competence.${value}`) }))}
            onChange={(value) => keep({ ...verdict, competence: value as Competence })}
          />
        </div>
      ) : null}
      <div className="mt-4">
        <TextArea
          id={ids.text} autoFocus={autoFocus} label={t("form.answer")} hint={decision && needsReason(decision) ? t("form.reasonHint") : t("form.answerHint")} rows={6}
          value={text} onChange={(next) => keep({ ...verdict, text: next })} error={issueOf("text")}
          limit={consideringLimits.answer} counter={(left) => (left < 0 ? t("form.over", { count: -left }) : left <= 400 ? t("form.left", { count: left }) : null)}
        />
      </div>
      <div className="acts mt-4">
        <Button onPress={submit}>{sendLabel}</Button>
        {resetLabel && typed !== null ? <Button variant="quiet" onPress={forget}>{resetLabel}</Button> : null}
        {onCancel ? <Button variant="plain" onPress={onCancel}>{t("form.cancel")}</Button> : null}
      </div>
    </section>
  );
}

function invalid(path: string, key: "field.choice" | "field.required" | "field.tooShort"): Problem {
  return { code: "request.invalid", params: {}, fields: [{ path, key, params: { min: reasonMin } }] };
}
