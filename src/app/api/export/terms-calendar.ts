import { createTranslator } from "next-intl";
import { callApi } from "@/api/call";
import { messagesOf } from "@/app/messages/all";
import { writeCalendar } from "@/platform/calendar";
import { contextFromNext } from "@/platform/trpc/context-next";

const hour = 3_600_000;

/** The terms that run and that the asker may see: of their own initiatives, and of what their groups consider. The hour before a term's end. */
export async function termsCalendar(): Promise<string> {
  const { locale, now } = await contextFromNext();
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: "initiatives.terms" });
  const rows = await (await callApi()).initiative.terms();
  return writeCalendar(t("calendarName"), rows.map(({ kind, number, title, dueAt }) => ({
    id: `initiative-${kind}-${number}`, startsAt: new Date(dueAt.getTime() - hour), endsAt: dueAt, summary: t(kind, { number, title }),
  })), now);
}
