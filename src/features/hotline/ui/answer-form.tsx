"use client";

import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { TextArea } from "@/ui/form/text-area";
import { Notice } from "@/ui/page/notice";
import { hotlineLimits } from "../schema";
import { refusalOf, useRefusalWords, type Refusal } from "./refusal";
import { useKept } from "./use-kept";

export const answerId = "answer";

interface Props {
  readonly ticketId: string;
  readonly now: Date;
  readonly canClarify: boolean;
  /** another button goes first */
  readonly quiet: boolean;
  readonly onAnswer: (text: string) => Promise<unknown>;
  readonly onClarify: (text: string) => Promise<unknown>;
  /** what else can be done, beside the buttons */
  readonly children: ReactNode;
}

/** One text, two ways to send it: as the answer, or as a question back for which the term waits. */
export function AnswerForm({ ticketId, now, canClarify, quiet, onAnswer, onClarify, children }: Props) {
  const t = useTranslations("hotline.act");
  const words = useRefusalWords({ text: { min: hotlineLimits.answerMin, max: hotlineLimits.answer } });
  const kept = useKept(`hotline.answer.${ticketId}`, { text: "" }, now);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { text } = kept.value;
  const send = async (work: (text: string) => Promise<unknown>, done: string) => {
    try {
      await work(text);
      kept.forget();
      setRefusal(null);
      toast({ title: done });
    } catch (error) {
      const said = refusalOf(error);
      setRefusal(said);
      if (said.fields.text) document.getElementById(answerId)?.focus();
    }
  };
  return (
    <section className="answered answered-draft max-sm:ml-0">
      {refusal && !refusal.fields.text ? <div className="mb-4"><Notice tone="late" live level={3}>{words.say(refusal)}</Notice></div> : null}
      <TextArea id={answerId} label={t("reply")} hint={t("replyHint")} rows={4} value={text} onChange={(next) => kept.change({ text: next })} error={refusal?.fields.text ? words.field("text", refusal.fields.text) : undefined} />
      <div className="acts mt-4">
        <Button variant={quiet ? "quiet" : "primary"} onPress={async () => await send(onAnswer, t("answered"))}>{t("answer")}</Button>
        {canClarify ? <Button variant="quiet" onPress={async () => await send(onClarify, t("clarified"))}>{t("clarify")}</Button> : null}
        {children}
      </div>
      <p className="small muted mt-2" aria-live="polite">{text.trim() ? t("keptDraft") : null}</p>
    </section>
  );
}
