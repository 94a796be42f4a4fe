"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { DateField } from "@/ui/form/date-field";
import { TextArea } from "@/ui/form/text-area";
import { Notice } from "@/ui/page/notice";
import { problemFrom, useSend, type Problem } from "@/ui/form/use-send";
import { ActFields, actWishOf, typedAct, useActIds } from "../../appointments/ui/act-fields";
import { useCalls } from "../../ui/calls";
import { ProblemNotice } from "../../ui/problem-notice";
import { useErrorWords } from "../../ui/use-error-words";
import { decideInput, decisionField, unitsLimits, type ChangeKind, type Foreseen, type UnitRecord } from "../schema";
import { decisionOf, typedOf, type Typed } from "./decision-draft";
import { DecisionFields } from "./decision-fields";
import { fieldIssues } from "@/shared/errors/field-issues";

interface Props {
  readonly kind: ChangeKind;
  readonly unit: UnitRecord;
}

/** A decision on a unit: what, from which day, on what grounds; what it takes along is shown before it is recorded. */
export function ChangeForm({ kind, unit }: Props) {
  const [t, form] = [useTranslations("structure.units.form"), useTranslations("structure.form")];
  const errors = useErrorWords();
  const { decideUnit, foreseeUnit, goTo } = useCalls();
  const [typed, setTyped] = useState(() => typedOf(unit));
  const [when, setWhen] = useState<string | null>(unit.today);
  const [reason, setReason] = useState("");
  const [act, setAct] = useState(typedAct(null));
  const [foreseen, setForeseen] = useState<Foreseen | null>(null);
  const [refused, setRefused] = useState<Problem | null>(null);
  const [looks, setLooks] = useState(0);
  const send = useSend(decideInput, decideUnit, ({ isDone }) => { toast({ tone: "done", title: t(isDone ? "done" : "planned") }); goTo(`/desk/structure/units/${unit.id}`); });
  const change = (next: Typed) => { setTyped(next); setForeseen(null); };
  const look = async () => {
    const decision = decisionOf(kind, unit, typed);
    const checked = decisionField.safeParse(decision);
    setLooks(looks + 1);
    if (!checked.success) return setRefused({ code: "request.invalid", params: {}, fields: fieldIssues(checked.error).map((issue) => ({ ...issue, path: `decision.${issue.path}` })) });
    try {
      setForeseen(await foreseeUnit({ decision }));
      setRefused(null);
    } catch (error) {
      setRefused(problemFrom(error));
    }
  };
  const problem = refused ?? send.problem;
  const names = ["name", "shortName", "oktmo", "toId", "unitIds"] as const;
  const ids = {
    ...Object.fromEntries(names.map((name) => [`decision.${name}`, { id: `change-${name}`, label: t(name) }])),
    ...Object.fromEntries(typed.parts.flatMap((_, at) => (["name", "shortName", "oktmo"] as const).map((name) => [`decision.parts.${at}.${name}`, { id: `change-part-${at}-${name}`, label: t(name) }]))),
    ...useActIds("change"), takesEffectOn: { id: "change-day", label: t("takesEffectOn") }, reason: { id: "change-reason", label: t("reason") },
  };
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); if (foreseen === null) void look(); else { setRefused(null); void send.run({ decision: decisionOf(kind, unit, typed), takesEffectOn: when ?? "", reason, act: actWishOf(act), seen: unit.name }); } }}>
      <ProblemNotice problem={problem} attempt={looks + send.attempt} ids={ids} />
      <DecisionFields kind={kind} unit={unit} value={typed} onChange={change} problem={problem} />
      <DateField id="change-day" label={t("takesEffectOn")} hint={t("takesEffectOnHint")} value={when} onChange={setWhen} error={errors.field(problem, "takesEffectOn")} />
      <TextArea id="change-reason" label={t("reason")} hint={t("reasonHint")} rows={2} limit={unitsLimits.reason} counter={(left) => form("left", { count: left })} value={reason} onChange={setReason} error={errors.field(problem, "reason")} />
      <fieldset className="field mt-6">
        <legend className="label">{t("act")}</legend>
        <p className="hint">{t("actHint")}</p>
        <div className="mt-2"><ActFields prefix="change" value={act} onChange={setAct} problem={problem} /></div>
      </fieldset>
      {foreseen ? <div className="mt-6"><Notice tone="soon" live title={t("foreseen")}><Consequences foreseen={foreseen} /></Notice></div> : null}
      <div className="acts mt-6"><Button type="submit" isPending={send.isBusy}>{t(foreseen === null ? "look" : "submit")}</Button></div>
    </form>
  );
}

function Consequences({ foreseen }: { readonly foreseen: Foreseen }) {
  const t = useTranslations("structure.units.form");
  const lines = (["handed", "ended", "links", "bodies"] as const).filter((name) => foreseen[name] > 0);
  return (
    <ul>
      <li>{t("below", { count: foreseen.below })}</li>
      {lines.map((name) => <li key={name}>{t(name, { count: foreseen[name] })}</li>)}
      <li>{t("past")}</li>
    </ul>
  );
}
