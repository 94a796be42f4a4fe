"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { isPlainDate } from "@/shared/dates/plain-date";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { DateField } from "@/ui/form/date-field";
import { Select } from "@/ui/form/select";
import { TextField } from "@/ui/form/text-field";
import { useSend } from "@/ui/form/use-send";
import { setRegulationInput, termUnits, tiers, type MarathonRegulation, type TermUnit, type Tier } from "../schema";
import type { RegulationCalls } from "./calls";
import { SaveNotice } from "./save-notice";
import { useErrorWords } from "./use-error-words";

const none = "none";

/** Every term of the marathon on one page; saving makes a new edition. */
export function MarathonForm({ regulation, calls }: { readonly regulation: MarathonRegulation; readonly calls: RegulationCalls }) {
  const t = useTranslations("regulation");
  const say = useErrorWords();
  const [terms, setTerms] = useState(() => regulation.terms.map((term) => ({ ...term, amount: String(term.amount) })));
  const [startsOn, setStartsOn] = useState<string | null>(null);
  const save = useSend(setRegulationInput, calls.set, () => { toast({ tone: "done", title: t("marathon.saved") }); calls.refresh(); });
  const change = (index: number, to: Partial<(typeof terms)[number]>) => setTerms(terms.map((term, at) => (at === index ? { ...term, ...to } : term)));
  const labels = Object.fromEntries([...terms.map(({ subject }, index) => [`terms.${index}.amount`, { id: `term-${subject}`, label: t(`subject.${subject}`) }] as const), ["startsOn", { id: "regulation-startsOn", label: t("marathon.startsOn") }] as const]);
  const errorAt = (path: string) => { const error = save.errorOf(path); return error && say(error.key, error.params); };
  const submit = async () => await save.run({ marathonId: regulation.marathon.id, seen: regulation.number, startsOn: isPlainDate(startsOn) ? startsOn : null, terms: terms.map((term) => ({ ...term, amount: term.amount.trim() === "" ? Number.NaN : Number(term.amount) })) });
  const tierOptions = tiers.map((tier) => ({ id: tier, label: t(`tier.${tier}`) }));
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <SaveNotice problem={save.problem} attempt={save.attempt} labels={labels} refresh={calls.refresh} />
      {terms.map(({ subject, amount, unit, reactor, goesUpTo, basis }, index) => (
        <fieldset key={subject} className="mb-6">
          <legend className="font-semibold">{t(`subject.${subject}`)}</legend>
          <div className="grid items-end gap-4 mt-2 grid-cols-2 lg:grid-cols-4">
            <div><TextField id={`term-${subject}`} label={t("marathon.amount")} inputMode="numeric" narrow maxLength={4} value={amount} onChange={(text) => change(index, { amount: text })} error={errorAt(`terms.${index}.amount`)} /></div>
            <Select label={t("marathon.unit")} placeholder={t("marathon.unit")} value={unit} options={termUnits.map((one) => ({ id: one, label: t(`unit.${one}`) }))} onChange={(next) => change(index, { unit: (next ?? unit) as TermUnit })} />
            <Select label={t("marathon.reactor")} placeholder={t("marathon.reactor")} value={reactor} options={tierOptions} onChange={(next) => change(index, { reactor: (next ?? reactor) as Tier })} />
            <Select label={t("marathon.goesUpTo")} placeholder={t("nobody")} value={goesUpTo ?? none} options={[{ id: none, label: t("nobody") }, ...tierOptions]} onChange={(next) => change(index, { goesUpTo: next === null || next === none ? null : (next as Tier) })} />
          </div>
          <TextField label={t("marathon.basis")} value={basis} onChange={(text) => change(index, { basis: text })} maxLength={300} />
        </fieldset>
      ))}
      <DateField id="regulation-startsOn" label={t("marathon.startsOn")} hint={t("marathon.startsOnHint")} value={startsOn} onChange={setStartsOn} error={errorAt("startsOn")} />
      <div className="acts mt-6"><Button type="submit" isPending={save.isBusy}>{t("marathon.save")}</Button></div>
    </form>
  );
}
