import { addDays, type PlainDate } from "./plain-date";
import { russianCalendar, type WorkingCalendar } from "./working-days";
import { plainDateIn, zonedDateToInstant } from "./zone";

/** When an office works, wall clock `HH:MM`. A day before a holiday ends earlier (ст. 95 ТК РФ). */
export interface OfficeHours {
  readonly opens: string;
  readonly closes: string;
  readonly closesOnShortDay: string;
}

/** Nine to six without a break, since somebody stays by the telephone at noon; an hour less before a holiday. */
export const usualOfficeHours: OfficeHours = { opens: "09:00", closes: "18:00", closesOnShortDay: "17:00" };

const hourMs = 3_600_000;
const longestTerm = 1_000;

/**
 * In: an instant, working hours (a fraction too), IANA zone. Out: the instant at which so many hours of the office's work
 * have gone by since. Friday, 17:00 + 4 = Monday, 12:00; Friday, 14:00 + 4 = Friday, 18:00; 0 is the instant itself.
 */
export function addWorkingHours(from: Date, hours: number, zone: string, calendar: WorkingCalendar = russianCalendar, office: OfficeHours = usualOfficeHours): Date {
  if (!(hours >= 0 && hours <= longestTerm)) throw new RangeError(`not a term in hours: ${hours}`);
  if (hours === 0) return new Date(from);
  // whole milliseconds: a fraction too many would carry a term from the end of one day to the next morning
  let left = Math.round(hours * hourMs);
  for (let day = plainDateIn(zone, from); ; day = addDays(day, 1)) {
    const work = workOf(day, zone, calendar, office);
    if (!work) continue;
    const begins = Math.max(work.opens, from.getTime());
    const free = Math.max(0, work.closes - begins);
    if (left <= free) return new Date(begins + left);
    left -= free;
  }
}

/** The instants between which the office works on that day; null on a day off. */
function workOf(day: PlainDate, zone: string, calendar: WorkingCalendar, office: OfficeHours): { opens: number; closes: number } | null {
  if (!calendar.isWorkingDay(day)) return null;
  const at = (time: string) => zonedDateToInstant(day, time, zone).getTime();
  return { opens: at(office.opens), closes: at(calendar.isShortDay(day) ? office.closesOnShortDay : office.closes) };
}
