"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { newId } from "@/shared/ids/id";
import { InputField } from "@/ui/form/input-field";
import { registerFields } from "../registration/schema";
import { CheckMail } from "./check-mail";
import { ageOf } from "./age-fields";
import { FormFrame } from "./form-frame";
import type { PeopleApi } from "./people-api";
import { placeOf, type PlaceChoices } from "./place-fields";
import { RegistrationFields } from "./registration-fields";
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
          <RegistrationFields
            api={api} choices={choices} documents={documents} errors={fields}
            login={<InputField name="email" type="email" inputMode="email" label={t("fields.email")} hint={t("fields.emailHint")} error={fields.email} autoComplete="email" autoCapitalize="none" spellCheck={false} />}
          />
        </FormFrame>
      </div>
    </>
  );
}
