"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "@/ui/dialog/dialog";
import { AlertDialog } from "@/ui/dialog/alert-dialog";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { Select } from "@/ui/form/select";
import { useSend } from "@/ui/form/use-send";
import { useCalls } from "../../ui/calls";
import { ProblemNotice } from "../../ui/problem-notice";
import { useErrorWords } from "../../ui/use-error-words";
import { assignShiftInput, cancelShiftInput, offerShiftInput, takeShiftInput, type Roster, type Shift } from "../schema";

interface Props {
  readonly shift: Shift;
  /** «Иванов Пётр, понедельник, 6 марта, 08:00–17:00», for those who listen */
  readonly said: string;
  readonly roster: Pick<Roster, "may" | "operators">;
}

/** What the reader may do with a shift: ask to be relieved, take it over, give it to another, take it away. */
export function ShiftActs({ shift, said, roster }: Props) {
  const t = useTranslations("structure.roster");
  const { may } = roster;
  return (
    <div className="acts">
      {shift.isMine && may.take ? <OfferButton shift={shift} said={said} /> : null}
      {!shift.isMine && shift.isOffered && may.take ? <TakeButton shift={shift} said={said} /> : null}
      {may.plan ? <AssignDialog shift={shift} said={said} operators={roster.operators} /> : null}
      {may.plan ? <CancelButton shift={shift} said={said} label={t("cancel")} /> : null}
    </div>
  );
}

function OfferButton({ shift, said }: Pick<Props, "shift" | "said">) {
  const t = useTranslations("structure.roster");
  const { offerShift, refresh } = useCalls();
  const word = shift.isOffered ? "keep" : "offer";
  const send = useSend(offerShiftInput, offerShift, () => { toast({ tone: "done", title: t(`${word}Done`) }); refresh(); });
  return (
    <>
      <ProblemNotice problem={send.problem} attempt={send.attempt} ids={{}} />
      <Button variant="quiet" aria-label={`${t(word)}: ${said}`} onPress={async () => await send.run({ shiftId: shift.id, isOffered: !shift.isOffered })}>{t(word)}</Button>
    </>
  );
}

function TakeButton({ shift, said }: Pick<Props, "shift" | "said">) {
  const t = useTranslations("structure.roster");
  const { takeShift, refresh } = useCalls();
  const send = useSend(takeShiftInput, takeShift, () => { toast({ tone: "done", title: t("takeDone") }); refresh(); });
  return (
    <>
      <ProblemNotice problem={send.problem} attempt={send.attempt} ids={{}} />
      <Button aria-label={`${t("take")}: ${said}`} onPress={async () => await send.run({ shiftId: shift.id, seen: shift.personId })}>{t("take")}</Button>
    </>
  );
}

function AssignDialog({ shift, said, operators }: Pick<Props, "shift" | "said"> & { readonly operators: Roster["operators"] }) {
  const t = useTranslations("structure");
  const errors = useErrorWords();
  const { assignShift, refresh } = useCalls();
  const [isOpen, setOpen] = useState(false);
  const [personId, setPerson] = useState<string | null>(null);
  const send = useSend(assignShiftInput, assignShift, () => { toast({ tone: "done", title: t("roster.assignDone") }); setOpen(false); refresh(); });
  const others = operators.filter((one) => one.personId !== shift.personId);
  if (others.length === 0) return null;
  const id = `assign-${shift.id}`;
  return (
    <>
      <Button variant="plain" aria-label={`${t("roster.assign")}: ${said}`} onPress={() => setOpen(true)}>{t("roster.assign")}</Button>
      <Dialog title={t("roster.assignTitle")} isOpen={isOpen} onOpenChange={setOpen} keepOpenOutside labels={{ close: t("form.close") }}>
        <p className="muted mb-5">{said}</p>
        <form noValidate onSubmit={(event) => { event.preventDefault(); void send.run({ shiftId: shift.id, personId: personId ?? "", seen: shift.personId }); }}>
          <ProblemNotice problem={send.problem} attempt={send.attempt} ids={{ personId: { id, label: t("roster.personId") } }} />
          <Select id={id} label={t("roster.personId")} placeholder={t("roster.choosePerson")} value={personId} onChange={setPerson} options={others.map((one) => ({ id: one.personId, label: one.name }))} error={errors.field(send.problem, "personId")} />
          <div className="acts mt-6"><Button type="submit" isPending={send.isBusy}>{t("roster.assignSubmit")}</Button></div>
        </form>
      </Dialog>
    </>
  );
}

function CancelButton({ shift, said, label }: Pick<Props, "shift" | "said"> & { readonly label: string }) {
  const t = useTranslations("structure");
  const { cancelShift, refresh } = useCalls();
  const [isOpen, setOpen] = useState(false);
  const send = useSend(cancelShiftInput, cancelShift, () => { toast({ tone: "done", title: t("roster.cancelDone") }); refresh(); });
  return (
    <>
      <ProblemNotice problem={send.problem} attempt={send.attempt} ids={{}} />
      <Button variant="plain" aria-label={`${label}: ${said}`} onPress={() => setOpen(true)}>{label}</Button>
      <AlertDialog title={t("roster.cancelTitle")} isOpen={isOpen} onOpenChange={setOpen} cancel={t("form.cancel")} confirm={{ label, danger: true, onPress: async () => await send.run({ shiftId: shift.id }) }}>
        <p>{said}</p>
      </AlertDialog>
    </>
  );
}
