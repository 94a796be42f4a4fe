"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "@/ui/dialog/dialog";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { TextArea } from "@/ui/form/text-area";
import { useSend } from "@/ui/form/use-send";
import { useCalls } from "../../ui/calls";
import { ProblemNotice } from "../../ui/problem-notice";
import { useErrorWords } from "../../ui/use-error-words";
import { resetSecondFactorInput, type AppointmentRecord } from "../schema";

/** For a lost phone, after asking the person: the reason stays beside who did it, and the person gets a letter. */
export function ResetFactorDialog({ record }: { readonly record: AppointmentRecord }) {
  const t = useTranslations("structure");
  const errors = useErrorWords();
  const { resetSecondFactor } = useCalls();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const send = useSend(resetSecondFactorInput, resetSecondFactor, () => { toast({ tone: "done", title: t("resetFactor.done") }); setOpen(false); setReason(""); });
  return (
    <>
      <Button variant="quiet" onPress={() => setOpen(true)}>{t("resetFactor.open")}</Button>
      <Dialog title={t("resetFactor.title")} isOpen={isOpen} onOpenChange={setOpen} keepOpenOutside labels={{ close: t("form.close") }}>
        <p>{t("resetFactor.text", { name: record.name })}</p>
        <form noValidate className="mt-4" onSubmit={(event) => { event.preventDefault(); void send.run({ appointmentId: record.id, reason }); }}>
          <ProblemNotice problem={send.problem} attempt={send.attempt} ids={{ reason: { id: "reset-reason", label: t("resetFactor.reason") } }} />
          <TextArea id="reset-reason" label={t("resetFactor.reason")} hint={t("resetFactor.hint")} rows={3} value={reason} onChange={setReason} error={errors.field(send.problem, "reason")} limit={500} counter={(left) => (left < 100 ? t("form.left", { count: left }) : null)} />
          <div className="acts mt-5">
            <Button variant="quiet" onPress={() => setOpen(false)}>{t("form.cancel")}</Button>
            <Button type="submit" variant="danger" isPending={send.isBusy}>{t("resetFactor.submit")}</Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
