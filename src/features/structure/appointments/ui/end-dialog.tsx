"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod";
import { Dialog } from "@/ui/dialog/dialog";
import { Skeleton } from "@/ui/feedback/skeleton";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { RadioGroup } from "@/ui/form/radio-group";
import { Notice } from "@/ui/page/notice";
import { problemFrom, useSend, type Problem } from "@/ui/form/use-send";
import { useCalls, type OpenWork } from "../../ui/calls";
import { ProblemNotice } from "../../ui/problem-notice";
import { useErrorWords } from "../../ui/use-error-words";
import type { AppointmentRecord } from "../schema";

const nobody = "nobody";

/** Ends an appointment, after asking who takes over what is unfinished. */
export function EndDialog({ record }: { readonly record: AppointmentRecord }) {
  const t = useTranslations("structure");
  const errors = useErrorWords();
  const { openWork, end, refresh } = useCalls();
  const [isOpen, setOpen] = useState(false);
  const [work, setWork] = useState<OpenWork | null>(null);
  const [refusal, setRefusal] = useState<Problem | null>(null);
  const [handTo, setHandTo] = useState<string | null>(null);
  const send = useSend(z.object({ appointmentId: z.string() }).loose(), end, () => { toast({ tone: "done", title: t("end.done") }); setOpen(false); refresh(); });
  const open = async () => {
    setOpen(true);
    setWork(null);
    setRefusal(null);
    try {
      setWork(await openWork({ appointmentId: record.id }));
    } catch (error) {
      setRefusal(problemFrom(error));
    }
  };
  const hasWork = work !== null && work.tickets + work.drafts + work.initiatives > 0;
  const mayLeave = work !== null && work.waiting + work.drafts === 0;
  const options = [...(work?.colleagues ?? []).map(({ personId, name }) => ({ value: personId, label: name })), ...(mayLeave ? [{ value: nobody, label: t("end.toQueue") }] : [])];
  return (
    <>
      <Button variant="danger" onPress={open}>{t("end.open")}</Button>
      <Dialog title={t("end.title")} isOpen={isOpen} onOpenChange={setOpen} keepOpenOutside labels={{ close: t("form.close") }}>
        <p>{t("end.text", { name: record.name })}</p>
        {refusal ? <div className="mt-4"><Notice tone="late" level={3} live title={t("form.notTaken")}><p>{errors.problem(refusal)}</p></Notice></div> : null}
        {work === null && !refusal ? <div className="mt-4"><Skeleton label={t("form.loading")} lines={2} height={22} /></div> : null}
        {work !== null ? (
          <form noValidate className="mt-4" onSubmit={(event) => { event.preventDefault(); void send.run({ appointmentId: record.id, handToId: handTo === nobody || handTo === null ? null : handTo }); }}>
            <ProblemNotice problem={send.problem} attempt={send.attempt} ids={{ handToId: { id: "end-hand-to", label: t("end.handTo") } }} />
            {hasWork ? (
              <>
                <p className="mb-4">{t("end.work", { tickets: work.tickets, drafts: work.drafts, initiatives: work.initiatives })}</p>
                {options.length > 0 ? <RadioGroup id="end-hand-to" label={t("end.handTo")} options={options} value={handTo} onChange={setHandTo} error={errors.field(send.problem, "handToId")} /> : <p>{t("end.nobody")}</p>}
              </>
            ) : <p className="muted">{t("end.nothing")}</p>}
            <div className="acts mt-6">
              <Button variant="quiet" onPress={() => setOpen(false)}>{t("form.cancel")}</Button>
              <Button type="submit" variant="danger" isPending={send.isBusy} isDisabled={hasWork && (options.length === 0 || handTo === null)}>{t("end.submit")}</Button>
            </div>
          </form>
        ) : null}
      </Dialog>
    </>
  );
}
