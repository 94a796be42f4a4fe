import type { PlainDate } from "@/shared/dates/plain-date";
import { daysBetween } from "@/shared/dates/plain-date";
import { plainDateIn } from "@/shared/dates/zone";

/** Days of a marathon, all inclusive, each in the municipality's own time zone. */
export interface MarathonDates {
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly closingEndsOn: PlainDate;
}

/** upcoming → collecting → closing (nothing new is submitted; answers and assignments go on) → finished */
export type MarathonPhase = "upcoming" | "collecting" | "closing" | "finished";

export function phaseOf(dates: MarathonDates, now: Date, zone: string): MarathonPhase {
  const today = plainDateIn(zone, now);
  if (today < dates.startsOn) return "upcoming";
  if (today <= dates.endsOn) return "collecting";
  return today <= dates.closingEndsOn ? "closing" : "finished";
}

export interface MarathonCourse {
  /** which day of collection it is, from 1; 0 before it, `days` after it */
  readonly day: number;
  readonly days: number;
  /** days of collection after today; 0 on the last day and afterwards */
  readonly daysLeft: number;
}

/** «21-й день из 46» in the municipality's time zone. */
export function courseOf(dates: MarathonDates, now: Date, zone: string): MarathonCourse {
  const days = daysBetween(dates.startsOn, dates.endsOn) + 1;
  const day = Math.min(days, Math.max(0, daysBetween(dates.startsOn, plainDateIn(zone, now)) + 1));
  return { day, days, daysLeft: Math.max(0, Math.min(days, days - day)) };
}

/** The one that counts today first: those begun, the latest of them before the others; then those to come, the nearest first. */
export function currentFirst<M extends MarathonDates>(marathons: readonly M[], today: PlainDate): M[] {
  const begun = marathons.filter(({ startsOn }) => startsOn <= today).toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1));
  const toCome = marathons.filter(({ startsOn }) => startsOn > today).toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  return [...begun, ...toCome];
}
