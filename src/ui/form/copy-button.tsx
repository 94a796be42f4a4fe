'use client';

import { useEffect, useState, type ReactNode } from 'react';
import { Button, type ButtonProps } from './button';

export type CopyButtonProps = Omit<ButtonProps, 'onPress' | 'children'> & { text: string | (() => string | Promise<string>); labels: { copy: ReactNode; copied: ReactNode; failed: ReactNode } };

export function CopyButton({ text, labels, variant = 'quiet', ...rest }: CopyButtonProps) {
  const [state, setState] = useState<'copy' | 'copied' | 'failed'>('copy');
  useEffect(() => {
    if (state === 'copy') return;
    const timer = setTimeout(() => setState('copy'), 4000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : await text());
      setState('copied');
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      <Button {...rest} variant={variant} onPress={copy}>{labels[state]}</Button>
      <span role="status" className="visually-hidden">{state === 'copy' ? null : labels[state]}</span>
    </>
  );
}
