'use client';

import { Button, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import { OptionList, type OptionItem } from './option-list';
import { fieldProps, Words, type FieldWords } from './words';

export type SelectProps = FieldWords & {
  id?: string; name?: string; options: readonly OptionItem[]; placeholder: string;
  value?: string | null; defaultValue?: string; onChange?: (id: string | null) => void;
  isRequired?: boolean; isDisabled?: boolean;
};

/** For a workplace; on public pages SelectField. Past some fifteen options take ComboBox. */
export function Select({ label, hint, error, mark, id, options, placeholder, onChange, ...rest }: SelectProps) {
  return (
    <div className="field-slot" id={id}>
      <AriaSelect {...rest} placeholder={placeholder} onChange={(key) => onChange?.(key === null ? null : String(key))} {...fieldProps({ error })}>
        <Words label={label} hint={hint} error={error} mark={mark} />
        <Button className="input select-button">
          <SelectValue className="select-value" />
          <span aria-hidden="true" className="chevron" />
        </Button>
        <Popover className="pop">
          <OptionList items={options} />
        </Popover>
      </AriaSelect>
    </div>
  );
}
