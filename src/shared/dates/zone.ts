import { addDays, plainDate, toEpochDay, type PlainDate } from "./plain-date";

/**
 * Zone maths over cached Intl formatters. Temporal's polyfill gives the same answers (the tests compare),
 * but costs several times more a call and 20 kB in every page that shows a date.
 */

const dayMs = 86_400_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-US", {
      timeZone: zone, calendar: "iso8601", numberingSystem: "latn", hourCycle: "h23",
      year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit",
    });
    clocks.set(zone, clock);
  }
  return clock;
}

/** The zone's wall clock at an instant, read as if it were UTC, in ms. */
function wallClock(zone: string, ms: number): number {
  const part = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of clockOf(zone).formatToParts(ms)) {
    if (type in part) part[type as keyof typeof part] = Number(value);
  }
  return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second);
}

function offsetAt(zone: string, ms: number): number {
  const whole = Math.floor(ms / 1000) * 1000;
  return wallClock(zone, whole) - whole;
}

/** In: any value. Out: is it the name of a zone that this machine knows («Europe/Moscow»)? */
export function isTimeZone(value: unknown): value is string {
  if (typeof value !== "string" || !/^[A-Z]/i.test(value)) return false;
  try {
    // Not cached: every spelling of a name by letter case would stay for ever.
    return new Intl.DateTimeFormat("en-US", { timeZone: value }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** In: IANA zone, instant. Out: the day that it is there. */
export function plainDateIn(zone: string, instant: Date): PlainDate {
  return plainDate(new Date(wallClock(zone, instant.getTime())).toISOString().slice(0, 10));
}

const timeShape = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/**
 * In: day, wall clock `HH:MM` up to `24:00`, IANA zone. Out: the instant.
 * A time that is skipped is moved forward by the skip; of a time that comes twice the first is taken
 * (Temporal's «compatible»). Throws RangeError on a malformed time.
 */
export function zonedDateToInstant(date: PlainDate, time: string, zone: string): Date {
  const match = timeShape.exec(time);
  if (!match) throw new RangeError(`no such time of day: ${time}`);
  if (time === "24:00") return endOfDayIn(zone, date);
  const wall = toEpochDay(date) * dayMs + (Number(match[1]) * 60 + Number(match[2])) * 60_000;
  const before = wall - offsetAt(zone, wall - dayMs);
  const after = wall - offsetAt(zone, wall + dayMs);
  if (before === after || wallClock(zone, before) === wall) return new Date(before);
  return new Date(wallClock(zone, after) === wall ? after : before);
}

/** In: IANA zone, day. Out: the instant at which the day begins there. */
export function startOfDayIn(zone: string, date: PlainDate): Date {
  return zonedDateToInstant(date, "00:00", zone);
}

/** In: IANA zone, day. Out: 24:00 of that day, which is 00:00 of the next: the first instant that is too late. */
export function endOfDayIn(zone: string, date: PlainDate): Date {
  return startOfDayIn(zone, addDays(date, 1));
}

/**
 * In: IANA zone, deadline (the first instant that is too late). Out: the last day on which one is in time:
 * 24:00 of 15 March gives 15 March.
 */
export function lastDayOf(zone: string, deadline: Date): PlainDate {
  return plainDateIn(zone, new Date(deadline.getTime() - 1));
}
