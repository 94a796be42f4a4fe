"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { isPlainDate } from "@/shared/dates/plain-date";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { DateField } from "@/ui/form/date-field";
import { TextField } from "@/ui/form/text-field";
import { useSend } from "@/ui/form/use-send";
import { tightenInput, type RegulationHere } from "../schema";
import type { RegulationCalls } from "./calls";
import { SaveNotice } from "./save-notice";
import { useErrorWords } from "./use-error-words";

/** Fields of what may be shorter; an empty one leaves the marathon's term. */
export function TightenForm({ here, calls }: { readonly here: RegulationHere; readonly calls: RegulationCalls }) {
  const t = useTranslations("regulation");
  const say = useErrorWords();
  const [typed, setTyped] = useState(() => new Map(here.terms.map(({ subject, amount, shortenedFrom }) => [subject, shortenedFrom === null ? "" : String(amount)])));
  const [basis, setBasis] = useState(() => here.terms.find(({ shortenedFrom }) => shortenedFrom !== null)?.basis ?? "");
  const [startsOn, setStartsOn] = useState<string | null>(null);
  const save = useSend(tightenInput, calls.tighten, () => { toast({ tone: "done", title: t("tighten.saved") }); calls.refresh(); });
  const filled = here.terms.filter(({ subject }) => typed.get(subject)?.trim());
  const errorOf = (subject: string) => save.errorOf(subject) ?? save.errorOf(`terms.${filled.findIndex((term) => term.subject === subject)}.amount`);
  const labels = Object.fromEntries([
    ...here.terms.flatMap(({ subject }) => [subject, `terms.${filled.findIndex((term) => term.subject === subject)}.amount`].map((path) => [path, { id: `tighten-${subject}`, label: t(`subject.${subject}`) }] as const)),
    ["startsOn", { id: "tighten-startsOn", label: t("tighten.startsOn") }] as const,
  ]);
  const submit = async () =>
    await save.run({
      municipalityId: here.municipality.id, marathonId: here.marathon.id, seen: { marathon: here.numbers.marathon, own: here.numbers.own }, startsOn: isPlainDate(startsOn) ? startsOn : null,
      terms: filled.map(({ subject }) => ({ subject, amount: Number((typed.get(subject) ?? "").trim()), basis })),
    });
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <SaveNotice problem={save.problem} attempt={save.attempt} labels={labels} refresh={calls.refresh} />
      <p className="muted mb-4">{t("tighten.empty")}</p>
      <div className="grid items-end gap-4 sm:grid-cols-2">
        {here.terms.map(({ subject, amount, unit, shortenedFrom }) => {
          const error = errorOf(subject);
          return (
            <div key={subject}>
              <TextField id={`tighten-${subject}`} label={t(`subject.${subject}`)} hint={t("tighten.hint", { amount: shortenedFrom ?? amount, unit })} inputMode="numeric" narrow maxLength={4} value={typed.get(subject) ?? ""} onChange={(text) => setTyped(new Map(typed).set(subject, text))} error={error && say(error.key, error.params)} />
            </div>
          );
        })}
      </div>
      <TextField id="tighten-basis" label={t("tighten.basis")} hint={t("tighten.basisHint")} value={basis} onChange={setBasis} maxLength={300} />
      <DateField id="tighten-startsOn" label={t("tighten.startsOn")} hint={t("tighten.startsOnHint")} value={startsOn} onChange={setStartsOn} error={save.errorOf("startsOn") && say(save.errorOf("startsOn")?.key ?? "")} />
      <div className="acts mt-6"><Button type="submit" isPending={save.isBusy}>{t("tighten.save")}</Button></div>
    </form>
  );
}
