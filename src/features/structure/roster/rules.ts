import { addDays, dayOfWeek, daysBetween, type PlainDate } from "@/shared/dates/plain-date";
import { russianCalendar } from "@/shared/dates/working-days";
import { zonedDateToInstant } from "@/shared/dates/zone";
import { planDays, type DutyHours } from "./schema";

export interface Span {
  readonly startsAt: Date;
  /** not included */
  readonly endsAt: Date;
}

export interface Plan {
  readonly startsOn: PlainDate;
  /** inclusive */
  readonly endsOn: PlainDate;
  /** 1 is Monday … 7 is Sunday */
  readonly weekdays: readonly number[];
  /** «08:00», in the municipality's zone */
  readonly from: string;
  readonly to: string;
}

/**
 * The shifts of a plan that are not over at `now`; an end that is not after the beginning is in the next day. Null: the days are the
 * wrong way round or too many.
 */
export function shiftsOf({ startsOn, endsOn, weekdays, from, to }: Plan, zone: string, now: Date): Span[] | null {
  const count = daysBetween(startsOn, endsOn) + 1;
  if (count < 1 || count > planDays || from === "24:00") return null;
  const days = Array.from({ length: count }, (_, at) => addDays(startsOn, at)).filter((day) => weekdays.includes(dayOfWeek(day)));
  return days
    .map((day) => ({ startsAt: zonedDateToInstant(day, from, zone), endsAt: zonedDateToInstant(to > from ? day : addDays(day, 1), to, zone) }))
    .filter(({ startsAt, endsAt }) => endsAt > now && endsAt > startsAt);
}

/** Minutes of the day as «08:00»; the day's end is «24:00». */
export function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

export function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}

/** When somebody has to be there on that day; null on a day off. */
export function requiredOn(day: PlainDate, hours: DutyHours, zone: string): Span | null {
  if (!hours.daily && !russianCalendar.isWorkingDay(day)) return null;
  return { startsAt: zonedDateToInstant(day, clockOf(hours.from), zone), endsAt: zonedDateToInstant(day, clockOf(hours.to), zone) };
}

/** What of a span nobody covers, in order. */
export function uncovered({ startsAt, endsAt }: Span, shifts: readonly Span[]): Span[] {
  const gaps: Span[] = [];
  let from = startsAt;
  for (const shift of shifts.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    if (shift.endsAt <= from) continue;
    if (shift.startsAt >= endsAt) break;
    if (shift.startsAt > from) gaps.push({ startsAt: from, endsAt: shift.startsAt });
    from = shift.endsAt;
  }
  if (from < endsAt) gaps.push({ startsAt: from, endsAt });
  return gaps;
}

/** Who is there at the instant, and which shift begins next. */
export function dutyAt<S extends Span>(shifts: readonly S[], now: Date): { readonly onDuty: readonly S[]; readonly next: S | null } {
  const ahead = shifts.filter(({ startsAt }) => startsAt > now).toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  return { onDuty: shifts.filter(({ startsAt, endsAt }) => startsAt <= now && endsAt > now), next: ahead[0] ?? null };
}

/** Until when somebody is there without a break: shifts that touch or overlap go on. In: shifts, one of which covers the instant. */
export function coveredUntil(shifts: readonly Span[], now: Date): Date {
  let until = now;
  for (let grows = true; grows; ) {
    const further = shifts.filter(({ startsAt, endsAt }) => startsAt <= until && endsAt > until).map(({ endsAt }) => endsAt.getTime());
    grows = further.length > 0;
    if (grows) until = new Date(Math.max(...further));
  }
  return until;
}

export function isOverlapping(a: Span, b: Span): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/** Monday of the week. */
export function weekOf(day: PlainDate): PlainDate {
  return addDays(day, 1 - dayOfWeek(day));
}
