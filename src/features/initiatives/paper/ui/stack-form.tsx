"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { deskRegisterInput, type DeskPlace } from "@/features/people/desk/schema";
import type { PlainDate } from "@/shared/dates/plain-date";
import { fieldIssues } from "@/shared/errors/field-issues";
import { newId } from "@/shared/ids/id";
import { InputField } from "@/ui/form/input-field";
import { SelectField } from "@/ui/form/select-field";
import { Submit } from "@/ui/form/submit";
import { TextareaField } from "@/ui/form/textarea-field";
import { Panel } from "@/ui/page/panel";
import { checkDraft } from "../../drafts/rules";
import { draftContent, initiatorKindField, initiatorKinds } from "../../schema";
import { typedSheet } from "../schema";
import { registrationOf, splitName, type Registration, type SheetRow } from "./sheet-row";
import { emptyStack, StackFields } from "./stack-fields";
import { StackRows } from "./stack-rows";
import { StackStanding } from "./stack-standing";
import { useStack, type PaperApi } from "./use-stack";

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface StackProps {
  readonly api: PaperApi;
  /** who types */
  readonly ownerId: string;
  readonly places: readonly DeskPlace[];
  /** of each place's municipality */
  readonly directions: Readonly<Record<string, readonly Named[]>>;
  readonly processingDocumentId: string;
  readonly today: PlainDate;
}

const blank = { person: "", phone: "", title: "", essence: "", expectedResult: "", placeText: "" };
type Typed = typeof blank;

/** A stack of sheets typed in by keyboard alone: Enter goes on to the next field, and from the last one to the next sheet. */
export function StackForm({ api, ownerId, places, directions, processingDocumentId, today }: StackProps) {
  const t = useTranslations("initiatives.paper");
  const [words, kinds, errors] = [useTranslations("initiatives.new"), useTranslations("initiatives.kind"), useTranslations("errors")];
  const [stack, setStack] = useState(() => emptyStack(places, today));
  const [choice, setChoice] = useState({ directionId: "", initiatorKind: "" });
  const [typed, setTyped] = useState<Typed>(blank);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [found, setFound] = useState<Awaited<ReturnType<PaperApi["findPeople"]>>>([]);
  const { rows, add, change, ...sending } = useStack(api, ownerId);
  const form = useRef<HTMLFormElement>(null);
  const { atUnitId } = stack;
  const municipalityId = places.find(({ unitId }) => unitId === atUnitId)?.municipalityId ?? "";
  const known = found.find((one) => labelOf(one) === typed.person.trim()) ?? null;

  const asked = typed.person.trim();
  useEffect(() => {
    if (asked.length < 2) return;
    let isOld = false;
    const timer = setTimeout(() => void api.findPeople(asked).then((people) => isOld || setFound((before) => [...people, ...before.filter((one) => labelOf(one) === asked)]), () => undefined), 250);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [asked, api]);

  const say = (key: string, params: Readonly<Record<string, string | number>> = {}) => errors(key as "request.failed", params);
  const set = (next: Partial<Typed>) => setTyped((before) => ({ ...before, ...next }));
  const focus = (name: string) => (form.current?.elements.namedItem(name) as HTMLElement | null)?.focus();

  const submit = () => {
    const id = newId();
    const content = draftContent.parse({
      ...typed, directionId: choice.directionId || null, initiatorKind: initiatorKindField.safeParse(choice.initiatorKind).data ?? null, organisationId: stack.worksHere ? atUnitId : null, municipalityId: municipalityId || null,
    });
    const sheet = typedSheet.safeParse({ id, atUnitId, takenOn: stack.takenOn, paperCase: stack.paperCase, scanId: stack.scan?.id ?? null, content });
    const name = known ? null : splitName(typed.person);
    const registration = known ? null : registrationOf(stack, { ...(name ?? { familyName: "", givenName: "", patronymic: "" }), phone: typed.phone, key: newId(), processingDocumentId });
    const registered = registration && deskRegisterInput.safeParse(registration);
    const checked = checkDraft(content);
    const issues = [...(sheet.success ? [] : fieldIssues(sheet.error)), ...(checked.ok ? [] : checked.issues), ...(registered === null || registered.success ? [] : fieldIssues(registered.error))];
    const next = Object.fromEntries(issues.map(({ path, key, params }) => [nameParts.includes(path) ? "person" : path === "signedOnPaper" ? "signed" : path, nameParts.includes(path) ? t("personProblem") : say(key, params)]));
    setProblems(next);
    const first = order.find((field) => next[field] !== undefined);
    if (first !== undefined || !sheet.success || (registered !== null && !registered.success)) return focus(first ?? "person");
    add({ sheet: sheet.data, personId: known?.id ?? null, registration: registration as Registration | null, name: known?.name ?? typed.person.trim(), state: "waiting", publicNumber: null, problem: null, known: null });
    setTyped(blank);
    focus("person");
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    const { target } = event;
    const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing || !isField) return;
    event.preventDefault();
    const fields = [...(form.current?.elements ?? [])].filter((field): field is HTMLElement => field instanceof HTMLElement && field.matches("input, select, textarea"));
    const after = fields[fields.indexOf(target) + 1];
    if (event.ctrlKey || !after) submit();
    else after.focus();
  };
  const again = ({ sheet, name, registration }: SheetRow) => {
    const { title, essence, expectedResult, placeText, directionId, initiatorKind } = sheet.content;
    setTyped({ person: name, phone: registration?.phone ?? "", title, essence, expectedResult, placeText });
    setChoice({ directionId: directionId ?? "", initiatorKind: initiatorKind ?? "" });
    change(sheet.id, null);
    focus("person");
  };
  const empty = { value: "", label: words("choose") };
  return (
    <form
      ref={form} noValidate onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <StackFields stack={stack} places={places} today={today} problems={problems} onChange={setStack} beginScan={api.beginScan} />
      <div className="mt-6">
        <Panel title={t("sheet")}>
          <p className="mb-4">{t("keys")}</p>
          <div className="stack">
            <InputField name="person" label={t("person")} hint={t("personHint")} error={problems.person} value={typed.person} list="sheet-people" autoComplete="off" onChange={({ target }) => set({ person: target.value })} />
            <datalist id="sheet-people">{found.map((one) => <option key={one.id} value={labelOf(one)} />)}</datalist>
            <InputField name="phone" type="tel" narrow label={t("phone")} mark={words("optional")} hint={t("phoneHint")} error={problems.phone} value={typed.phone} autoComplete="off" onChange={({ target }) => set({ phone: target.value })} />
            <InputField name="title" label={words("titleLabel")} error={problems.title} value={typed.title} autoComplete="off" onChange={({ target }) => set({ title: target.value })} />
            <TextareaField name="essence" label={words("essenceLabel")} error={problems.essence} value={typed.essence} rows={4} onChange={({ target }) => set({ essence: target.value })} />
            <TextareaField name="expectedResult" label={words("expectedLabel")} error={problems.expectedResult} value={typed.expectedResult} rows={2} onChange={({ target }) => set({ expectedResult: target.value })} />
            <InputField name="placeText" label={words("placeLabel")} mark={words("optional")} error={problems.placeText} value={typed.placeText} autoComplete="off" onChange={({ target }) => set({ placeText: target.value })} />
            <SelectField name="directionId" label={words("direction")} error={problems.directionId} value={choice.directionId} options={[empty, ...(directions[municipalityId] ?? []).map(({ id, name }) => ({ value: id, label: name }))]} onChange={({ target }) => setChoice({ ...choice, directionId: target.value })} />
            <SelectField name="initiatorKind" label={t("kind")} error={problems.initiatorKind} value={choice.initiatorKind} options={[empty, ...initiatorKinds.map((kind) => ({ value: kind, label: kinds(kind) }))]} onChange={({ target }) => setChoice({ ...choice, initiatorKind: target.value })} />
            <div className="acts"><Submit>{t("take")}</Submit></div>
          </div>
        </Panel>
      </div>
      <StackStanding {...sending} here="/desk/people/sheets" />
      <StackRows rows={rows} onAgain={again} onKnown={(row, id) => change(row.sheet.id, { personId: id, state: "waiting" })} onAnother={(row) => change(row.sheet.id, { registration: row.registration && { ...row.registration, isAnother: true, key: newId() }, state: "waiting" })} />
    </form>
  );
}

const nameParts = ["familyName", "givenName", "patronymic"];
/** The first field that has to be mended gets the focus. */
const order = ["takenOn", "paperCase", "signed", "person", "phone", "title", "essence", "expectedResult", "placeText", "directionId", "initiatorKind"];
const labelOf = ({ name, phone }: { readonly name: string; readonly phone: string | null }) => (phone ? `${name}, ${phone}` : name);
