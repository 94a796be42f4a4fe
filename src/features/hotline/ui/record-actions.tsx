"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/ui/feedback/toast-queue";
import { ActionMenu, type MenuAction } from "@/ui/dialog/action-menu";
import { Button } from "@/ui/form/button";
import type { TicketAction } from "../rules";
import type { TicketRecord } from "../record/schema";
import { hotlineLimits as limit } from "../schema";
import { AnswerForm } from "./answer-form";
import { refusalOf, useRefusalWords } from "./refusal";
import { StepDialog, type StepWords } from "./step-dialog";

/** The steps as calls; each throws what the server refused. */
export interface Steps {
  readonly claim: () => Promise<unknown>;
  readonly takeOver: () => Promise<unknown>;
  readonly release: () => Promise<unknown>;
  readonly answer: (text: string) => Promise<unknown>;
  readonly clarify: (text: string) => Promise<unknown>;
  readonly recordReply: (text: string) => Promise<unknown>;
  readonly note: (text: string) => Promise<unknown>;
  readonly close: (reason: string) => Promise<unknown>;
  readonly reopen: (text: string) => Promise<unknown>;
  readonly handUp: (text: string, groupId: string) => Promise<unknown>;
  readonly handBack: (text: string) => Promise<unknown>;
}

const asked = ["recordReply", "note", "handUp", "handBack", "close", "reopen"] as const;
type Asked = (typeof asked)[number];

interface Props {
  readonly record: TicketRecord;
  readonly steps: Steps;
  readonly now: Date;
}

/** What can be done with the question now: first what is asked of the reader, the rest behind «Ещё». */
export function RecordActions({ record, steps, now }: Props) {
  const t = useTranslations("hotline.act");
  const words = useRefusalWords();
  const [open, setOpen] = useState<Asked | null>(null);
  const may = (action: TicketAction) => record.actions.includes(action);

  const run = async (work: () => Promise<unknown>, done: string) => {
    try {
      await work();
      toast({ title: done });
    } catch (error) {
      toast({ title: words.say(refusalOf(error)), tone: "late" });
    }
  };
  const isEnded = record.status === "answered";
  const dialogs: Readonly<Record<Asked, StepWords & { readonly done: string; readonly limits: { readonly min: number; readonly max: number } }>> = {
    recordReply: { title: t("recordReply"), label: t("recordReplyLabel"), send: t("recordReplySend"), done: t("recorded"), limits: { min: 1, max: limit.question } },
    note: { title: t("note"), label: t("noteLabel"), hint: t("noteHint"), send: t("noteSend"), done: t("noted"), limits: { min: 1, max: limit.note } },
    handUp: { title: t("handUp"), label: t("handUpNote"), send: t("handUpSend"), done: t("handedUp"), limits: { min: 0, max: limit.note } },
    handBack: { title: t("handBack"), label: t("handBackLabel"), send: t("handBackSend"), done: t("handedBack"), limits: { min: limit.reasonMin, max: limit.note } },
    close: { title: t("close"), label: t("closeLabel"), hint: t("closeHint"), send: t("close"), done: t("closed"), limits: { min: limit.reasonMin, max: limit.reason } },
    reopen: { title: t("reopen"), label: t("reopenLabel"), send: t("reopen"), done: t("reopened"), limits: { min: limit.reasonMin, max: limit.question } },
  };
  const item = (action: Asked): MenuAction[] => (may(action) ? [{ id: action, label: dialogs[action].title, onAction: () => setOpen(action) }] : []);
  const more: MenuAction[] = [
    ...(record.status === "waitingForPerson" ? [] : item("recordReply")), ...item("note"), ...item("handUp"), ...item("handBack"),
    ...(may("release") ? [{ id: "release", label: t("release"), onAction: () => void run(steps.release, t("released")) }] : []),
    ...(isEnded ? [] : item("close")), ...item("reopen"),
  ];
  const menu = more.length > 0 ? <ActionMenu label={t("more")} items={more} /> : null;
  return (
    <div className="mt-6">
      {may("takeOver") && !may("answer") ? <p className="muted mb-2">{t("takeOverText", { name: record.claimedBy ?? "" })}</p> : null}
      {record.status === "waitingForPerson" && may("recordReply") ? <div className="acts mb-5"><Button onPress={() => setOpen("recordReply")}>{t("recordReply")}</Button></div> : null}
      {may("answer") ? (
        <AnswerForm ticketId={record.id} now={now} canClarify={may("clarify")} onAnswer={steps.answer} onClarify={steps.clarify} quiet={record.status === "waitingForPerson"}>{menu}</AnswerForm>
      ) : (
        <div className="acts">
          {may("claim") ? <Button onPress={async () => await run(steps.claim, t("claimed"))}>{t("claim")}</Button> : null}
          {may("takeOver") ? <Button variant="quiet" onPress={async () => await run(steps.takeOver, t("claimed"))}>{t("takeOver")}</Button> : null}
          {isEnded && may("close") ? <Button variant="quiet" onPress={async () => await run(async () => await steps.close(""), t("closed"))}>{t("close")}</Button> : null}
          {menu}
        </div>
      )}
      {open ? (
        <StepDialog
          key={open}
          {...dialogs[open]}
          place={`hotline.${open}.${record.id}`}
          now={now}
          choice={open === "handUp" ? { label: t("handUpGroup"), empty: t("handUpEmpty"), options: record.groups } : undefined}
          isOpen
          onClose={() => setOpen(null)}
          run={async (text, chosen) => {
            await steps[open](text, chosen);
            toast({ title: dialogs[open].done });
          }}
        />
      ) : null}
    </div>
  );
}
