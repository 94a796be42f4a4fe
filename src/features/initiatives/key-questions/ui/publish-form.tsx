"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState, type FormEvent } from "react";
import { newId } from "@/shared/ids/id";
import { InputField } from "@/ui/form/input-field";
import { SelectField } from "@/ui/form/select-field";
import { TextareaField } from "@/ui/form/textarea-field";
import { buttonClass } from "@/ui/page/button-class";
import { keptName, useKept } from "../../considering/ui/use-kept";
import { refusalOf, type Refusal } from "../../drafts/ui/draft-api";
import { questionLimits, type KeyQuestion, type PublishInput, type Seat } from "../schema";

export interface KeyQuestionApi {
  readonly publish: (input: PublishInput) => Promise<unknown>;
  readonly close: (input: { id: string }) => Promise<unknown>;
}

interface Props {
  readonly seats: readonly Seat[];
  readonly api: KeyQuestionApi;
}

const seatKey = ({ municipalityId, bodyId }: Seat) => `${municipalityId} ${bodyId ?? ""}`;

/** One question, published at once; what was typed outlives a refusal and a reload. */
export function PublishForm({ seats, api }: Props) {
  const t = useTranslations("initiatives.keyQuestions");
  const errors = useTranslations("errors");
  const router = useRouter();
  const { typed, keep, forget } = useKept<{ text: string; explanation: string }>(keptName("key-question", "publish"));
  const { text, explanation } = typed ?? { text: "", explanation: "" };
  const [chosen, setChosen] = useState(seats[0] ? seatKey(seats[0]) : "");
  const key = useRef("");
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const seat = seats.find((one) => seatKey(one) === chosen);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy || !seat) return;
    setBusy(true);
    setRefusal(null);
    key.current ||= newId();
    try {
      await api.publish({ municipalityId: seat.municipalityId, bodyId: seat.bodyId, text, explanation, key: key.current });
      key.current = "";
      forget();
      router.refresh();
    } catch (error) {
      const refused = refusalOf(error);
      if (refused) key.current = "";
      setRefusal(refused ?? { code: "request.unavailable" });
    } finally {
      setBusy(false);
    }
  };
  const wrong = (name: "text" | "explanation", limits: { min: number; max: number }) => {
    const found = refusal?.fields?.[name];
    return found ? errors(found as "field.tooShort", limits) : undefined;
  };
  return (
    <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
      {seats.length > 1 ? <SelectField name="seat" label={t("from")} value={chosen} onChange={({ target }) => setChosen(target.value)} options={seats.map((one) => ({ value: seatKey(one), label: one.bodyId === null ? t("head", { municipality: one.name }) : one.name }))} /> : null}
      <InputField name="text" label={t("text")} hint={t("textHint")} error={wrong("text", { min: questionLimits.textMin, max: questionLimits.text })} value={text} onChange={({ target }) => keep({ text: target.value, explanation })} />
      <TextareaField name="explanation" label={t("explanation")} mark={t("optional")} error={wrong("explanation", { min: 0, max: questionLimits.explanation })} rows={4} value={explanation} onChange={({ target }) => keep({ text, explanation: target.value })} />
      {refusal && !refusal.fields ? <p className="error" role="alert">{errors(refusal.code as "request.failed", refusal.params)}</p> : null}
      <div className="acts"><button type="submit" className={buttonClass({})} aria-disabled={isBusy}>{t("publish")}</button></div>
    </form>
  );
}

/** Asks no more. */
export function CloseButton({ question, api }: { readonly question: KeyQuestion; readonly api: KeyQuestionApi }) {
  const t = useTranslations("initiatives.keyQuestions");
  const router = useRouter();
  const [hasFailed, setFailed] = useState(false);
  return (
    <>
      <button type="button" className={buttonClass({ variant: "quiet" })} onClick={() => void api.close({ id: question.id }).then(() => router.refresh(), () => setFailed(true))}>{t("close")}</button>
      {hasFailed ? <p className="error" role="alert">{t("failed")}</p> : null}
    </>
  );
}
