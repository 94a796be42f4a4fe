import type { ReactNode } from 'react';
import { Link } from './link';

export type PageTitleProps = {
  title: ReactNode;
  crumbs?: { items: { label: ReactNode; href?: string }[]; label: string };
  /** Number, date and place of a record, in one muted line. */
  note?: ReactNode;
  actions?: ReactNode;
};

/** «Where am I»: crumbs, the page's only h1, one line about it, what may be done. */
export function PageTitle({ title, crumbs, note, actions }: PageTitleProps) {
  return (
    <div className="mb-6">
      {crumbs && (
        <nav aria-label={crumbs.label}>
          <ol className="crumbs">
            {crumbs.items.map((crumb, at) => (
              <li key={at}>{crumb.href ? <Link href={crumb.href}>{crumb.label}</Link> : crumb.label}</li>
            ))}
          </ol>
        </nav>
      )}
      <h1>{title}</h1>
      {note ? <p className="small muted num mt-2">{note}</p> : null}
      {actions ? <div className="acts mt-4">{actions}</div> : null}
    </div>
  );
}
