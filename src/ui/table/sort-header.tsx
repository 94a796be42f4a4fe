import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Link } from '../page/link';

export type Direction = 'ascending' | 'descending';
export type Sort = { by?: string; direction?: Direction; href: (column: string, direction: Direction) => string; firstDirection?: Record<string, Direction> };

/** A header that is a link to the same list sorted otherwise. Numbers begin with the largest. */
export function SortHeader({ id, align, sort, children }: { id: string; align?: 'start' | 'end'; sort: Sort; children: ReactNode }) {
  const isOn = sort.by === id;
  const first = sort.firstDirection?.[id] ?? (align === 'end' ? 'descending' : 'ascending');
  const opposite: Direction = sort.direction === 'ascending' ? 'descending' : 'ascending';
  return (
    <th scope="col" role="columnheader" aria-sort={isOn ? sort.direction : undefined} className={clsx(align === 'end' && 'end')}>
      <Link className="sort" href={sort.href(id, isOn ? opposite : first)} data-direction={isOn ? sort.direction : undefined}>{children}</Link>
    </th>
  );
}
