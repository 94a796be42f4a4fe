"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { isPlainDate, type PlainDate } from "@/shared/dates/plain-date";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { Select } from "@/ui/form/select";
import { TextField } from "@/ui/form/text-field";
import { useSend } from "@/ui/form/use-send";
import { setHoursInput, type RegulationHere } from "../schema";
import type { RegulationCalls } from "./calls";
import { SaveNotice } from "./save-notice";
import { useErrorWords } from "./use-error-words";

const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;
const shorter = [0, 30, 60, 90, 120] as const;
const shown = (days: readonly string[]) => days.map((day) => day.split("-").toReversed().join(".")).join(", ");

/** «21.04.2026, 22.04.2026» as days; null where one of them is none. */
function parseDays(text: string): PlainDate[] | null {
  const days = text.split(/[\s,;]+/).filter(Boolean).map((day) => day.split(".").toReversed().join("-"));
  return days.every(isPlainDate) ? days : null;
}

/** When the offices are open: opening and closing by day, the break, days of one's own. */
export function HoursForm({ here, calls }: { readonly here: RegulationHere; readonly calls: RegulationCalls }) {
  const t = useTranslations("regulation.setHours");
  const inHours = useTranslations("regulation.hours");
  const say = useErrorWords();
  const { schedule } = here;
  const [week, setWeek] = useState(() => schedule.week.map((day) => day ?? { from: "", to: "" }));
  const [lunch, setLunch] = useState(schedule.lunch ?? { from: "", to: "" });
  const [rest, setRest] = useState({ shorterBy: String(schedule.shorterBy), daysOff: shown(schedule.daysOff), workingDays: shown(schedule.workingDays), reason: schedule.reason });
  const [wrong, setWrong] = useState<"daysOff" | "workingDays" | null>(null);
  const save = useSend(setHoursInput, calls.setHours, () => { toast({ tone: "done", title: t("saved") }); calls.refresh(); });
  const isEmpty = ({ from, to }: { from: string; to: string }) => from === "" && to === "";
  const submit = async () => {
    const [daysOff, workingDays] = [parseDays(rest.daysOff), parseDays(rest.workingDays)];
    setWrong(daysOff === null ? "daysOff" : workingDays === null ? "workingDays" : null);
    if (daysOff === null || workingDays === null) return;
    await save.run({
      municipalityId: here.municipality.id, seen: here.numbers.schedule, reason: rest.reason,
      schedule: { week: week.map((day) => (isEmpty(day) ? null : day)), lunch: isEmpty(lunch) ? null : lunch, shorterBy: Number(rest.shorterBy), daysOff, workingDays },
    });
  };
  const labels: Record<string, { id: string; label: string }> = { schedule: { id: "hours-0-from", label: inHours("title") }, reason: { id: "hours-reason", label: t("reason") } };
  for (const [index, day] of weekdays.entries()) for (const end of ["from", "to"] as const) labels[`schedule.week.${index}.${end}`] = { id: `hours-${index}-${end}`, label: inHours(`day.${day}`) };
  for (const end of ["from", "to"] as const) labels[`schedule.lunch.${end}`] = { id: `hours-lunch-${end}`, label: inHours("lunch") };
  const errorAt = (path: string) => { const error = save.errorOf(path); return error && say(error.key, error.params); };
  const clock = (id: string, label: string, value: string, onChange: (next: string) => void, path: string) => <TextField id={id} label={label} type="time" narrow value={value} onChange={onChange} error={errorAt(path)} />;
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <SaveNotice problem={save.problem} attempt={save.attempt} labels={labels} refresh={calls.refresh} />
      <p className="muted mb-4">{t("hint")}</p>
      {weekdays.map((day, index) => (
        <div key={day} className="grid items-end gap-4 grid-cols-2">
          {(["from", "to"] as const).map((end) => (
            <div key={end}>{clock(`hours-${index}-${end}`, t(end === "from" ? "dayFrom" : "dayTo", { day: inHours(`day.${day}`) }), week[index]?.[end] ?? "", (next) => setWeek(week.map((one, at) => (at === index ? { ...one, [end]: next } : one))), `schedule.week.${index}.${end}`)}</div>
          ))}
        </div>
      ))}
      <div className="grid items-end gap-4 grid-cols-2">
        <div>{clock("hours-lunch-from", t("lunchFrom"), lunch.from, (from) => setLunch({ ...lunch, from }), "schedule.lunch.from")}</div>
        <div>{clock("hours-lunch-to", t("lunchTo"), lunch.to, (to) => setLunch({ ...lunch, to }), "schedule.lunch.to")}</div>
      </div>
      <Select id="hours-shorter" label={t("shorterBy")} placeholder={t("shorterBy")} value={rest.shorterBy} options={shorter.map((count) => ({ id: String(count), label: t("minutes", { count }) }))} onChange={(shorterBy) => setRest({ ...rest, shorterBy: shorterBy ?? "0" })} />
      {(["daysOff", "workingDays"] as const).map((field) => (
        <TextField key={field} id={`hours-${field}`} label={t(field)} hint={field === "daysOff" ? t("daysOffHint") : undefined} value={rest[field]} onChange={(text) => setRest({ ...rest, [field]: text })} error={wrong === field ? t("wrongDates") : undefined} />
      ))}
      <TextField id="hours-reason" label={t("reason")} hint={t("reasonHint")} value={rest.reason} onChange={(reason) => setRest({ ...rest, reason })} error={errorAt("reason")} maxLength={300} />
      <div className="acts mt-6"><Button type="submit" isPending={save.isBusy}>{t("save")}</Button></div>
    </form>
  );
}
