"use client";

import { useTranslations } from "next-intl";

/** What the server said no to; code null: it was not reached. */
export interface Refusal {
  readonly code: string | null;
  readonly params: Readonly<Record<string, string | number>>;
  /** message key by field */
  readonly fields: Readonly<Record<string, string>>;
}

/** In: what a call threw. */
export function refusalOf(error: unknown): Refusal {
  const data = typeof error === "object" && error !== null && "data" in error ? (error.data as Partial<Refusal> | null | undefined) : null;
  return { code: data?.code ?? null, params: data?.params ?? {}, fields: data?.fields ?? {} };
}

type Loose = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Sentences for a refusal and for its fields. In: lengths by field, which their sentences name. */
export function useRefusalWords(limits: Readonly<Record<string, { readonly min?: number; readonly max?: number }>> = {}) {
  const t = useTranslations("errors") as unknown as Loose;
  const own = useTranslations("hotline.refusal");
  const field = (name: string, key: string) => t(key, { min: limits[name]?.min ?? 1, max: limits[name]?.max ?? 0 });
  return {
    say: ({ code, params }: Refusal) => (code === null ? own("offline") : code === "idempotency.keyReused" ? own("alreadySent") : t(code, params)),
    field,
    summary: own("summary"),
    /** each names its field, in the order of the form. In: labels by field */
    listFields: ({ fields }: Refusal, labels: Readonly<Record<string, string>>) =>
      Object.entries(labels).flatMap(([name, label]) => (fields[name] ? [{ id: name, error: field(name, fields[name]), message: own("field", { label, error: field(name, fields[name]) }) }] : [])),
  };
}
