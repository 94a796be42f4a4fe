import clsx from 'clsx';
import type { InputHTMLAttributes } from 'react';
import { Field, type FieldWords } from './field';
import { fieldIds } from './field-ids';

export type InputFieldProps = FieldWords & Omit<InputHTMLAttributes<HTMLInputElement>, 'size'> & { name: string; large?: boolean; narrow?: boolean; labelHidden?: boolean };

/** A native one-line field; works before and without scripts. */
export function InputField({ label, hint, error, mark, id, large, narrow, labelHidden, className, ...input }: InputFieldProps) {
  const own = id ?? input.name;
  const ids = fieldIds(own, { hint, error }, input['aria-describedby']);
  return (
    <Field label={label} hint={hint} error={error} mark={mark} htmlFor={own} ids={ids} large={large} labelHidden={labelHidden}>
      <input
        type="text"
        {...input}
        id={own}
        aria-describedby={ids.describedBy}
        aria-invalid={error ? true : undefined}
        className={clsx('input', large && 'input-large', narrow && 'input-narrow', className)}
      />
    </Field>
  );
}
