"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "@/ui/dialog/dialog";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { RadioGroup } from "@/ui/form/radio-group";
import { TextField } from "@/ui/form/text-field";
import { useSend } from "@/ui/form/use-send";
import { useCalls } from "../../ui/calls";
import { ProblemNotice } from "../../ui/problem-notice";
import { useErrorWords } from "../../ui/use-error-words";
import { clockOf } from "../rules";
import { setHoursInput, type Roster } from "../schema";

/** «Когда на линии кто-то должен быть?»: outside of it a gap is none. */
export function HoursDialog({ roster }: { readonly roster: Pick<Roster, "line" | "hours"> }) {
  const t = useTranslations("structure");
  const errors = useErrorWords();
  const { setDutyHours, refresh } = useCalls();
  const { hours, line } = roster;
  const [isOpen, setOpen] = useState(false);
  const [time, setTime] = useState({ from: clockOf(hours?.from ?? 480), to: clockOf(hours?.to ?? 1020) });
  const [days, setDays] = useState(hours?.daily ? "daily" : "working");
  const send = useSend(setHoursInput, setDutyHours, () => { toast({ tone: "done", title: t("roster.hoursSaved") }); setOpen(false); refresh(); });
  const ids = Object.fromEntries((["from", "to"] as const).map((name) => [name, { id: `hours-${name}`, label: t(`roster.${name}`) }]));
  return (
    <>
      <Button variant="quiet" onPress={() => setOpen(true)}>{t(hours ? "roster.hoursChange" : "roster.hoursSet")}</Button>
      <Dialog title={t("roster.hoursTitle")} isOpen={isOpen} onOpenChange={setOpen} keepOpenOutside labels={{ close: t("form.close") }}>
        <form noValidate onSubmit={(event) => { event.preventDefault(); void send.run({ hotlineId: line.id, ...time, daily: days === "daily", seen: hours }); }}>
          <ProblemNotice problem={send.problem} attempt={send.attempt} ids={ids} />
          <RadioGroup label={t("roster.days")} value={days} onChange={setDays} options={(["working", "daily"] as const).map((value) => ({ value, label: t(`roster.daysOf.${value}`) }))} />
          <div className="field-row">
            {(["from", "to"] as const).map((name) => <TextField key={name} id={`hours-${name}`} narrow type="time" label={t(`roster.${name}`)} value={time[name]} onChange={(next) => setTime({ ...time, [name]: next })} error={errors.field(send.problem, name)} />)}
          </div>
          <div className="acts mt-6"><Button type="submit" isPending={send.isBusy}>{t("roster.hoursSubmit")}</Button></div>
        </form>
      </Dialog>
    </>
  );
}
