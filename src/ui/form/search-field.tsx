import clsx from 'clsx';
import type { InputHTMLAttributes } from 'react';
import { Field, type FieldWords } from './field';
import { fieldIds } from './field-ids';

export type SearchFieldProps = FieldWords & Omit<InputHTMLAttributes<HTMLInputElement>, 'size'> & { name: string; button: string; large?: boolean; labelHidden?: boolean };

/** A search line with its button, to stand in a GET form; on a phone the large one puts the button under the line. */
export function SearchField({ label, hint, error, mark, id, button, large, labelHidden, ...input }: SearchFieldProps) {
  const own = id ?? input.name;
  const ids = fieldIds(own, { hint, error }, input['aria-describedby']);
  return (
    <Field label={label} hint={hint} error={error} mark={mark} htmlFor={own} ids={ids} large={large} labelHidden={labelHidden}>
      <div className={clsx('input-join', large && 'input-join-stack')}>
        <input type="search" enterKeyHint="search" {...input} id={own} aria-describedby={ids.describedBy} aria-invalid={error ? true : undefined} className={clsx('input', large && 'input-large')} />
        <button type="submit" className={clsx('button', large && 'button-large')}>{button}</button>
      </div>
    </Field>
  );
}
