'use client';

import { useEffect, useRef, type MouseEvent } from 'react';
import { ErrorSummary, type ErrorSummaryProps } from './error-summary';

const FOCUSABLE = 'input:not([type=hidden]):not([tabindex="-1"]), select, textarea, button, [tabindex="0"]';

/** ErrorSummary that takes the focus when errors arrive, and whose links put it into the field (also into fields made of parts). `attempt` grows with each failed send. */
export function FormErrorSummary({ attempt, ...summary }: ErrorSummaryProps & { attempt: number }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.querySelector<HTMLElement>('.error-summary')?.focus();
  }, [attempt]);
  const follow = (event: MouseEvent<HTMLDivElement>) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    const field = document.getElementById(link?.getAttribute('href')?.slice(1) ?? '');
    const control = field?.matches(FOCUSABLE) ? field : field?.querySelector<HTMLElement>(FOCUSABLE);
    if (!field || !control) return;
    event.preventDefault();
    control.focus({ preventScroll: true });
    (field.closest('.field') ?? field).scrollIntoView({ block: 'center' });
  };
  return <div ref={box} onClick={follow}><ErrorSummary {...summary} /></div>;
}
