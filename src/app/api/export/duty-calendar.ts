import { createTranslator } from "next-intl";
import { callApi } from "@/api/call";
import { messagesOf } from "@/app/messages/all";
import { writeCalendar } from "@/platform/calendar";
import { contextFromNext } from "@/platform/trpc/context-next";
import { formatPhone, type Phone } from "@/shared/codes/phone";

/** The asker's own shifts as an iCalendar file. */
export async function dutyCalendar(): Promise<string> {
  const shifts = await (await callApi()).structure.roster.mine();
  const { locale, now } = await contextFromNext();
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: "structure.roster" });
  return writeCalendar(t("calendarName"), shifts.map(({ id, startsAt, endsAt, municipality, phone }) => ({
    id, startsAt, endsAt, summary: t("event", { municipality }), description: phone && t("eventPhone", { phone: formatPhone(phone as Phone) }),
  })), now);
}
