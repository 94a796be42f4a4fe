import { courseOf, phaseOf, type MarathonDates } from "@/features/marathon/rules";
import { plainDateIn } from "@/shared/dates/zone";
import { pace, type Pace } from "./pace";
import { figureNames, type Figures, type Measure, type Round } from "./schema";

export const noFigures: Figures = { users: 0, unconfirmed: 0, gross: 0, net: 0, answered: 0, included: 0 };

export function addFigures(...all: readonly Figures[]): Figures {
  const sum = { ...noFigures };
  for (const one of all) for (const name of figureNames) sum[name] += one[name];
  return sum;
}

/** In: marathon, instant, the municipality's zone. Out: the marathon with its course there. */
export function roundAt<M extends MarathonDates>(marathon: M, now: Date, zone: string): M & Pick<Round, "phase" | "day" | "days" | "daysLeft" | "today"> {
  return { ...marathon, phase: phaseOf(marathon, now, zone), ...courseOf(marathon, now, zone), today: plainDateIn(zone, now) };
}

/** Days that the pace is measured over. */
export const recentDays = 7;

/**
 * The last whole days of collection, oldest first: an unfinished today would make every morning look slow. On the first
 * day today is all there is.
 */
export function recentOf(byDay: readonly number[], day: number): readonly number[] {
  return day <= 1 ? byDay.slice(0, 1) : byDay.slice(Math.max(0, day - 1 - recentDays), day - 1);
}

/** Where only the sum of the recent days is known: the spread isn't. */
export function evenly(sum: number, day: number): readonly number[] {
  const days = Math.min(recentDays, Math.max(1, day - 1));
  return Array.from({ length: days }, () => sum / days);
}

/** Target against actual towards the last day of collection; after it a target is met or missed. */
export function measure(actual: number, target: number | null, recent: readonly number[], round: Pick<Round, "phase" | "day" | "daysLeft">): Measure {
  return { actual, target, pace: target === null || round.phase === "upcoming" ? null : paceTowards(actual, target, recent, round) };
}

function paceTowards(actual: number, target: number, recent: readonly number[], { phase, day, daysLeft }: Pick<Round, "phase" | "day" | "daysLeft">): Pace {
  const found = pace({ actual, target, daysGone: Math.max(1, day), daysLeft, recent });
  if (phase === "collecting") return found;
  return { ...found, state: actual >= target ? "met" : "missed", neededPerDay: 0 };
}

/** Whether «ниже графика» may be said of it: a little below is not. */
export function isBelow({ pace: found }: Measure): boolean {
  return found?.state === "below" || found?.state === "missed";
}

/** Initiatives per 1 000 inhabitants; null where the population isn't known. */
export function perThousand(net: number, population: number | null): number | null {
  return population ? (net / population) * 1000 : null;
}

/** Share of those that an answer was given to; null where there is nothing to answer. */
export function answeredShare({ answered, net }: Pick<Figures, "answered" | "net">): number | null {
  return net > 0 ? Math.min(1, answered / net) : null;
}

/** In: figures by day of collection. Out: running sums. */
export function runningSum(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => (sum += value));
}
