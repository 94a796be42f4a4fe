import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Heading, type Level } from '../page/heading';

export type AnsweredProps = { who: ReactNode; title?: ReactNode; level?: Level; id?: string; draft?: boolean; children?: ReactNode };

/** An answer; `draft` is one that nobody outside has seen yet (dashed edge; say so in `who` too). A verdict in the text: <b>. */
export function Answered({ who, title, level = 3, id, draft, children }: AnsweredProps) {
  return (
    <article className={clsx('answered', draft && 'answered-draft')} id={id}>
      <p className="who">{who}</p>
      {title ? <Heading level={level} className="said-title">{title}</Heading> : null}
      {children}
    </article>
  );
}
