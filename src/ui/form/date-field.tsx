'use client';

import { DateField as AriaDateField, DateInput, DateSegment } from 'react-aria-components';
import { isoDateProps, type IsoDateProps } from './iso-date';
import { fieldProps, Words, type FieldWords } from './words';

/** A date typed by parts: a birthday, the date of a document. To look at a calendar: DatePicker. */
export function DateField({ label, hint, error, mark, ...date }: FieldWords & IsoDateProps) {
  return (
    <div className="field-slot" id={date.id}>
      <AriaDateField {...isoDateProps(date)} {...fieldProps({ error })}>
        <Words label={label} hint={hint} error={error} mark={mark} />
        <DateInput className="input date-input">{(segment) => <DateSegment segment={segment} className="date-segment" />}</DateInput>
      </AriaDateField>
    </div>
  );
}
