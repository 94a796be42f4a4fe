'use client';

import { CheckboxGroup as AriaCheckboxGroup } from 'react-aria-components';
import { Checkbox } from './checkbox';
import type { ChoiceOption } from './choice';
import { fieldProps, Words, type FieldWords } from './words';

export type CheckboxGroupProps = FieldWords & { id?: string; name?: string; options: readonly ChoiceOption[]; value?: string[]; defaultValue?: string[]; onChange?: (values: string[]) => void; isRequired?: boolean; isDisabled?: boolean };

export function CheckboxGroup({ label, hint, error, mark, options, ...rest }: CheckboxGroupProps) {
  return (
    <AriaCheckboxGroup {...rest} {...fieldProps({ error })}>
      <Words label={label} hint={hint} error={error} mark={mark} />
      <div className="choices">
        {options.map((option) => <Checkbox key={option.value} value={option.value} note={option.note} isDisabled={option.disabled}>{option.label}</Checkbox>)}
      </div>
    </AriaCheckboxGroup>
  );
}
