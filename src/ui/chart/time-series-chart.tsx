'use client';

import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { linear, roundTicks, spread } from './scale';
import { WorkChart, type WorkChartProps } from './work-chart';

export type SeriesKind = 'actual' | 'forecast' | 'needed' | 'earlier';
export type TimeRow = { x: number } & { [key: string]: number | readonly [number, number] | null | undefined };
export type TimeSeries = {
  /** Its values' name in the rows. */
  key: string;
  /** Column in the table and name in the tooltip. */
  name: string;
  /** At the end of the line: «прогноз 7 581». */
  label: string;
  kind: SeriesKind;
  /** For a forecast: the name of its [low, high] in the rows. */
  bandKey?: string;
};
export type TimeSeriesChartProps = WorkChartProps & {
  rows: readonly TimeRow[];
  series: readonly TimeSeries[];
  target?: { value: number; label: string };
  xName: string;
  /** Default: first, last actual, last. */
  xTicks?: readonly number[];
  formatX: (x: number) => string;
  formatY: (y: number) => string;
  height?: number;
};

const STROKE: Record<SeriesKind, { stroke: string; strokeWidth: number; strokeDasharray?: string }> = {
  actual: { stroke: 'var(--series-actual)', strokeWidth: 3 },
  forecast: { stroke: 'var(--series-actual)', strokeWidth: 2, strokeDasharray: '2 5' },
  needed: { stroke: 'var(--series-needed)', strokeWidth: 1.5 },
  earlier: { stroke: 'var(--series-earlier)', strokeWidth: 1.5, strokeDasharray: '7 4' },
};
const TOP = 22;
const AXIS = 28;

/** Lines named at their ends where there is room (from 480 px), under the chart where there is not. */
export function TimeSeriesChart({ rows, series, target, xName, xTicks, formatX, formatY, height = 280, ...words }: TimeSeriesChartProps) {
  const number = (row: TimeRow, key: string) => (typeof row[key] === 'number' ? row[key] : null);
  const lasts = series.map((one) => rows.findLastIndex((row) => number(row, one.key) !== null));
  const bandTop = (row: TimeRow, key: string) => {
    const band = row[key];
    return typeof band === 'object' && band !== null ? band[1] : 0;
  };
  const tops = rows.flatMap((row) => series.flatMap((one) => [number(row, one.key) ?? 0, one.bandKey ? bandTop(row, one.bandKey) : 0]));
  const ticks = roundTicks(0, Math.max(0, target?.value ?? 0, ...tops), 4);
  const highest = ticks[ticks.length - 1] ?? 1;
  const sy = linear([0, highest], [height - AXIS, TOP]);
  const ends = series.map((one, at) => {
    const row = rows[lasts[at] ?? -1];
    return { label: one.label, kind: one.kind as SeriesKind | 'target', isAtEdge: lasts[at] === rows.length - 1, y: sy(row ? (number(row, one.key) ?? 0) : 0) };
  });
  if (target) ends.push({ label: target.label, kind: 'target', isAtEdge: true, y: sy(target.value) });
  const edge = ends.filter((end) => end.isAtEdge);
  const at = spread(edge.map((end) => end.y), 18, [TOP, height - AXIS]);
  const today = rows[lasts[series.findIndex((one) => one.kind === 'actual')] ?? -1];
  const days = xTicks ?? [...new Set([rows[0], today, rows[rows.length - 1]].flatMap((row) => (row ? [row.x] : [])))];
  const gutter = Math.max(0, ...edge.map((end) => end.label.length)) * 7.4 + 14;
  const header = [xName, ...series.map((one) => one.name)];
  const table = rows.map((row) => ({ key: String(row.x), cells: [formatX(row.x), ...series.map((one) => number(row, one.key))] }));
  return (
    <WorkChart {...words} header={header} rows={table} show={(cell) => (typeof cell === 'number' ? formatY(cell) : cell)}>
      {(width) => {
        const isWide = width >= 480;
        const right = isWide ? gutter : 8;
        return (
          <>
            <ComposedChart width={width} height={height} data={rows as TimeRow[]} margin={{ top: TOP, right, bottom: 0, left: 0 }} className="time-chart">
              <CartesianGrid vertical={false} stroke="var(--line)" />
              <XAxis dataKey="x" type="number" domain={['dataMin', 'dataMax']} height={AXIS} ticks={days} interval="preserveStartEnd" tickFormatter={formatX} tick={{ fontSize: 13, fill: 'var(--muted)' }} tickLine={false} axisLine={{ stroke: 'var(--field)' }} minTickGap={12} tickMargin={6} />
              <YAxis domain={[0, highest]} ticks={ticks} tickFormatter={formatY} width={Math.max(...ticks.map((tick) => formatY(tick).length)) * 7.6 + 10} tick={{ fontSize: 13, fill: 'var(--muted)' }} tickLine={false} axisLine={false} />
              <Tooltip isAnimationActive={false} labelFormatter={(x) => formatX(Number(x))} formatter={(value) => (typeof value === 'number' ? formatY(value) : '')} contentStyle={{ background: 'var(--surface)', border: '1px solid var(--field)', borderRadius: 6, fontSize: 13 }} />
              {series.map((one) => (one.bandKey ? <Area key={one.bandKey} dataKey={one.bandKey} stroke="none" fill="var(--series-band)" fillOpacity={1} isAnimationActive={false} activeDot={false} tooltipType="none" connectNulls={false} /> : null))}
              {target ? <ReferenceLine y={target.value} stroke="var(--ink)" strokeDasharray="2 4" strokeWidth={1.5} /> : null}
              {series.map((one) => <Line key={one.key} dataKey={one.key} name={one.name} {...STROKE[one.kind]} dot={false} activeDot={{ r: 4 }} isAnimationActive={false} connectNulls={false} type="linear" />)}
              {isWide ? edge.map((end, index) => <text key={end.label} x={width - right + 8} y={(at[index] ?? end.y) + 4} fontSize={13} className={`time-end time-end-${end.kind}`}>{end.label}</text>) : null}
            </ComposedChart>
            <ul className="plot-key plot-key-shown">
              {ends.filter((end) => !isWide || !end.isAtEdge).map((end) => <li key={end.label} className={`plot-key-${end.kind}`}>{end.label}</li>)}
            </ul>
          </>
        );
      }}
    </WorkChart>
  );
}
