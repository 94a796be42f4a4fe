"use client";

import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { newId } from "@/shared/ids/id";
import { FormErrorSummary } from "@/ui/form/form-error-summary";
import { Submit } from "@/ui/form/submit";
import { TextareaField } from "@/ui/form/textarea-field";
import { Notice } from "@/ui/page/notice";
import { refusalOf, useRefusalWords, type Refusal } from "./refusal";
import { readFields, useKept } from "./use-kept";

interface Props {
  /** where it is kept while it is typed */
  readonly place: string;
  readonly labels: { readonly text: string; readonly hint?: string; readonly send: string; readonly sending: string };
  readonly limits: { readonly min: number; readonly max: number };
  readonly variant?: "primary" | "quiet";
  readonly now: Date;
  readonly send: (text: string, key: string) => Promise<unknown>;
}

/** One field and one button on a person's own page; afterwards the page shows what has become of it. */
export function ReplyForm({ place, labels, limits, variant, now, send }: Props) {
  const router = useRouter();
  const words = useRefusalWords({ text: limits });
  const id = place.replaceAll(".", "-");
  const kept = useKept(place, { text: "", key: "" }, now, () => readFields({ text: id }));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [isSending, setSending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    const sent = { text: kept.value.text, key: kept.value.key || newId() };
    kept.change(sent);
    setSending(true);
    try {
      await send(sent.text, sent.key);
      kept.forget();
      setRefusal(null);
      router.refresh();
    } catch (error) {
      const said = refusalOf(error);
      if (said.code === "idempotency.keyReused") kept.change({ ...sent, key: newId() });
      setRefusal(said);
      setAttempt((count) => count + 1);
    } finally {
      setSending(false);
    }
  };
  const wrong = refusal?.fields.text;
  const error = wrong ? words.field("text", wrong) : undefined;
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <FormErrorSummary attempt={attempt} title={words.summary} errors={error ? [{ id, message: error }] : []} />
      {refusal && !error ? <div className="mb-4"><Notice tone="late" live>{words.say(refusal)}</Notice></div> : null}
      <TextareaField id={id} name="text" label={labels.text} hint={labels.hint} error={error} value={kept.value.text} onChange={({ target }) => kept.change({ text: target.value, key: kept.value.key || newId() })} />
      <div className="acts mt-4"><Submit variant={variant} disabled={!kept.isReady} aria-disabled={isSending || undefined}>{isSending ? labels.sending : labels.send}</Submit></div>
    </form>
  );
}
