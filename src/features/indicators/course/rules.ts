import { project, type Projection } from "../pace";
import { recentOf, runningSum } from "../rules";
import type { Round } from "../schema";

/** One day of collection on the chart; running sums, null where a line has no point. */
export interface CourseDay {
  /** number of the day, the first is 0 */
  readonly day: number;
  readonly actual: number | null;
  readonly needed: number | null;
  readonly earlier: number | null;
  readonly forecast: number | null;
  readonly band: readonly [low: number, high: number] | null;
}

export interface Course {
  readonly days: readonly CourseDay[];
  readonly total: number;
  /** null once collection is over or hasn't begun */
  readonly projection: Projection | null;
}

/** In: figures by day up to today, target, the round before as a running sum. Out: every day of collection with its lines. */
export function courseLines(byDay: readonly number[], target: number | null, earlier: readonly number[] | null, round: Pick<Round, "phase" | "day" | "days" | "daysLeft">): Course {
  const actual = runningSum(byDay);
  const total = actual.at(-1) ?? 0;
  const today = round.day - 1;
  const projection = round.phase === "collecting" ? project({ actual: total, daysGone: Math.max(1, round.day), daysLeft: round.daysLeft, recent: recentOf(byDay, round.day) }) : null;
  const days = Array.from({ length: round.days }, (_, day): CourseDay => ({
    day,
    actual: day <= today ? (actual[day] ?? total) : null,
    needed: target === null ? null : (target * (day + 1)) / round.days,
    earlier: earlier ? (earlier[Math.min(day, earlier.length - 1)] ?? null) : null,
    ...ahead(day - today, total, projection, round.daysLeft),
  }));
  return { days, total, projection };
}

/** The forecast begins at today's point; its band widens with the square root of the days. */
function ahead(distance: number, total: number, projection: Projection | null, daysLeft: number): Pick<CourseDay, "forecast" | "band"> {
  if (!projection || distance < 0 || daysLeft === 0) return { forecast: null, band: null };
  const forecast = total + projection.currentPerDay * distance;
  const widening = Math.sqrt(distance / daysLeft);
  return { forecast, band: [Math.max(total, forecast - (projection.forecast - projection.forecastLow) * widening), forecast + (projection.forecastHigh - projection.forecast) * widening] };
}
