'use client';

import { Button, Calendar, CalendarCell, CalendarGrid, DateInput, DatePicker as AriaDatePicker, DateSegment, Dialog, Group, Heading, Popover } from 'react-aria-components';
import type { CalendarDate } from '@internationalized/date';
import { isoDateProps, type IsoDateProps } from './iso-date';
import { fieldProps, Words, type FieldWords } from './words';

export type DatePickerProps = FieldWords & IsoDateProps & {
  /** Days off of the working calendar, to be shown as such (they can still be taken). */
  isDayOff?: (iso: string) => boolean;
};

export function DatePicker({ label, hint, error, mark, isDayOff, ...date }: DatePickerProps) {
  const dayClass = (day: CalendarDate) => (isDayOff?.(day.toString()) ? 'calendar-day calendar-day-off' : 'calendar-day');
  return (
    <div className="field-slot" id={date.id}>
      <AriaDatePicker {...isoDateProps(date)} {...fieldProps({ error })}>
        <Words label={label} hint={hint} error={error} mark={mark} />
        <Group className="input-with-button">
          <DateInput className="input date-input">{(segment) => <DateSegment segment={segment} className="date-segment" />}</DateInput>
          <Button className="input-button">
            <span aria-hidden="true" className="chevron" />
          </Button>
        </Group>
        <Popover className="pop">
          <Dialog className="calendar">
            <Calendar firstDayOfWeek="mon">
              <header className="calendar-head">
                <Button slot="previous" className="button button-plain button-icon"><span aria-hidden="true">‹</span></Button>
                <Heading className="calendar-title" />
                <Button slot="next" className="button button-plain button-icon"><span aria-hidden="true">›</span></Button>
              </header>
              <CalendarGrid weekdayStyle="short">{(day) => <CalendarCell date={day} className={dayClass(day as CalendarDate)} />}</CalendarGrid>
            </Calendar>
          </Dialog>
        </Popover>
      </AriaDatePicker>
    </div>
  );
}
