import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CheckboxField } from "@/ui/form/checkbox-field";
import { AgeFields } from "./age-fields";
import { NameFields } from "./name-fields";
import { PasswordField } from "./password-field";
import type { PeopleApi } from "./people-api";
import { PlaceFields, type PlaceChoices } from "./place-fields";

interface Props {
  readonly api: PeopleApi;
  readonly choices: PlaceChoices;
  readonly documents: { readonly publishName: string | null };
  readonly errors: Readonly<Record<string, string>>;
  /** how the person will sign in: the address or the number */
  readonly login: ReactNode;
}

/** What everybody is asked who registers, whichever way. */
export function RegistrationFields({ api, choices, documents, errors, login }: Props) {
  const t = useTranslations("people");
  return (
    <>
      <section className="stack">
        <h2>{t("register.who")}</h2>
        <NameFields errors={errors} isOwn />
        <AgeFields errors={errors} />
      </section>
      <section className="stack mt-8">
        <h2>{t("register.where")}</h2>
        <PlaceFields choices={choices} calls={api} errors={errors} />
      </section>
      <section className="stack mt-8">
        <h2>{t("register.entry")}</h2>
        {login}
        <PasswordField label={t("fields.password")} hint={t("fields.passwordHint")} error={errors.password} autoComplete="new-password" />
      </section>
      <section className="stack mt-8">
        <h2>{t("register.consents")}</h2>
        <CheckboxField name="processingDocumentId" label={t("fields.processing")} note={<a href="/consents/processing" target="_blank" rel="noopener">{t("fields.readDocument")}</a>} error={errors.processingDocumentId} />
        {documents.publishName === null ? null : (
          <CheckboxField name="publishNameDocumentId" label={t("fields.publishName")} note={<>{t("fields.publishNameNote")}. <a href="/consents/publishName" target="_blank" rel="noopener">{t("fields.readDocument")}</a></>} />
        )}
      </section>
    </>
  );
}
