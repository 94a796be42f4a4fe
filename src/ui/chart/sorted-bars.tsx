import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Link } from '../page/link';
import { ChartFrame, type ChartWords } from './chart-frame';
import { linear } from './scale';

export type BarItem = { id: string; label: ReactNode; value: number; href?: string; note?: ReactNode; tone?: 'late' | 'soon' | 'done' | 'muted' };
export type SortedBarsProps = ChartWords & {
  items: readonly BarItem[];
  format: (value: number) => string;
  max?: number;
  /** A value to compare with (average, target): a tick on every bar, named under the chart. */
  reference?: { value: number; label: string };
  order?: 'descending' | 'ascending' | 'given';
};

/** Bars from zero, sorted. Names and figures are text, so it is read as the list that it is. */
export function SortedBars({ sentence, items, format, max, reference, order = 'descending', ...words }: SortedBarsProps) {
  const sorted = order === 'given' ? items : items.toSorted((a, b) => (order === 'descending' ? b.value - a.value : a.value - b.value));
  const share = linear([0, max ?? (Math.max(reference?.value ?? 0, ...items.map((item) => item.value)) || 1)], [0, 100]);
  return (
    <ChartFrame {...words}>
      <ul className="bars" aria-label={sentence}>
        {sorted.map((item) => (
          <li key={item.id}>
            <span>{item.href ? <Link className="link" href={item.href}>{item.label}</Link> : item.label}</span>
            <b>{format(item.value)}</b>
            <span className="bars-track" aria-hidden="true">
              <i className={clsx(item.tone && `bars-${item.tone}`)} style={{ width: `${Math.min(100, Math.max(0, share(item.value)))}%` }} />
              {reference ? <u style={{ left: `${Math.min(100, share(reference.value))}%` }} /> : null}
            </span>
            {item.note ? <span className="bars-note">{item.note}</span> : null}
          </li>
        ))}
      </ul>
      {reference ? <p className="bars-reference">{reference.label}</p> : null}
    </ChartFrame>
  );
}
