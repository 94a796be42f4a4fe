import ical from "ical-generator";

export interface CalendarEvent {
  /** the same for the same thing, so that a second import changes it and doesn't double it */
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly summary: string;
  readonly description?: string | null;
}

export const calendarType = "text/calendar; charset=utf-8";

/** An iCalendar file (RFC 5545); instants in UTC, so that each calendar shows its own zone. */
export function writeCalendar(name: string, events: readonly CalendarEvent[], now: Date): string {
  const calendar = ical({ name, prodId: { company: "municipal-dialogue", product: "duty" } });
  for (const { id, startsAt, endsAt, summary, description } of events) calendar.createEvent({ id, start: startsAt, end: endsAt, stamp: now, summary, description: description ?? null });
  return calendar.toString();
}
