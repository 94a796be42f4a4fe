"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { newId } from "@/shared/ids/id";
import { CheckboxField } from "@/ui/form/checkbox-field";
import { InputField } from "@/ui/form/input-field";
import { registerFields } from "../registration/schema";
import { CheckMail } from "./check-mail";
import { AgeFields, ageOf } from "./age-fields";
import { FormFrame } from "./form-frame";
import { NameFields } from "./name-fields";
import { PasswordField } from "./password-field";
import type { PeopleApi } from "./people-api";
import { PlaceFields, placeOf, type PlaceChoices } from "./place-fields";
import { textOf, useForm } from "./use-form";

interface Props {
  readonly api: PeopleApi;
  readonly choices: PlaceChoices;
  readonly documents: { readonly processing: string; readonly publishName: string | null };
  readonly next: string | null;
  readonly isDemonstration: boolean;
}

export function RegisterForm({ api, choices, documents, next, isDemonstration }: Props) {
  const t = useTranslations("people");
  const key = useRef("");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const read = (data: FormData) => ({
    familyName: textOf(data, "familyName"), givenName: textOf(data, "givenName"), patronymic: textOf(data, "patronymic"), email: textOf(data, "email"), password: textOf(data, "password"),
    ...ageOf(data), ...placeOf(data), processingDocumentId: data.has("processingDocumentId") ? documents.processing : undefined, publishNameDocumentId: data.has("publishNameDocumentId") ? documents.publishName : null,
  });
  const last = useRef("");
  const form = useForm(registerFields, read, async (input) => {
    // another text under the old key would be refused; the same after a lost connection is the same registration
    const text = JSON.stringify(input);
    if (text !== last.current) key.current = newId();
    last.current = text;
    await api.register({ ...input, key: key.current, ...(next ? { next } : {}) });
    setSentTo(input.email.trim());
    window.scrollTo(0, 0);
  });
  const { fields } = form.problems;
  const labels = {
    familyName: t("fields.familyName"), givenName: t("fields.givenName"), patronymic: t("fields.patronymic"), birthDate: t("fields.birthDate"), municipalityId: t("fields.municipality"), organisationId: t("fields.organisation"),
    email: t("fields.email"), password: t("fields.password"), processingDocumentId: t("fields.processing"),
  };
  return (
    <>
      {sentTo === null ? null : <CheckMail api={api} email={sentTo} next={next} isDemonstration={isDemonstration} onWrongAddress={() => setSentTo(null)} />}
      <div hidden={sentTo !== null}>
        <FormFrame form={form} labels={labels} submit={t("register.submit")}>
          <section className="stack">
            <h2>{t("register.who")}</h2>
            <NameFields errors={fields} isOwn />
            <AgeFields errors={fields} />
          </section>
          <section className="stack mt-8">
            <h2>{t("register.where")}</h2>
            <PlaceFields choices={choices} calls={api} errors={fields} />
          </section>
          <section className="stack mt-8">
            <h2>{t("register.entry")}</h2>
            <InputField name="email" type="email" inputMode="email" label={t("fields.email")} hint={t("fields.emailHint")} error={fields.email} autoComplete="email" autoCapitalize="none" spellCheck={false} />
            <PasswordField label={t("fields.password")} hint={t("fields.passwordHint")} error={fields.password} autoComplete="new-password" />
          </section>
          <section className="stack mt-8">
            <h2>{t("register.consents")}</h2>
            <CheckboxField name="processingDocumentId" label={t("fields.processing")} note={<a href="/consents/processing" target="_blank" rel="noopener">{t("fields.readDocument")}</a>} error={fields.processingDocumentId} />
            {documents.publishName === null ? null : (
              <CheckboxField name="publishNameDocumentId" label={t("fields.publishName")} note={<>{t("fields.publishNameNote")}. <a href="/consents/publishName" target="_blank" rel="noopener">{t("fields.readDocument")}</a></>} />
            )}
          </section>
        </FormFrame>
      </div>
    </>
  );
}
