"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, type FormEvent } from "react";
import type { Direction, Municipality } from "@/features/marathon/schema";
import { newId } from "@/shared/ids/id";
import { formatPoint, parsePoint, type Point } from "@/shared/text/point";
import { groupBy } from "@/shared/lists/group-by";
import { InputField } from "@/ui/form/input-field";
import { SelectField } from "@/ui/form/select-field";
import { TextareaField } from "@/ui/form/textarea-field";
import { buttonClass } from "@/ui/page/button-class";
import { Notice } from "@/ui/page/notice";
import { keptName, useKept } from "../../considering/ui/use-kept";
import { initiativeLimits } from "../../schema";
import { PointField } from "../../drafts/ui/point-field";
import { refusalOf, type Refusal } from "../../drafts/ui/draft-api";

type Step = { readonly number: number; readonly version: number; readonly key: string };

export interface OwnApi {
  readonly answer: (input: Step & { text: string }) => Promise<unknown>;
  readonly object: (input: Step & { text: string }) => Promise<unknown>;
  readonly resubmit: (input: Step & { title: string; essence: string; expectedResult: string; placeText: string | null }) => Promise<unknown>;
  readonly withdraw: (input: Step & { reason: string | null }) => Promise<unknown>;
  readonly correctPlace: (input: Step & { municipalityId: string; directionId: string; placeText?: string | null; point?: Point | null }) => Promise<unknown>;
  readonly directions: (input: { municipalityId: string }) => Promise<readonly Direction[]>;
}

interface Props {
  readonly number: number;
  readonly version: number;
  readonly api: OwnApi;
}

const ownName = (number: number, step: string) => keptName(`own-${number}`, step);

/** One step of the author: sent once per key, however often it is pressed; what was typed is forgotten then, and the page read anew. */
function useStep(done: string, forget: () => void) {
  const key = useRef("");
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const send = async (event: FormEvent, work: (key: string) => Promise<unknown>) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setRefusal(null);
    key.current ||= newId();
    try {
      await work(key.current);
      forget();
      window.location.assign(`${window.location.pathname}?done=${done}`);
    } catch (error) {
      const refused = refusalOf(error);
      if (refused) key.current = "";
      setRefusal(refused ?? { code: "request.unavailable" });
      setBusy(false);
    }
  };
  return { isBusy, refusal, send };
}

function Refused({ refusal }: { readonly refusal: Refusal | null }) {
  const errors = useTranslations("errors");
  return refusal && !refusal.fields ? <Notice tone="late" live><p>{errors(refusal.code as "request.failed", refusal.params)}</p></Notice> : null;
}

function useFieldError(refusal: Refusal | null, field: string, params: Record<string, number> = {}) {
  const errors = useTranslations("errors");
  const key = refusal?.fields?.[field];
  return key ? errors(key as "field.tooShort", params) : undefined;
}

/** What was typed before a reload isn't hidden behind its summary; whoever closes it by hand isn't contradicted. */
function useOpened(typed: unknown): boolean | undefined {
  const [isOpen, setOpen] = useState<boolean>();
  useEffect(() => {
    if (typed !== null) setOpen(true);
  }, [typed]);
  return isOpen;
}

export function AnswerForm({ number, version, api, limits }: Props & { readonly limits: { readonly min: number; readonly max: number } }) {
  const t = useTranslations("initiatives.own");
  const { typed, keep, forget } = useKept<string>(ownName(number, "answer"));
  const text = typed ?? "";
  const { isBusy, refusal, send } = useStep("answered", forget);
  const error = useFieldError(refusal, "text", text.trim().length > limits.max ? { max: limits.max } : { min: limits.min });
  return (
    <form id="answer" className="stack" noValidate onSubmit={(event) => void send(event, (key) => api.answer({ number, version, key, text }))}>
      <TextareaField name="text" label={t("answerLabel")} hint={t("answerHint")} error={error} value={text} rows={4} onChange={(event) => keep(event.target.value)} />
      <Refused refusal={refusal} />
      <button type="submit" className={buttonClass({})} aria-disabled={isBusy}>{t("answerSend")}</button>
    </form>
  );
}

export function WithdrawForm({ number, version, api }: Props) {
  const t = useTranslations("initiatives.own");
  const { typed, keep, forget } = useKept<string>(ownName(number, "withdraw"));
  const reason = typed ?? "";
  const { isBusy, refusal, send } = useStep("withdrawn", forget);
  return (
    <details className="facet" open={useOpened(typed)}>
      <summary>{t("withdraw")}</summary>
      <form className="stack pb-4" noValidate onSubmit={(event) => void send(event, (key) => api.withdraw({ number, version, key, reason: reason.trim() || null }))}>
        <p>{t("withdrawText")}</p>
        <InputField name="reason" label={t("withdrawReason")} mark={t("optional")} error={useFieldError(refusal, "reason", { max: 500 })} value={reason} onChange={(event) => keep(event.target.value)} />
        <Refused refusal={refusal} />
        <button type="submit" className={buttonClass({ variant: "danger" })} aria-disabled={isBusy}>{t("withdrawConfirm")}</button>
      </form>
    </details>
  );
}

export function ObjectForm({ number, version, api, limits }: Props & { readonly limits: { readonly min: number; readonly max: number } }) {
  const t = useTranslations("initiatives.own");
  const { typed, keep, forget } = useKept<string>(ownName(number, "object"));
  const text = typed ?? "";
  const { isBusy, refusal, send } = useStep("objected", forget);
  return (
    <details className="facet" open={useOpened(typed)}>
      <summary>{t("object")}</summary>
      <form className="stack pb-4" noValidate onSubmit={(event) => void send(event, (key) => api.object({ number, version, key, text }))}>
        <p>{t("objectText")}</p>
        <TextareaField name="objection" label={t("objectLabel")} hint={t("objectHint")} error={useFieldError(refusal, "text", text.trim().length > limits.max ? { max: limits.max } : { min: limits.min })} value={text} rows={5} onChange={(event) => keep(event.target.value)} />
        <Refused refusal={refusal} />
        <button type="submit" className={buttonClass({})} aria-disabled={isBusy}>{t("objectSend")}</button>
      </form>
    </details>
  );
}

type Words = { readonly title: string; readonly essence: string; readonly expectedResult: string; readonly placeText: string | null };

/** The words as they stand, to be changed as the moderator asked. */
export function ResubmitForm({ number, version, api, words }: Props & { readonly words: Words }) {
  const t = useTranslations("initiatives.own");
  const kept = useKept<Words>(ownName(number, "resubmit"));
  const typed = kept.typed ?? words;
  const setTyped = kept.keep;
  const { isBusy, refusal, send } = useStep("resubmitted", kept.forget);
  const errors = useTranslations("errors");
  const limits = { title: initiativeLimits.titleMin, essence: initiativeLimits.essenceMin, expectedResult: initiativeLimits.expectedMin } as const;
  const errorOf = (name: keyof typeof limits) => { const key = refusal?.fields?.[name]; return key ? errors(key as "field.tooShort", { min: limits[name], max: initiativeLimits[name === "expectedResult" ? "expected" : name] }) : undefined; };
  return (
    <form id="resubmit" className="stack" noValidate onSubmit={(event) => void send(event, (key) => api.resubmit({ number, version, key, ...typed, placeText: typed.placeText?.trim() || null }))}>
      <InputField name="title" label={t("words.title")} error={errorOf("title")} value={typed.title} onChange={(event) => setTyped({ ...typed, title: event.target.value })} />
      <TextareaField name="essence" label={t("words.essence")} error={errorOf("essence")} value={typed.essence} rows={8} onChange={(event) => setTyped({ ...typed, essence: event.target.value })} />
      <TextareaField name="expectedResult" label={t("words.expectedResult")} error={errorOf("expectedResult")} value={typed.expectedResult} rows={3} onChange={(event) => setTyped({ ...typed, expectedResult: event.target.value })} />
      <InputField name="placeText" label={t("words.place")} mark={t("optional")} value={typed.placeText ?? ""} onChange={(event) => setTyped({ ...typed, placeText: event.target.value })} />
      <Refused refusal={refusal} />
      <button type="submit" className={buttonClass({})} aria-disabled={isBusy}>{t("resubmitSend")}</button>
    </form>
  );
}

interface PlaceProps extends Props {
  readonly municipalities: readonly Municipality[];
  readonly directions: readonly Direction[];
  readonly municipalityId: string;
  readonly directionId: string;
  readonly placeText: string | null;
  readonly point: Point | null;
}

export function PlaceForm({ number, version, api, municipalities, directions: offered, ...now }: PlaceProps) {
  const t = useTranslations("initiatives");
  const stands = { municipalityId: now.municipalityId, directionId: now.directionId, placeText: now.placeText ?? "", point: now.point ? formatPoint(now.point) : "" };
  const { typed, keep, forget } = useKept<typeof stands>(ownName(number, "place"));
  const place = typed ?? stands;
  const { municipalityId, directionId, placeText, point } = place;
  const [directions, setDirections] = useState(offered);
  const load = api.directions;
  useEffect(() => {
    let isOld = false;
    if (municipalityId !== now.municipalityId) load({ municipalityId }).then((found) => isOld || setDirections(found), () => undefined);
    else setDirections(offered);
    return () => {
      isOld = true;
    };
  }, [municipalityId, now.municipalityId, offered, load]);
  const [isPointWrong, setPointWrong] = useState(false);
  const errors = useTranslations("errors");
  const { isBusy, refusal, send } = useStep("placed", forget);
  const correct = async (key: string) => await api.correctPlace({
    number, version, key, municipalityId, directionId,
    ...(placeText.trim() === (now.placeText ?? "") ? {} : { placeText: placeText.trim() || null }), ...(point === (now.point ? formatPoint(now.point) : "") ? {} : { point: parsePoint(point) }),
  });
  const options = [...groupBy(municipalities, (one) => one.regionName)].map(([label, own]) => ({ label, options: own.map(({ id, shortName }) => ({ value: id, label: shortName })) }));
  return (
    <details className="facet" open={useOpened(typed)}>
      <summary>{t("own.place")}</summary>
      <form className="stack pb-4" noValidate onSubmit={(event) => {
        const isWrong = point.trim() !== "" && parsePoint(point) === null;
        setPointWrong(isWrong);
        if (isWrong) event.preventDefault();
        else void send(event, correct);
      }}>
        <p>{t("own.placeText")}</p>
        <SelectField name="municipalityId" label={t("new.municipality")} error={useFieldError(refusal, "municipalityId")} options={options} value={municipalityId} onChange={(event) => keep({ ...place, municipalityId: event.target.value })} />
        <SelectField name="directionId" label={t("new.direction")} options={directions.map(({ id, name }) => ({ value: id, label: name }))} value={directionId} onChange={(event) => keep({ ...place, directionId: event.target.value })} />
        <InputField name="placeText" label={t("own.words.place")} mark={t("own.optional")} error={useFieldError(refusal, "placeText", { max: initiativeLimits.place })} value={placeText} autoComplete="off" onChange={({ target }) => keep({ ...place, placeText: target.value })} />
        <PointField value={point} error={isPointWrong ? errors("field.point") : undefined} municipalityId={municipalityId} municipalities={municipalities} onChange={(value) => keep({ ...place, point: value })} />
        <Refused refusal={refusal} />
        <button type="submit" className={buttonClass({})} aria-disabled={isBusy}>{t("own.placeSend")}</button>
      </form>
    </details>
  );
}
