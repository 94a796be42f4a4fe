import { plainDateToUtc, type PlainDate } from "@/shared/dates/plain-date";
import { intlTag, type Locale } from "@/shared/text/locale";

/** «образование, спорт и ЖКХ»; with commas alone where a name has its own «и». */
export function listOf(names: readonly string[], locale: Locale): string {
  if (names.some((name) => / (?:и|and) /.test(name))) return names.join(", ");
  return new Intl.ListFormat(intlTag[locale], { type: "conjunction" }).format(names);
}

/** A title within a sentence begins small, unless it is an abbreviation. */
export function inSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** «15 марта»: within a sentence and in what is copied, where «завтра» would grow stale. */
export function dayOfMonth(date: PlainDate, locale: Locale): string {
  return new Intl.DateTimeFormat(intlTag[locale], { day: "numeric", month: "long", timeZone: "UTC" }).format(plainDateToUtc(date)).replaceAll(" ", "\u00a0");
}
