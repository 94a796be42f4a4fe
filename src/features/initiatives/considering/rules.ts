import type { TermUnit } from "@/features/regulation/schema";
import { russianCalendar } from "@/shared/dates/working-days";
import { lastDayOf, plainDateIn } from "@/shared/dates/zone";
import type { ErrorCode } from "@/shared/errors/catalogue";
import { dueAt as endOf, leftAt, resume, termFor, wholeOf } from "@/features/regulation/rules";
import type { TermInForce } from "@/features/regulation/rules";
import type { OfficeCalendar } from "@/shared/dates/office-calendar";
import { isDecided, lifecycleActions, obstacleTo, type Decision, type Guard, type Guarded, type InitiativeStatus, type LifecycleAction, type Transition } from "../lifecycle";
import { capped } from "./appeal/rules";

export const competences = ["municipal", "regional", "federal"] as const;
export type Competence = (typeof competences)[number];

/** Where an answer's term stands; what is left and what is over in working days of the country's calendar. */
export type Term =
  | { readonly kind: "none" }
  | { readonly kind: "paused"; readonly left: number; readonly unit: TermUnit }
  | { readonly kind: "overdue"; readonly workingDays: number }
  | { readonly kind: "today" }
  | { readonly kind: "left"; readonly workingDays: number };

/** What is left of a paused term is said in the unit that it is counted in: minutes of work for hours. */
export function termOf(now: Date, { dueAt, pausedLeft, termUnit }: { readonly dueAt: Date | null; readonly pausedLeft: number | null; readonly termUnit: TermUnit }, zone: string): Term {
  if (pausedLeft !== null) return { kind: "paused", left: Math.max(0, pausedLeft), unit: termUnit };
  if (dueAt === null) return { kind: "none" };
  if (dueAt <= now) return { kind: "overdue", workingDays: russianCalendar.workingDaysBetween(lastDayOf(zone, dueAt), plainDateIn(zone, now)) };
  if (lastDayOf(zone, dueAt) === plainDateIn(zone, now)) return { kind: "today" };
  return { kind: "left", workingDays: russianCalendar.workingDaysLeft(now, dueAt, zone) };
}

export interface Verdict {
  readonly decision: Decision;
  readonly competence: Competence | null;
  readonly text: string;
}

/** Fewer characters than this are no reason. */
export const reasonMin = 10;

/** The author must learn why, where it isn't what they hoped for. */
export function needsReason(decision: Decision): boolean {
  return decision === "notSupported" || decision === "beyondCompetence";
}

/** What the level is by itself: an initiative beyond the municipality is somebody's above it. */
export function competencesFor(decision: Decision): readonly Competence[] {
  return decision === "beyondCompetence" ? ["regional", "federal"] : competences;
}

export type VerdictProblem = { readonly field: "text"; readonly message: "field.required" | "field.tooShort" } | { readonly field: "competence"; readonly message: "field.choice" };

/** What keeps a decision, proposed or taken, from being valid; null when nothing does. */
export function problemOf({ decision, competence, text }: Verdict): VerdictProblem | null {
  if (decision === "beyondCompetence" && (competence === null || !competencesFor(decision).includes(competence))) return { field: "competence", message: "field.choice" };
  if (!needsReason(decision)) return null;
  const { length } = text.trim();
  if (length === 0) return { field: "text", message: "field.required" };
  return length < reasonMin ? { field: "text", message: "field.tooShort" } : null;
}

/** What stands of an initiative's terms in its row. */
export interface Terms {
  readonly dueAt: Date | null;
  readonly pausedLeft: number | null;
  readonly termUnit: TermUnit;
  readonly authorDueAt: Date | null;
}

/** Nothing is awaited any more. */
export const endedTerms = { dueAt: null, pausedLeft: null, authorDueAt: null } as const satisfies Partial<Terms>;

interface Counted {
  readonly terms: readonly TermInForce[];
  readonly office: OfficeCalendar;
}

/**
 * What becomes of the terms with a step of the table that starts, pauses or resumes one. In: the row before it, the regulation of its municipality now. An appeal's term is
 * the law's and is never paused (59-ФЗ, ст. 12), nor does the municipality's run past it; the author's own term runs beside it.
 */
export function termsAfter(step: Transition, to: InitiativeStatus, row: Terms & { readonly isAppeal: boolean; readonly appealDueAt: Date | null; readonly status: InitiativeStatus }, { terms, office }: Counted, now: Date): Partial<Terms> {
  const { dueAt, pausedLeft, termUnit, isAppeal } = row;
  const answer = termFor(terms, "initiativeAnswer");
  const begin = (term: TermInForce) => ({ dueAt: term.subject === "objectionAnswer" ? endOf(now, term, office) : capped(endOf(now, term, office), row.appealDueAt), termUnit: term.unit, pausedLeft: null });
  if (step.term === "starts") return { ...begin(step.starts === null ? answer : termFor(terms, step.starts)), authorDueAt: null };
  if (step.term === "resumes") {
    if (pausedLeft !== null) return { dueAt: resume(now, pausedLeft, termUnit, office), pausedLeft: null, authorDueAt: null };
    return { ...(dueAt === null ? begin(answer) : {}), authorDueAt: null };
  }
  const authorDueAt = step.starts === null ? null : endOf(now, termFor(terms, step.starts), office);
  if (step.term === "waits") return { authorDueAt };
  // a question before accepting: it is the answer's whole term that waits, or runs
  const isBefore = to === "clarification" && row.status !== "inConsideration";
  if (isAppeal) return { ...(isBefore || dueAt === null ? begin(answer) : {}), authorDueAt };
  if (isBefore || dueAt === null) return { dueAt: null, termUnit: answer.unit, pausedLeft: wholeOf(answer), authorDueAt };
  return { dueAt: null, pausedLeft: leftAt(now, dueAt, termUnit, office), authorDueAt };
}

/** What stands beside the lifecycle: it moves nothing. */
export const sideSteps = ["note", "prepare", "return", "assign", "sign", "passOn"] as const;
type SideStep = (typeof sideSteps)[number];

/** The steps of those who consider, moderate, arbitrate and answer; the author's own stand in record/. */
export const steps = [
  "publish", "returnToAuthor", "accept", "clarify", "goOn", ...sideSteps, "decide", "redirect", "offer", "recallOffer", "acceptOffer", "returnOffer", "dispute", "keepHere", "escalate", "impose",
  "nominate", "answerNomination", "answerObjection", "carryOut", "merge", "split",
] as const satisfies readonly (LifecycleAction | SideStep)[];
export type Step = (typeof steps)[number];

export interface Standing extends Guarded {
  readonly status: InitiativeStatus;
  readonly hasProposal: boolean;
}

/** Is the step open for this row, whoever asks? */
export function isOpen(step: Step, row: Standing, now: Date): boolean {
  return obstacleOf(step, row, now) === null;
}

/** What keeps the step from being taken; null when nothing does. */
export function obstacleOf(step: Step | LifecycleAction, row: Standing, now: Date): Guard | "status" | null {
  const { status, hasProposal } = row;
  const open = (is: boolean) => (is ? null : "status");
  if (step === "note") return open(status !== "merged" && status !== "withdrawn");
  if (step === "prepare") return open(status === "inConsideration");
  if (step === "return") return open(status === "inConsideration" && hasProposal);
  if (step === "assign") return open(!isDecided(status) && status !== "merged" && status !== "withdrawn");
  if (step === "sign") return open(isDecided(status));
  if (step === "passOn") return open(status === "inConsideration" || isDecided(status));
  return obstacleTo(step, status, row, now);
}

const nominating: ReadonlySet<string> = new Set(["nominate", "answerNomination"]);

/** Why the step is not open, in words that say what has happened. */
export function refusalOf(step: Step | LifecycleAction, status: InitiativeStatus, obstacle: Guard | "status" = "status"): ErrorCode {
  if (obstacle === "unmoderated") return "initiative.moderationFirst";
  if (obstacle === "late" || obstacle === "reminded" || obstacle === "unreminded" || obstacle === "appeal") return "initiative.changedMeanwhile";
  if (obstacle === "plain") return step === "merge" ? "initiative.appealNotMerged" : "initiative.changedMeanwhile";
  if (obstacle === "alone") return "initiative.notAlone";
  if (obstacle === "authorLate") return "initiative.authorStillHasTime";
  if (obstacle === "settled") return "initiative.redirectPending";
  if (obstacle === "offered" || obstacle === "arbitrated") return "initiative.notOffered";
  if (obstacle === "unobjected") return "initiative.objectionOpen";
  if (obstacle === "neverObjected") return "initiative.alreadyObjected";
  if (obstacle === "objected") return "initiative.objectionAnswered";
  if (status === "withdrawn") return "initiative.alreadyWithdrawn";
  if (status === "merged") return "initiative.alreadyMerged";
  if (nominating.has(step)) return "initiative.notForNomination";
  if (step === "object" || step === "answerObjection") return "initiative.notForObjection";
  if (step === "carryOut" || step === "sign") return "initiative.notDecided";
  if (isDecided(status)) return "initiative.alreadyDecided";
  if (step === "answerClarification" || step === "goOn") return "initiative.notAwaitingAuthor";
  if (step === "resubmit") return "initiative.notReturned";
  if (step === "publish" || step === "returnToAuthor") return "initiative.alreadyModerated";
  if (status === "clarification" || status === "returned") return "initiative.awaitingAuthor";
  return "initiative.notConsidered";
}

/** Is the action one of the table's? */
export function isLifecycle(step: Step): step is Exclude<Step, SideStep> {
  return (lifecycleActions as readonly string[]).includes(step);
}
