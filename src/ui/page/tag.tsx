import clsx from 'clsx';
import type { ReactNode } from 'react';

export type Tone = 'soon' | 'late' | 'done' | 'asks' | 'neutral';

/** State in words; the colour only repeats them. */
export function Tag({ tone = 'neutral', wrap, children }: { tone?: Tone; wrap?: boolean; children: ReactNode }) {
  return <span className={clsx('tag', tone !== 'neutral' && `tag-${tone}`, wrap && 'tag-wrap')}>{children}</span>;
}
