'use client';

import { Input, TextField as AriaTextField, type TextFieldProps as AriaProps } from 'react-aria-components';
import { useTypedEarly } from './use-typed-early';
import { fieldProps, Words, type FieldWords } from './words';

export type TextFieldProps = FieldWords & Omit<AriaProps, 'className' | 'children' | 'isInvalid'> & { placeholder?: string; narrow?: boolean };

export function TextField({ label, hint, error, mark, placeholder, narrow, ...rest }: TextFieldProps) {
  const field = useTypedEarly<HTMLInputElement>(rest.value, rest.onChange);
  return (
    <AriaTextField {...rest} {...fieldProps({ error })}>
      <Words label={label} hint={hint} error={error} mark={mark} />
      <Input ref={field} className={narrow ? 'input input-narrow' : 'input'} placeholder={placeholder} />
    </AriaTextField>
  );
}
