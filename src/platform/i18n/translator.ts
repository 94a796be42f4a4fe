import { createTranslator } from "next-intl";
import type { Locale } from "@/shared/text/locale";

type Tree = { readonly [key: string]: string | Tree };

/**
 * Sentences outside of pages: letters, notifications, tables. In: the person's language, the feature's messages in both.
 *
 *   const t = translate("ru", { ru: messagesRu, en: messagesEn });
 *   t("letters.decided.subject", { number });
 */
export function translate(locale: Locale, messages: Readonly<Record<Locale, Tree>>): (key: string, values?: Readonly<Record<string, string | number | Date>>) => string {
  const t = createTranslator({ locale, messages: messages[locale] as never, timeZone: "Europe/Moscow", onError: (error) => { throw error; } });
  return t as unknown as (key: string, values?: Readonly<Record<string, string | number | Date>>) => string;
}
