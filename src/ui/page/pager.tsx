import type { ReactNode } from 'react';
import { LinkButton } from './link-button';

export type PagerProps = { previous?: string; next?: string; labels: { nav: string; previous: ReactNode; next: ReactNode }; note?: ReactNode };

/** Keyset paging: there is a next and a previous, no numbers. Nothing is drawn where there is nowhere to go. */
export function Pager({ previous, next, labels, note }: PagerProps) {
  if (!previous && !next) return note ? <p className="muted small mt-6">{note}</p> : null;
  return (
    <nav className="pager" aria-label={labels.nav}>
      {previous ? <LinkButton variant="quiet" rel="prev" href={previous}>{labels.previous}</LinkButton> : null}
      {next ? <LinkButton variant="quiet" rel="next" href={next}>{labels.next}</LinkButton> : null}
      {note ? <span className="muted small">{note}</span> : null}
    </nav>
  );
}
