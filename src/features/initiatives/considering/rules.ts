import type { TermUnit } from "@/features/regulation/schema";
import { russianCalendar } from "@/shared/dates/working-days";
import { lastDayOf, plainDateIn } from "@/shared/dates/zone";
import type { ErrorCode } from "@/shared/errors/catalogue";
import { isDecided, lifecycle, type Decision, type InitiativeStatus } from "../lifecycle";

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

/** The steps that the considering side takes; `prepare`, `return` and `note` move nothing and stand beside the lifecycle. */
export const steps = ["accept", "clarify", "note", "prepare", "return", "decide", "nominate", "answerNomination"] as const;
export type Step = (typeof steps)[number];

/** Is the step open in this state, whoever asks? */
export function isOpen(step: Step, { status, hasProposal }: { readonly status: InitiativeStatus; readonly hasProposal: boolean }): boolean {
  if (step === "note") return status !== "merged" && status !== "withdrawn";
  if (step === "prepare") return status === "inConsideration";
  if (step === "return") return status === "inConsideration" && hasProposal;
  return lifecycle.some((row) => row.action === step && row.from.includes(status));
}

/** Why the step is not open, in words that say what has happened. */
export function refusalOf(step: Step, status: InitiativeStatus) {
  if (status === "withdrawn") return "initiative.alreadyWithdrawn" satisfies ErrorCode;
  if (status === "merged") return "initiative.alreadyMerged" satisfies ErrorCode;
  if (step === "nominate" || step === "answerNomination") return "initiative.notForNomination" satisfies ErrorCode;
  if (status === "clarification") return "initiative.awaitingAuthor" satisfies ErrorCode;
  return isDecided(status) ? ("initiative.alreadyDecided" satisfies ErrorCode) : ("initiative.notConsidered" satisfies ErrorCode);
}
