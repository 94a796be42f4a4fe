import { hourMs, toMinutes, type OfficeCalendar, type OfficeSchedule } from "@/shared/dates/office-calendar";
import { addDays, daysBetween } from "@/shared/dates/plain-date";
import { endOfDayIn, lastDayOf, plainDateIn } from "@/shared/dates/zone";
import { termSubjects, type RegulationTerm, type Term, type TermSubject, type TermUnit } from "./schema";

const minuteMs = 60_000;

/**
 * In: the event, a term, the municipality's calendar. Out: the first instant that is too late. Days are counted from the day after
 * the event (ст. 191 ГК РФ) and run to 24:00; calendar days that end on a day off end with the next working day (ст. 193 ГК РФ);
 * hours are the office's own.
 */
export function dueAt(start: Date, { amount, unit }: Term, office: OfficeCalendar): Date {
  if (unit === "workingHours") return office.addWork(start, amount * hourMs);
  if (unit === "workingDays") return office.days.workingDeadline(start, amount, office.zone);
  return office.days.calendarDeadline(start, amount, office.zone, "next");
}

/** How much of a term has gone by, in its unit: whole days, hours with a fraction. */
export function elapsed(start: Date, now: Date, unit: TermUnit, office: OfficeCalendar): number {
  if (unit === "workingHours") return office.workBetween(start, now) / hourMs;
  const [from, to] = [plainDateIn(office.zone, start), plainDateIn(office.zone, now)];
  return unit === "workingDays" ? office.days.workingDaysBetween(from, to) : daysBetween(from, to);
}

/** What is left of a term when it is paused: minutes of work for a term in hours, days after today for the others; negative when it has passed. */
export function leftAt(now: Date, due: Date, unit: TermUnit, office: OfficeCalendar): number {
  if (unit === "workingHours") return Math.ceil(office.workBetween(now, due) / minuteMs);
  if (unit === "workingDays") return office.days.workingDaysLeft(now, due, office.zone);
  return daysBetween(plainDateIn(office.zone, now), lastDayOf(office.zone, due));
}

/**
 * In: the moment at which a paused term goes on, what `leftAt` gave. Out: the new end. Exactly as much is left as there was: a
 * question to the author forgives nothing. Where no day was left and today is a day off, the term ends with the next working day
 * (ст. 193 ГК РФ): nobody answers on a Sunday.
 */
export function resume(now: Date, left: number, unit: TermUnit, office: OfficeCalendar): Date {
  if (unit === "workingHours") return office.addWork(now, left * minuteMs);
  const { days, zone } = office;
  const today = plainDateIn(zone, now);
  if (unit === "workingDays") return left === 0 && !days.isWorkingDay(today) ? days.workingDeadline(now, 1, zone) : endOfDayIn(zone, days.addWorkingDays(today, left));
  return left < 0 ? endOfDayIn(zone, addDays(today, left)) : days.calendarDeadline(now, left, zone, "next");
}

/** A whole term, said as `leftAt` says it: a pause before the term has begun keeps all of it. */
export function wholeOf({ amount, unit }: Term): number {
  return unit === "workingHours" ? amount * 60 : amount;
}

/** What a marathon begins with, until its administrator sets terms of its own. */
export const usualRegulation: readonly RegulationTerm[] = [
  { subject: "initiativeReaction", amount: 5, unit: "workingDays", reactor: "workingGroup", goesUpTo: "coordinationGroup", basis: "" },
  { subject: "initiativeAnswer", amount: 15, unit: "workingDays", reactor: "workingGroup", goesUpTo: "coordinationGroup", basis: "" },
  { subject: "appealAnswer", amount: 30, unit: "calendarDays", reactor: "workingGroup", goesUpTo: "head", basis: "" },
  { subject: "authorClarification", amount: 10, unit: "workingDays", reactor: "author", goesUpTo: "workingGroup", basis: "" },
  { subject: "objectionAnswer", amount: 10, unit: "workingDays", reactor: "coordinationGroup", goesUpTo: "head", basis: "" },
  { subject: "ticketFirstResponse", amount: 4, unit: "workingHours", reactor: "hotline", goesUpTo: "responsiblePerson", basis: "" },
  { subject: "ticketResolution", amount: 3, unit: "workingDays", reactor: "hotline", goesUpTo: "coordinationGroup", basis: "" },
  { subject: "assignmentAcceptance", amount: 1, unit: "workingDays", reactor: "assignee", goesUpTo: "responsiblePerson", basis: "" },
  { subject: "assignmentReport", amount: 10, unit: "workingDays", reactor: "assignee", goesUpTo: "coordinationGroup", basis: "" },
  { subject: "summaryDelivery", amount: 5, unit: "workingDays", reactor: "coordinator", goesUpTo: "workingGroup", basis: "" },
  { subject: "summaryReview", amount: 2, unit: "workingDays", reactor: "workingGroup", goesUpTo: "coordinationGroup", basis: "" },
];

/** What no regulation makes longer: a written appeal is answered within thirty days of its registration (59-ФЗ, ст. 12). */
export function isLawful({ subject, amount, unit }: Pick<RegulationTerm, "subject" | "amount" | "unit">): boolean {
  return subject !== "appealAnswer" || (unit === "calendarDays" && amount <= 30);
}

/** May the municipality's term stand instead of the marathon's? Shorter or the same, counted alike: hours and days can't be compared. */
export function isTightening(base: Term, own: Term): boolean {
  return own.unit === base.unit && own.amount <= base.amount;
}

export interface TermInForce extends RegulationTerm {
  /** the marathon's amount, where the municipality has shortened it */
  readonly shortenedFrom: number | null;
}

/**
 * In: the marathon's terms (none where it set none), the municipality's own. Out: one for every subject. A municipality's term that
 * has become the longer one, because the marathon shortened its own, no longer counts.
 */
export function inForce(base: readonly RegulationTerm[], own: readonly RegulationTerm[]): readonly TermInForce[] {
  return termSubjects.map((subject) => {
    const common = base.find((term) => term.subject === subject) ?? usualTerm(subject);
    const tightened = own.find((term) => term.subject === subject);
    if (!tightened || !isTightening(common, tightened) || tightened.amount === common.amount) return { ...common, shortenedFrom: null };
    return { ...common, amount: tightened.amount, basis: tightened.basis || common.basis, shortenedFrom: common.amount };
  });
}

export function usualTerm(subject: TermSubject): RegulationTerm {
  const found = usualRegulation.find((term) => term.subject === subject);
  if (!found) throw new Error(`no usual term of ${subject}`);
  return found;
}

export function termFor<T extends { readonly subject: TermSubject }>(terms: readonly T[], subject: TermSubject): T {
  const found = terms.find((term) => term.subject === subject);
  if (!found) throw new Error(`no term of ${subject}`);
  return found;
}

/** Fewer hours in a week are no office: terms in hours would stretch for weeks, which loosens them by another door. */
export const leastWeekHours = 10;

export type ScheduleProblem = "field.dayOrder" | "field.lunchOutside" | "field.weekTooShort" | "field.dayTwice";

/** What keeps hours from being an office's; null when nothing does. */
export function problemOf({ week, lunch, daysOff, workingDays }: OfficeSchedule): ScheduleProblem | null {
  const open = week.filter((day) => day !== null);
  if (open.some(({ from, to }) => from >= to) || (lunch && lunch.from >= lunch.to)) return "field.dayOrder";
  if (lunch && !open.some(({ from, to }) => from <= lunch.from && lunch.to <= to)) return "field.lunchOutside";
  if (open.reduce((all, { from, to }) => all + toMinutes(to) - toMinutes(from), 0) < leastWeekHours * 60) return "field.weekTooShort";
  return daysOff.some((day) => workingDays.includes(day)) || new Set(daysOff).size < daysOff.length || new Set(workingDays).size < workingDays.length ? "field.dayTwice" : null;
}
