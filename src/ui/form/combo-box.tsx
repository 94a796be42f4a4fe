'use client';

import { Button, ComboBox as AriaComboBox, Input, Popover } from 'react-aria-components';
import { OptionList, type OptionItem } from './option-list';
import { fieldProps, Words, type FieldWords } from './words';

export type ComboBoxProps = FieldWords & {
  id?: string; name?: string; options: readonly OptionItem[]; placeholder?: string;
  value?: string | null; defaultValue?: string; onChange?: (id: string | null) => void;
  /** Give both to search on the server: then `options` are shown as they come. */
  query?: string; onQuery?: (text: string) => void;
  allowsCustomValue?: boolean; isRequired?: boolean; isDisabled?: boolean;
  labels: { open: string; empty: string };
};

export function ComboBox({ label, hint, error, mark, id, options, placeholder, value, defaultValue, onChange, query, onQuery, labels, ...rest }: ComboBoxProps) {
  const list = onQuery ? { items: options, inputValue: query, onInputChange: onQuery } : { defaultItems: options };
  return (
    <div className="field-slot" id={id}>
      <AriaComboBox
        {...rest}
        {...list}
        selectedKey={value}
        defaultSelectedKey={defaultValue}
        onSelectionChange={(key) => onChange?.(key === null ? null : String(key))}
        menuTrigger="focus"
        allowsEmptyCollection
        {...fieldProps({ error })}
      >
        <Words label={label} hint={hint} error={error} mark={mark} />
        <div className="input-with-button">
          <Input className="input" placeholder={placeholder} />
          <Button className="input-button" aria-label={labels.open}>
            <span aria-hidden="true" className="chevron" />
          </Button>
        </div>
        <Popover className="pop">
          <OptionList empty={labels.empty} />
        </Popover>
      </AriaComboBox>
    </div>
  );
}
