"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { PlainDate } from "@/shared/dates/plain-date";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { Panel } from "@/ui/page/panel";
import { useSend } from "@/ui/form/use-send";
import { needsAct } from "../../rules";
import { appointmentActInput, setActInput, type AppointmentRecord } from "../schema";
import { CodeMaker } from "../../invitations/ui/code-maker";
import { useCalls } from "../../ui/calls";
import { ProblemNotice } from "../../ui/problem-notice";
import { ActFields, typedAct, useActIds } from "./act-fields";
import { BriefDialog } from "./brief-dialog";
import { EndDialog } from "./end-dialog";
import { ResetFactorDialog } from "./reset-factor-dialog";
import { SubstituteDialog } from "./substitute-dialog";

interface Props {
  readonly record: AppointmentRecord;
}

/** What may be done with an appointment: only what its reader may. */
export function AppointmentActs({ record, today }: Props & { readonly today: PlainDate }) {
  const t = useTranslations("structure.appointment");
  const { may } = record;
  if (!may.end && !may.substitute && !may.brief && !may.acknowledge && !may.resetSecondFactor && !may.remind && !may.print && !record.isInvited) return null;
  return (
    <Panel title={t("acts")}>
      <div className="acts">
        {may.acknowledge ? <Acknowledge record={record} /> : null}
        {may.brief ? <BriefDialog record={record} /> : null}
        {may.substitute ? <SubstituteDialog record={record} today={today} /> : null}
        {record.isInvited && may.act && record.hasEmail ? <InviteAgain record={record} /> : null}
        {may.remind ? <Remind record={record} /> : null}
        {may.resetSecondFactor ? <ResetFactorDialog record={record} /> : null}
        {may.end ? <EndDialog record={record} /> : null}
      </div>
      {may.print ? <div className="mt-4"><CodeMaker appointmentIds={[record.id]} label={t("printCode")} /></div> : null}
    </Panel>
  );
}

function Acknowledge({ record }: Props) {
  const t = useTranslations("structure.appointment");
  const { acknowledge, refresh } = useCalls();
  const send = useSend(appointmentActInput, acknowledge, () => { toast({ tone: "done", title: t("acknowledged") }); refresh(); });
  return (
    <>
      <ProblemNotice problem={send.problem} attempt={send.attempt} ids={{}} />
      <Button onPress={async () => await send.run({ appointmentId: record.id })}>{t("acknowledge")}</Button>
    </>
  );
}

function Remind({ record }: Props) {
  const t = useTranslations("structure.appointment");
  const { remind, refresh } = useCalls();
  const send = useSend(appointmentActInput, remind, ({ reminded }) => { toast({ tone: reminded > 0 ? "done" : "asks", title: t(reminded > 0 ? "reminded" : "unreachable") }); refresh(); });
  return (
    <>
      <ProblemNotice problem={send.problem} attempt={send.attempt} ids={{}} />
      <Button variant="quiet" onPress={async () => await send.run({ appointmentId: record.id })}>{t("remind")}</Button>
    </>
  );
}

function InviteAgain({ record }: Props) {
  const t = useTranslations("structure.appointment");
  const { inviteAgain, refresh } = useCalls();
  const send = useSend(appointmentActInput, inviteAgain, () => { toast({ tone: "done", title: t("invitedAgain") }); refresh(); });
  return (
    <>
      <ProblemNotice problem={send.problem} attempt={send.attempt} ids={{}} />
      <Button variant="quiet" onPress={async () => await send.run({ appointmentId: record.id })}>{t("inviteAgain")}</Button>
    </>
  );
}

/** The act's number and date, which may come after the appointment. */
export function ActPanel({ record }: Props) {
  const t = useTranslations("structure");
  const { setAct, refresh } = useCalls();
  const ids = useActIds(record.id);
  const [act, setTyped] = useState(typedAct(record.act));
  const [isOpen, setOpen] = useState(record.act.number === null && needsAct(record.role));
  const send = useSend(setActInput, setAct, () => { toast({ tone: "done", title: t("act.saved") }); setOpen(false); refresh(); });
  if (!record.may.act) return null;
  if (!isOpen) return <div className="acts mt-4"><Button variant="quiet" onPress={() => setOpen(true)}>{t("act.change")}</Button></div>;
  return (
    <Panel title={t("act.title")} id="act">
      <form noValidate onSubmit={(event) => { event.preventDefault(); void send.run({ appointmentId: record.id, act: { ...act, date: act.date ?? "" }, seen: record.act.number }); }}>
        <ProblemNotice problem={send.problem} attempt={send.attempt} ids={ids} />
        <ActFields prefix={record.id} value={act} onChange={setTyped} problem={send.problem} />
        <div className="acts mt-4">
          <Button type="submit" isPending={send.isBusy}>{t("act.save")}</Button>
          {record.act.number === null ? null : <Button variant="plain" onPress={() => setOpen(false)}>{t("form.cancel")}</Button>}
        </div>
      </form>
    </Panel>
  );
}
