/** A day of the calendar without a zone, as ISO text `YYYY-MM-DD`: compares with `<`, travels as JSON. */
export type PlainDate = string & { readonly __plainDate: true };

const dayMs = 86_400_000;
const shape = /^\d{4}-\d{2}-\d{2}$/;

/** In: any value. Out: is it a real day of the years 0001–9999, written `YYYY-MM-DD`? */
export function isPlainDate(value: unknown): value is PlainDate {
  if (typeof value !== "string" || !shape.test(value) || value.startsWith("0000")) return false;
  const ms = Date.parse(`${value}T00:00:00Z`);
  // Engines accept 30 February and move it to March.
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(value);
}

/** In: `YYYY-MM-DD`. Out: the same, branded. Throws RangeError when there is no such day. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`no such day: ${text}`);
  return text;
}

/** Days since 1970-01-01, for arithmetic. */
export function toEpochDay(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}

/** The reverse of `toEpochDay`. Throws RangeError outside the years 0001–9999. */
export function fromEpochDay(day: number): PlainDate {
  return plainDate(new Date(day * dayMs).toISOString().slice(0, 10));
}

/** In: a day and a whole number of calendar days, negative too. Out: the day that many later. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromEpochDay(toEpochDay(date) + days);
}

/** Calendar days from the first to the second; negative when the second is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** 1 is Monday … 7 is Sunday (ISO 8601). */
export function dayOfWeek(date: PlainDate): number {
  return ((((toEpochDay(date) + 3) % 7) + 7) % 7) + 1;
}

/** For columns of type `date`: midnight UTC of the day, as database drivers expect. */
export function plainDateToUtc(date: PlainDate): Date {
  return new Date(toEpochDay(date) * dayMs);
}

/** In: midnight UTC as read from a column of type `date`. Out: its day. */
export function plainDateFromUtc(date: Date): PlainDate {
  return plainDate(date.toISOString().slice(0, 10));
}
