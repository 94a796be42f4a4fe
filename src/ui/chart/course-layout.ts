import { linear, roundTicks, spread, type BandPoint, type Point } from './scale';

export type CourseSeries = { label: string; points: readonly Point[] };
export type CourseLayoutInput = {
  /** Up to today; its label («сегодня 1 834») stands at its last point. */
  actual: CourseSeries;
  needed?: CourseSeries;
  earlier?: CourseSeries;
  forecast?: CourseSeries & { band?: readonly BandPoint[] };
  target?: { label: string; value: number };
  /** Days or times to name under the axis; default: first, today, last. */
  xTicks?: readonly number[];
};

/** In px at the largest type: two labels closer than this would touch. */
const LABEL_GAP = 24;

const endOf = (points: readonly Point[]) => points[points.length - 1];

/** Where everything stands, in per cent of the plot; pure. Drawn from back to front: earlier, needed, forecast, actual. */
export function layOutCourse(input: CourseLayoutInput, heightPx: number) {
  const { actual, needed, earlier, forecast, target } = input;
  const lines = [
    { kind: 'earlier', series: earlier },
    { kind: 'needed', series: needed },
    { kind: 'forecast', series: forecast },
    { kind: 'actual', series: actual },
  ].flatMap(({ kind, series }) => (series && series.points.length > 0 ? [{ kind, label: series.label, points: series.points }] : []));
  const all = lines.flatMap((line) => line.points);
  const xs = all.map((point) => point.x);
  const [left, right] = xs.length > 0 ? [Math.min(...xs), Math.max(...xs)] : [0, 1];
  const highest = Math.max(0, target?.value ?? 0, ...all.map((point) => point.y), ...(forecast?.band ?? []).map((point) => point.high));
  const yTicks = roundTicks(0, highest * 0.92, 4);
  const sx = linear([left, right], [0, 100]);
  const sy = linear([0, Math.max(highest * 1.04, yTicks[yTicks.length - 1] ?? 1)], [100, 0]);

  const last = endOf(actual.points);
  const ended = lines.filter((line) => line.kind !== 'actual').map((line) => ({ kind: line.kind, label: line.label, y: sy(endOf(line.points)?.y ?? 0) }));
  if (target) ended.push({ kind: 'target', label: target.label, y: sy(target.value) });
  const at = spread(ended.map((end) => end.y), (LABEL_GAP / heightPx) * 100, [0, 100]);
  const ends = ended.map((end, index) => ({ kind: end.kind, label: end.label, at: at[index] ?? end.y })).sort((a, b) => a.at - b.at);

  const values = input.xTicks ?? [...new Set([left, last?.x ?? left, right])];
  const xTicks = values.map((value) => {
    const place = sx(value);
    return { value, at: place, anchor: place < 8 ? ('start' as const) : place > 92 ? ('end' as const) : ('middle' as const), isTight: (place > 0 && place < 34) || (place > 66 && place < 100) };
  }).filter((tick) => tick.at === 0 || tick.at === 100 || (tick.at >= 12 && tick.at <= 88));

  const today = last && { x: sx(last.x), y: sy(last.y) };
  return {
    lines, yTicks, sx, sy, ends, xTicks,
    today,
    /** On a narrow plot the name of this tick would run into today's label. */
    isBesideToday: (tick: number) => today !== undefined && today.x < 70 && Math.abs(sy(tick) - today.y + 6) < 14,
    longestLabel: Math.max(0, ...ends.map((end) => end.label.length)),
  };
}
