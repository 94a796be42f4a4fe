import clsx from 'clsx';
import type { ReactNode } from 'react';

/** What every field is told in words. `mark` stands by the label: «обязательно» or «можно не заполнять». */
export type FieldWords = { label: ReactNode; hint?: ReactNode; error?: ReactNode; mark?: ReactNode };

type Props = FieldWords & { htmlFor: string; ids: { hint?: string; error?: string }; large?: boolean; labelHidden?: boolean; children: ReactNode };

/** Label, hint, error, then the control. */
export function Field({ label, hint, error, mark, htmlFor, ids, large, labelHidden, children }: Props) {
  return (
    <div className={clsx('field', error && 'field-bad')}>
      <label className={clsx('label', large && 'label-large', labelHidden && 'visually-hidden')} htmlFor={htmlFor}>
        {label}
        {mark ? <span className="mark-required">{mark}</span> : null}
      </label>
      {hint ? <p className="hint" id={ids.hint}>{hint}</p> : null}
      {error ? <p className="error" role="alert" id={ids.error}>{error}</p> : null}
      {children}
    </div>
  );
}
