"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod";
import { formatPhone, parsePhone, type Phone } from "@/shared/codes/phone";
import { lineField } from "@/shared/text/fields";
import { InputField } from "@/ui/form/input-field";
import { Notice } from "@/ui/page/notice";
import { peopleLimits } from "../schema";
import type { Choice } from "../session/schema";
import { CheckMail } from "./check-mail";
import { CodeField } from "./code-field";
import { goOn, signIn, type SignInOutcome } from "./enter";
import { FormFrame } from "./form-frame";
import { PasswordField } from "./password-field";
import type { PeopleApi } from "./people-api";
import { PhoneCode } from "./phone-code";
import { textOf, useForm } from "./use-form";

const fieldsSchema = z.object({ login: lineField(1, peopleLimits.login), password: z.string().min(1, { error: "field.required" }).max(1_000, { error: "field.tooLong" }), code: z.string().max(40, { error: "field.tooLong" }) });

interface Props {
  readonly api: PeopleApi;
  readonly next: string | null;
  readonly isDemonstration: boolean;
  /** an SMS gateway brings codes: whoever left the page with the field finds it here again */
  readonly byCode: boolean;
}

export function SignInForm({ api, next, isDemonstration, byCode }: Props) {
  const t = useTranslations("people");
  const errors = useTranslations("errors");
  const [refused, setRefused] = useState<Exclude<SignInOutcome, "ok" | "chooseWho"> | null>(null);
  const [choices, setChoices] = useState<readonly (Choice & { readonly login: string })[] | null>(null);
  const [isCodeAsked, setCodeAsked] = useState(false);
  /** of a family: who it is, while their code is asked for */
  const [chosen, setChosen] = useState<{ readonly login: string; readonly ticket: Choice["ticket"] } | null>(null);
  const [waiting, setWaiting] = useState<{ readonly phone: Phone; readonly password: string } | null>(null);
  const [resendTo, setResendTo] = useState<string | null>(null);
  const form = useForm(fieldsSchema, (data) => ({ login: textOf(data, "login"), password: textOf(data, "password"), code: textOf(data, "code") }), async (input) => {
    setRefused(null);
    setChoices(null);
    setWaiting(null);
    const outcome = await signIn(chosen?.login === input.login ? { ...chosen.ticket, code: input.code } : input);
    if (outcome === "ok") return await goOn(api, next);
    if (outcome === "wrong") setChosen(null);
    if (outcome === "chooseWho") {
      const found = await api.chooseWho(input);
      return found.length > 0 ? setChoices(found.map((one) => ({ ...one, login: input.login }))) : setRefused("wrong");
    }
    setRefused(outcome);
    if (outcome === "codeNeeded" || outcome === "codeWrong") setCodeAsked(true);
    const phone = outcome === "phoneNotConfirmed" && byCode ? parsePhone(input.login) : null;
    if (phone !== null) setWaiting({ phone, password: input.password });
    setResendTo(outcome === "notConfirmed" && input.login.includes("@") ? input.login.trim() : null);
  });
  const choose = async ({ login, ticket }: { readonly login: string; readonly ticket: Choice["ticket"] }) => {
    const outcome = await signIn(ticket).catch(() => null);
    if (outcome === "ok") return await goOn(api, next);
    setChoices(null);
    if (outcome !== "codeNeeded") return setRefused("wrong");
    setChosen({ login, ticket });
    setCodeAsked(true);
    setRefused("codeNeeded");
  };
  const { fields } = form.problems;
  return (
    <>
      <FormFrame form={form} labels={{ login: t("fields.login"), password: t("fields.password"), code: t("secondFactor.anyCode") }} submit={t("signIn.submit")} acts={<a className="button button-plain" href="/sign-in/forgot">{t("signIn.forgot")}</a>}>
        {refused === null ? null : (
          <div className="mb-5">
            <Notice tone={refused === "wrong" || refused === "codeWrong" ? "late" : "soon"} live>
              <p>{refused === "wrong" ? errors("session.wrongCredentials") : refused === "codeWrong" ? errors("session.secondFactorWrong") : refused === "phoneNotConfirmed" ? errors("session.phoneNotConfirmed") : t(`signIn.${refused}`)}</p>
            </Notice>
          </div>
        )}
        <InputField name="login" label={t("fields.login")} error={fields.login} autoComplete="username" autoCapitalize="none" spellCheck={false} />
        <PasswordField label={t("fields.password")} error={fields.password} autoComplete="current-password" />
        {isCodeAsked ? <CodeField label={t("secondFactor.anyCode")} hint={t("secondFactor.anyCodeHint")} error={fields.code} /> : null}
      </FormFrame>
      {choices === null ? null : (
        <section className="mt-6" role="status">
          <h2>{t("signIn.chooseTitle")}</h2>
          <p>{t("signIn.chooseText")}</p>
          <div className="acts mt-3">
            {choices.map(({ name, login, ticket }) => <button key={ticket.login} type="button" className="button button-quiet" onClick={() => void choose({ login, ticket })}>{name}</button>)}
          </div>
        </section>
      )}
      {waiting === null ? null : <div className="mt-6"><PhoneCode key={waiting.phone} api={api} {...waiting} isSent={false} shown={formatPhone(waiting.phone)} next={next} /></div>}
      {refused === "notConfirmed" && resendTo !== null ? <div className="mt-6"><ResendButton api={api} email={resendTo} next={next} isDemonstration={isDemonstration} /></div> : null}
    </>
  );
}

function ResendButton({ api, email, next, isDemonstration }: Omit<Props, "byCode"> & { readonly email: string }) {
  const t = useTranslations("people");
  const [isAsked, setAsked] = useState(false);
  if (isAsked) return <CheckMail api={api} email={email} next={next} isDemonstration={isDemonstration} onWrongAddress={() => window.location.assign("/register")} />;
  return <button type="button" className="button button-quiet" onClick={() => void api.resend({ email, ...(next ? { next } : {}) }).then(() => setAsked(true), () => setAsked(false))}>{t("register.again")}</button>;
}
