import type { ReactNode } from 'react';
import { Heading, type Level } from '../page/heading';
import { Link } from '../page/link';
import { ChartFrame, type ChartWords } from './chart-frame';
import { linear, linePath, type Point } from './scale';

export type Multiple = { id: string; title: ReactNode; href?: string; sentence: string; actual: readonly Point[]; needed?: readonly Point[]; note?: ReactNode; tone?: 'actual' | 'late' };
export type SmallMultiplesProps = Omit<ChartWords, 'sentence'> & {
  items: readonly Multiple[];
  /** `shared`: one scale for all, sizes compare; `own`: each against its own highest, shapes compare. */
  scale?: 'shared' | 'own';
  itemLevel?: Level;
};

const highestOf = (item: Multiple) => Math.max(0, ...[...item.actual, ...(item.needed ?? [])].map((point) => point.y));

/** The same small chart many times, instead of many colours in one. */
export function SmallMultiples({ items, scale = 'own', itemLevel = 4, ...words }: SmallMultiplesProps) {
  const xs = items.flatMap((item) => [...item.actual, ...(item.needed ?? [])].map((point) => point.x));
  const sx = linear(xs.length > 0 ? [Math.min(...xs), Math.max(...xs)] : [0, 1], [0, 100]);
  const shared = Math.max(0, ...items.map(highestOf));
  return (
    <ChartFrame {...words}>
      <ul className="multiples">
        {items.map((item) => {
          const sy = linear([0, (scale === 'shared' ? shared : highestOf(item)) || 1], [97, 5]);
          return (
            <li key={item.id}>
              <Heading level={itemLevel}>{item.href ? <Link className="link" href={item.href}>{item.title}</Link> : item.title}</Heading>
              <svg className={`multiple multiple-${item.tone ?? 'actual'}`} role="img" aria-label={item.sentence} viewBox="0 0 100 100" preserveAspectRatio="none">
                <line className="plot-grid" x1="0" x2="100" y1="97" y2="97" />
                {item.needed && <path className="plot-line plot-line-needed" d={linePath(item.needed, sx, sy)} />}
                <path className="plot-line plot-line-actual" d={linePath(item.actual, sx, sy)} />
              </svg>
              {item.note ? <p className="small muted num">{item.note}</p> : null}
            </li>
          );
        })}
      </ul>
    </ChartFrame>
  );
}
