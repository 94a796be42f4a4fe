"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "@/ui/dialog/dialog";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { TextArea } from "@/ui/form/text-area";
import { useSend } from "@/ui/form/use-send";
import { structureLimits } from "../../schema";
import { useCalls } from "../../ui/calls";
import { ProblemNotice } from "../../ui/problem-notice";
import { useErrorWords } from "../../ui/use-error-words";
import { briefInput, type AppointmentRecord } from "../schema";

/** The mark that a briefing was held, and on what. */
export function BriefDialog({ record }: { readonly record: AppointmentRecord }) {
  const t = useTranslations("structure");
  const errors = useErrorWords();
  const { brief, refresh } = useCalls();
  const [isOpen, setOpen] = useState(false);
  const [material, setMaterial] = useState(t("brief.usual"));
  const send = useSend(briefInput, brief, () => { toast({ tone: "done", title: t("brief.done") }); setOpen(false); refresh(); });
  return (
    <>
      <Button variant={record.briefedAt === null ? "primary" : "quiet"} onPress={() => setOpen(true)}>{t("brief.open")}</Button>
      <Dialog title={t("brief.title")} isOpen={isOpen} onOpenChange={setOpen} keepOpenOutside labels={{ close: t("form.close") }}>
        <form noValidate onSubmit={(event) => { event.preventDefault(); void send.run({ appointmentId: record.id, material }); }}>
          <ProblemNotice problem={send.problem} attempt={send.attempt} ids={{ material: { id: "brief-material", label: t("brief.material") } }} />
          <TextArea
            id="brief-material" label={t("brief.material")} hint={t("brief.hint")} rows={5} value={material} onChange={setMaterial} error={errors.field(send.problem, "material")}
            limit={structureLimits.material} counter={(left) => (left < 100 ? t("form.left", { count: left }) : null)}
          />
          <div className="acts mt-5"><Button type="submit" isPending={send.isBusy}>{t("brief.submit")}</Button></div>
        </form>
      </Dialog>
    </>
  );
}
