"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { addDays, type PlainDate } from "@/shared/dates/plain-date";
import { Dialog } from "@/ui/dialog/dialog";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { DateField } from "@/ui/form/date-field";
import { RadioGroup } from "@/ui/form/radio-group";
import { useSend } from "@/ui/form/use-send";
import { useCalls } from "../../ui/calls";
import { ProblemNotice } from "../../ui/problem-notice";
import { useErrorWords } from "../../ui/use-error-words";
import { substituteInput, type AppointmentRecord, type SubstituteWish } from "../schema";
import { noPerson, PersonFields, usePersonIds, wishOf } from "./person-fields";

/** A week is what an illness usually takes. */
const usualDays = 7;
const another = "another";

/** Somebody who stands in for a time: from a phone, in a minute; the act follows. */
export function SubstituteDialog({ record, today }: { readonly record: AppointmentRecord; readonly today: PlainDate }) {
  const t = useTranslations("structure");
  const errors = useErrorWords();
  const { substitute, refresh } = useCalls();
  const [isOpen, setOpen] = useState(false);
  const [person, setPerson] = useState(noPerson);
  const [period, setPeriod] = useState<{ startsOn: string | null; endsOn: string | null }>({ startsOn: today, endsOn: addDays(today, usualDays - 1) });
  const { colleagues } = record;
  const [who, setWho] = useState<string>(colleagues.length === 1 ? (colleagues[0]?.personId ?? another) : another);
  const chosen: SubstituteWish = who === another ? wishOf(person) : { by: "colleague", personId: who };
  const send = useSend(substituteInput, substitute, ({ isInvited }) => {
    toast({ tone: "done", title: t("substitute.done"), text: isInvited ? t(person.hasNoEmail ? "appoint.doneCode" : "appoint.doneInvited") : undefined });
    setOpen(false);
    refresh();
  });
  const ids = { ...usePersonIds("substitute"), startsOn: { id: "substitute-startsOn", label: t("appoint.startsOn") }, endsOn: { id: "substitute-endsOn", label: t("appoint.endsOn") } };
  return (
    <>
      <Button variant="quiet" onPress={() => setOpen(true)}>{t("substitute.open")}</Button>
      <Dialog title={t("substitute.title")} isOpen={isOpen} onOpenChange={setOpen} keepOpenOutside labels={{ close: t("form.close") }}>
        <p className="muted mb-5">{t("substitute.text", { name: record.name })}</p>
        <form noValidate onSubmit={(event) => { event.preventDefault(); void send.run({ appointmentId: record.id, person: chosen, startsOn: period.startsOn ?? "", endsOn: period.endsOn ?? "" }); }}>
          <ProblemNotice problem={send.problem} attempt={send.attempt} ids={ids} />
          <div className="field-row mb-5">
            <DateField id="substitute-startsOn" label={t("appoint.startsOn")} value={period.startsOn} onChange={(startsOn) => setPeriod({ ...period, startsOn })} error={errors.field(send.problem, "startsOn")} />
            <DateField id="substitute-endsOn" label={t("appoint.endsOn")} value={period.endsOn} onChange={(endsOn) => setPeriod({ ...period, endsOn })} error={errors.field(send.problem, "endsOn")} />
          </div>
          {colleagues.length > 0 ? <div className="mb-5"><RadioGroup label={t("substitute.who")} value={who} onChange={setWho} options={[...colleagues.map((one) => ({ value: one.personId, label: one.name })), { value: another, label: t("substitute.another") }]} /></div> : null}
          {who === another ? <PersonFields prefix="substitute" value={person} onChange={(change) => setPerson((last) => ({ ...last, ...change }))} problem={send.problem} /> : null}
          <div className="acts mt-6"><Button type="submit" isPending={send.isBusy}>{t("substitute.submit")}</Button></div>
        </form>
      </Dialog>
    </>
  );
}
