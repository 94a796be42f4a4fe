"use client";

import { useRef, useState, type FormEvent } from "react";
import { newId } from "@/shared/ids/id";
import { SelectField, type Option } from "@/ui/form/select-field";
import { TextareaField } from "@/ui/form/textarea-field";
import { typedAt } from "@/ui/form/typed-with";
import { buttonClass } from "@/ui/page/button-class";
import { call } from "../../record/ui/public-call";

interface Words {
  readonly open: string;
  readonly text: string;
  readonly hint?: string;
  readonly send: string;
  readonly thanks: string;
  readonly failed: string;
  readonly tooMany: string;
  readonly short: string;
}

interface Props {
  readonly number: number;
  readonly words: Words;
  /** lengths in characters */
  readonly limits: { readonly min: number; readonly max: number };
}

/** Says that the initiative breaks the rules: anybody may, without an account. */
export function ReportForm({ reasons, reasonLabel, ...props }: Props & { readonly reasons: Option[]; readonly reasonLabel: string }) {
  const [reason, setReason] = useState(reasons[0]?.value ?? "");
  return (
    <RemarkForm {...props} name="report" procedure="remark.report" more={{ reason }}>
      <SelectField name="report-reason" label={reasonLabel} options={reasons} value={reason} onChange={({ target }) => setReason(target.value)} />
    </RemarkForm>
  );
}

/** A question to the author; who isn't signed in is led to sign in, and finds the text again. */
export function AskForm(props: Props) {
  return <RemarkForm {...props} name="question" procedure="remark.ask" more={{}} />;
}

interface FormProps extends Props {
  readonly name: "report" | "question";
  readonly procedure: "remark.report" | "remark.ask";
  readonly more: object;
  readonly children?: React.ReactNode;
}

/** Sent once per key however often it is pressed; a failure leaves what was typed. */
function RemarkForm({ name, procedure, number, more, words, limits, children }: FormProps) {
  const place = `remark/${name}/${number}`;
  const key = useRef("");
  const [text, setText] = useState(() => kept(place));
  const [state, setState] = useState<"idle" | "busy" | "sent" | "failed" | "tooMany" | "short">("idle");
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (state === "busy") return;
    if (text.trim().length < limits.min) return setState("short");
    setState("busy");
    key.current ||= newId();
    const done = await call(procedure, { number, text, key: key.current, ...more }, "mutation");
    if (!done.ok && done.status === 401) {
      keep(place, text);
      return window.location.assign(`/sign-in?next=${encodeURIComponent(`/initiatives/${number}`)}`);
    }
    // what was refused was undone with its key; only a lost answer may have been a success
    if (done.ok || done.status !== 0) key.current = "";
    if (done.ok) {
      setText("");
      keep(place, "");
    }
    setState(done.ok ? "sent" : done.status === 429 ? "tooMany" : "failed");
  };
  if (state === "sent") return <p role="status">{words.thanks}</p>;
  const problem = state === "failed" ? words.failed : state === "tooMany" ? words.tooMany : undefined;
  return (
    <details className="facet" open={text !== "" || undefined}>
      <summary>{words.open}</summary>
      <form className="stack pb-4" noValidate onSubmit={(event) => void send(event)}>
        {children}
        <TextareaField name={`${name}-text`} label={words.text} hint={words.hint} error={state === "short" ? words.short : undefined} rows={3} maxLength={limits.max} value={text} onChange={({ target }) => setText(target.value)} />
        {problem ? <p className="error" role="alert">{problem}</p> : null}
        <button type="submit" className={buttonClass({ variant: "quiet" })} aria-disabled={state === "busy"}>{words.send}</button>
      </form>
    </details>
  );
}

/** Only for the way to the sign-in page and back. */
function keep(place: string, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(typedAt(place));
    else sessionStorage.setItem(typedAt(place), text);
  } catch {
    // a forbidden store: the page before it still holds the text
  }
}

function kept(place: string): string {
  try {
    return typeof window === "undefined" ? "" : (sessionStorage.getItem(typedAt(place)) ?? "");
  } catch {
    return "";
  }
}
