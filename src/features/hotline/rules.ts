import { dueAt as endOf, leftAt, resume, termFor, type TermInForce } from "@/features/regulation/rules";
import type { TermUnit } from "@/features/regulation/schema";
import type { OfficeCalendar } from "@/shared/dates/office-calendar";
import { russianCalendar } from "@/shared/dates/working-days";
import { lastDayOf, plainDateIn } from "@/shared/dates/zone";
import type { ErrorCode } from "@/shared/errors/catalogue";

export const ticketStatuses = ["open", "claimed", "waitingForPerson", "answered", "closed"] as const;
export type TicketStatus = (typeof ticketStatuses)[number];

/**
 * The course of a question, to be read as a table. `same`: the state stays. An answered question is over unless the person
 * asks again; then it is new to everybody on the line.
 */
export const course = [
  { from: ["open"], action: "claim", to: "claimed" },
  { from: ["claimed", "waitingForPerson"], action: "takeOver", to: "same" },
  { from: ["claimed"], action: "release", to: "open" },
  { from: ["claimed"], action: "clarify", to: "waitingForPerson" },
  { from: ["waitingForPerson"], action: "recordReply", to: "claimed" },
  { from: ["open", "claimed"], action: "reply", to: "same" },
  { from: ["waitingForPerson"], action: "reply", to: "claimed" },
  { from: ["claimed", "waitingForPerson"], action: "answer", to: "answered" },
  { from: ["claimed", "waitingForPerson", "answered"], action: "close", to: "closed" },
  { from: ["claimed", "waitingForPerson"], action: "handUp", to: "same" },
  { from: ["claimed", "waitingForPerson"], action: "handBack", to: "same" },
  { from: ["answered", "closed"], action: "reopen", to: "open" },
  { from: ["open", "claimed", "waitingForPerson", "answered", "closed"], action: "note", to: "same" },
] as const satisfies readonly { readonly from: readonly TicketStatus[]; readonly action: string; readonly to: TicketStatus | "same" }[];

export type TicketAction = (typeof course)[number]["action"];
export const ticketActions = [...new Set(course.map((row) => row.action))] as [TicketAction, ...TicketAction[]];

/** The state after the action; null when it is not open in this state. */
export function targetOf(action: TicketAction, from: TicketStatus): TicketStatus | null {
  const row = course.find((one) => one.action === action && (one.from as readonly TicketStatus[]).includes(from));
  if (!row) return null;
  return row.to === "same" ? from : row.to;
}

/** Why the action is not open, in words that say what has happened. */
export function refusalOf(action: TicketAction, status: TicketStatus) {
  if (action === "reopen") return "ticket.notClosed" satisfies ErrorCode;
  if (status === "answered" || status === "closed") return "ticket.alreadyClosed" satisfies ErrorCode;
  if (status === "open") return "ticket.notClaimed" satisfies ErrorCode;
  return "request.changedMeanwhile" satisfies ErrorCode;
}

/** Steps of whoever holds the question, so that two don't answer one person. A colleague takes it over first. */
const holderActions: readonly TicketAction[] = ["release", "clarify", "recordReply", "answer", "close", "handUp"];

export interface Holding {
  readonly status: TicketStatus;
  readonly claimedById: string | null;
  readonly handedToId: string | null;
}

/** Who acts: the person and the bodies that they sit in. */
export interface Acting {
  readonly personId: string;
  readonly bodyIds: readonly string[];
}

/** Does somebody else hold it? What is handed to a group is the group's to answer; an answered one anybody may close. */
export function isHeldByOther(action: TicketAction, { status, claimedById, handedToId }: Holding, { personId, bodyIds }: Acting): boolean {
  if (!holderActions.includes(action) || claimedById === null || claimedById === personId) return false;
  if (action === "close" && status === "answered") return false;
  return handedToId === null || !bodyIds.includes(handedToId);
}

/** What a question's terms are counted by. */
interface Regulation {
  readonly terms: readonly TermInForce[];
  readonly office: OfficeCalendar;
}

export interface Deadlines {
  readonly firstResponseDueAt: Date;
  readonly resolutionDueAt: Date;
}

/** In: the moment of asking, the regulation there. Out: both deadlines, first instants that are too late. */
export function startTerms(now: Date, { terms, office }: Regulation): Deadlines & { readonly resolutionUnit: TermUnit } {
  const resolution = termFor(terms, "ticketResolution");
  return { firstResponseDueAt: endOf(now, termFor(terms, "ticketFirstResponse"), office), resolutionDueAt: endOf(now, resolution, office), resolutionUnit: resolution.unit };
}

/** The deadline after a pause: as much is left as there was when it began. What was overdue then stays so. */
export function resumeTerm(pausedAt: Date, dueAt: Date, now: Date, unit: TermUnit, office: OfficeCalendar): Date {
  if (dueAt <= pausedAt) return dueAt;
  const due = resume(now, leftAt(pausedAt, dueAt, unit, office), unit, office);
  return due > dueAt ? due : dueAt;
}

/** What is due next: to be taken up, then to be settled. Nothing while the person is waited for, nothing when it is over. */
export function dueAtOf({ status, firstResponseDueAt, resolutionDueAt }: Deadlines & { readonly status: TicketStatus }): Date | null {
  if (status === "open") return firstResponseDueAt < resolutionDueAt ? firstResponseDueAt : resolutionDueAt;
  return status === "claimed" ? resolutionDueAt : null;
}

export const termKinds = ["overdue", "today", "left", "paused", "none"] as const;
export type TermKind = (typeof termKinds)[number];

export function termKindOf(now: Date, status: TicketStatus, dueAt: Date | null, zone: string): TermKind {
  if (status === "waitingForPerson") return "paused";
  if (dueAt === null) return "none";
  if (dueAt <= now) return "overdue";
  return lastDayOf(zone, dueAt) === plainDateIn(zone, now) ? "today" : "left";
}

/** For so many working days an answered question can be opened again; after that a new one is asked. */
export const reopenWorkingDays = 10;

export function isReopenTooLate(endedAt: Date | null, now: Date, zone: string): boolean {
  return endedAt !== null && russianCalendar.workingDeadline(endedAt, reopenWorkingDays, zone) <= now;
}

const subjectLength = 80;

/** What stands in the queue when nobody had time for a heading: the question's first line, cut between words. */
export function subjectFrom(question: string): string {
  const [line = ""] = question.trim().split("\n");
  if (line.length <= subjectLength) return line;
  const cut = line.slice(0, subjectLength);
  const space = cut.lastIndexOf(" ");
  return `${(space > subjectLength / 2 ? cut.slice(0, space) : cut).replace(/[\s,.;:—–-]+$/, "")}…`;
}
