'use client';

import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components';
import type { ChoiceOption } from './choice';
import { fieldProps, Words, type FieldWords } from './words';

export type RadioGroupProps = FieldWords & { id?: string; name?: string; options: readonly ChoiceOption[]; value?: string | null; defaultValue?: string; onChange?: (value: string) => void; isRequired?: boolean; isDisabled?: boolean };

export function RadioGroup({ label, hint, error, mark, options, ...rest }: RadioGroupProps) {
  return (
    <AriaRadioGroup {...rest} {...fieldProps({ error })}>
      <Words label={label} hint={hint} error={error} mark={mark} />
      <div className="choices">
        {options.map((option) => (
          <Radio key={option.value} value={option.value} isDisabled={option.disabled} className="choice">
            <span className="box box-round" aria-hidden="true" />
            <span>{option.label}</span>
            {option.note ? <span className="choice-note">{option.note}</span> : null}
          </Radio>
        ))}
      </div>
    </AriaRadioGroup>
  );
}
