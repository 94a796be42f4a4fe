"use client";

import { useTranslations } from "next-intl";
import { useCallback, useRef, useState, type FormEvent } from "react";
import type * as z from "zod";
import { fieldIssues } from "@/shared/errors/field-issues";

interface Refusal {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly fields?: Readonly<Record<string, string>>;
}

/** In: whatever a call threw. Out: what the server refused; null when it was not reached. */
export function refusalOf(error: unknown): Refusal | null {
  const data = (error as { data?: unknown } | null)?.data;
  return typeof data === "object" && data !== null && "code" in data ? (data as Refusal) : null;
}

interface Problems {
  /** sentence by field, which is also its id on the page */
  readonly fields: Readonly<Record<string, string>>;
  /** about the whole form: no connection, too many attempts */
  readonly whole: string | null;
}

const none: Problems = { fields: {}, whole: null };

/**
 * A form that loses nothing: what is typed stays in the browser's own fields, whatever happens. In: the schema that the
 * server checks by, too; what is read out of the fields; what to do with it. A second press while it runs does nothing.
 */
export function useForm<Schema extends z.ZodType>(schema: Schema, read: (data: FormData) => unknown, send: (input: z.input<Schema>) => Promise<void>) {
  const t = useTranslations("errors");
  const common = useTranslations("people.common");
  const [problems, setProblems] = useState(none);
  const [attempt, setAttempt] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const running = useRef(false);

  const sentence = useCallback((key: string, params?: Refusal["params"]) => t(key as "request.failed", params), [t]);
  const fail = useCallback((next: Problems) => {
    setProblems(next);
    setAttempt((before) => before + 1);
  }, []);

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (running.current) return;
    const typed = read(new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter));
    const checked = schema.safeParse(typed);
    if (!checked.success) return fail({ fields: Object.fromEntries(fieldIssues(checked.error).map(({ path, key, params }) => [path, sentence(key, params)])), whole: null });
    running.current = true;
    setBusy(true);
    try {
      // what was wrong stays in view until the answer: a page that shrinks under a double click sends it elsewhere
      await send(typed as z.input<Schema>);
      setProblems(none);
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) return fail({ fields: {}, whole: common("connection") });
      const fields = Object.fromEntries(Object.entries(refusal.fields ?? {}).map(([path, key]) => [path, sentence(key, refusal.params)]));
      fail({ fields, whole: Object.keys(fields).length > 0 ? null : sentence(refusal.code, refusal.params) });
    } finally {
      running.current = false;
      setBusy(false);
    }
  };

  return { onSubmit, problems, attempt, isBusy };
}

/** A button that waits for the scripts looks as it will: nothing flickers at each opening. */
export const waitingLook = {
  primary: { background: "var(--accent)", color: "var(--on-accent)", border: "1.5px solid transparent" },
  quiet: { background: "transparent", color: "var(--accent)", border: "1.5px solid var(--accent)" },
} as const;

/** Text of a field as it was typed; absent is empty. */
export function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === "string" ? value : "";
}
