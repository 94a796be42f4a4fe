import { fixedHolidays, productionCalendars, type ProductionYear } from "./calendar-data";
import { dayOfWeek, fromEpochDay, plainDate, toEpochDay, type PlainDate } from "./plain-date";
import { endOfDayIn, lastDayOf, plainDateIn } from "./zone";

/** A municipality's own deviations from the country's calendar. */
export interface CalendarOverrides {
  readonly daysOff?: readonly PlainDate[];
  readonly workingDays?: readonly PlainDate[];
}

/** What becomes of a term in calendar days whose last day is a day off. */
export type DayOffRule = "keep" | "next" | "previous";

type Kind = "off" | "short" | "working";
const longestTerm = 10_000;

/**
 * Working days of the production calendar. Counting starts the day after the event, in the municipality's
 * time zone (ст. 191 ГК РФ); a term runs to 24:00 of its last day.
 */
export class WorkingCalendar {
  private readonly special = new Map<number, Kind>();
  private readonly coveredFrom: number;
  private readonly coveredTo: number;

  constructor(
    years: Readonly<Record<number, ProductionYear>> = productionCalendars,
    overrides: CalendarOverrides = {},
  ) {
    const numbers = Object.keys(years).map(Number).sort((a, b) => a - b);
    numbers.forEach((year, i) => {
      if (i > 0 && year !== (numbers[i - 1] ?? 0) + 1) throw new RangeError(`calendar has a gap before ${year}`);
    });
    this.coveredFrom = numbers[0] === undefined ? Infinity : toEpochDay(plainDate(`${numbers[0]}-01-01`));
    this.coveredTo = numbers[0] === undefined ? -Infinity : toEpochDay(plainDate(`${numbers.at(-1)}-12-31`));
    for (const [year, { daysOff, shortDays, workingDays }] of Object.entries(years)) {
      const put = (days: readonly string[], kind: Kind) =>
        days.forEach((day) => this.special.set(toEpochDay(plainDate(`${year}-${day}`)), kind));
      put(daysOff, "off");
      put(shortDays, "short");
      put(workingDays, "working");
    }
    overrides.daysOff?.forEach((day) => this.special.set(toEpochDay(day), "off"));
    overrides.workingDays?.forEach((day) => {
      if (overrides.daysOff?.includes(day)) throw new RangeError(`${day} is both off and working`);
      this.special.set(toEpochDay(day), "working");
    });
  }

  private kindOf(day: number): Kind {
    const special = this.special.get(day);
    if (special) return special;
    const weekday = (((day + 3) % 7) + 7) % 7;
    if (weekday > 4) return "off";
    if (this.isCovered(day)) return "working";
    return isFixedHoliday(day) ? "off" : isFixedHoliday(day + 1) ? "short" : "working";
  }

  private isCovered(day: number): boolean {
    return day >= this.coveredFrom && day <= this.coveredTo;
  }

  isWorkingDay(date: PlainDate): boolean {
    return this.kindOf(toEpochDay(date)) !== "off";
  }

  /** A working day an hour shorter, on the eve of a holiday (ст. 95 ТК РФ). */
  isShortDay(date: PlainDate): boolean {
    return this.kindOf(toEpochDay(date)) === "short";
  }

  /** A Saturday or Sunday that is neither a holiday nor a day that the calendar or the municipality names. */
  isOrdinaryWeekend(date: PlainDate): boolean {
    const day = toEpochDay(date);
    return dayOfWeek(date) > 5 && !this.special.has(day) && (this.isCovered(day) || !isFixedHoliday(day));
  }

  /** True outside the years with a decree: only weekends and fixed holidays are known there. */
  isPreliminary(date: PlainDate): boolean {
    return !this.isCovered(toEpochDay(date));
  }

  /**
   * In: the event (a day, or an instant with an IANA zone) and a number of working days; negative counts back,
   * 0 gives the event's day. Out: the last day of the term. 28.02.2022 + 5 = 05.03.2022, a working Saturday.
   */
  addWorkingDays(from: PlainDate, count: number): PlainDate;
  addWorkingDays(from: PlainDate | Date, count: number, zone: string): PlainDate;
  addWorkingDays(from: PlainDate | Date, count: number, zone = "UTC"): PlainDate {
    let day = toEpochDay(dayOfEvent(from, zone));
    const step = Math.sign(wholeTerm(count));
    for (let left = Math.abs(count); left > 0; ) {
      day += step;
      if (this.kindOf(day) !== "off") left -= 1;
    }
    return fromEpochDay(day);
  }

  /** In: as `addWorkingDays`. Out: the term's end, 24:00 of its last day in the zone: the first instant too late. */
  workingDeadline(from: PlainDate | Date, count: number, zone: string): Date {
    return endOfDayIn(zone, this.addWorkingDays(from, count, zone));
  }

  /**
   * In: event, whole calendar days, IANA zone, and what to do with a last day that is off: keep it,
   * move it to the next working day (ст. 193 ГК РФ) or to the one before (how answers under 59-ФЗ are filed).
   * Out: the term's end, 24:00 of its last day in the zone.
   */
  calendarDeadline(from: PlainDate | Date, days: number, zone: string, onDayOff: DayOffRule = "keep"): Date {
    let day = toEpochDay(dayOfEvent(from, zone)) + wholeTerm(days);
    const step = { keep: 0, next: 1, previous: -1 }[onDayOff];
    while (step !== 0 && this.kindOf(day) === "off") day += step;
    return endOfDayIn(zone, fromEpochDay(day));
  }

  /**
   * Working days after `from` up to and including `to`; negative, counted from `to` up to the day before `from`,
   * when `to` is earlier. The reverse of `addWorkingDays`.
   */
  workingDaysBetween(from: PlainDate, to: PlainDate): number {
    const [start, end] = [toEpochDay(from), toEpochDay(to)];
    if (end < start) return -this.countWorking(end, start - 1);
    return this.countWorking(start + 1, end);
  }

  private countWorking(first: number, last: number): number {
    let count = 0;
    for (let day = first; day <= last; day += 1) if (this.kindOf(day) !== "off") count += 1;
    return count;
  }

  /** Working days left after today; 0 on the last day, negative when the deadline has passed. */
  workingDaysLeft(now: Date, deadline: Date, zone: string): number {
    return this.workingDaysBetween(plainDateIn(zone, now), lastDayOf(zone, deadline));
  }
}

function dayOfEvent(from: PlainDate | Date, zone: string): PlainDate {
  return from instanceof Date ? plainDateIn(zone, from) : from;
}

function isFixedHoliday(day: number): boolean {
  return fixedHolidays.includes(fromEpochDay(day).slice(5));
}

function wholeTerm(count: number): number {
  if (!Number.isInteger(count) || Math.abs(count) > longestTerm) throw new RangeError(`not a term in days: ${count}`);
  return count;
}

/** The country's calendar without local deviations. */
export const russianCalendar = new WorkingCalendar();
