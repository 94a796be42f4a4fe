"use client";

import { useTranslations } from "next-intl";
import { TextField } from "@/ui/form/text-field";
import { useNumbers } from "../../ui/use-numbers";
import { targetKey, type Target } from "../schema";
import type { useTargetForm } from "./use-target-form";

interface Props {
  readonly form: ReturnType<typeof useTargetForm>;
  readonly part: Pick<Target, "metric" | "directionId" | "organisationId">;
  readonly label: string;
  readonly hint?: string;
  readonly disabled: boolean;
}

export const fieldId = (part: Props["part"]) => `target-${targetKey(part).replaceAll(":", "-")}`;

/** A target as typed, so that letters are told of and not swallowed. */
export function TargetField({ form, part, label, hint, disabled }: Props) {
  const t = useTranslations("indicators.targets");
  const { whole } = useNumbers();
  const error = form.errorOf(part);
  const others = form.othersOf(part);
  const note = others === undefined ? hint : others === null ? t("standsNothing") : t("standsNow", { value: whole(others) });
  return (
    // a box of its own, so that neighbours in a grid stand level
    <div><TextField
      id={fieldId(part)}
      label={label}
      hint={note}
      error={error ? t(`error.${error}`) : undefined}
      value={form.textOf(part)}
      onChange={(text) => form.type(part, text)}
      inputMode="numeric"
      isDisabled={disabled}
      narrow
      maxLength={20}
    /></div>
  );
}
