'use client';

import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaProps } from 'react-aria-components';

export type CheckboxProps = Omit<AriaProps, 'className' | 'children'> & { children?: ReactNode; note?: ReactNode };

export function Checkbox({ children, note, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className="choice">
      <span className="box box-check" aria-hidden="true" />
      {children ? <span>{children}</span> : null}
      {note ? <span className="choice-note">{note}</span> : null}
    </AriaCheckbox>
  );
}
