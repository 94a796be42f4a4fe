"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { newId } from "@/shared/ids/id";
import { CheckboxField } from "@/ui/form/checkbox-field";
import { InputField } from "@/ui/form/input-field";
import { Link } from "@/ui/page/link";
import { Notice } from "@/ui/page/notice";
import { Panel } from "@/ui/page/panel";
import { confirmInPersonFields, phoneInput, type Waiting } from "../phone/schema";
import { FormFrame } from "./form-frame";
import type { PeopleApi } from "./people-api";
import { textOf, useForm } from "./use-form";

interface Props {
  readonly api: PeopleApi;
  /** when each registered, as people say it */
  readonly when: (at: Date) => string;
}

/** Somebody who registered by phone stands at the desk: found by the number that they name. mayFind: also whoever signs in by it and has lost the password. */
export function PhoneConfirmForm({ api, when, mayFind }: Props & { readonly mayFind: boolean }) {
  const t = useTranslations("people");
  const [found, setFound] = useState<readonly Waiting[] | null>(null);
  const [confirmed, setConfirmed] = useState<readonly Waiting[]>([]);
  const [done, setDone] = useState<string | null>(null);
  const form = useForm(phoneInput, (data) => ({ phone: textOf(data, "phone") }), async (input) => {
    setDone(null);
    const [waiting, others] = [await api.findWaiting(input), mayFind ? await api.findConfirmed(input) : []];
    setFound(waiting);
    setConfirmed(others);
  });
  const finish = (person: Waiting) => {
    setDone(person.name);
    setFound((before) => (before ?? []).filter(({ id }) => id !== person.id));
  };
  return (
    <>
      <FormFrame form={form} labels={{ phone: t("phone.deskPhone") }} submit={t("phone.deskFind")}>
        <InputField name="phone" type="tel" inputMode="tel" label={t("phone.deskPhone")} error={form.problems.fields.phone} autoComplete="off" />
      </FormFrame>
      <div className="mt-6" aria-live="polite">
        {done === null ? null : <div className="mb-5"><Notice tone="done"><p>{t("phone.deskDone", { name: done })}</p></Notice></div>}
        {found === null || (found.length === 0 && (done !== null || confirmed.length > 0)) ? null : <h2 className="mb-3">{found.length === 0 ? t("phone.deskNobody") : t("phone.deskFound", { count: found.length })}</h2>}
        <div className="stack">{(found ?? []).map((person) => <One key={person.id} api={api} person={person} when={when} onDone={() => finish(person)} />)}</div>
        {confirmed.length > 0 ? (
          <section className="mt-6">
            <h2 className="mb-2">{t("phone.confirmedTitle")}</h2>
            <p className="mb-3">{t("phone.confirmedText")}</p>
            <ul className="grid gap-2">
              {confirmed.map((person) => <li key={person.id}><Link className="link" href={`/desk/people/${person.id}`}>{person.name}</Link> <span className="small muted">{t("phone.deskRegistered", { place: person.municipalityName, when: when(person.registeredAt) })}</span></li>)}
            </ul>
          </section>
        ) : null}
      </div>
      <p className="small muted mt-6">{t("phone.looks")}</p>
    </>
  );
}

function One({ api, person, when, onDone }: Props & { readonly person: Waiting; readonly onDone: () => void }) {
  const t = useTranslations("people.phone");
  const key = useRef(newId());
  const form = useForm(confirmInPersonFields, (data) => ({ documentSeen: data.has("documentSeen") }), async ({ documentSeen }) => {
    await api.confirmInPerson({ personId: person.id, documentSeen, key: key.current });
    onDone();
  });
  return (
    <Panel title={person.name}>
      <p className="mb-3">{t("deskRegistered", { place: person.municipalityName, when: when(person.registeredAt) })}</p>
      <FormFrame form={form} labels={{ documentSeen: t("documentSeen") }} submit={t("deskConfirm")}>
        <CheckboxField name="documentSeen" id={`documentSeen-${person.id}`} label={t("documentSeen")} note={t("documentNote")} error={form.problems.fields.documentSeen} />
      </FormFrame>
    </Panel>
  );
}
