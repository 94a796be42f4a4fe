"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { RadioGroup } from "@/ui/form/radio-group";
import { answerNominationInput, consideringLimits, type AnswerNominationInput } from "../schema";
import type { ConsideringCalls } from "./calls";
import { TextStep } from "./text-step";
import type { Problem } from "./use-step";
import { capital } from "./use-words";

interface Props {
  readonly initiativeId: string;
  readonly version: number;
  readonly level: 2 | 3;
  readonly send: ConsideringCalls["answerNomination"];
  readonly onDone: () => void;
  readonly onConflict: (problem: Problem) => void;
  readonly onCancel: () => void;
}

const same = "same";
const outcomes = ["includedInProgramme", "alreadyUnderWay", "notSupported"] as const satisfies readonly AnswerNominationInput["status"][];

/** The council's or the country's answer, and what becomes of the initiative with it. */
export function AnswerNominationForm({ initiativeId, version, send, ...rest }: Props) {
  const t = useTranslations("considering.form");
  const status = useTranslations("initiatives.status");
  const [outcome, setOutcome] = useState<string>(same);
  const chosen = outcomes.find((one) => one === outcome) ?? null;
  return (
    <TextStep
      {...rest} initiativeId={initiativeId} step="answerNomination" name="answer" schema={answerNominationInput} limit={consideringLimits.answer}
      more={{ initiativeId, version, status: chosen }} send={({ key, answer }) => send({ initiativeId, version, status: chosen, key, answer })}
      words={{ title: t("answerLabel"), label: t("answerNomination"), hint: t("answerNominationHint"), send: t("answerSend") }}
    >
      <div className="mt-4">
        <RadioGroup
          label={t("newStatus")} value={outcome} onChange={setOutcome}
          options={[{ value: same, label: t("statusSame"), note: t("statusSameNote") }, ...outcomes.map((value) => ({ value, label: capital(status(value)) }))]}
        />
      </div>
    </TextStep>
  );
}
