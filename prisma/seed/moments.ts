import { addDays, dayOfWeek, type PlainDate } from "@/shared/dates/plain-date";
import { russianCalendar } from "@/shared/dates/working-days";
import { plainDateIn, startOfDayIn } from "@/shared/dates/zone";
import type { Chance } from "./random";

const starts = new Map<string, number>();

/** In: zone, day, minutes after midnight (fractions are seconds). Out: the instant. */
export function moment(zone: string, day: PlainDate, minutes: number): Date {
  const key = `${zone} ${day}`;
  let start = starts.get(key);
  if (start === undefined) {
    start = startOfDayIn(zone, day).getTime();
    starts.set(key, start);
  }
  return new Date(start + Math.floor(minutes * 60) * 1000);
}

const days = new Map<string, PlainDate>();

/** The day of an instant in a zone. Offsets are whole quarters of an hour, and change on them: one answer a quarter. */
export function dayIn(zone: string, instant: Date): PlainDate {
  const key = `${zone} ${Math.floor(instant.getTime() / 900_000)}`;
  let day = days.get(key);
  if (day === undefined) {
    day = plainDateIn(zone, instant);
    days.set(key, day);
  }
  return day;
}

/** A moment at which an office works, `workingDays` after the instant; on the same day not before it. */
export function officeMoment(zone: string, after: Date, workingDays: number, chance: Chance): Date {
  let day = dayIn(zone, after);
  if (workingDays > 0) day = russianCalendar.addWorkingDays(day, workingDays);
  else if (!russianCalendar.isWorkingDay(day)) day = russianCalendar.addWorkingDays(day, 1);
  for (;;) {
    const [from, to] = [8 * 60 + 10, 17 * 60];
    const early = (after.getTime() - moment(zone, day, 0).getTime()) / 60_000 + 5;
    if (early < to) return moment(zone, day, chance.between(Math.max(from, early), to));
    day = russianCalendar.addWorkingDays(day, 1);
  }
}

/** When people sit down to write: before work, at noon, in the evening most. Out: minutes after midnight. */
export function freeMinute(chance: Chance, weekend: boolean): number {
  const peaks = weekend ? ([[[11, 3.5], 4], [[16, 4], 4], [[20, 2.5], 4]] as const) : ([[[8.5, 1.8], 1.6], [[12.5, 2], 2.2], [[15.5, 3], 2.6], [[19.7, 3], 6.5]] as const);
  const [middle, reach] = chance.weighted<readonly [number, number]>(peaks);
  const bell = chance.next() + chance.next() - 1;
  return Math.min(1435, Math.max(340, (middle + bell * reach) * 60));
}

/**
 * How many come on each day of a marathon, as weights: a lively beginning, quiet weekends, more towards a checkpoint
 * and most on the last days.
 */
export function courseOfDays(startsOn: PlainDate, days: number, checkpoints: readonly PlainDate[]): number[] {
  return Array.from({ length: days }, (_, index) => {
    const day = addDays(startsOn, index);
    const beginning = index === 0 ? 0.7 : index < 4 ? 1.25 : 1;
    const week = dayOfWeek(day) > 5 ? 0.42 : russianCalendar.isWorkingDay(day) ? 1 : 0.4;
    const rush = checkpoints.reduce((most, checkpoint) => {
      const left = (Date.parse(checkpoint) - Date.parse(day)) / 86_400_000;
      return Math.max(most, left >= 0 && left <= 4 ? 1.9 - left * 0.2 : 1);
    }, 1);
    return beginning * week * rush * (0.85 + index / 90);
  });
}
