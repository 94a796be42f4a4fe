import type { ReactNode } from 'react';

export function DemoBar({ children }: { children: ReactNode }) {
  return <div className="demo-bar" role="note">{children}</div>;
}
