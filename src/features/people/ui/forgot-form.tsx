"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod";
import { emailField } from "@/shared/text/fields";
import { InputField } from "@/ui/form/input-field";
import { Notice } from "@/ui/page/notice";
import { FormFrame } from "./form-frame";
import type { PeopleApi } from "./people-api";
import { textOf, useForm } from "./use-form";

const fieldsSchema = z.object({ email: emailField });

export function ForgotForm({ api, isDemonstration }: { readonly api: Pick<PeopleApi, "forgot">; readonly isDemonstration: boolean }) {
  const t = useTranslations("people");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm(fieldsSchema, (data) => ({ email: textOf(data, "email") }), async (input) => {
    await api.forgot(input);
    setSentTo(input.email.trim());
  });
  return (
    <>
      {sentTo === null ? null : (
        <div className="mb-6">
          <Notice tone="done" live title={t("forgot.sentTitle")}>
            <p>{t("forgot.sentText", { email: sentTo })}</p>
            {isDemonstration ? <p className="mt-2"><a href={`/mailbox?to=${encodeURIComponent(sentTo)}`}>{t("register.mailbox")}</a></p> : null}
          </Notice>
        </div>
      )}
      <FormFrame form={form} labels={{ email: t("fields.email") }} submit={t("forgot.submit")}>
        <InputField name="email" type="email" inputMode="email" label={t("fields.email")} error={form.problems.fields.email} autoComplete="email" autoCapitalize="none" spellCheck={false} />
      </FormFrame>
    </>
  );
}
