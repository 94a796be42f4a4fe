import type { Locale } from "@/shared/text/locale";

export const locales = ["ru", "en"] as const satisfies readonly Locale[];
export const defaultLocale: Locale = "ru";

/** Chosen by the person; next.config.mjs picks the locale's folder by it. Not a secret, so that the switch can set it. */
export const localeCookie = "locale";

export function toLocale(text: string | undefined): Locale {
  return locales.find((locale) => locale === text) ?? defaultLocale;
}
