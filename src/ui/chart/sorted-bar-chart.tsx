'use client';

import { Bar, BarChart, Cell, LabelList, ReferenceLine, XAxis, YAxis } from 'recharts';
import { WorkChart, type WorkChartProps } from './work-chart';
import { wrap } from './download';

export type BarDatum = { id: string; name: string; value: number; tone?: 'late' | 'soon' | 'done' };
export type SortedBarChartProps = WorkChartProps & {
  data: readonly BarDatum[];
  format: (value: number) => string;
  nameHeader: string;
  valueHeader: string;
  reference?: { value: number; label: string };
  onOpen?: (id: string) => void;
};

const ROW = 34;

/** Bars of units from zero, the largest first; a press on a bar opens what is behind it (the table's way for keyboards is the caller's list). */
export function SortedBarChart({ data, format, nameHeader, valueHeader, reference, onOpen, ...words }: SortedBarChartProps) {
  const sorted = data.toSorted((a, b) => b.value - a.value);
  const longest = Math.max(0, ...sorted.map((datum) => datum.name.length));
  const valueWidth = Math.max(0, ...sorted.map((datum) => format(datum.value).length)) * 8 + 12;
  return (
    <WorkChart {...words} header={[nameHeader, valueHeader]} rows={sorted.map((datum) => ({ key: datum.id, cells: [datum.name, datum.value] }))} show={(cell) => (typeof cell === 'number' ? format(cell) : cell)}>
      {(width) => {
        const nameWidth = Math.min(longest * 7.4 + 8, width * 0.42);
        return (
          <>
            <BarChart layout="vertical" width={width} height={sorted.length * ROW + 12} data={sorted} margin={{ top: 4, right: valueWidth, bottom: 4, left: 0 }}>
              <XAxis type="number" hide domain={[0, (highest: number) => Math.max(highest, reference?.value ?? 0)]} />
              <YAxis type="category" dataKey="name" width={nameWidth} interval={0} tickLine={false} axisLine={false} tick={(tick) => <Name x={Number(tick.x)} y={Number(tick.y)} text={String(tick.payload.value)} width={nameWidth - 10} />} />
              <Bar dataKey="value" barSize={14} isAnimationActive={false} onClick={onOpen ? (_, at) => { const datum = sorted[at]; if (datum) onOpen(datum.id); } : undefined} cursor={onOpen ? 'pointer' : undefined}>
                {sorted.map((datum) => <Cell key={datum.id} fill={datum.tone ? `var(--${datum.tone})` : 'var(--series-actual)'} />)}
                <LabelList dataKey="value" position="right" formatter={(value) => format(Number(value))} fontSize={13} fill="var(--ink)" />
              </Bar>
              {reference ? <ReferenceLine x={reference.value} stroke="var(--ink)" strokeWidth={2} /> : null}
            </BarChart>
            {reference ? <p className="bars-reference">{reference.label}</p> : null}
          </>
        );
      }}
    </WorkChart>
  );
}

/** A unit's name in at most two lines beside its bar. */
function Name({ x, y, text, width }: { x: number; y: number; text: string; width: number }) {
  const lines = wrap(text, width, (part) => part.length * 7.2);
  const shown = lines.length > 2 ? [lines[0], `${lines[1]}…`] : lines;
  return (
    <text x={x - 6} y={y} textAnchor="end" fontSize={13} fill="var(--ink)">
      <title>{text}</title>
      {shown.map((line, at) => <tspan key={at} x={x - 6} dy={at === 0 ? (shown.length > 1 ? '-0.2em' : '0.35em') : '1.1em'}>{line}</tspan>)}
    </text>
  );
}
