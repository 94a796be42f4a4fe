"use client";

import { useTranslations } from "next-intl";
import { InputField } from "@/ui/form/input-field";

interface Props {
  readonly errors: Readonly<Record<string, string>>;
  /** the person's own names: the browser may fill them in */
  readonly isOwn: boolean;
}

export function NameFields({ errors, isOwn }: Props) {
  const t = useTranslations("people");
  const complete = (word: string) => (isOwn ? word : "off");
  return (
    <>
      <InputField name="familyName" label={t("fields.familyName")} error={errors.familyName} autoComplete={complete("family-name")} />
      <InputField name="givenName" label={t("fields.givenName")} error={errors.givenName} autoComplete={complete("given-name")} />
      <InputField name="patronymic" label={t("fields.patronymic")} mark={t("common.optional")} error={errors.patronymic} autoComplete={complete("additional-name")} />
    </>
  );
}
