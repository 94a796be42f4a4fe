"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "@/ui/dialog/dialog";
import { Button } from "@/ui/form/button";
import { Select } from "@/ui/form/select";
import { TextArea } from "@/ui/form/text-area";
import { Notice } from "@/ui/page/notice";
import { refusalOf, useRefusalWords, type Refusal } from "./refusal";
import { useKept } from "./use-kept";

export interface StepWords {
  readonly title: string;
  readonly label: string;
  readonly hint?: string;
  readonly send: string;
}

interface Props extends StepWords {
  /** where it is kept while it is typed */
  readonly place: string;
  readonly now: Date;
  readonly limits: { readonly min: number; readonly max: number };
  /** a choice that goes before the text */
  readonly choice?: { readonly label: string; readonly empty: string; readonly options: readonly { readonly id: string; readonly name: string }[] };
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Throws what the server refused. */
  readonly run: (text: string, chosen: string) => Promise<unknown>;
}

/** One step that wants words: a note, a hand-up, a reason. What is typed survives a closed window. */
export function StepDialog({ title, label, hint, send, place, now, limits, choice, isOpen, onClose, run }: Props) {
  const t = useTranslations("hotline.act");
  const words = useRefusalWords({ text: limits, reason: limits });
  const kept = useKept(place, { text: "", chosen: "" }, now);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { text, chosen } = kept.value;
  const lacksChoice = choice !== undefined && chosen === "";
  const wrong = refusal?.fields.text ?? refusal?.fields.reason;
  const submit = async () => {
    if (lacksChoice) return setRefusal({ code: "request.invalid", params: {}, fields: { chosen: "field.choice" } });
    try {
      await run(text, chosen);
      kept.forget();
      setRefusal(null);
      onClose();
    } catch (error) {
      setRefusal(refusalOf(error));
    }
  };
  return (
    <Dialog title={title} isOpen={isOpen} onOpenChange={(open) => { if (!open) onClose(); }} keepOpenOutside labels={{ close: t("dialogClose") }}>
      {refusal && Object.keys(refusal.fields).length === 0 ? <div className="mb-4"><Notice tone="late" live level={3}>{words.say(refusal)}</Notice></div> : null}
      {choice ? <Select label={choice.label} placeholder={choice.empty} value={chosen || null} onChange={(id) => kept.change({ text, chosen: id ?? "" })} options={choice.options.map(({ id, name }) => ({ id, label: name }))} error={refusal?.fields.chosen || refusal?.fields.groupId ? words.field("chosen", "field.choice") : undefined} /> : null}
      <TextArea label={label} hint={hint} rows={4} value={text} onChange={(next) => kept.change({ text: next, chosen })} error={wrong ? words.field("text", wrong) : undefined} autoFocus={!choice} />
      <div className="acts mt-6"><Button onPress={submit}>{send}</Button><Button variant="plain" onPress={onClose}>{t("cancel")}</Button></div>
    </Dialog>
  );
}
