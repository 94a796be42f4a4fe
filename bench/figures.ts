/** In: numbers, not empty. Out: the one in the middle. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** In: numbers, a share from 0 to 1. Out: the value below which that share lies; NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  if (sorted.length === 0) return Number.NaN;
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)] ?? Number.NaN, sorted[Math.ceil(at)] ?? Number.NaN];
  return low + (high - low) * (at - Math.floor(at));
}

/** A number with three significant digits: more would be noise. */
export function short(value: number): number {
  return Number(value.toPrecision(3));
}
