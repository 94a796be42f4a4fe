"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { newId } from "@/shared/ids/id";
import { changePasswordFields } from "../security/schema";
import { enterBy } from "./enter";
import { FormFrame } from "./form-frame";
import { PasswordField } from "./password-field";
import type { PeopleApi } from "./people-api";
import { textOf, useForm } from "./use-form";

export function ChangePasswordForm({ api }: { readonly api: PeopleApi }) {
  const t = useTranslations("people");
  const key = useRef("");
  const form = useForm(changePasswordFields, (data) => ({ current: textOf(data, "current"), password: textOf(data, "password") }), async (input) => {
    key.current ||= newId();
    await enterBy(api, await api.changePassword({ ...input, key: key.current }), "/account/security?done=password");
  });
  const { fields } = form.problems;
  return (
    <FormFrame form={form} labels={{ current: t("fields.currentPassword"), password: t("fields.newPassword") }} submit={t("security.passwordSubmit")} acts={<a className="button button-plain" href="/account/security">{t("security.back")}</a>}>
      <PasswordField name="current" label={t("fields.currentPassword")} error={fields.current} autoComplete="current-password" />
      <PasswordField label={t("fields.newPassword")} hint={t("fields.passwordHint")} error={fields.password} autoComplete="new-password" />
    </FormFrame>
  );
}
