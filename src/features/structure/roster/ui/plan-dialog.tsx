"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "@/ui/dialog/dialog";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { CheckboxGroup } from "@/ui/form/checkbox-group";
import { DateField } from "@/ui/form/date-field";
import { Select } from "@/ui/form/select";
import { TextField } from "@/ui/form/text-field";
import { useSend } from "@/ui/form/use-send";
import { useCalls } from "../../ui/calls";
import { ProblemNotice } from "../../ui/problem-notice";
import { useErrorWords } from "../../ui/use-error-words";
import { clockOf } from "../rules";
import { planInput, type Roster } from "../schema";

export const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;

interface Props {
  readonly roster: Pick<Roster, "line" | "operators" | "hours">;
  readonly today: string;
}

/** «Кто, в какие дни и часы»: one answer fills weeks. */
export function PlanDialog({ roster, today }: Props) {
  const t = useTranslations("structure");
  const errors = useErrorWords();
  const { planDuty, refresh } = useCalls();
  const { hours, operators, line } = roster;
  const [isOpen, setOpen] = useState(false);
  const [personId, setPerson] = useState<string | null>(operators.length === 1 ? (operators[0]?.personId ?? null) : null);
  const [days, setDays] = useState<{ startsOn: string | null; endsOn: string | null }>({ startsOn: today, endsOn: null });
  const [on, setOn] = useState<string[]>(hours?.daily ? [...weekdays] : weekdays.slice(0, 5));
  const [time, setTime] = useState({ from: clockOf(hours?.from ?? 480), to: clockOf(hours?.to ?? 1020) });
  const send = useSend(planInput, planDuty, ({ shifts }) => {
    toast({ tone: "done", title: t("roster.planned", { count: shifts }) });
    setOpen(false);
    refresh();
  });
  const ids = Object.fromEntries((["personId", "startsOn", "endsOn", "weekdays", "from", "to"] as const).map((name) => [name, { id: `plan-${name}`, label: t(`roster.${name}`) }]));
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t("roster.plan")}</Button>
      <Dialog title={t("roster.planTitle")} isOpen={isOpen} onOpenChange={setOpen} keepOpenOutside labels={{ close: t("form.close") }}>
        <form noValidate onSubmit={(event) => { event.preventDefault(); void send.run({ hotlineId: line.id, personId: personId ?? "", startsOn: days.startsOn ?? "", endsOn: days.endsOn ?? "", weekdays: on.map(Number), ...time }); }}>
          <ProblemNotice problem={send.problem} attempt={send.attempt} ids={ids} />
          <Select id="plan-personId" label={t("roster.personId")} placeholder={t("roster.choosePerson")} value={personId} onChange={setPerson} options={operators.map((one) => ({ id: one.personId, label: one.name }))} error={errors.field(send.problem, "personId")} />
          <div className="field-row">
            <DateField id="plan-startsOn" label={t("roster.startsOn")} value={days.startsOn} onChange={(startsOn) => setDays({ ...days, startsOn })} error={errors.field(send.problem, "startsOn")} />
            <DateField id="plan-endsOn" label={t("roster.endsOn")} value={days.endsOn} onChange={(endsOn) => setDays({ ...days, endsOn })} error={errors.field(send.problem, "endsOn")} />
          </div>
          <CheckboxGroup id="plan-weekdays" label={t("roster.weekdays")} options={weekdays.map((day) => ({ value: day, label: t(`roster.weekday.${day}`) }))} value={on} onChange={setOn} error={errors.field(send.problem, "weekdays")} />
          <div className="field-row">
            {(["from", "to"] as const).map((name) => <TextField key={name} id={`plan-${name}`} narrow type="time" label={t(`roster.${name}`)} value={time[name]} onChange={(next) => setTime({ ...time, [name]: next })} error={errors.field(send.problem, name)} />)}
          </div>
          <div className="acts mt-6"><Button type="submit" isPending={send.isBusy}>{t("roster.planSubmit")}</Button></div>
        </form>
      </Dialog>
    </>
  );
}
