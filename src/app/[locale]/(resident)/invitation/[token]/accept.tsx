"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import * as z from "zod";
import { api } from "@/app/shell/api-client";
import { enterBy } from "@/features/people/ui/enter";
import { FormFrame } from "@/features/people/ui/form-frame";
import { PasswordField } from "@/features/people/ui/password-field";
import { textOf, useForm } from "@/features/people/ui/use-form";
import { acceptInvitationInput } from "@/features/structure/invitations/schema";
import { newId } from "@/shared/ids/id";
import { Choice } from "@/ui/form/choice";
import { InputField } from "@/ui/form/input-field";
import { Link } from "@/ui/page/link";
import { peopleCalls } from "../../people-calls";

interface Props {
  readonly token: string;
  /** null: they sign in by a phone or an address that they name here */
  readonly email: string | null;
  readonly documentId: string;
}

const schema = acceptInvitationInput.extend({ consent: z.literal(true, { error: "field.consent" }) });

/** A password and the consent: the account opens and its owner is signed in. */
export function Accept({ token, email, documentId }: Props) {
  const t = useTranslations("structure.invitation");
  const key = useRef<string | null>(null);
  const form = useForm(
    schema,
    (data) => ({ token, documentId, key: (key.current ??= newId()), login: email === null ? textOf(data, "login") : "", password: textOf(data, "password"), consent: data.get("consent") === "on" }),
    async ({ consent: _, ...input }) => {
      try {
        await enterBy(peopleCalls, await api.staff.accept.mutate(input), "/desk");
      } catch (error) {
        // what the server refused was undone with its key; only a lost answer may have been a success
        if ((error as { data?: unknown }).data) key.current = null;
        throw error;
      }
    },
  );
  const { consent: consentError, login: loginError, password: passwordError } = form.problems.fields;
  return (
    <FormFrame form={form} labels={{ login: t("ownLogin"), password: t("password"), consent: t("consentLabel") }} submit={t("submit")}>
      {email === null ? (
        <InputField name="login" label={t("ownLogin")} hint={t("ownLoginHint")} error={loginError} autoComplete="username" autoCapitalize="none" spellCheck={false} />
      ) : (
        <>
          <p className="mb-5">{t("login")}: <strong>{email}</strong></p>
          <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        </>
      )}
      <PasswordField label={t("password")} hint={t("passwordHint")} error={passwordError} autoComplete="new-password" />
      <div className={consentError ? "field field-bad" : "field"}>
        {consentError ? <p className="error" role="alert" id="consent-error">{consentError}</p> : null}
        <Choice
          type="checkbox" name="consent" id="consent" aria-invalid={consentError ? true : undefined} aria-describedby={consentError ? "consent-error" : undefined}
          label={t.rich("consent", { link: (text) => <Link href="/consents/processing" target="_blank">{text}</Link> })}
        />
      </div>
    </FormFrame>
  );
}
