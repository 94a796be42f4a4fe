import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Heading, type Level } from './heading';
import type { Tone } from './tag';

export type NoticeProps = { tone?: Tone; title?: ReactNode; level?: Level; live?: boolean; actions?: ReactNode; children?: ReactNode };

/** What has just happened or is about to, and what next. `live` announces it when it appears. */
export function Notice({ tone = 'asks', title, level = 2, live, actions, children }: NoticeProps) {
  return (
    <div className={clsx('notice', `notice-${tone}`)} role={live ? (tone === 'late' ? 'alert' : 'status') : undefined}>
      {title ? <Heading level={level}>{title}</Heading> : null}
      {children}
      {actions ? <div className="acts mt-3">{actions}</div> : null}
    </div>
  );
}
