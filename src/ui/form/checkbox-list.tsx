import type { ReactNode } from 'react';
import { Choice, type ChoiceOption } from './choice';

export type CheckboxListProps = { name: string; legend: ReactNode; options: ChoiceOption[]; selected: readonly string[]; open?: boolean; chosen?: ReactNode };

/** A facet: check boxes of one name folded into <details>; open when something in it is chosen. `chosen` says how many, in words. */
export function CheckboxList({ name, legend, options, selected, open, chosen }: CheckboxListProps) {
  return (
    <details className="facet" open={open ?? selected.length > 0}>
      <summary>
        <span>
          {legend}
          {chosen ? <span className="mark-required">{chosen}</span> : null}
        </span>
      </summary>
      <div className="choices" role="group" aria-label={typeof legend === 'string' ? legend : undefined}>
        {options.map((option) => (
          <Choice
            key={option.value}
            type="checkbox"
            name={name}
            value={option.value}
            defaultChecked={selected.includes(option.value)}
            disabled={option.disabled}
            label={option.label}
            note={option.note}
            count={option.count}
          />
        ))}
      </div>
    </details>
  );
}
