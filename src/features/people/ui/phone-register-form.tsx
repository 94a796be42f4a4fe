"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { formatPhone, parsePhone } from "@/shared/codes/phone";
import { newId } from "@/shared/ids/id";
import { InputField } from "@/ui/form/input-field";
import { Notice } from "@/ui/page/notice";
import { phoneRegisterFields } from "../phone/schema";
import { ageOf } from "./age-fields";
import { FormFrame } from "./form-frame";
import type { PeopleApi } from "./people-api";
import { PhoneCode } from "./phone-code";
import { placeOf, type PlaceChoices } from "./place-fields";
import { RegistrationFields } from "./registration-fields";
import { textOf, useForm } from "./use-form";

interface Props {
  readonly api: PeopleApi;
  readonly choices: PlaceChoices;
  readonly documents: { readonly processing: string; readonly publishName: string | null };
  readonly next: string | null;
}

/** Without e-mail: afterwards either a code comes, or a coordinator confirms. */
export function PhoneRegisterForm({ api, choices, documents, next }: Props) {
  const t = useTranslations("people");
  const key = useRef({ of: "", key: "" });
  const [done, setDone] = useState<{ readonly phone: string; readonly password: string; readonly byCode: boolean } | null>(null);
  const read = (data: FormData) => ({
    familyName: textOf(data, "familyName"), givenName: textOf(data, "givenName"), patronymic: textOf(data, "patronymic"), phone: textOf(data, "phone"), password: textOf(data, "password"),
    ...ageOf(data), ...placeOf(data), processingDocumentId: data.has("processingDocumentId") ? documents.processing : undefined, publishNameDocumentId: data.has("publishNameDocumentId") ? documents.publishName : null,
  });
  const form = useForm(phoneRegisterFields, read, async (input) => {
    const text = JSON.stringify(input);
    if (text !== key.current.of) key.current = { of: text, key: newId() };
    const { byCode } = await api.registerByPhone({ ...input, key: key.current.key });
    setDone({ phone: input.phone, password: input.password, byCode });
    window.scrollTo(0, 0);
  });
  if (done) {
    const parsed = parsePhone(done.phone);
    const phone = parsed === null ? done.phone : formatPhone(parsed);
    return (
      <>
        {done.byCode ? <PhoneCode api={api} phone={done.phone} password={done.password} isSent shown={phone} next={next} /> : null}
        <Notice tone={done.byCode ? "soon" : "done"} live={!done.byCode} title={done.byCode ? t("phone.codeInstead") : t("phone.doneTitle")} actions={<a className="button button-quiet" href="/help">{t("phone.whereLink")}</a>}>
          <p>{t("phone.doneText", { phone })}</p>
          <p className="mt-2">{t("phone.doneAfter")}</p>
        </Notice>
      </>
    );
  }
  const { fields } = form.problems;
  const labels = {
    familyName: t("fields.familyName"), givenName: t("fields.givenName"), patronymic: t("fields.patronymic"), birthDate: t("fields.birthDate"), municipalityId: t("fields.municipality"), organisationId: t("fields.organisation"),
    phone: t("fields.phone"), password: t("fields.password"), processingDocumentId: t("fields.processing"),
  };
  return (
    <FormFrame form={form} labels={labels} submit={t("register.submit")}>
      <RegistrationFields
        api={api} choices={choices} documents={documents} errors={fields}
        login={<InputField name="phone" type="tel" inputMode="tel" label={t("fields.phone")} hint={t("phone.phoneHint")} error={fields.phone} autoComplete="tel" />}
      />
    </FormFrame>
  );
}
