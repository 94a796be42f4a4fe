import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import type { DeskOutcome } from "@/features/people/desk/schema";
import type { SheetOutcome } from "../../submission/schema";
import type { TakeSheetInput } from "../schema";
import type { BeginScan } from "./stack-scan";
import { answerTo, type Why } from "./sending";
import type { Registration, SheetRow } from "./sheet-row";
import { countOthers, forgetSheet, keepSheet, keptSheets } from "./sheet-storage";

export interface PaperApi {
  readonly findPeople: (q: string) => Promise<readonly { readonly id: string; readonly name: string; readonly phone: string | null }[]>;
  readonly register: (input: Registration) => Promise<DeskOutcome>;
  readonly beginScan: BeginScan;
  readonly take: (input: TakeSheetInput) => Promise<SheetOutcome>;
}

/** How the sending stands: it goes on, or what it waits for. */
export type Standing = "reached" | Why;

/**
 * Sends one sheet after another; what the server could not take is sent again until it is. A sheet leaves the device once it is
 * answered, and what waits outlives the tab.
 */
export function useStack(api: PaperApi, ownerId: string) {
  const errors = useTranslations("errors");
  const t = useTranslations("initiatives.paper");
  const [rows, setRows] = useState<readonly SheetRow[]>([]);
  const [standing, setStanding] = useState<Standing>("reached");
  const [isKept, setKept] = useState(true);
  const [others, setOthers] = useState(0);
  const [turn, setTurn] = useState(0);
  const sending = useRef(false);
  const all = useRef<readonly SheetRow[]>([]);

  const set = useCallback((next: readonly SheetRow[]) => {
    all.current = next;
    setRows(next);
  }, []);
  const keep = useCallback((row: SheetRow) => {
    if (row.state === "done" || row.state === "late") forgetSheet(ownerId, row.sheet.id);
    else if (!keepSheet(ownerId, row)) setKept(false);
  }, [ownerId]);
  useEffect(() => {
    set(keptSheets(ownerId));
    setOthers(countOthers(ownerId));
  }, [ownerId, set]);
  const change = useCallback((id: string, to: Partial<SheetRow> | null) => {
    const before = all.current.find(({ sheet }) => sheet.id === id);
    if (!before) return;
    const after = to && { ...before, ...to };
    if (after) keep(after);
    else forgetSheet(ownerId, id);
    set(all.current.flatMap((row) => (row.sheet.id !== id ? [row] : (after ?? []))));
  }, [ownerId, keep, set]);
  const add = useCallback((row: SheetRow) => {
    keep(row);
    set([row, ...all.current.filter(({ sheet }) => sheet.id !== row.sheet.id)]);
  }, [keep, set]);

  const waiting = rows.findLast(({ state }) => state === "waiting");
  useEffect(() => {
    if (!waiting || sending.current) return;
    sending.current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const { id } = waiting.sheet;
    send(api, waiting, (personId) => change(id, { personId }))
      .then((to) => {
        setStanding("reached");
        change(id, to.problem === "notJoined" ? { ...to, problem: t("notJoined") } : to);
      })
      .catch((error: unknown) => {
        const answer = answerTo(error);
        setStanding(answer.kind === "waits" ? answer.why : "reached");
        if (answer.kind === "waits") timer = setTimeout(() => setTurn((count) => count + 1), answer.retryMs);
        else change(id, { state: "refused", problem: [...new Set([answer.refusal.code, ...Object.values(answer.refusal.fields ?? {})])].map((key) => errors(key as "request.failed", answer.refusal.params)).join(" ") });
      })
      .finally(() => {
        sending.current = false;
        if (timer === undefined) setTurn((count) => count + 1);
      });
  }, [waiting, turn, api, change, errors, t]);

  return { rows, add, change, standing, isKept, others };
}

async function send(api: PaperApi, { sheet, personId, registration }: SheetRow, onRegistered: (personId: string) => void): Promise<Partial<SheetRow>> {
  let author = personId;
  if (author === null && registration) {
    const outcome = await api.register(registration);
    if (!outcome.ok) return { state: "double", known: outcome.known };
    author = outcome.personId;
    onRegistered(author);
  }
  const outcome = await api.take({ ...sheet, personId: author ?? "" });
  if (outcome.ok) return { state: "done", publicNumber: outcome.publicNumber, problem: null };
  return outcome.reason === "late" ? { state: "late", problem: null } : { state: "refused", problem: "notJoined" };
}
