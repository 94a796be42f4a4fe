import { russianCalendar, type WorkingCalendar } from "@/shared/dates/working-days";

/** 59-ФЗ, ст. 12: a written answer within so many days of the registration. A marathon may ask for fewer, and no marathon for more. */
export const appealDays = 30;
/** 59-ФЗ, ст. 8, ч. 3: to whoever is competent within so many days of the registration, with a notice to the citizen. */
export const redirectDays = 7;

export interface Place {
  readonly days: Pick<WorkingCalendar, "calendarDeadline">;
  readonly zone: string;
}

/**
 * In: when it was registered, the regulation's term in calendar days. Out: the first instant that is too late by the law. It ends with the
 * working day before where it would end on a day off: nobody answers later than the law says. Nothing pauses or moves it.
 */
export function appealDueAt(registeredAt: Date, days: number, place: Place): Date {
  return notAfter(registeredAt, Math.min(days, appealDays), place);
}

/** Until when it may go to whoever is competent, when it isn't the municipality. */
export function redirectBy(registeredAt: Date, zone: string): Date {
  return notAfter(registeredAt, redirectDays, { days: russianCalendar, zone });
}

/** A term of a municipality never runs past the law's. */
export function capped(dueAt: Date, lawDueAt: Date | null): Date {
  return lawDueAt !== null && lawDueAt < dueAt ? lawDueAt : dueAt;
}

function notAfter(registeredAt: Date, count: number, { days, zone }: Place): Date {
  const before = days.calendarDeadline(registeredAt, count, zone, "previous");
  // within long holidays the working day before may be over already
  return before > registeredAt ? before : days.calendarDeadline(registeredAt, count, zone);
}
