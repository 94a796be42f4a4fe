import clsx from 'clsx';
import type { TextareaHTMLAttributes } from 'react';
import { Field, type FieldWords } from './field';
import { fieldIds } from './field-ids';

export type TextareaFieldProps = FieldWords & TextareaHTMLAttributes<HTMLTextAreaElement> & { name: string; large?: boolean; labelHidden?: boolean };

/** A native field of several lines; grows with its text where the browser can. */
export function TextareaField({ label, hint, error, mark, id, large, labelHidden, className, ...area }: TextareaFieldProps) {
  const own = id ?? area.name;
  const ids = fieldIds(own, { hint, error }, area['aria-describedby']);
  return (
    <Field label={label} hint={hint} error={error} mark={mark} htmlFor={own} ids={ids} large={large} labelHidden={labelHidden}>
      <textarea rows={5} {...area} id={own} aria-describedby={ids.describedBy} aria-invalid={error ? true : undefined} className={clsx('input', className)} />
    </Field>
  );
}
