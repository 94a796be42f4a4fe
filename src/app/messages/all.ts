import type { Locale } from "@/shared/text/locale";
import accessEn from "@/access/messages/en.json";
import accessRu from "@/access/messages/ru.json";
import datesEn from "@/shared/dates/messages/en.json";
import datesRu from "@/shared/dates/messages/ru.json";
import errorsEn from "@/shared/errors/messages/en.json";
import errorsRu from "@/shared/errors/messages/ru.json";
import consideringEn from "@/features/initiatives/considering/messages/en.json";
import consideringRu from "@/features/initiatives/considering/messages/ru.json";
import indicatorsEn from "@/features/indicators/messages/en.json";
import indicatorsRu from "@/features/indicators/messages/ru.json";
import initiativesEn from "@/features/initiatives/messages/en.json";
import initiativesRu from "@/features/initiatives/messages/ru.json";
import marathonEn from "@/features/marathon/messages/en.json";
import marathonRu from "@/features/marathon/messages/ru.json";
import messagesEn from "@/features/messages/messages/en.json";
import messagesRu from "@/features/messages/messages/ru.json";
import peopleEn from "@/features/people/messages/en.json";
import peopleRu from "@/features/people/messages/ru.json";
import hotlineEn from "@/features/hotline/messages/en.json";
import hotlineRu from "@/features/hotline/messages/ru.json";
import regulationEn from "@/features/regulation/messages/en.json";
import regulationRu from "@/features/regulation/messages/ru.json";
import structureEn from "@/features/structure/messages/en.json";
import structureRu from "@/features/structure/messages/ru.json";
import appEn from "./en.json";
import appRu from "./ru.json";

/** Every sentence of the interface. A feature adds two imports and its folder's name to both languages. */
const ru = {
  app: appRu,
  errors: errorsRu,
  dates: datesRu,
  hotline: hotlineRu,
  considering: consideringRu,
  indicators: indicatorsRu,
  initiatives: initiativesRu,
  marathon: marathonRu,
  messages: messagesRu,
  people: peopleRu,
  regulation: regulationRu,
  structure: structureRu,
  ...accessRu,
};

/** Russian is the measure: a key that English lacks doesn't compile. */
type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };
const en: SameKeys<typeof ru> = {
  app: appEn,
  errors: errorsEn,
  dates: datesEn,
  hotline: hotlineEn,
  considering: consideringEn,
  indicators: indicatorsEn,
  initiatives: initiativesEn,
  marathon: marathonEn,
  messages: messagesEn,
  people: peopleEn,
  regulation: regulationEn,
  structure: structureEn,
  ...accessEn,
};

export type Messages = typeof ru;
export type MessageNamespace = keyof Messages;

const byLocale: Readonly<Record<Locale, SameKeys<Messages>>> = { ru, en };

export function messagesOf(locale: Locale): Messages {
  return byLocale[locale] as Messages;
}
