"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, type FormEvent } from "react";
import { newId } from "@/shared/ids/id";
import { TextareaField } from "@/ui/form/textarea-field";
import { buttonClass } from "@/ui/page/button-class";
import { keptName, useKept } from "../../considering/ui/use-kept";
import { refusalOf } from "../../drafts/ui/draft-api";
import { remarkLimits, type AnswerQuestionInput, type OwnQuestions as Questions } from "../schema";

export interface OwnQuestionsApi {
  readonly open: (open: boolean) => Promise<Questions>;
  readonly answer: (input: AnswerQuestionInput) => Promise<unknown>;
}

interface Props {
  readonly questions: Questions;
  readonly api: OwnQuestionsApi;
}

/** The author takes readers' questions or not, and answers those that a moderator has passed on. */
export function OwnQuestions({ questions, api }: Props) {
  const t = useTranslations("initiatives.remarks");
  const errors = useTranslations("errors");
  const [now, setNow] = useState(questions);
  const [refused, setRefused] = useState<string | null>(null);
  /** Out: is it done? */
  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    setRefused(null);
    try {
      await work();
      return true;
    } catch (error) {
      const refusal = refusalOf(error);
      setRefused(errors((refusal?.code ?? "request.unavailable") as "request.failed", refusal?.params));
      return false;
    }
  };
  return (
    <div className="stack" id="questions">
      <p>{t(now.open ? "ownOpen" : "ownClosed")}</p>
      <button type="button" className={buttonClass({ variant: "quiet" })} aria-pressed={now.open} onClick={() => void attempt(async () => setNow(await api.open(!now.open)))}>{t(now.open ? "close" : "open")}</button>
      {refused ? <p className="error" role="alert">{refused}</p> : null}
      {now.waiting.map(({ id, text }) => (
        <Answering key={id} id={id} text={text} send={(input) => attempt(async () => {
          await api.answer(input);
          setNow((before) => ({ ...before, waiting: before.waiting.filter((one) => one.id !== id) }));
        })} />
      ))}
    </div>
  );
}

function Answering({ id, text, send }: { readonly id: string; readonly text: string; readonly send: (input: AnswerQuestionInput) => Promise<boolean> }) {
  const t = useTranslations("initiatives.remarks");
  const { typed, keep, forget } = useKept<string>(keptName(id, "answer"));
  const key = useRef("");
  const [isBusy, setBusy] = useState(false);
  const run = async (answer: string | null) => {
    if (isBusy) return;
    setBusy(true);
    const isDone = await send({ remarkId: id, answer, key: (key.current = newId()) });
    if (isDone) forget();
    setBusy(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if ((typed ?? "").trim().length >= remarkLimits.answerMin) void run(typed);
  };
  return (
    <form className="said" noValidate onSubmit={submit}>
      <p className="who">{t("reader")}</p>
      <p>{text}</p>
      <TextareaField name={`answer-${id}`} label={t("answerLabel")} hint={t("answerNote")} rows={3} maxLength={remarkLimits.answer} value={typed ?? ""} onChange={({ target }) => keep(target.value)} />
      <div className="acts mt-3">
        <button type="submit" className={buttonClass({})} aria-disabled={isBusy}>{t("answerSend")}</button>
        <button type="button" className={buttonClass({ variant: "plain" })} aria-disabled={isBusy} onClick={() => void run(null)}>{t("decline")}</button>
      </div>
    </form>
  );
}
