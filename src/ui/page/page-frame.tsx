import clsx from 'clsx';
import type { ReactNode } from 'react';
import { SkipLink } from './skip-link';

export type PageFrameProps = {
  skip: string;
  /** Goes above the header: DemoBar, a notice of works. */
  above?: ReactNode;
  header: ReactNode;
  footer?: ReactNode;
  /** `bands`: the page sets its own full-width bands; `wrap`: one column frame; `wide`: edge to edge with padding; `bare`: nothing, for queues. */
  body?: 'bands' | 'wrap' | 'wide' | 'bare';
  children: ReactNode;
};

export function PageFrame({ skip, above, header, footer, body = 'wrap', children }: PageFrameProps) {
  const framed = body === 'wrap' || body === 'wide';
  return (
    <div className="frame">
      <SkipLink>{skip}</SkipLink>
      {above}
      {header}
      <main id="main" tabIndex={-1} className={clsx(framed && 'wrap page-body', body === 'wide' && 'wrap-wide')}>
        {children}
      </main>
      {footer}
    </div>
  );
}
