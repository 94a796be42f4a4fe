'use client';

import { Button, Group, Input, NumberField as AriaNumberField, type NumberFieldProps as AriaProps } from 'react-aria-components';
import { fieldProps, Words, type FieldWords } from './words';

export type NumberFieldProps = FieldWords & Omit<AriaProps, 'className' | 'children' | 'isInvalid'> & { steppers?: boolean };

/** Reads and writes numbers as the locale does («1 234,5»). */
export function NumberField({ label, hint, error, mark, steppers, ...rest }: NumberFieldProps) {
  return (
    <AriaNumberField {...rest} {...fieldProps({ error })}>
      <Words label={label} hint={hint} error={error} mark={mark} />
      <Group className="number-group">
        <Input className="input num" />
        {steppers ? (
          <>
            <Button slot="decrement" className="button button-quiet button-icon"><span aria-hidden="true">−</span></Button>
            <Button slot="increment" className="button button-quiet button-icon"><span aria-hidden="true">+</span></Button>
          </>
        ) : null}
      </Group>
    </AriaNumberField>
  );
}
