export type MapStep = 1 | 2 | 3 | 4 | 5;

/** Bounds that cut sorted values into five equal parts, without repeats; fewer than five where values repeat. */
export function quantileBounds(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const cuts = [0.2, 0.4, 0.6, 0.8].map((share) => sorted[Math.floor(share * sorted.length)]);
  return [...new Set(cuts.filter((cut): cut is number => cut !== undefined && cut > (sorted[0] ?? 0)))];
}

/** Which of the five tones a value gets: how many bounds it has reached. Fewer bounds use the darker end, so that the highest is always the darkest. */
export function stepOf(value: number, bounds: readonly number[]): MapStep {
  const reached = bounds.filter((bound) => value >= bound).length;
  return Math.min(5, Math.max(1, reached + 5 - bounds.length)) as MapStep;
}
