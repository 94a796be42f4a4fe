import clsx from 'clsx';
import type { SelectHTMLAttributes } from 'react';
import { Field, type FieldWords } from './field';
import { fieldIds } from './field-ids';

export type Option = { value: string; label: string; disabled?: boolean };
export type OptionGroup = { label: string; options: Option[] };
export type SelectFieldProps = FieldWords & SelectHTMLAttributes<HTMLSelectElement> & { name: string; options: (Option | OptionGroup)[]; narrow?: boolean; labelHidden?: boolean };

const one = (option: Option) => <option key={option.value} value={option.value} disabled={option.disabled}>{option.label}</option>;

/** The browser's own list: best on phones, no script. */
export function SelectField({ label, hint, error, mark, id, options, narrow, labelHidden, className, ...select }: SelectFieldProps) {
  const own = id ?? select.name;
  const ids = fieldIds(own, { hint, error }, select['aria-describedby']);
  return (
    <Field label={label} hint={hint} error={error} mark={mark} htmlFor={own} ids={ids} labelHidden={labelHidden}>
      <select {...select} id={own} aria-describedby={ids.describedBy} aria-invalid={error ? true : undefined} className={clsx('input', narrow && 'input-narrow', className)}>
        {options.map((option) =>
          'options' in option ? <optgroup key={option.label} label={option.label}>{option.options.map(one)}</optgroup> : one(option),
        )}
      </select>
    </Field>
  );
}
