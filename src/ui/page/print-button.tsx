'use client';

import type { ReactNode } from 'react';

/** The browser's own dialog; what is not for paper is hidden by `no-print`. */
export function PrintButton({ children }: { children: ReactNode }) {
  return <button type="button" className="button" onClick={() => window.print()}>{children}</button>;
}
