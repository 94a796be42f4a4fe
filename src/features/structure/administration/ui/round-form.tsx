"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { DateField } from "@/ui/form/date-field";
import { TextField } from "@/ui/form/text-field";
import { useSend, type Problem } from "@/ui/form/use-send";
import { useCalls } from "../../ui/calls";
import { ProblemNotice } from "../../ui/problem-notice";
import { useErrorWords } from "../../ui/use-error-words";
import { addRoundInput, setDatesInput, type AdminRound } from "../schema";

const dates = ["startsOn", "endsOn", "closingEndsOn"] as const;
type Dates = Readonly<Record<(typeof dates)[number], string | null>>;
const filled = ({ startsOn, endsOn, closingEndsOn }: Dates) => ({ startsOn: startsOn ?? "", endsOn: endsOn ?? "", closingEndsOn: closingEndsOn ?? "" });

function useIds(prefix: string) {
  const t = useTranslations("structure.round");
  return Object.fromEntries((["name", "slug", ...dates] as const).map((name) => [name, { id: `${prefix}-${name}`, label: t(name) }]));
}

function DateFields({ prefix, value, onChange, problem }: { readonly prefix: string; readonly value: Dates; readonly onChange: (next: Dates) => void; readonly problem: Problem | null }) {
  const t = useTranslations("structure.round");
  const errors = useErrorWords();
  return (
    <>
      {dates.map((name) => <DateField key={name} id={`${prefix}-${name}`} label={t(name)} hint={t(`${name}Hint`)} value={value[name]} onChange={(day) => onChange({ ...value, [name]: day })} error={errors.field(problem, name)} />)}
    </>
  );
}

/** Name and days of the round. Roles that last until its end follow it. */
export function RoundForm({ round }: { readonly round: AdminRound }) {
  const t = useTranslations("structure.round");
  const errors = useErrorWords();
  const { setDates, refresh } = useCalls();
  const seen = { name: round.name, startsOn: round.startsOn, endsOn: round.endsOn, closingEndsOn: round.closingEndsOn };
  const [name, setName] = useState(round.name);
  const [days, setDays] = useState<Dates>(seen);
  const send = useSend(setDatesInput, setDates, () => { toast({ tone: "done", title: t("saved") }); refresh(); });
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void send.run({ marathonId: round.id, name, ...filled(days), seen }); }}>
      <ProblemNotice problem={send.problem} attempt={send.attempt} ids={useIds("round")} />
      <TextField id="round-name" label={t("name")} value={name} onChange={setName} error={errors.field(send.problem, "name")} />
      <DateFields prefix="round" value={days} onChange={setDays} problem={send.problem} />
      <div className="acts mt-6"><Button type="submit" isPending={send.isBusy}>{t("save")}</Button></div>
    </form>
  );
}

/** Another round, with the directions, municipalities and terms of the one before: what comes along is said first. */
export function AddRoundForm({ previous }: { readonly previous: Pick<AdminRound, "id" | "name" | "directions" | "goingOn"> | null }) {
  const t = useTranslations("structure.round");
  const errors = useErrorWords();
  const { addRound, refresh } = useCalls();
  const [typed, setTyped] = useState({ name: "", slug: "" });
  const [days, setDays] = useState<Dates>({ startsOn: null, endsOn: null, closingEndsOn: null });
  const ids = useIds("next-round");
  const send = useSend(addRoundInput, addRound, () => { toast({ tone: "done", title: t("added") }); setTyped({ name: "", slug: "" }); refresh(); });
  return (
    <details>
      <summary className="link">{t("addOpen")}</summary>
      <form noValidate className="mt-5" onSubmit={(event) => { event.preventDefault(); void send.run({ ...typed, ...filled(days), copyFromId: previous?.id ?? null }); }}>
        <ProblemNotice problem={send.problem} attempt={send.attempt} ids={ids} />
        {previous ? (
          <div className="mb-5">
            <p>{t("copied", { name: previous.name })}</p>
            <ul className="list-disc pl-5 mt-2">
              <li>{t("copiedDirections", { count: previous.directions.length })}</li>
              <li>{t("copiedMunicipalities", { count: previous.goingOn })}</li>
              <li>{t("copiedTerms")}</li>
            </ul>
            <p className="muted mt-2">{t("copiedLater")}</p>
          </div>
        ) : <p className="muted mb-5">{t("firstRound")}</p>}
        <TextField id="next-round-name" label={t("name")} hint={t("nameHint")} value={typed.name} onChange={(name) => setTyped({ ...typed, name })} error={errors.field(send.problem, "name")} />
        <TextField id="next-round-slug" label={t("slug")} hint={t("slugHint")} value={typed.slug} onChange={(slug) => setTyped({ ...typed, slug })} error={errors.field(send.problem, "slug")} />
        <DateFields prefix="next-round" value={days} onChange={setDays} problem={send.problem} />
        <div className="acts mt-6"><Button type="submit" variant="quiet" isPending={send.isBusy}>{t("add")}</Button></div>
      </form>
    </details>
  );
}
