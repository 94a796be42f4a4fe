import type { FieldWords } from './field';
import { FieldGroup } from './field-group';
import { fieldIds } from './field-ids';
import { Choice, type ChoiceOption } from './choice';

export type RadioFieldProps = FieldWords & { id?: string; name: string; options: ChoiceOption[]; defaultValue?: string; required?: boolean };

/** Native radio buttons. The first carries the group's id, so that an error summary can lead to it. */
export function RadioField({ id, name, options, defaultValue, required, ...words }: RadioFieldProps) {
  const own = id ?? name;
  const ids = fieldIds(own, words);
  return (
    <FieldGroup {...words} id={`${own}-group`} ids={ids}>
      <div className="choices">
        {options.map((option, at) => (
          <Choice
            key={option.value}
            type="radio"
            id={at === 0 ? own : `${own}-${at + 1}`}
            name={name}
            value={option.value}
            defaultChecked={option.value === defaultValue}
            required={required}
            disabled={option.disabled}
            label={option.label}
            note={option.note}
            count={option.count}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
