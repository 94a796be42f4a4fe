import type {} from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { toLocale } from "@/platform/i18n/locale";
import type { Locale } from "@/shared/text/locale";
import { messagesOf, type Messages } from "./app/messages/all";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}

/** Where no municipality's zone is at hand; pages about a municipality format in its own. */
const timeZone = "Europe/Moscow";

export default getRequestConfig(async ({ requestLocale }) => {
  const locale = toLocale(await requestLocale);
  return { locale, timeZone, messages: messagesOf(locale) };
});
