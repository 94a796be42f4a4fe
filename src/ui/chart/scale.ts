/** Pure arithmetic of the charts: scales, round ticks, paths, labels that don't overlap. */
export type Point = { x: number; y: number };
export type Span = readonly [from: number, to: number];

/** Maps `domain` onto `range`; an empty domain maps to the range's beginning. */
export function linear([d0, d1]: Span, [r0, r1]: Span): (value: number) => number {
  const width = d1 - d0;
  return (value) => (width === 0 ? r0 : r0 + ((value - d0) / width) * (r1 - r0));
}

/** Round values 1, 2, 2.5 or 5 × 10ⁿ from 0 (or below) up to at least `max`: what a reader can add up in the head. */
export function roundTicks(min: number, max: number, about = 4): number[] {
  const low = Math.min(0, min);
  const span = Math.max(max, 0) - low || 1;
  const power = 10 ** Math.floor(Math.log10(span / about));
  const step = [1, 2, 2.5, 5, 10].map((by) => by * power).find((by) => span / by <= about) ?? power * 10;
  const first = Math.floor(low / step);
  const last = Math.ceil(Math.max(max, low + step) / step);
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}

const short = (value: number) => String(Math.round(value * 100) / 100);

export function linePath(points: readonly Point[], sx: (x: number) => number, sy: (y: number) => number): string {
  return points.map((point, at) => `${at === 0 ? 'M' : 'L'}${short(sx(point.x))},${short(sy(point.y))}`).join(' ');
}

export type BandPoint = { x: number; low: number; high: number };

export function bandPath(band: readonly BandPoint[], sx: (x: number) => number, sy: (y: number) => number): string {
  if (band.length === 0) return '';
  const top = linePath(band.map(({ x, high }) => ({ x, y: high })), sx, sy);
  const bottom = linePath(band.map(({ x, low }) => ({ x, y: low })).reverse(), sx, sy);
  return `${top} ${bottom.replace('M', 'L')} Z`;
}

/** Moves labels apart until each has `gap` to the next, keeping their order and staying between `from` and `to` while there is room. */
export function spread(wanted: readonly number[], gap: number, [from, to]: Span): number[] {
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at || a.index - b.index);
  let floor = from;
  for (const label of order) {
    label.at = Math.max(label.at, floor);
    floor = label.at + gap;
  }
  let ceiling = to;
  for (const label of [...order].reverse()) {
    label.at = Math.min(label.at, ceiling);
    ceiling = label.at - gap;
  }
  const result: number[] = [];
  for (const label of order) result[label.index] = label.at;
  return result;
}
