"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { newId } from "@/shared/ids/id";
import { InputField } from "@/ui/form/input-field";
import { SelectField, type Option } from "@/ui/form/select-field";
import { Notice } from "@/ui/page/notice";
import { changeEmailFields } from "../security/schema";
import { FormFrame } from "./form-frame";
import { PasswordField } from "./password-field";
import type { PeopleApi } from "./people-api";
import { textOf, useForm } from "./use-form";

export function ChangeEmailForm({ api, isDemonstration, addresses }: { readonly api: Pick<PeopleApi, "changeEmail">; readonly isDemonstration: boolean; readonly addresses: readonly Option[] }) {
  const t = useTranslations("people");
  const key = useRef("");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm(changeEmailFields, (data) => ({ email: textOf(data, "email"), current: textOf(data, "current"), replaces: textOf(data, "replaces") || null }), async (input) => {
    key.current ||= newId();
    await api.changeEmail({ ...input, key: key.current });
    key.current = "";
    setSentTo(input.email.trim());
  });
  const { fields } = form.problems;
  return (
    <>
      {sentTo === null ? null : (
        <div className="mb-6">
          <Notice tone="done" live title={t("register.sentTitle")}>
            <p>{t("security.emailSent", { email: sentTo })}</p>
            {isDemonstration ? <p className="mt-2"><a href={`/mailbox?to=${encodeURIComponent(sentTo)}`}>{t("register.mailbox")}</a></p> : null}
          </Notice>
        </div>
      )}
      <FormFrame form={form} labels={{ replaces: t("security.replaces"), email: t("fields.newEmail"), current: t("fields.currentPassword") }} submit={t("security.emailSubmit")} acts={<a className="button button-plain" href="/account/security">{t("security.back")}</a>}>
        {addresses.length > 1 ? <SelectField name="replaces" label={t("security.replaces")} options={[...addresses]} error={fields.replaces} /> : null}
        <InputField name="email" type="email" inputMode="email" label={t("fields.newEmail")} hint={t("security.emailHint")} error={fields.email} autoComplete="email" autoCapitalize="none" spellCheck={false} />
        <PasswordField name="current" label={t("fields.currentPassword")} error={fields.current} autoComplete="current-password" />
      </FormFrame>
    </>
  );
}
