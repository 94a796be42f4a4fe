"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import * as z from "zod";
import type { PlainDate } from "@/shared/dates/plain-date";
import { newId } from "@/shared/ids/id";
import { fullName } from "@/shared/text/person-name";
import { CheckboxField } from "@/ui/form/checkbox-field";
import { InputField } from "@/ui/form/input-field";
import { SelectField } from "@/ui/form/select-field";
import { Notice } from "@/ui/page/notice";
import { deskFields, type DeskOutcome, type DeskPlace } from "../desk/schema";
import { standingOf } from "../age/rules";
import { birthDateFieldOrNone } from "../age/schema";
import { FormFrame } from "./form-frame";
import { NameFields } from "./name-fields";
import type { PeopleApi } from "./people-api";
import type { PlaceName } from "./place-fields";
import { SlipMaker } from "./slip-maker";
import { textOf, useForm } from "./use-form";
import { WriteTogetherButton } from "./write-together-button";

interface Props {
  readonly api: PeopleApi;
  readonly places: readonly DeskPlace[];
  /** of each place's municipality */
  readonly organisations: Readonly<Record<string, readonly PlaceName[]>>;
  readonly documents: { readonly processing: string; readonly publishName: string | null };
  readonly zone: string;
  /** for the ages of law */
  readonly today: PlainDate;
}

/** With which button it was sent. */
const formSchema = deskFields.extend({ isAnother: z.boolean() });

type Double = Extract<DeskOutcome, { ok: false }>["known"];

/** Somebody without e-mail stands at the desk and has signed on paper. */
export function DeskForm({ api, places, organisations, documents, zone, today }: Props) {
  const t = useTranslations("people");
  const [atUnitId, setAtUnitId] = useState(places[0]?.unitId ?? "");
  const [organisationId, setOrganisationId] = useState(atUnitId);
  const [double, setDouble] = useState<{ readonly known: Double } | null>(null);
  const [done, setDone] = useState<{ readonly personId: string; readonly name: string } | null>(null);
  const key = useRef({ of: "", key: "" });
  const [birthDate, setBirthDate] = useState("");
  const asksRepresentative = standingOf(birthDateFieldOrNone.safeParse(birthDate).data ?? null, today) === "needsRepresentative";
  const place = places.find(({ unitId }) => unitId === atUnitId);

  const read = (data: FormData) => ({
    familyName: textOf(data, "familyName"), givenName: textOf(data, "givenName"), patronymic: textOf(data, "patronymic"), phone: textOf(data, "phone"), birthDate: textOf(data, "birthDate"),
    organisationId: organisationId || null, hiddenFromOrganisation: data.has("hiddenFromOrganisation"), signedOnPaper: data.has("signedOnPaper"), processingDocumentId: documents.processing,
    paperCase: textOf(data, "paperCase"), publishNameDocumentId: data.has("publishNameDocumentId") ? documents.publishName : null, representativeName: textOf(data, "representativeName"), representativeCase: textOf(data, "representativeCase"),
    isAnother: data.has("isAnother"),
  });
  const form = useForm(formSchema, read, async (input) => {
    const wish = { ...input, atUnitId };
    const text = JSON.stringify(wish);
    if (text !== key.current.of) key.current = { of: text, key: newId() };
    const outcome = await api.registerAtDesk({ ...wish, key: key.current.key });
    if (!outcome.ok) return setDouble({ known: outcome.known });
    setDouble(null);
    setDone({ personId: outcome.personId, name: fullName({ familyName: input.familyName.trim(), givenName: input.givenName.trim(), patronymic: input.patronymic.trim() }) });
    window.scrollTo(0, 0);
  });

  if (done) {
    return (
      <>
        <div className="no-print mb-5">
          <Notice tone="done" live title={t("deskForm.doneTitle", { name: done.name })} actions={<WriteTogetherButton api={api} personId={done.personId} organisationId={atUnitId} isPrimary />}>
            <p>{t("deskForm.doneText")}</p>
          </Notice>
        </div>
        <SlipMaker api={api} personId={done.personId} zone={zone} label={t("person.makeSlip")} atOnce />
        <p className="no-print mt-6"><a href="/desk/people">{t("desk.title")}</a></p>
      </>
    );
  }
  const { fields } = form.problems;
  const labels = {
    familyName: t("fields.familyName"), givenName: t("fields.givenName"), patronymic: t("fields.patronymic"), phone: t("fields.phone"), birthDate: t("fields.birthDate"),
    organisationId: t("deskForm.organisation"), signedOnPaper: t("deskForm.signed"), paperCase: t("deskForm.paperCase"), representativeName: t("deskForm.representativeName"), representativeCase: t("deskForm.representative"),
  };
  return (
    <FormFrame form={form} labels={labels} submit={t("deskForm.submit")}>
      {double ? (
        <div className="mb-6">
          <Notice
            tone="soon" live title={t("deskForm.doubleTitle")}
            actions={
              <>
                {double.known ? <a className="button" href={`/desk/people/${double.known.id}`}>{t("deskForm.openKnown")}</a> : null}
                <button type="submit" name="isAnother" value="1" className="button button-quiet">{t("deskForm.goOn")}</button>
              </>
            }
          >
            <p>{double.known ? t("deskForm.doubleKnown", { name: double.known.name }) : t("deskForm.doubleHidden")}</p>
          </Notice>
        </div>
      ) : null}
      <section className="stack">
        <h2>{t("deskForm.who")}</h2>
        <NameFields errors={fields} isOwn={false} />
        <InputField name="phone" type="tel" inputMode="tel" label={t("fields.phone")} mark={t("common.optional")} hint={t("deskForm.phoneHint")} error={fields.phone} autoComplete="off" />
        <InputField name="birthDate" inputMode="decimal" narrow label={t("fields.birthDate")} mark={t("common.optional")} hint={t("deskForm.birthDateHint")} error={fields.birthDate} autoComplete="off" maxLength={20} onChange={({ target }) => setBirthDate(target.value)} />
      </section>
      <section className="stack mt-8">
        <h2>{t("deskForm.work")}</h2>
        {places.length > 1 ? (
          <SelectField
            name="atUnitId" label={t("deskForm.place")} value={atUnitId} options={places.map(({ unitId, unitName, municipalityName }) => ({ value: unitId, label: `${unitName}, ${municipalityName}` }))}
            onChange={({ target }) => {
              setAtUnitId(target.value);
              setOrganisationId(target.value);
            }}
          />
        ) : null}
        <SelectField
          name="organisationId" label={t("deskForm.organisation")} hint={t("deskForm.workHint")} error={fields.organisationId} value={organisationId}
          options={[{ value: "", label: t("deskForm.noOrganisation") }, ...(organisations[place?.municipalityId ?? ""] ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={({ target }) => setOrganisationId(target.value)}
        />
        {organisationId === "" ? null : <CheckboxField name="hiddenFromOrganisation" label={t("deskForm.hidden")} note={t("deskForm.hiddenNote")} />}
      </section>
      <section className="stack mt-8">
        <h2>{t("deskForm.consent")}</h2>
        <p>{t("deskForm.consentText")} <a href="/consents/processing" target="_blank" rel="noopener">{t("fields.readDocument")}</a></p>
        <CheckboxField name="signedOnPaper" label={t("deskForm.signed")} error={fields.signedOnPaper} />
        <InputField name="paperCase" label={t("deskForm.paperCase")} hint={t("deskForm.paperCaseHint")} error={fields.paperCase} autoComplete="off" />
        {documents.publishName === null ? null : <CheckboxField name="publishNameDocumentId" label={t("deskForm.publishName")} note={t("deskForm.publishNameNote")} />}
        {asksRepresentative ? (
          <>
            <InputField name="representativeName" label={t("deskForm.representativeName")} hint={t("deskForm.representativeNameHint")} error={fields.representativeName} autoComplete="off" />
            <InputField name="representativeCase" label={t("deskForm.representative")} hint={t("deskForm.representativeHint")} error={fields.representativeCase} autoComplete="off" />
          </>
        ) : null}
      </section>
    </FormFrame>
  );
}
