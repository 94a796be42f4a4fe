import type { ReactNode } from 'react';
import { Link } from './link';

export type Figure = { value: ReactNode; label: ReactNode; href?: string };

/** A few large numbers; each with `href` opens the list behind it. */
export function Figures({ items }: { items: Figure[] }) {
  return (
    <dl className="figures">
      {items.map((item, at) => (
        <div key={at}>
          <dt>{item.label}</dt>
          <dd>{item.href ? <Link href={item.href}>{item.value}</Link> : item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
