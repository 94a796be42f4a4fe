import { addDays, dayOfWeek, type PlainDate } from "./plain-date";
import { russianCalendar, WorkingCalendar } from "./working-days";
import { plainDateIn, zonedDateToInstant } from "./zone";

/** Wall clock `HH:MM`, the end up to `24:00`. */
export interface Hours {
  readonly from: string;
  readonly to: string;
}

/** When an office works. */
export interface OfficeSchedule {
  /** Monday first, seven; null is a day on which the office is closed */
  readonly week: readonly (Hours | null)[];
  readonly lunch: Hours | null;
  /** minutes by which a day before a holiday ends earlier (ст. 95 ТК РФ) */
  readonly shorterBy: number;
  /** closed though the country works: holidays of the region */
  readonly daysOff: readonly PlainDate[];
  /** open though the country rests */
  readonly workingDays: readonly PlainDate[];
}

const usualDay: Hours = { from: "09:00", to: "18:00" };

/** Nine to six without a break, since somebody stays by the telephone at noon; an hour less before a holiday. */
export const usualSchedule: OfficeSchedule = { week: [usualDay, usualDay, usualDay, usualDay, usualDay, null, null], lunch: null, shorterBy: 60, daysOff: [], workingDays: [] };

const minuteMs = 60_000;
/** No term is longer; an office that is never open has no term at all. */
const furthestDays = 4_000;
const friday = 4;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The hours and days by which terms of a municipality run: the production calendar, its own schedule, its zone. */
export class OfficeCalendar {
  /** working days of the production calendar with the municipality's own days; its hours change nothing in them */
  readonly days: WorkingCalendar;

  constructor(readonly zone: string, readonly schedule: OfficeSchedule = usualSchedule) {
    const { daysOff, workingDays } = schedule;
    this.days = daysOff.length + workingDays.length === 0 ? russianCalendar : new WorkingCalendar(undefined, { daysOff, workingDays });
  }

  /** Opening and closing on that day, the short day taken into account; null when the office is closed. */
  hoursOn(day: PlainDate): Hours | null {
    const { week, shorterBy } = this.schedule;
    const own = week[dayOfWeek(day) - 1] ?? null;
    if (this.days.isOrdinaryWeekend(day)) return own;
    if (!this.days.isWorkingDay(day)) return null;
    // a working Saturday is worked as the day that was moved: by the hours of a Friday
    const isMoved = dayOfWeek(day) > 5 || this.schedule.workingDays.includes(day);
    const hours = own ?? (isMoved ? (week[friday] ?? week.find((one) => one !== null) ?? null) : null);
    if (!hours || !this.days.isShortDay(day)) return hours;
    const to = toClock(toMinutes(hours.to) - shorterBy);
    return to > hours.from ? { from: hours.from, to } : null;
  }

  /**
   * In: an instant, milliseconds of work (negative counts back). Out: the instant at which so much of the office's work has gone
   * by since. Friday, 17:00 + 4 h = Monday, 12:00; Friday, 14:00 + 4 h = Friday, 18:00; 0 is the instant itself.
   */
  addWork(from: Date, work: number): Date {
    if (!Number.isFinite(work)) throw new RangeError(`not a term: ${work}`);
    if (work === 0) return new Date(from);
    const forward = work > 0;
    let left = Math.abs(Math.round(work));
    let day = plainDateIn(this.zone, from);
    for (let looked = 0; looked < furthestDays; looked += 1, day = addDays(day, forward ? 1 : -1)) {
      const spans = this.spansOn(day);
      for (const span of forward ? spans : spans.toReversed()) {
        const begins = forward ? Math.max(span.from, from.getTime()) : span.from;
        const ends = forward ? span.to : Math.min(span.to, from.getTime());
        const free = Math.max(0, ends - begins);
        if (left <= free) return new Date(forward ? begins + left : ends - left);
        left -= free;
      }
    }
    throw new RangeError("the office is not open long enough");
  }

  /** Milliseconds of the office's work from the first to the second; negative when the second is earlier. */
  workBetween(from: Date, to: Date): number {
    if (to < from) return -this.workBetween(to, from);
    let work = 0;
    const last = plainDateIn(this.zone, to);
    for (let day = plainDateIn(this.zone, from); day <= last; day = addDays(day, 1)) {
      for (const span of this.spansOn(day)) work += Math.max(0, Math.min(span.to, to.getTime()) - Math.max(span.from, from.getTime()));
    }
    return work;
  }

  private spansOn(day: PlainDate): Span[] {
    const hours = this.hoursOn(day);
    if (!hours) return [];
    const at = (time: string) => zonedDateToInstant(day, time, this.zone).getTime();
    const [opens, closes] = [at(hours.from), at(hours.to)];
    const { lunch } = this.schedule;
    if (!lunch) return [{ from: opens, to: closes }];
    return [{ from: opens, to: Math.min(closes, at(lunch.from)) }, { from: Math.max(opens, at(lunch.to)), to: closes }].filter(({ from, to }) => to > from);
  }
}

export const hourMs = 60 * minuteMs;

/** «09:30» → 570. */
export function toMinutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

function toClock(minutes: number): string {
  const whole = Math.max(0, minutes);
  return `${String(Math.floor(whole / 60)).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}`;
}
