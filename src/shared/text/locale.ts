/** Languages of the interface. */
export type Locale = "ru" | "en";

/** Tags for Intl: British English writes the day before the month, as Russian does. */
export const intlTag: Readonly<Record<Locale, string>> = { ru: "ru-RU", en: "en-GB" };
