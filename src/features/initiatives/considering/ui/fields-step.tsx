"use client";

import { useTranslations } from "next-intl";
import type * as z from "zod";
import { Button } from "@/ui/form/button";
import { DateField } from "@/ui/form/date-field";
import { Select } from "@/ui/form/select";
import { TextArea } from "@/ui/form/text-area";
import { TextField } from "@/ui/form/text-field";
import { ProblemNotice } from "./problem-notice";
import { keptName, useKept } from "./use-kept";
import { useStep, type Problem } from "./use-step";
import { useErrorWords } from "./use-words";

export interface StepField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind: "line" | "text" | "date" | "choice";
  readonly options?: readonly { readonly id: string; readonly label: string }[];
  readonly placeholder?: string;
  /** of a choice whose options have not come */
  readonly failed?: string | undefined;
}

interface Props {
  readonly initiativeId: string;
  readonly level: 2 | 3;
  readonly step: string;
  readonly title: string;
  readonly hint?: string;
  readonly send: string;
  readonly fields: readonly StepField[];
  readonly schema: z.ZodType;
  /** what goes with the fields */
  readonly more: object;
  readonly call: (input: never) => Promise<unknown>;
  /** how the typed lines become the input; as they are without it */
  readonly toInput?: (typed: Readonly<Record<string, string>>) => object;
  readonly onDone: () => void;
  readonly onConflict: (problem: Problem) => void;
  readonly onCancel: () => void;
}

/** A step that needs a few fields; what is typed outlives a refusal and a reload. */
export function FieldsStep({ initiativeId, level, step, title, hint, send, fields, schema, more, call, toInput, onDone, onConflict, onCancel }: Props) {
  const t = useTranslations("considering.form");
  const errors = useErrorWords();
  const { typed, keep, forget } = useKept<Record<string, string>>(keptName(initiativeId, step));
  const values = Object.fromEntries(fields.map(({ name }) => [name, typed?.[name] ?? ""]));
  const { problem, attempt, run } = useStep<object>(schema, (input) => call(input as never), () => { forget(); onDone(); }, onConflict);
  const ids = Object.fromEntries(fields.map(({ name, label }) => [name, { id: `${step}-${name}`, label }]));
  const set = (name: string) => (value: string | null) => keep({ ...values, [name]: value ?? "" });
  return (
    <section className="panel mt-4" aria-label={title}>
      {hint ? <p className="small muted mb-4">{hint}</p> : null}
      <ProblemNotice problem={problem} attempt={attempt} level={level} fields={ids} />
      <div className="stack">
        {fields.map((field) => {
          const common = { label: field.label, hint: field.hint, error: errors.field(problem?.fields.find((issue) => issue.path === field.name)), id: `${step}-${field.name}` };
          const value = values[field.name] ?? "";
          if (field.kind === "choice") return <Select key={field.name} {...common} error={common.error ?? field.failed} isDisabled={field.options?.length === 0} options={[...(field.options ?? [])]} placeholder={field.placeholder ?? ""} value={value || null} onChange={set(field.name)} />;
          if (field.kind === "date") return <DateField key={field.name} {...common} value={value || null} onChange={set(field.name)} />;
          if (field.kind === "text") return <TextArea key={field.name} {...common} value={value} onChange={set(field.name)} rows={4} />;
          return <TextField key={field.name} {...common} value={value} onChange={set(field.name)} />;
        })}
      </div>
      <div className="acts mt-4">
        <Button onPress={async () => await run({ ...more, ...(toInput ? toInput(values) : values) })}>{send}</Button>
        <Button variant="plain" onPress={onCancel}>{t("cancel")}</Button>
      </div>
    </section>
  );
}
