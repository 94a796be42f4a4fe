/**
 * Pace: will the target be met by its day, and what is needed for it (PRODUCT.md E). Pure: days are whole days of the
 * municipality's calendar, figures are net counts.
 */
export interface PaceInput {
  /** net figure by now */
  readonly actual: number;
  readonly target: number;
  /** days of collection gone, today included, at least 1 */
  readonly daysGone: number;
  /** days left until the target's day, that day included and today not; 0 on the last day */
  readonly daysLeft: number;
  /** figures of the last whole days, oldest first; any length */
  readonly recent: readonly number[];
}

export type PaceState = "met" | "onCourse" | "slightlyBelow" | "below" | "missed";

export interface Pace {
  readonly state: PaceState;
  /** still to come, never below 0 */
  readonly missing: number;
  /** a day from tomorrow on, or for today where it is the last day */
  readonly neededPerDay: number;
  /** a day, over the last seven days */
  readonly currentPerDay: number;
  /** figure that should stand today on a straight course */
  readonly expectedToday: number;
  /** figure on the target's day if the last days' pace goes on */
  readonly forecast: number;
  /** the forecast's spread: one standard deviation of a day's figure over the days left, both sides */
  readonly forecastLow: number;
  readonly forecastHigh: number;
}

/** Up to this share below the straight course is «чуть ниже графика». */
const slightShare = 0.1;
const recentDays = 7;

export function pace({ actual, target, ...course }: PaceInput): Pace {
  const { daysGone, daysLeft } = course;
  const missing = Math.max(0, target - actual);
  const expectedToday = (target * daysGone) / (daysGone + daysLeft);
  return {
    state: state(actual, target, expectedToday, daysLeft),
    missing,
    neededPerDay: missing / Math.max(1, daysLeft),
    expectedToday,
    ...project({ actual, ...course }),
  };
}

export type Projection = Pick<Pace, "currentPerDay" | "forecast" | "forecastLow" | "forecastHigh">;

/** Where the last days' pace leads, with a target or without. Withdrawals may outweigh a day; a forecast never falls below what is there. */
export function project({ actual, daysGone, daysLeft, recent }: Omit<PaceInput, "target">): Projection {
  const window = recent.slice(-recentDays);
  const mean = window.length === 0 ? actual / Math.max(1, daysGone) : window.reduce((sum, value) => sum + value, 0) / window.length;
  const currentPerDay = Math.max(0, mean);
  const forecast = actual + currentPerDay * daysLeft;
  const spread = deviation(window, mean) * Math.sqrt(daysLeft);
  return { currentPerDay, forecast, forecastLow: Math.max(actual, forecast - spread), forecastHigh: forecast + spread };
}

function state(actual: number, target: number, expectedToday: number, daysLeft: number): PaceState {
  if (actual >= target) return "met";
  if (daysLeft < 0) return "missed";
  if (actual >= expectedToday) return "onCourse";
  return actual >= expectedToday * (1 - slightShare) ? "slightlyBelow" : "below";
}

function deviation(values: readonly number[], mean: number): number {
  if (values.length < 2) return 0;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
