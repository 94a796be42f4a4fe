'use client';

import { FieldError, Label, Text } from 'react-aria-components';
import type { FieldWords } from './field';

export type { FieldWords } from './field';

/** Label, hint and error of a react-aria field, in the order in which every field has them. */
export function Words({ label, hint, error, mark }: FieldWords) {
  return (
    <>
      <Label className="label">
        {label}
        {mark ? <span className="mark-required">{mark}</span> : null}
      </Label>
      {hint ? <Text slot="description" className="hint">{hint}</Text> : null}
      {error ? <FieldError className="error"><span role="alert">{error}</span></FieldError> : null}
    </>
  );
}

/** What every react-aria field gets alike: errors come from us, not from the browser in its own language. */
export function fieldProps({ error, className }: { error?: unknown; className?: string }) {
  return { validationBehavior: 'aria' as const, isInvalid: Boolean(error), className: `field${error ? ' field-bad' : ''}${className ? ` ${className}` : ''}` };
}
