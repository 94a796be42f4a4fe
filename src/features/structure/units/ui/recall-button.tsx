"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AlertDialog } from "@/ui/dialog/alert-dialog";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { useSend } from "@/ui/form/use-send";
import { useCalls } from "../../ui/calls";
import { ProblemNotice } from "../../ui/problem-notice";
import { recallInput } from "../schema";

export function RecallButton({ changeId, label }: { readonly changeId: string; readonly label: string }) {
  const [t, form] = [useTranslations("structure.units"), useTranslations("structure.form")];
  const { recallChange, refresh } = useCalls();
  const [isOpen, setOpen] = useState(false);
  const send = useSend(recallInput, recallChange, () => { toast({ tone: "done", title: t("recalled") }); refresh(); });
  return (
    <>
      <ProblemNotice problem={send.problem} attempt={send.attempt} ids={{}} />
      <Button variant="quiet" aria-label={label} onPress={() => setOpen(true)}>{t("recall")}</Button>
      <AlertDialog title={t("recallTitle")} isOpen={isOpen} onOpenChange={setOpen} cancel={form("cancel")} confirm={{ label: t("recall"), danger: true, onPress: async () => await send.run({ changeId }) }}>
        <p>{t("recallText")}</p>
      </AlertDialog>
    </>
  );
}
