import { createTranslator } from "next-intl";
import { callApi } from "@/api/call";
import { messagesOf } from "@/app/messages/all";
import { canSomewhere } from "@/access/policy";
import { policies } from "@/access/rules/all";
import { writeCalendar, type CalendarEvent } from "@/platform/calendar";
import { contextFromNext } from "@/platform/trpc/context-next";

const most = 100;

/** The terms that the asker may see: those of their own initiatives, and of what their groups consider. The hour before a term's end. */
export async function termsCalendar(): Promise<string> {
  const api = await callApi();
  const { actor, locale, now } = await contextFromNext();
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: "initiatives.terms" });
  const event = (kind: "own" | "group", { number, title, dueAt }: { readonly number: number; readonly title: string; readonly dueAt: Date }): CalendarEvent => ({
    id: `initiative-${kind}-${number}`, startsAt: new Date(dueAt.getTime() - 3_600_000), endsAt: dueAt, summary: t(kind, { number, title }),
  });
  const considers = canSomewhere(policies.initiative, actor, "note");
  const [mine, queue] = await Promise.all([api.initiative.mine({ limit: most }), considers ? api.considering.queue({ filter: "all", limit: most }) : null]);
  const due = <T extends { readonly dueAt: Date | null }>(rows: readonly T[]) => rows.filter((row): row is T & { readonly dueAt: Date } => row.dueAt !== null);
  return writeCalendar(t("calendarName"), [...due(mine.rows).map((row) => event("own", row)), ...due(queue?.rows ?? []).map((row) => event("group", row))], now);
}
