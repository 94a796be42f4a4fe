"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/ui/form/button";
import type { InitiativeRecord } from "../record/schema";
import type { Step } from "../rules";
import * as schema from "../schema";
import type { ConsideringCalls } from "./calls";
import { FieldsStep, type StepField } from "./fields-step";
import type { OpenStep } from "./record-acts";
import { TextStep } from "./text-step";
import { useStep, type Problem } from "./use-step";
import { VerdictForm, type TypedVerdict } from "./verdict-form";
import { keptName, useKept } from "./use-kept";

interface Props {
  readonly record: InitiativeRecord;
  readonly level: 2 | 3;
  readonly calls: ConsideringCalls;
  readonly open: OpenStep;
  readonly onOpen: (step: OpenStep) => void;
  readonly done: (step: Step) => () => void;
  readonly onConflict: (problem: Problem) => void;
}

/** Steps that open a form of their own, in the order in which they are offered. */
const withForm = ["acceptOffer", "returnOffer", "keepHere", "escalate", "impose", "answerObjection", "carryOut", "sign", "passOn", "assign", "redirect", "offer", "dispute", "merge", "split"] as const satisfies readonly Step[];
type FormStep = (typeof withForm)[number];
/** What waits for the asker stands in sight; the rest is a press away. */
const first: ReadonlySet<FormStep> = new Set(["acceptOffer", "returnOffer", "keepHere", "escalate", "impose", "answerObjection", "carryOut"]);

/** Redirecting, merging, objections, execution: what is done to an initiative beside deciding. */
export function MoreActs({ record, level, calls, open, onOpen, done, onConflict }: Props) {
  const t = useTranslations("considering.more");
  const can = (step: Step) => record.actions.includes(step);
  const on = { initiativeId: record.id, version: record.version };
  const goingOn = useStep<typeof on>(schema.goOnInput, calls.goOn, done("goOn"), onConflict);
  const recalling = useStep<typeof on>(schema.recallOfferInput, calls.recallOffer, done("recallOffer"), onConflict);
  const offered = withForm.filter(can);
  const [near, far] = [offered.filter((step) => first.has(step)), offered.filter((step) => !first.has(step))];
  const button = (step: FormStep, variant: "quiet" | "plain") => <Button key={step} variant={variant} onPress={() => onOpen(step)}>{t(`open.${step}`)}</Button>;
  return (
    <>
      {can("goOn") || can("recallOffer") || near.length > 0 ? (
        <div className="acts mt-3">
          {can("goOn") ? <Button variant="quiet" onPress={async () => await goingOn.run(on)}>{t("open.goOn")}</Button> : null}
          {can("recallOffer") ? <Button variant="quiet" onPress={async () => await recalling.run(on)}>{t("open.recallOffer")}</Button> : null}
          {near.map((step) => button(step, "quiet"))}
        </div>
      ) : null}
      {far.length > 0 ? (
        <details className="mt-3">
          <summary className="link">{t("title")}</summary>
          <div className="acts mt-2">{far.map((step) => button(step, "plain"))}</div>
        </details>
      ) : null}
      {withForm.some((step) => step === open) && can(open as FormStep) ? <StepForm key={open} step={open as FormStep} record={record} level={level} calls={calls} onDone={done(open as FormStep)} onConflict={onConflict} onCancel={() => onOpen(null)} /> : null}
    </>
  );
}

interface FormProps extends Pick<Props, "record" | "level" | "calls" | "onConflict"> {
  readonly step: FormStep;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

function StepForm({ step, record, level, calls, ...rest }: FormProps) {
  const t = useTranslations("considering.more");
  const locale = useLocale();
  const on = { initiativeId: record.id, version: record.version };
  const place = step === "acceptOffer" || step === "impose" ? (record.transfers.at(-1)?.toId ?? record.municipalityId) : record.municipalityId;
  const directions = useQuery({ queryKey: ["directions", record.marathonId, place], queryFn: async () => await calls.directions({ marathonId: record.marathonId, municipalityId: place }), enabled: ["redirect", "acceptOffer", "impose", "split"].includes(step) });
  const municipalities = useQuery({ queryKey: ["municipalities", record.marathonId], queryFn: async () => await calls.municipalities({ marathonId: record.marathonId }), enabled: step === "offer" });
  const waiting = ({ isLoading, isError }: { readonly isLoading: boolean; readonly isError: boolean }) => ({ placeholder: isLoading ? t("loading") : t("choose"), failed: isError ? t("listFailed") : undefined });
  const direction: StepField = {
    name: "directionId", label: t("direction"), kind: "choice", ...waiting(directions),
    options: (directions.data ?? []).filter(({ id }) => step !== "redirect" || id !== record.directionId).map(({ id, name, nameEn }) => ({ id, label: locale === "en" ? nameEn : name })),
  };
  const reason: StepField = { name: "reason", label: t(`reason.${step === "impose" || step === "offer" ? step : "redirect"}`), kind: "text" };
  const common = { ...rest, initiativeId: record.id, level, step, title: t(`open.${step}`), hint: t(`hint.${step}`), send: t(`send.${step}`), more: on };
  const saying = { ...rest, initiativeId: record.id, level, step, more: on, limit: schema.consideringLimits.reason };
  const words = { title: t(`label.${step === "carryOut" || step === "returnOffer" || step === "dispute" || step === "keepHere" || step === "escalate" ? step : "carryOut"}`), label: t(`open.${step}`), hint: t(`hint.${step}`), send: t(`send.${step}`) };
  switch (step) {
    case "acceptOffer":
      return <FieldsStep {...common} fields={[direction]} schema={schema.acceptOfferInput} call={calls.acceptOffer} />;
    case "impose":
      return <FieldsStep {...common} fields={[direction, reason]} schema={schema.imposeInput} call={calls.impose} />;
    case "redirect":
      return <FieldsStep {...common} fields={[direction, reason]} schema={schema.redirectInput} call={calls.redirect} />;
    case "offer":
      return <FieldsStep {...common} schema={schema.offerInput} call={calls.offer} fields={[{ name: "municipalityId", label: t("municipality"), kind: "choice", ...waiting(municipalities), options: (municipalities.data ?? []).filter(({ id }) => id !== record.municipalityId).map(({ id, shortName, regionName }) => ({ id, label: `${shortName}, ${regionName}` })) }, reason]} />;
    case "returnOffer":
      return <TextStep {...saying} name="reason" schema={schema.returnOfferInput} words={words} send={(input) => calls.returnOffer({ ...on, ...input })} />;
    case "dispute":
      return <TextStep {...saying} name="reason" schema={schema.disputeInput} words={words} send={(input) => calls.dispute({ ...on, ...input })} />;
    case "keepHere":
      return <TextStep {...saying} name="reason" schema={schema.keepHereInput} words={words} send={(input) => calls.keepHere({ ...on, ...input })} />;
    case "escalate":
      return <TextStep {...saying} name="reason" schema={schema.escalateInput} words={words} send={(input) => calls.escalate({ ...on, ...input })} />;
    case "carryOut":
      return <TextStep {...saying} name="text" limit={schema.consideringLimits.answer} schema={schema.carryOutInput} words={words} send={(input) => calls.carryOut({ ...on, ...input })} />;
    case "sign":
      return <FieldsStep {...common} schema={schema.signInput} call={calls.sign} fields={[{ name: "signer", label: t("signer"), hint: t("signerHint"), kind: "line" }, { name: "number", label: t("number"), kind: "line" }, { name: "on", label: t("on"), kind: "date" }]} />;
    case "passOn":
      return (
        <FieldsStep
          {...common} schema={schema.passOnInput} call={calls.passOn} toInput={({ link, ...typed }) => ({ ...typed, link: link?.trim() || null })}
          fields={[{ name: "system", label: t("system"), kind: "choice", placeholder: t("choose"), options: schema.externalSystems.map((id) => ({ id, label: t(`systems.${id}`) })) }, { name: "number", label: t("number"), kind: "line" }, { name: "link", label: t("link"), hint: t("linkHint"), kind: "line" }]}
        />
      );
    case "assign":
      return <FieldsStep {...common} schema={schema.assignInput} call={calls.assign} toInput={({ personId }) => ({ personId: personId === nobody || !personId ? null : personId })} fields={[{ name: "personId", label: t("person"), kind: "choice", placeholder: t("choose"), options: [...record.members.map(({ id, name }) => ({ id, label: name })), { id: nobody, label: t("nobody") }] }]} />;
    case "merge":
      return <MergeStep {...common} calls={calls} record={record} />;
    case "split":
      return <FieldsStep {...common} schema={schema.splitInput} call={calls.split} toInput={(typed) => ({ ...typed, reason: "" })} fields={[{ name: "title", label: t("partTitle"), kind: "line" }, { name: "essence", label: t("partEssence"), kind: "text" }, { name: "expectedResult", label: t("partExpected"), kind: "text" }, direction]} />;
    case "answerObjection":
      return <ObjectionAnswer record={record} level={level} send={calls.answerObjection} {...rest} />;
  }
}

const nobody = "nobody";

/** The other one is named by the number that people say: what is like this one stands below it. */
function MergeStep({ calls, record, ...common }: Omit<Parameters<typeof FieldsStep>[0], "fields" | "schema" | "call"> & Pick<Props, "calls" | "record">) {
  const t = useTranslations("considering.more");
  const merge = async ({ into, ...input }: { into: string; reason: string; key: string }) => {
    const { initiativeId: intoId } = await calls.find({ number: Number(into) });
    return await calls.merge({ ...input, intoId, initiativeId: record.id, version: record.version });
  };
  return <FieldsStep {...common} schema={schema.mergeFields} call={merge} toInput={({ into, reason }) => ({ into: into?.replace(/^.*\D(?=\d+$)/, "").trim() ?? "", reason: reason ?? "" })} fields={[{ name: "into", label: t("into"), hint: t("intoHint"), kind: "line" }, { name: "reason", label: t("mergeReason"), kind: "text" }]} />;
}

function ObjectionAnswer({ record, level, send, onDone, onConflict, onCancel }: Pick<FormProps, "record" | "level" | "onDone" | "onConflict" | "onCancel"> & { readonly send: ConsideringCalls["answerObjection"] }) {
  const t = useTranslations("considering.more");
  const kept = useKept<TypedVerdict>(keptName(record.id, "answerObjection"));
  return (
    <section className="panel mt-4" aria-label={t("open.answerObjection")}>
      <p className="small muted mb-4">{t("hint.answerObjection")}</p>
      <VerdictForm initiativeId={record.id} version={record.version} level={level} initial={{ decision: null, competence: null, text: "" }} kept={kept} autoFocus={false} sendLabel={t("send.answerObjection")} send={send} onDone={onDone} onConflict={onConflict} onCancel={onCancel} />
    </section>
  );
}
