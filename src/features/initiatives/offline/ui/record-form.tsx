import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { PlainDate } from "@/shared/dates/plain-date";
import { newId } from "@/shared/ids/id";
import { Button } from "@/ui/form/button";
import { CheckboxField } from "@/ui/form/checkbox-field";
import { InputField } from "@/ui/form/input-field";
import { Submit } from "@/ui/form/submit";
import { Notice } from "@/ui/page/notice";
import { Panel } from "@/ui/page/panel";
import { missingIn, newInitiative } from "../rules";
import type { SealedTrip, TripRecord, TypedInitiative, TypedPerson } from "../schema";
import { InitiativeFields } from "./initiative-fields";

interface Props {
  readonly trip: SealedTrip;
  readonly record: TripRecord;
  readonly today: PlainDate;
  readonly keep: (record: TripRecord) => Promise<void>;
  readonly onRemove: (record: TripRecord) => Promise<void>;
  readonly onClosed: () => void;
}

const keepMs = 400;

/** One person and what they propose: sealed as it is typed, so that a phone that dies loses a word at most. */
export function RecordForm({ trip, record: opened, today, keep, onRemove, onClosed }: Props) {
  const t = useTranslations("initiatives.offline");
  const errors = useTranslations("errors");
  // as it was opened: each writing tells it anew, what is typed stands
  const [record] = useState(opened);
  const [typed, setTyped] = useState(record);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [isLost, setLost] = useState(false);
  const [isSure, setSure] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const isFinishing = useRef(false);
  const writing = useRef(Promise.resolve());

  /** One writing after another, each of what stands at its turn. */
  const write = (next: TripRecord): Promise<void> => {
    const turn = writing.current.then(async () => await keep(next));
    writing.current = turn.catch(() => setLost(true));
    return turn;
  };
  const keepTyped = useEffectEvent((next: TripRecord) => {
    if (!isFinishing.current) write({ ...next, isComplete: false }).catch(() => undefined);
  });
  useEffect(() => {
    if (typed === record) return;
    const timer = setTimeout(() => keepTyped(typed), keepMs);
    return () => clearTimeout(timer);
  }, [typed, record]);

  const setPerson = (change: Partial<TypedPerson>) => setTyped((before) => ({ ...before, person: { ...before.person, ...change } }));
  const setInitiative = (id: string, change: Partial<TypedInitiative>) => setTyped((before) => ({ ...before, initiatives: before.initiatives.map((one) => (one.id === id ? { ...one, ...change, refused: null } : one)) }));
  const finish = async () => {
    const issues = missingIn(typed, trip, today);
    setProblems(Object.fromEntries(issues.map(({ path, key, params }) => [path, errors(key as "request.failed", params)])));
    const [first] = issues;
    if (first) {
      (form.current?.elements.namedItem(first.path) as HTMLElement | null)?.focus();
      return;
    }
    isFinishing.current = true;
    const done = await write({ ...typed, isComplete: true, refused: null, initiatives: typed.initiatives.map((one) => ({ ...one, refused: null })) }).then(() => true, () => false);
    if (done) return onClosed();
    isFinishing.current = false;
  };
  const { person } = typed;
  const line = (name: keyof TypedPerson, more: { readonly optional?: true; readonly hint?: string; readonly type?: string; readonly narrow?: true } = {}) => (
    <InputField
      name={`person.${name}`} label={t(`person.${name as "familyName"}`)} mark={more.optional ? t("optional") : undefined} hint={more.hint} type={more.type ?? "text"} narrow={more.narrow} error={problems[`person.${name}`]} autoComplete="off"
      value={person[name] as string} onChange={({ target }) => setPerson({ [name]: target.value })}
    />
  );
  return (
    <form
      ref={form} noValidate className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void finish();
      }}
    >
      {isLost ? <Notice tone="late" live title={t("changedElsewhere")} actions={<Button variant="quiet" onPress={onClosed}>{t("back")}</Button>}><p>{t("changedElsewhereText")}</p></Notice> : null}
      {typed.personId === null ? (
        <Panel title={t("who")}>
          <div className="stack">
            {line("familyName")}
            {line("givenName")}
            {line("patronymic", { optional: true })}
            {line("phone", { optional: true, type: "tel" })}
            <CheckboxField name="person.worksHere" label={t("person.worksHere", { place: trip.unitName })} checked={person.worksHere} onChange={({ target }) => setPerson({ worksHere: target.checked })} />
            <CheckboxField name="person.signedOnPaper" label={t("person.signedOnPaper")} error={problems["person.signedOnPaper"]} checked={person.signedOnPaper} onChange={({ target }) => setPerson({ signedOnPaper: target.checked })} />
            {line("paperCase", { hint: t("person.paperCaseHint") })}
            <details open={person.birthDate !== "" || undefined}>
              <summary>{t("minor")}</summary>
              <div className="stack mt-3">
                {line("birthDate", { narrow: true, hint: t("person.birthDateHint") })}
                {line("representativeName")}
                {line("representativeCase")}
              </div>
            </details>
            <p>{typed.code === null ? t("noSlip") : t.rich("slip", { code: typed.code, address: trip.slipAddress, b: (chunks) => <strong className="num">{chunks}</strong> })}</p>
          </div>
        </Panel>
      ) : null}
      {typed.initiatives.map((one, at) => (
        <InitiativeFields
          key={one.id} number={at + 1} initiative={one} directions={trip.directions} errorOf={(field) => problems[`${at}.${field}`]} nameOf={(field) => `${at}.${field}`}
          onChange={(change) => setInitiative(one.id, change)} onRemove={() => setTyped((before) => ({ ...before, initiatives: before.initiatives.filter(({ id }) => id !== one.id) }))}
        />
      ))}
      <div className="acts">
        <Submit>{t("finishRecord")}</Submit>
        <Button variant="quiet" onPress={() => setTyped((before) => ({ ...before, initiatives: [...before.initiatives, newInitiative(newId())] }))}>{t("addInitiative")}</Button>
        <Button variant="quiet" onPress={async () => await write({ ...typed, isComplete: false }).then(onClosed, () => undefined)}>{t("later")}</Button>
        <Button variant="quiet" onPress={async () => (isSure ? await onRemove(typed) : setSure(true))}>{isSure ? t("removeRecordSure") : t("removeRecord")}</Button>
      </div>
    </form>
  );
}
