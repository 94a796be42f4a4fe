'use client';

import { useLayoutEffect, useState, type ReactNode } from 'react';
import { TextArea as AriaTextArea, TextField as AriaTextField, type TextFieldProps as AriaProps } from 'react-aria-components';
import { useTypedEarly } from './use-typed-early';
import { fieldProps, Words, type FieldWords } from './words';

export type TextAreaProps = FieldWords & Omit<AriaProps, 'className' | 'children' | 'isInvalid' | 'maxLength'> & {
  rows?: number;
  placeholder?: string;
  /** Counted, not cut off: what is too long stays and is said to be. */
  limit?: number;
  counter?: (left: number) => ReactNode;
};

export function TextArea({ label, hint, error, mark, rows = 4, placeholder, limit, counter, value, defaultValue, onChange, ...rest }: TextAreaProps) {
  const [own, setOwn] = useState(defaultValue ?? '');
  const text = value ?? own;
  const change = (next: string) => {
    setOwn(next);
    onChange?.(next);
  };
  const area = useTypedEarly<HTMLTextAreaElement>(text, change);
  useLayoutEffect(() => {
    const element = area.current;
    if (!element || CSS.supports('field-sizing', 'content')) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 3}px`;
  }, [area, text]);
  const left = limit === undefined ? undefined : limit - text.length;
  return (
    <AriaTextField {...rest} value={text} onChange={change} {...fieldProps({ error })}>
      <Words label={label} hint={hint} error={error} mark={mark} />
      <AriaTextArea ref={area} className="input" rows={rows} placeholder={placeholder} />
      {left !== undefined && counter ? <span className="counter" data-over={left < 0 || undefined} aria-live={left < 20 ? 'polite' : 'off'}>{counter(left)}</span> : null}
    </AriaTextField>
  );
}
