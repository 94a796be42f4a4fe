import type { Locale } from "@/shared/text/locale";
import accessEn from "@/access/messages/en.json";
import accessRu from "@/access/messages/ru.json";
import datesEn from "@/shared/dates/messages/en.json";
import datesRu from "@/shared/dates/messages/ru.json";
import errorsEn from "@/shared/errors/messages/en.json";
import errorsRu from "@/shared/errors/messages/ru.json";
import appEn from "./en.json";
import appRu from "./ru.json";

/** Every sentence of the interface. A feature adds two imports and its folder's name to both languages. */
const ru = {
  app: appRu,
  errors: errorsRu,
  dates: datesRu,
  ...accessRu,
};

/** Russian is the measure: a key that English lacks doesn't compile. */
type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };
const en: SameKeys<typeof ru> = {
  app: appEn,
  errors: errorsEn,
  dates: datesEn,
  ...accessEn,
};

export type Messages = typeof ru;
export type MessageNamespace = keyof Messages;

const byLocale: Readonly<Record<Locale, SameKeys<Messages>>> = { ru, en };

export function messagesOf(locale: Locale): Messages {
  return byLocale[locale] as Messages;
}
