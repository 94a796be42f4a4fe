import { parseDate, type CalendarDate } from '@internationalized/date';

/** «2027-03-15» ⇄ the calendar date of react-aria; anything else is no date. */
export function fromIso(iso: string | null | undefined): CalendarDate | null {
  if (!iso) return null;
  try {
    return parseDate(iso);
  } catch {
    return null;
  }
}

export type IsoDateProps = {
  id?: string; name?: string;
  /** «2027-03-15», no time and no zone. `undefined` leaves the field to itself. */
  value?: string | null; defaultValue?: string | null; onChange?: (iso: string | null) => void;
  min?: string; max?: string; isRequired?: boolean; isDisabled?: boolean;
};

export function isoDateProps({ value, defaultValue, onChange, min, max, name, isRequired, isDisabled }: IsoDateProps) {
  return {
    name, isRequired, isDisabled,
    ...(value === undefined ? {} : { value: fromIso(value) }),
    defaultValue: fromIso(defaultValue),
    minValue: fromIso(min) ?? undefined,
    maxValue: fromIso(max) ?? undefined,
    onChange: (date: { toString(): string } | null) => onChange?.(date === null ? null : date.toString()),
  };
}
