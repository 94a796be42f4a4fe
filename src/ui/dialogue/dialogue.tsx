import type { ReactNode } from 'react';

/** A conversation in order: Said, Between, Answered. */
export function Dialogue({ children, label }: { children: ReactNode; label?: string }) {
  return <div className="dialogue" role={label ? 'group' : undefined} aria-label={label}>{children}</div>;
}
