import type { ReactNode } from 'react';
import { Heading, type Level } from './heading';

/** What will stand here, and the button that begins it. */
export function EmptyState({ title, level = 2, actions, children }: { title: ReactNode; level?: Level; actions?: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      <Heading level={level}>{title}</Heading>
      {children ? <div className="muted max-w-measure">{children}</div> : null}
      {actions ? <div className="acts">{actions}</div> : null}
    </div>
  );
}
