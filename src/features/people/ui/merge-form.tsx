"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import * as z from "zod";
import { formatPhone, parsePhone } from "@/shared/codes/phone";
import { formatNumericDate } from "@/shared/dates/format";
import { plainDate } from "@/shared/dates/plain-date";
import { plainDateIn } from "@/shared/dates/zone";
import { newId } from "@/shared/ids/id";
import { CheckboxField } from "@/ui/form/checkbox-field";
import { RadioField } from "@/ui/form/radio-field";
import { useIsReady } from "@/ui/form/use-is-ready";
import { Facts } from "@/ui/page/facts";
import { Notice } from "@/ui/page/notice";
import { Panel } from "@/ui/page/panel";
import type { Pair, PersonRecord } from "../duplicates/schema";
import { FormFrame } from "./form-frame";
import type { PeopleApi } from "./people-api";
import { refusalOf, textOf, useForm, waitingLook } from "./use-form";

interface Props {
  readonly api: Pick<PeopleApi, "mergePeople" | "keepApart">;
  readonly pair: Pair;
  readonly zone: string;
}

const fieldsSchema = z.object({ survivorId: z.uuid(), askedPerson: z.literal(true, { error: "field.askedPerson" }) });

/** Whichever stays, nothing is lost: the choice is about which name and password hold. */
export function MergeForm({ api, pair: { one, other, reasons, survivorId }, zone }: Props) {
  const t = useTranslations("people.duplicates");
  const common = useTranslations("people.common");
  const errors = useTranslations("errors");
  const locale = useLocale();
  const isReady = useIsReady();
  const [problem, setProblem] = useState<string | null>(null);
  const key = useRef({ of: "", key: "" });
  const apartKey = useRef(newId());
  const form = useForm(fieldsSchema, (data) => ({ survivorId: textOf(data, "survivorId"), askedPerson: data.has("askedPerson") }), async (input) => {
    if (input.survivorId !== key.current.of) key.current = { of: input.survivorId, key: newId() };
    await api.mergePeople({ ...input, mergedId: input.survivorId === one.id ? other.id : one.id, key: key.current.key });
    window.location.assign("/desk/duplicates");
  });
  const keepApart = async () => {
    setProblem(null);
    try {
      await api.keepApart({ oneId: one.id, otherId: other.id, key: apartKey.current });
      window.location.assign("/desk/duplicates");
    } catch (error) {
      const refusal = refusalOf(error);
      setProblem(refusal ? errors(refusal.code as "request.failed", refusal.params) : common("connection"));
    }
  };
  return (
    <>
      <p className="mb-5">{reasons.length > 0 ? t("alike", { reasons: reasons.map((reason) => t(`reasons.${reason}`)).join(", ") }) : t("notAlike")}</p>
      <div className="grid gap-5 md:grid-cols-2">
        <RecordPanel record={one} zone={zone} />
        <RecordPanel record={other} zone={zone} />
      </div>
      <section className="mt-8 max-w-measure">
        <h2 className="mb-2">{t("mergeTitle")}</h2>
        <p className="mb-4">{t("mergeText")}</p>
        <FormFrame
          form={form} labels={{ survivorId: t("survivor"), askedPerson: t("askedPerson") }} submit={t("merge")}
          acts={<button type="button" className="button button-quiet" disabled={!isReady} style={isReady ? undefined : waitingLook.quiet} onClick={() => void keepApart()}>{t("keepApart")}</button>}
        >
          <div className="stack">
            <RadioField name="survivorId" label={t("survivor")} defaultValue={survivorId} options={[one, other].map((record) => ({ value: record.id, label: record.name, note: t("survivorNote", { date: formatNumericDate(plainDateIn(zone, record.createdAt), locale), entry: record.hasPassword ? t("withPassword") : t("withoutPassword") }) }))} />
            <CheckboxField name="askedPerson" label={t("askedPerson")} note={t("askedPersonNote")} error={form.problems.fields.askedPerson} />
          </div>
        </FormFrame>
        {problem ? <div className="mt-4"><Notice tone="late" live><p>{problem}</p></Notice></div> : null}
      </section>
    </>
  );
}

function RecordPanel({ record, zone }: { readonly record: PersonRecord; readonly zone: string }) {
  const t = useTranslations("people");
  const locale = useLocale();
  const contact = (value: string) => {
    const phone = parsePhone(value);
    return phone === null ? value : formatPhone(phone);
  };
  const joined = record.registrations.map((one) => `${one.marathonName}: ${one.municipalityName}, ${one.organisationName ?? t("account.noOrganisation")}${one.isCounted ? "" : ` (${t("duplicates.notCounted")})`}`);
  return (
    <Panel title={record.name}>
      <Facts
        layout="stack"
        items={[
          { term: t("account.contacts"), value: record.contacts.map(({ value }) => contact(value)).join(", ") || t("duplicates.nothing") },
          { term: t("fields.birthDate"), value: record.birthDate === null ? t("duplicates.nothing") : formatNumericDate(plainDate(record.birthDate), locale) },
          { term: t("account.assurance"), value: t(`account.assurances.${record.assurance}`) },
          { term: t("duplicates.registered"), value: formatNumericDate(plainDateIn(zone, record.createdAt), locale), ...(record.registeredAtName ? { note: record.registeredAtName } : {}) },
          { term: t("account.participation"), value: joined.length === 0 ? t("duplicates.nothing") : joined.map((line) => <span key={line} className="block">{line}</span>) },
          { term: t("duplicates.has"), value: t("duplicates.counts", { initiatives: record.initiatives, drafts: record.drafts, supports: record.supports, tickets: record.tickets, posts: record.posts }) },
        ]}
      />
    </Panel>
  );
}
