import { intlTag, type Locale } from "../text/locale";
import en from "./messages/en.json";
import ru from "./messages/ru.json";
import { daysBetween, plainDateToUtc, type PlainDate } from "./plain-date";
import { lastDayOf, plainDateIn, startOfDayIn } from "./zone";

/** For whom a date is said: the present instant, the reader's IANA zone, the language. */
export interface DateContext {
  readonly now: Date;
  readonly zone: string;
  readonly locale: Locale;
}

const messages = { ru, en };
const nbsp = "\u00a0";
const formatters = new Map<string, Intl.DateTimeFormat>();

function intl(locale: Locale, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}|${zone}|${Object.entries(options).join()}`;
  const found = formatters.get(key);
  if (found) return found;
  const made = new Intl.DateTimeFormat(intlTag[locale], { ...options, timeZone: zone });
  formatters.set(key, made);
  return made;
}

function fill(locale: Locale, key: keyof typeof ru, values: Readonly<Record<string, string>>): string {
  return messages[locale][key].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}

/** «6 марта»: the number never parts from the month. */
function dayAndMonth(date: PlainDate, locale: Locale): string {
  const text = intl(locale, "UTC", { day: "numeric", month: "long" }).format(plainDateToUtc(date));
  return text.replace(/\s/g, nbsp);
}

function dayMonthYear(date: PlainDate, locale: Locale): string {
  return fill(locale, "withYear", { day: dayAndMonth(date, locale), year: String(Number(date.slice(0, 4))) });
}

/** «6 марта», or «6 марта 2025 года» when the year is not the present one. */
function absoluteDay(date: PlainDate, { now, zone, locale }: DateContext): string {
  const sameYear = plainDateIn(zone, now).slice(0, 4) === date.slice(0, 4);
  return sameYear ? dayAndMonth(date, locale) : dayMonthYear(date, locale);
}

/** «вчера», «сегодня», «завтра»; undefined further away. */
function relativeDay(date: PlainDate, { now, zone, locale }: DateContext): string | undefined {
  const away = daysBetween(plainDateIn(zone, now), date);
  if (Math.abs(away) > 1) return undefined;
  return new Intl.RelativeTimeFormat(intlTag[locale], { numeric: "auto" }).format(away, "day");
}

/** In: day. Out: «сегодня», «завтра», «вчера», «6 марта», «6 марта 2025 года». */
export function formatDay(date: PlainDate, context: DateContext): string {
  return relativeDay(date, context) ?? absoluteDay(date, context);
}

/** In: instant, IANA zone. Out: «18:00». */
export function formatTime(instant: Date, zone: string, locale: Locale): string {
  return intl(locale, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(instant);
}

/** In: an instant at which something happened or will. Out: «сегодня, 19:40», «25 февраля, 19:40». */
export function formatMoment(instant: Date, context: DateContext): string {
  const date = formatDay(plainDateIn(context.zone, instant), context);
  return fill(context.locale, "dateAndTime", { date, time: formatTime(instant, context.zone, context.locale) });
}

/**
 * In: deadline, the first instant that is too late. Out: «сегодня, до 18:00», «12 марта, до 18:00»;
 * 24:00 of a day shows as that day: «сегодня, до 24:00», «до 15 марта включительно».
 */
export function formatDeadline(deadline: Date, context: DateContext): string {
  const { zone, locale } = context;
  const day = plainDateIn(zone, deadline);
  if (startOfDayIn(zone, day).getTime() !== deadline.getTime()) {
    return fill(locale, "byTime", { date: formatDay(day, context), time: formatTime(deadline, zone, locale) });
  }
  const last = lastDayOf(zone, deadline);
  const near = relativeDay(last, context);
  return near
    ? fill(locale, "byEndOfDay", { date: near })
    : fill(locale, "throughDay", { date: absoluteDay(last, context) });
}

/** For titles and tooltips: «пятница, 6 марта 2026 года». */
export function formatFullDate(date: PlainDate, locale: Locale): string {
  const weekday = intl(locale, "UTC", { weekday: "long" }).format(plainDateToUtc(date));
  return fill(locale, "weekdayAndDate", { weekday, date: dayMonthYear(date, locale) });
}

/** For titles and tooltips: «пятница, 6 марта 2026 года, 18:00». */
export function formatFullMoment(instant: Date, zone: string, locale: Locale): string {
  const date = formatFullDate(plainDateIn(zone, instant), locale);
  return fill(locale, "dateAndTime", { date, time: formatTime(instant, zone, locale) });
}

/** For narrow columns and documents: «06.03.2026». */
export function formatNumericDate(date: PlainDate, locale: Locale): string {
  return intl(locale, "UTC", { day: "2-digit", month: "2-digit", year: "numeric" }).format(plainDateToUtc(date));
}

/** In: first and last day, both included. Out: «с 14 февраля по 31 марта», «с 3 по 10 марта»; one day as itself. */
export function formatPeriod(from: PlainDate, to: PlainDate, context: DateContext): string {
  if (from === to) return absoluteDay(from, context);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  const start = sameMonth ? String(Number(from.slice(8))) : absoluteDay(from, context);
  return fill(context.locale, "period", { from: start, to: absoluteDay(to, context) });
}

/** How people call a zone: «Москва, стандартное время (GMT+3)». In: an IANA zone and the present instant, as names follow the season. */
export function formatZone({ zone, now, locale }: DateContext): string {
  const name = (timeZoneName: "long" | "shortOffset") => intl(locale, zone, { timeZoneName }).formatToParts(now).find(({ type }) => type === "timeZoneName")?.value ?? "";
  return `${name("long")} (${name("shortOffset")})`;
}
