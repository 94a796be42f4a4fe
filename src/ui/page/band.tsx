import clsx from 'clsx';
import type { ReactNode } from 'react';

/** A full-width stripe of a front page with the page's measure inside. */
export function Band({ tone = 'ground', id, label, className, children }: { tone?: 'ground' | 'surface' | 'accent'; id?: string; label?: string; className?: string; children: ReactNode }) {
  return (
    <section id={id} aria-label={label} className={clsx('band', tone !== 'ground' && `band-${tone}`)}>
      <div className={clsx('wrap', className)}>{children}</div>
    </section>
  );
}
