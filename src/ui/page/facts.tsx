import clsx from 'clsx';
import type { ReactNode } from 'react';

export type Fact = { term: ReactNode; value: ReactNode; note?: ReactNode };

export function Facts({ items, layout = 'rows' }: { items: Fact[]; layout?: 'rows' | 'stack' }) {
  return (
    <dl className={clsx('facts', layout === 'stack' && 'facts-stack')}>
      {items.map((item, at) => (
        <div key={at}>
          <dt>{item.term}</dt>
          <dd>
            {item.value}
            {item.note ? <span className="small muted block">{item.note}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
