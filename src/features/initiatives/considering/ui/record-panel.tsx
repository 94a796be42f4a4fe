"use client";

import { useEffect, useState } from "react";
import { useShortcuts } from "@/ui/keyboard/use-shortcuts";
import { EvidencePanel } from "../evidence/ui/evidence-panel";
import type { InitiativeRecord } from "../record/schema";
import type { ConsideringCalls } from "./calls";
import { RecordActs, type OpenStep } from "./record-acts";
import { below, RecordWords } from "./record-words";

interface Props {
  readonly record: InitiativeRecord;
  readonly now: Date;
  readonly calls: ConsideringCalls;
  readonly level: 1 | 2;
  readonly onChanged: () => void;
}

/** The record with what may be done: R answers, Q asks the author, N notes. */
export function RecordPanel({ record, now, calls, level, onChanged }: Props) {
  const [open, setOpen] = useState<OpenStep>(null);
  useEffect(() => setOpen(null), [record.id]);
  const may = (step: (typeof record.actions)[number], opened: OpenStep) => (record.actions.includes(step) ? () => setOpen(opened) : () => undefined);
  useShortcuts({ R: record.actions.includes("decide") ? may("decide", "verdict") : record.actions.includes("prepare") ? may("prepare", "verdict") : may("answerNomination", "answerNomination"), Q: may("clarify", "clarify"), N: may("note", "note") });
  return (
    <>
      <RecordWords record={record} now={now} author={calls.author} level={level} />
      <RecordActs key={record.id} level={below(level)} record={record} now={now} calls={calls} open={open} onOpen={setOpen} onChanged={onChanged} />
      <EvidencePanel key={`files-${record.id}`} record={record} calls={calls} level={below(level)} onChanged={onChanged} />
    </>
  );
}
