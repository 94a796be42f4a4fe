import clsx from 'clsx';
import type { ReactNode } from 'react';
import type { FieldWords } from './field';

type Props = FieldWords & { id: string; ids: { hint?: string; error?: string; describedBy?: string }; children: ReactNode };

/** A question with several controls (radio buttons, check boxes): fieldset and legend. */
export function FieldGroup({ id, label, hint, error, mark, ids, children }: Props) {
  return (
    <fieldset className={clsx('field', error && 'field-bad')} id={id} aria-describedby={ids.describedBy}>
      <legend className="label">
        {label}
        {mark ? <span className="mark-required">{mark}</span> : null}
      </legend>
      {hint ? <p className="hint" id={ids.hint}>{hint}</p> : null}
      {error ? <p className="error" role="alert" id={ids.error}>{error}</p> : null}
      {children}
    </fieldset>
  );
}
