"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod";
import { lineField } from "@/shared/text/fields";
import { InputField } from "@/ui/form/input-field";
import { Notice } from "@/ui/page/notice";
import { peopleLimits } from "../schema";
import { CheckMail } from "./check-mail";
import { goOn, signIn, type SignInOutcome } from "./enter";
import { FormFrame } from "./form-frame";
import { PasswordField } from "./password-field";
import type { PeopleApi } from "./people-api";
import { textOf, useForm } from "./use-form";

const fieldsSchema = z.object({ login: lineField(1, peopleLimits.login), password: z.string().min(1, { error: "field.required" }).max(1_000, { error: "field.tooLong" }) });

interface Props {
  readonly api: PeopleApi;
  readonly next: string | null;
  readonly isDemonstration: boolean;
}

export function SignInForm({ api, next, isDemonstration }: Props) {
  const t = useTranslations("people");
  const errors = useTranslations("errors");
  const [refused, setRefused] = useState<Exclude<SignInOutcome, "ok"> | null>(null);
  const [resendTo, setResendTo] = useState<string | null>(null);
  const form = useForm(fieldsSchema, (data) => ({ login: textOf(data, "login"), password: textOf(data, "password") }), async (input) => {
    setRefused(null);
    const outcome = await signIn(input);
    if (outcome === "ok") return await goOn(api, next);
    setRefused(outcome);
    setResendTo(outcome === "notConfirmed" && input.login.includes("@") ? input.login.trim() : null);
  });
  const { fields } = form.problems;
  return (
    <>
      <FormFrame form={form} labels={{ login: t("fields.login"), password: t("fields.password") }} submit={t("signIn.submit")} acts={<a className="button button-plain" href="/sign-in/forgot">{t("signIn.forgot")}</a>}>
        {refused === null ? null : (
          <div className="mb-5">
            <Notice tone={refused === "wrong" ? "late" : "soon"} live>
              <p>{refused === "wrong" ? errors("session.wrongCredentials") : refused === "locked" ? t("signIn.locked") : t("signIn.notConfirmed")}</p>
            </Notice>
          </div>
        )}
        <InputField name="login" label={t("fields.login")} error={fields.login} autoComplete="username" autoCapitalize="none" spellCheck={false} />
        <PasswordField label={t("fields.password")} error={fields.password} autoComplete="current-password" />
      </FormFrame>
      {refused === "notConfirmed" && resendTo !== null ? <div className="mt-6"><ResendButton api={api} email={resendTo} next={next} isDemonstration={isDemonstration} /></div> : null}
    </>
  );
}

function ResendButton({ api, email, next, isDemonstration }: Props & { readonly email: string }) {
  const t = useTranslations("people");
  const [isAsked, setAsked] = useState(false);
  if (isAsked) return <CheckMail api={api} email={email} next={next} isDemonstration={isDemonstration} onWrongAddress={() => window.location.assign("/register")} />;
  return <button type="button" className="button button-quiet" onClick={() => void api.resend({ email, ...(next ? { next } : {}) }).then(() => setAsked(true), () => setAsked(false))}>{t("register.again")}</button>;
}
