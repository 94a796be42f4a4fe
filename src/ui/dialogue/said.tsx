import type { ReactNode } from 'react';
import { Heading, type Level } from '../page/heading';
import { Link } from '../page/link';

export type SaidProps = { who: ReactNode; title?: ReactNode; level?: Level; href?: string; id?: string; children?: ReactNode };

export function Said({ who, title, level = 3, href, id, children }: SaidProps) {
  return (
    <article className="said" id={id}>
      <p className="who">{who}</p>
      {title ? <Heading level={level} className="said-title">{href ? <Link className="link" href={href}>{title}</Link> : title}</Heading> : null}
      {children}
    </article>
  );
}
