"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { newId } from "@/shared/ids/id";
import { resetFields } from "../registration/schema";
import { enterBy } from "./enter";
import { FormFrame } from "./form-frame";
import { PasswordField } from "./password-field";
import type { PeopleApi } from "./people-api";
import { textOf, useForm } from "./use-form";

export function ResetForm({ api, token }: { readonly api: PeopleApi; readonly token: string }) {
  const t = useTranslations("people");
  const key = useRef("");
  const form = useForm(resetFields, (data) => ({ password: textOf(data, "password") }), async ({ password }) => {
    key.current ||= newId();
    await enterBy(api, await api.reset({ token, key: key.current, password }), null);
  });
  return (
    <FormFrame form={form} labels={{ password: t("fields.newPassword") }} submit={t("reset.submit")}>
      <PasswordField label={t("fields.newPassword")} hint={t("fields.passwordHint")} error={form.problems.fields.password} autoComplete="new-password" />
    </FormFrame>
  );
}
