import type { PlainDate } from "@/shared/dates/plain-date";
import { daysBetween } from "@/shared/dates/plain-date";
import { russianCalendar } from "@/shared/dates/working-days";
import { lastDayOf } from "@/shared/dates/zone";
import { isBelow } from "../rules";
import type { Measure, Round } from "../schema";
import type { DirectionLine, Morning, NextCheckpoint } from "./schema";

interface Upcoming {
  readonly id: string;
  readonly name: string;
  readonly date: PlainDate;
  readonly deadline: Date;
}

/** In: the next checkpoint. Out: with the days left and what is needed by then, on a straight course to the target. */
export function towardsCheckpoint(checkpoint: Upcoming, initiatives: Measure, round: Round, now: Date, zone: string): NextCheckpoint {
  const { id, name, date, deadline } = checkpoint;
  const last = lastDayOf(zone, deadline);
  const daysLeft = Math.max(0, daysBetween(round.today, last));
  const day = Math.min(round.days, Math.max(1, daysBetween(round.startsOn, last) + 1));
  const wanted = initiatives.target === null ? null : Math.ceil((initiatives.target * day) / round.days);
  return {
    id, name, date, deadline, daysLeft,
    workingDaysLeft: Math.max(0, russianCalendar.workingDaysLeft(now, deadline, zone)),
    initiatives: wanted,
    neededPerDay: wanted === null ? null : Math.max(0, wanted - initiatives.actual) / Math.max(1, daysLeft),
  };
}

/** What the page begins with: which sentence, and its values. */
export type Opening =
  | { readonly kind: "upcoming" }
  | { readonly kind: "noTarget" }
  | { readonly kind: "checkpoint"; readonly next: NextCheckpoint; readonly wanted: number; readonly neededPerDay: number; readonly currentPerDay: number; readonly isReached: boolean }
  | { readonly kind: "finish"; readonly target: number; readonly neededPerDay: number; readonly currentPerDay: number; readonly isReached: boolean }
  | { readonly kind: "over"; readonly target: number | null };

export function openingOf({ round, initiatives, next }: Pick<Morning, "round" | "initiatives" | "next">): Opening {
  const { target, pace } = initiatives;
  if (round.phase === "upcoming") return { kind: "upcoming" };
  if (round.phase !== "collecting") return { kind: "over", target };
  if (target === null || pace === null) return { kind: "noTarget" };
  const { currentPerDay } = pace;
  if (next !== null && next.initiatives !== null && next.neededPerDay !== null && next.date <= round.endsOn)
    return { kind: "checkpoint", next, wanted: next.initiatives, neededPerDay: next.neededPerDay, currentPerDay, isReached: initiatives.actual >= next.initiatives };
  return { kind: "finish", target, neededPerDay: pace.neededPerDay, currentPerDay, isReached: initiatives.actual >= target };
}

/** Directions of which «ниже графика» is said, the furthest behind first. */
export function belowCourse(directions: readonly DirectionLine[]): readonly DirectionLine[] {
  const lag = ({ initiatives: { pace, actual } }: DirectionLine) => (pace === null || pace.expectedToday === 0 ? 0 : actual / pace.expectedToday);
  return directions.filter(({ initiatives }) => isBelow(initiatives)).toSorted((a, b) => lag(a) - lag(b));
}

/** With targets first, then those with the most initiatives; the order in which a head reads them. */
export function byWeight<L extends { readonly initiatives: Measure }>(lines: readonly L[]): L[] {
  return lines.toSorted((a, b) => Number(b.initiatives.target !== null) - Number(a.initiatives.target !== null) || (b.initiatives.target ?? 0) - (a.initiatives.target ?? 0) || b.initiatives.actual - a.initiatives.actual);
}
