"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { CheckboxField } from "@/ui/form/checkbox-field";
import { InputField } from "@/ui/form/input-field";
import { textOf } from "./use-form";

/** Nobody of age is asked when they were born. */
export function AgeFields({ errors }: { readonly errors: Readonly<Record<string, string>> }) {
  const t = useTranslations("people.fields");
  const [isMinor, setMinor] = useState(false);
  return (
    <>
      <CheckboxField name="isMinor" label={t("isMinor")} checked={isMinor} onChange={({ target }) => setMinor(target.checked)} />
      {isMinor ? <InputField name="birthDate" inputMode="decimal" narrow label={t("birthDate")} hint={t("birthDateHint")} error={errors.birthDate} autoComplete="bday" maxLength={20} /> : null}
    </>
  );
}

/** What the fields above hold. */
export function ageOf(data: FormData) {
  return { isMinor: data.has("isMinor"), birthDate: textOf(data, "birthDate") };
}
