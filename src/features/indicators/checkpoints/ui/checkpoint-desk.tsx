"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AlertDialog } from "@/ui/dialog/alert-dialog";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { Panel } from "@/ui/page/panel";
import { codeOf, type IndicatorCalls } from "../../ui/calls";
import { useErrorSentence } from "../../ui/use-error-sentence";
import type { Checkpoint, Checkpoints } from "../schema";
import { CheckpointForm } from "./checkpoint-form";
import { CheckpointLines } from "./checkpoint-lines";

/** Dates of a municipality with what its people may do: approve, record an approval on paper, set and take back a date. */
export function CheckpointDesk({ of, now, calls }: { readonly of: Checkpoints; readonly now: Date; readonly calls: IndicatorCalls }) {
  const t = useTranslations("indicators.checkpoints");
  const sentence = useErrorSentence();
  const [removing, setRemoving] = useState<Checkpoint | null>(null);
  const { place, checkpoints, abilities } = of;
  const act = async (call: () => Promise<unknown>, said: string) => {
    try {
      await call();
      toast({ title: said, tone: "done" });
    } catch (error) {
      toast({ title: sentence(codeOf(error)), tone: "late" });
    }
    calls.refresh();
  };
  const target = (one: Checkpoint) => ({ checkpointId: one.id, municipalityId: place.id });
  const actions = (one: Checkpoint) => {
    const waits = one.figures !== null && one.figures.approvedAt === null;
    const canRemove = abilities.create && !one.common && one.deadline > now;
    if (!(waits && (abilities.approve || abilities.recordPaperApproval)) && !canRemove) return null;
    return (
      <div className="acts">
        {waits && abilities.approve ? <Button onPress={async () => await act(async () => await calls.approve(target(one)), t("done"))}>{t("approve")}</Button> : null}
        {waits && abilities.recordPaperApproval ? <Button variant="quiet" onPress={async () => await act(async () => await calls.recordPaperApproval(target(one)), t("paperDone"))}>{t("recordPaper")}</Button> : null}
        {canRemove ? <Button variant="plain" onPress={() => setRemoving(one)}>{t("remove")}</Button> : null}
      </div>
    );
  };
  return (
    <>
      <Panel title={t("title")} id="checkpoints">
        <p className="muted mb-4">{t("note")}</p>
        <CheckpointLines checkpoints={checkpoints} zone={place.timeZone} now={now} actions={actions} />
      </Panel>
      {abilities.create ? <CheckpointForm of={of} calls={calls} /> : null}
      {removing ? (
        <AlertDialog
          isOpen
          onOpenChange={(isOpen) => { if (!isOpen) setRemoving(null); }}
          title={t("removeTitle", { name: removing.name })}
          confirm={{ label: t("remove"), onPress: async () => await act(async () => await calls.removeCheckpoint(target(removing)), t("removed")) }}
          cancel={t("cancel")}
        >
          {t("removeText")}
        </AlertDialog>
      ) : null}
    </>
  );
}
