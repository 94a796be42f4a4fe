import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import * as z from "zod";
import type { DeskOutcome } from "@/features/people/desk/schema";
import type { SheetOutcome } from "../../submission/schema";
import type { TakeSheetInput } from "../schema";
import type { BeginScan } from "./stack-scan";
import { sheetRow, type Registration, type SheetRow } from "./sheet-row";

export interface PaperApi {
  readonly findPeople: (q: string) => Promise<readonly { readonly id: string; readonly name: string; readonly phone: string | null }[]>;
  readonly register: (input: Registration) => Promise<DeskOutcome>;
  readonly beginScan: BeginScan;
  readonly take: (input: TakeSheetInput) => Promise<SheetOutcome>;
}

const retryMs = 3000;
/** While the tab is open, and for who typed them: a sheet is somebody's words, and whoever signs in next finds none of another's. */
const prefix = "sheets:";

function kept(key: string): SheetRow[] {
  for (const other of Object.keys(sessionStorage)) if (other.startsWith(prefix) && other !== key) sessionStorage.removeItem(other);
  try {
    return z.array(sheetRow).parse(JSON.parse(sessionStorage.getItem(key) ?? "[]"));
  } catch {
    return [];
  }
}

/** Sends one sheet after another; what the server was not reached with is sent again until it is. */
export function useStack(api: PaperApi, ownerId: string) {
  const errors = useTranslations("errors");
  const t = useTranslations("initiatives.paper");
  const [rows, setRows] = useState<readonly SheetRow[]>([]);
  const [isOffline, setOffline] = useState(false);
  const [turn, setTurn] = useState(0);
  const sending = useRef(false);
  const key = `${prefix}${ownerId}`;

  useEffect(() => setRows(kept(key)), [key]);
  const change = useCallback((id: string, to: Partial<SheetRow> | null) => {
    setRows((before) => {
      const next = before.flatMap((row) => (row.sheet.id !== id ? [row] : to === null ? [] : [{ ...row, ...to }]));
      sessionStorage.setItem(key, JSON.stringify(next));
      return next;
    });
  }, [key]);
  const add = useCallback((row: SheetRow) => {
    setRows((before) => {
      const next = [row, ...before.filter(({ sheet }) => sheet.id !== row.sheet.id)];
      sessionStorage.setItem(key, JSON.stringify(next));
      return next;
    });
  }, [key]);

  const waiting = rows.findLast(({ state }) => state === "waiting");
  useEffect(() => {
    if (!waiting || sending.current) return;
    sending.current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const { id } = waiting.sheet;
    send(api, waiting, (personId) => change(id, { personId }))
      .then((to) => {
        setOffline(false);
        change(id, to.problem === "notJoined" ? { ...to, problem: t("notJoined") } : to);
      })
      .catch((error: unknown) => {
        const refusal = refusalOf(error);
        setOffline(refusal === null);
        if (refusal) change(id, { state: "refused", problem: [...new Set([refusal.code, ...Object.values(refusal.fields ?? {})])].map((key) => errors(key as "request.failed", refusal.params)).join(" ") });
        else timer = setTimeout(() => setTurn((count) => count + 1), retryMs);
      })
      .finally(() => {
        sending.current = false;
        if (timer === undefined) setTurn((count) => count + 1);
      });
  }, [waiting, turn, api, change, errors, t]);

  return { rows, add, change, isOffline };
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

interface Refusal {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly fields?: Readonly<Record<string, string>>;
}

/** Null: the server was not reached, or could not answer; then the same is sent again. */
function refusalOf(error: unknown): Refusal | null {
  const data = (error as { data?: (Refusal & { readonly httpStatus?: number }) | null } | null)?.data;
  return data?.code === undefined || (data.httpStatus ?? 400) >= 500 ? null : data;
}
