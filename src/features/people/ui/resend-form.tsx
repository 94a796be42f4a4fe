"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod";
import { emailField } from "@/shared/text/fields";
import { InputField } from "@/ui/form/input-field";
import { CheckMail } from "./check-mail";
import { FormFrame } from "./form-frame";
import type { PeopleApi } from "./people-api";
import { textOf, useForm } from "./use-form";

interface Props {
  readonly api: Pick<PeopleApi, "resend">;
  readonly next: string | null;
  readonly isDemonstration: boolean;
}

const fieldsSchema = z.object({ email: emailField });

/** Another letter, for whoever comes with a link that works no more. */
export function ResendForm({ api, next, isDemonstration }: Props) {
  const t = useTranslations("people");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm(fieldsSchema, (data) => ({ email: textOf(data, "email") }), async ({ email }) => {
    await api.resend({ email, ...(next ? { next } : {}) });
    setSentTo(email.trim());
  });
  if (sentTo !== null) return <CheckMail api={api} email={sentTo} next={next} isDemonstration={isDemonstration} onWrongAddress={() => setSentTo(null)} />;
  return (
    <FormFrame form={form} labels={{ email: t("fields.email") }} submit={t("register.again")}>
      <InputField name="email" type="email" inputMode="email" label={t("fields.email")} hint={t("confirm.emailFor")} error={form.problems.fields.email} autoComplete="email" autoCapitalize="none" spellCheck={false} />
    </FormFrame>
  );
}
