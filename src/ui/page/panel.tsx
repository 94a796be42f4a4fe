import type { ReactNode } from 'react';
import { Heading, type Level } from './heading';

export type PanelProps = { title?: ReactNode; level?: Level; aside?: ReactNode; id?: string; children: ReactNode };

/** A surface with a heading; `aside` stands at the heading's right (a link, a small action). */
export function Panel({ title, level = 2, aside, id, children }: PanelProps) {
  return (
    <section className="panel" id={id}>
      {title || aside ? (
        <div className="panel-head">
          {title ? <Heading level={level}>{title}</Heading> : null}
          {aside}
        </div>
      ) : null}
      {children}
    </section>
  );
}
