import type { ReactNode } from 'react';

/** What happened between two utterances: who took it, in how many days. */
export function Between({ children }: { children: ReactNode }) {
  return <div className="between">{children}</div>;
}
