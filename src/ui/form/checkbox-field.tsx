import clsx from 'clsx';
import type { InputHTMLAttributes, ReactNode } from 'react';
import { Choice } from './choice';
import { fieldIds } from './field-ids';

export type CheckboxFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & { name: string; label: ReactNode; note?: ReactNode; error?: ReactNode };

/** A single consent or switch in a native form. */
export function CheckboxField({ label, note, error, id, ...input }: CheckboxFieldProps) {
  const own = id ?? input.name;
  const ids = fieldIds(own, { error });
  return (
    <div className={clsx('field', error && 'field-bad')}>
      {error ? <p className="error" role="alert" id={ids.error}>{error}</p> : null}
      <Choice {...input} type="checkbox" id={own} label={label} note={note} aria-describedby={ids.describedBy} aria-invalid={error ? true : undefined} />
    </div>
  );
}
