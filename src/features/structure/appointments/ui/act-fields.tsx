"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/ui/form/date-field";
import { Select } from "@/ui/form/select";
import { TextField } from "@/ui/form/text-field";
import type { Problem } from "@/ui/form/use-send";
import type { AppointmentRecord } from "../schema";
import { useErrorWords } from "../../ui/use-error-words";

export interface TypedAct {
  readonly kind: "order" | "directive" | "protocol";
  readonly number: string;
  readonly date: string | null;
}

export function typedAct(act: AppointmentRecord["act"] | null): TypedAct {
  return { kind: act?.kind ?? "directive", number: act?.number ?? "", date: act?.date ?? null };
}

/** Nothing typed is no act yet; a part of it is one to be completed. */
export function actWishOf({ kind, number, date }: TypedAct) {
  return number.trim() === "" && date === null ? null : { kind, number, date: date ?? "" };
}

export function useActIds(prefix: string) {
  const t = useTranslations("structure.act");
  return Object.fromEntries((["kind", "number", "date"] as const).map((name) => [`act.${name}`, { id: `${prefix}-act-${name}`, label: t(name) }]));
}

interface Props {
  readonly prefix: string;
  readonly value: TypedAct;
  readonly onChange: (next: TypedAct) => void;
  readonly problem: Problem | null;
}

/** Распоряжение, приказ или протокол; the number may follow. */
export function ActFields({ prefix, value, onChange, problem }: Props) {
  const t = useTranslations("structure.act");
  const errors = useErrorWords();
  return (
    <div className="field-row">
      <Select
        id={`${prefix}-act-kind`} label={t("kind")} placeholder={t("choose")} value={value.kind} options={(["directive", "order", "protocol"] as const).map((kind) => ({ id: kind, label: t(`kinds.${kind}`) }))}
        onChange={(kind) => onChange({ ...value, kind: (kind ?? "directive") as TypedAct["kind"] })} error={errors.field(problem, "act.kind")}
      />
      <TextField id={`${prefix}-act-number`} label={t("number")} value={value.number} onChange={(number) => onChange({ ...value, number })} error={errors.field(problem, "act.number")} />
      <DateField id={`${prefix}-act-date`} label={t("date")} value={value.date} onChange={(date) => onChange({ ...value, date })} error={errors.field(problem, "act.date")} />
    </div>
  );
}
