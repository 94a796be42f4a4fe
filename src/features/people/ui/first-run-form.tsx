"use client";

import { useTranslations } from "next-intl";
import { InputField } from "@/ui/form/input-field";
import { firstRunFields } from "../first-run/schema";
import { enterBy } from "./enter";
import { FormFrame } from "./form-frame";
import { NameFields } from "./name-fields";
import { PasswordField } from "./password-field";
import type { PeopleApi } from "./people-api";
import { textOf, useForm } from "./use-form";

const names = ["code", "familyName", "givenName", "patronymic", "email", "password", "operator"] as const;

export function FirstRunForm({ api }: { readonly api: PeopleApi }) {
  const t = useTranslations("people");
  const form = useForm(firstRunFields, (data) => Object.fromEntries(names.map((name) => [name, textOf(data, name)])), async (input) => {
    await enterBy(api, await api.beginFirstRun(input), "/desk");
  });
  const { fields } = form.problems;
  const labels = {
    code: t("firstRun.code"), familyName: t("fields.familyName"), givenName: t("fields.givenName"), patronymic: t("fields.patronymic"),
    email: t("fields.email"), password: t("fields.password"), operator: t("firstRun.operator"),
  };
  return (
    <FormFrame form={form} labels={labels} submit={t("firstRun.submit")}>
      <InputField name="code" label={t("firstRun.code")} hint={t("firstRun.codeHint")} error={fields.code} autoComplete="off" autoCapitalize="none" spellCheck={false} />
      <NameFields errors={fields} isOwn />
      <InputField name="email" type="email" inputMode="email" label={t("fields.email")} error={fields.email} autoComplete="email" autoCapitalize="none" spellCheck={false} />
      <PasswordField label={t("fields.password")} hint={t("fields.passwordHint")} error={fields.password} autoComplete="new-password" />
      <InputField name="operator" label={t("firstRun.operator")} hint={t("firstRun.operatorHint")} error={fields.operator} autoComplete="organization" />
    </FormFrame>
  );
}
