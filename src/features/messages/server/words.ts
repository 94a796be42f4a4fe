import { createTranslator } from "next-intl";
import { formatDeadline } from "@/shared/dates/format";
import type { Locale } from "@/shared/text/locale";
import en from "../messages/en.json" with { type: "json" };
import ru from "../messages/ru.json" with { type: "json" };
import { notificationKinds, notificationParams, type NotificationKind } from "../schema";

export interface Words {
  readonly title: string;
  readonly text: string;
  /** of the button that leads to it */
  readonly action: string;
}

/** A message in the reader's language, from what was kept of it: for the page and for the letter beside it. */
export function wordsOf(locale: Locale, kind: string, kept: unknown, now: Date): Words {
  const t = createTranslator({ locale, messages: { ru, en: en as typeof ru }[locale], namespace: "kinds", timeZone: "Europe/Moscow" });
  const params = notificationParams.catch({ number: "", title: "", status: "", text: "" }).parse(kept);
  const due = params.due === undefined ? null : formatDeadline(new Date(params.due), { now, zone: params.zone ?? "Europe/Moscow", locale });
  const values = { title: params.title, number: params.number, status: params.status || "other", text: params.text, hasText: params.text === "" ? "no" : "yes", due: due ?? "", hasDue: due === null ? "no" : "yes" };
  const known: NotificationKind | "other" = notificationKinds.find((one) => one === kind) ?? "other";
  return { title: t(`${known}.title`, values), text: t(`${known}.text`, values), action: t(`${known}.action`) };
}
