import type { ReactNode } from 'react';

export function DemoBar({ children }: { children: ReactNode }) {
  return <aside className="demo-bar">{children}</aside>;
}
