import type { TermSubject } from "@/features/regulation/schema";

/**
 * The way of an initiative as one readable table (MODEL.md, «Initiatives»): from, action, to, what becomes of
 * the term, which one starts, whom it tells. Who may take an action stands in src/access/rules/initiative.ts.
 */
export const initiativeStatuses = [
  "submitted",
  "returned",
  "moderated",
  "inConsideration",
  "clarification",
  "nominated",
  "includedInProgramme",
  "alreadyUnderWay",
  "beyondCompetence",
  "notSupported",
  "carriedOut",
  "withdrawn",
  "merged",
] as const;
export type InitiativeStatus = (typeof initiativeStatuses)[number];

export const decisions = ["nominated", "includedInProgramme", "alreadyUnderWay", "beyondCompetence", "notSupported"] as const;
export type Decision = (typeof decisions)[number];

/** starts: a term of the group begins · pauses: it waits for the author, whose own begins · waits: the author's begins once more · resumes: it goes on · ends: nothing is awaited any more */
export type TermEffect = "starts" | "pauses" | "waits" | "resumes" | "ends" | "none";

/**
 * authors: its own and those of what was merged into it · considering: who keeps the group's queue, or has it in hand · handedTo: the unit that
 * has it now · way: units that put it forward · joined: authors of the one that it went into · offered: the municipality that it was offered to · arbiter, objection: who has to answer next
 */
export type Told = "authors" | "supporters" | "moderators" | "considering" | "handedTo" | "way" | "joined" | "offered" | "arbiter" | "objection";

/** What the row itself must be for the action to be open. */
export type Guard =
  /** the marathon asks no moderator first */
  | "unmoderated"
  /** the author's own term has run out */
  | "authorLate"
  /** what is awaited of those who answer has not come in time */
  | "late"
  /** the author was reminded · wasn't yet */
  | "reminded"
  | "unreminded"
  /** nobody else is an author of it: neither by agreeing nor with an initiative of their own that was merged into it */
  | "alone"
  /** no appeal: the law's terms go on without its author, and its answer is its own */
  | "plain"
  /** an appeal: nobody's silence ends it */
  | "appeal"
  /** offered to nobody, before no arbiter */
  | "settled"
  | "offered"
  /** an arbiter has to say who considers it */
  | "arbitrated"
  /** an objection waits for its answer · none does · the author hasn't made theirs */
  | "objected"
  | "unobjected"
  | "neverObjected";

export const lifecycleActions = [
  "publish", "returnToAuthor", "resubmit", "accept", "clarify", "answerClarification", "goOn", "decide", "redirect", "offer", "recallOffer", "acceptOffer", "returnOffer",
  "dispute", "keepHere", "escalate", "impose", "nominate", "answerNomination", "object", "raiseObjection", "answerObjection", "carryOut", "withdraw", "remind", "lapse", "bringBack", "merge", "split",
] as const;
export type LifecycleAction = (typeof lifecycleActions)[number];

/** What nobody asks for: the platform takes it when a term has run out. */
export const silentActions = ["raiseObjection", "remind", "lapse", "bringBack"] as const satisfies readonly LifecycleAction[];

export interface Transition {
  readonly action: LifecycleAction;
  readonly from: readonly InitiativeStatus[];
  /** «same»: it stays in the state that it is in */
  readonly to: readonly InitiativeStatus[] | "same";
  readonly term: TermEffect;
  /** of the regulation: the group's with «starts», the author's with «pauses» and «waits» */
  readonly starts: TermSubject | null;
  readonly tells: readonly Told[];
  readonly guards: readonly Guard[];
}

const waiting = ["submitted", "moderated", "inConsideration"] as const;
const open = ["submitted", "returned", "moderated", "inConsideration", "clarification"] as const;
const decided = [...decisions, "carriedOut"] as const;

/** Before the table: the draft becomes a submitted initiative. */
export const submission = { to: "submitted", starts: "initiativeReaction", tells: ["authors"] } as const satisfies Pick<Transition, "starts" | "tells"> & { to: InitiativeStatus };

export const lifecycle: readonly Transition[] = [
  { action: "publish", from: ["submitted"], to: ["moderated"], term: "none", starts: null, tells: ["authors"], guards: ["settled"] },
  { action: "returnToAuthor", from: ["submitted"], to: ["returned"], term: "pauses", starts: "authorClarification", tells: ["authors"], guards: ["settled"] },
  { action: "resubmit", from: ["returned"], to: ["submitted"], term: "resumes", starts: null, tells: ["moderators"], guards: [] },

  { action: "accept", from: ["moderated"], to: ["inConsideration"], term: "starts", starts: "initiativeAnswer", tells: ["authors"], guards: ["settled"] },
  { action: "accept", from: ["submitted"], to: ["inConsideration"], term: "starts", starts: "initiativeAnswer", tells: ["authors"], guards: ["settled", "unmoderated"] },
  { action: "clarify", from: ["moderated", "inConsideration"], to: ["clarification"], term: "pauses", starts: "authorClarification", tells: ["authors"], guards: ["settled"] },
  { action: "clarify", from: ["submitted"], to: ["clarification"], term: "pauses", starts: "authorClarification", tells: ["authors"], guards: ["settled", "unmoderated"] },
  { action: "answerClarification", from: ["clarification"], to: ["inConsideration"], term: "resumes", starts: null, tells: ["considering"], guards: [] },
  { action: "goOn", from: ["clarification"], to: ["inConsideration"], term: "resumes", starts: null, tells: ["authors"], guards: ["authorLate"] },
  { action: "decide", from: ["inConsideration"], to: decisions, term: "ends", starts: null, tells: ["authors", "supporters"], guards: ["settled"] },

  // «направлено по принадлежности»: the term goes on, whoever considers it
  { action: "redirect", from: waiting, to: "same", term: "none", starts: null, tells: ["authors", "considering"], guards: ["settled"] },
  { action: "offer", from: waiting, to: "same", term: "none", starts: null, tells: ["offered"], guards: ["settled"] },
  { action: "recallOffer", from: waiting, to: "same", term: "none", starts: null, tells: ["offered"], guards: ["offered"] },
  { action: "acceptOffer", from: waiting, to: "same", term: "none", starts: null, tells: ["authors", "considering"], guards: ["offered"] },
  { action: "returnOffer", from: waiting, to: "same", term: "none", starts: null, tells: ["considering"], guards: ["offered"] },
  { action: "dispute", from: waiting, to: "same", term: "none", starts: null, tells: ["arbiter"], guards: ["settled"] },
  { action: "keepHere", from: waiting, to: "same", term: "none", starts: null, tells: ["considering"], guards: ["arbitrated"] },
  { action: "escalate", from: waiting, to: "same", term: "none", starts: null, tells: ["arbiter"], guards: ["arbitrated"] },
  { action: "impose", from: waiting, to: "same", term: "none", starts: null, tells: ["authors", "considering"], guards: ["arbitrated"] },

  // beyond the municipality is a course, not a refusal: it goes up and an answer comes back
  { action: "nominate", from: ["nominated", "beyondCompetence"], to: ["nominated", "beyondCompetence"], term: "none", starts: null, tells: ["authors", "handedTo"], guards: ["unobjected"] },
  { action: "answerNomination", from: ["nominated", "beyondCompetence"], to: ["includedInProgramme", "alreadyUnderWay", "notSupported", "nominated", "beyondCompetence"], term: "none", starts: null, tells: ["authors", "considering", "way"], guards: ["unobjected"] },
  { action: "object", from: ["alreadyUnderWay", "beyondCompetence", "notSupported"], to: "same", term: "starts", starts: "objectionAnswer", tells: ["objection", "considering"], guards: ["neverObjected"] },
  // nobody answered in time at that tier: the next one does
  { action: "raiseObjection", from: ["alreadyUnderWay", "beyondCompetence", "notSupported"], to: "same", term: "starts", starts: "objectionAnswer", tells: ["authors", "objection", "considering"], guards: ["objected", "late"] },
  { action: "answerObjection", from: ["alreadyUnderWay", "beyondCompetence", "notSupported"], to: decisions, term: "ends", starts: null, tells: ["authors", "considering", "supporters"], guards: ["objected"] },
  { action: "carryOut", from: ["nominated", "includedInProgramme", "alreadyUnderWay"], to: ["carriedOut"], term: "none", starts: null, tells: ["authors", "supporters"], guards: ["unobjected"] },

  { action: "withdraw", from: open, to: ["withdrawn"], term: "ends", starts: null, tells: ["considering", "supporters"], guards: ["alone"] },
  // returned by a moderator and never changed: a reminder with as much time once more, then it is closed (ADR 0015)
  { action: "remind", from: ["returned"], to: "same", term: "waits", starts: "authorClarification", tells: ["authors"], guards: ["authorLate", "unreminded"] },
  { action: "lapse", from: ["returned"], to: ["withdrawn"], term: "ends", starts: null, tells: ["authors"], guards: ["authorLate", "reminded", "plain"] },
  // of an appeal the author's silence ends nothing (59-ФЗ): a moderator hides what mustn't be public, and publishes it (ADR 0019)
  { action: "bringBack", from: ["returned"], to: ["submitted"], term: "resumes", starts: null, tells: ["moderators"], guards: ["authorLate", "reminded", "appeal"] },
  // an appeal is answered to whoever made it (59-ФЗ, ст. 10)
  { action: "merge", from: waiting, to: ["merged"], term: "ends", starts: null, tells: ["authors", "joined", "supporters"], guards: ["settled", "plain"] },
  { action: "split", from: ["inConsideration"], to: "same", term: "none", starts: null, tells: ["authors"], guards: ["settled"] },
];

/** What guards look at. */
export interface Guarded {
  readonly moderatesFirst: boolean;
  readonly dueAt: Date | null;
  readonly authorDueAt: Date | null;
  readonly remindedAt: Date | null;
  readonly isAppeal: boolean;
  /** it has other authors, too */
  readonly isShared: boolean;
  readonly offeredToId: string | null;
  readonly arbiterId: string | null;
  readonly objectionAtId: string | null;
  readonly hasObjected: boolean;
}

export function holds(guard: Guard, row: Guarded, now: Date): boolean {
  switch (guard) {
    case "unmoderated":
      return !row.moderatesFirst;
    case "authorLate":
      return row.authorDueAt !== null && row.authorDueAt <= now;
    case "late":
      return row.dueAt !== null && row.dueAt <= now;
    case "reminded":
      return row.remindedAt !== null;
    case "unreminded":
      return row.remindedAt === null;
    case "alone":
      return !row.isShared;
    case "plain":
      return !row.isAppeal;
    case "appeal":
      return row.isAppeal;
    case "settled":
      return row.offeredToId === null && row.arbiterId === null;
    case "offered":
      return row.offeredToId !== null && row.arbiterId === null;
    case "arbitrated":
      return row.arbiterId !== null;
    case "objected":
      return row.objectionAtId !== null;
    case "unobjected":
      return row.objectionAtId === null;
    case "neverObjected":
      return !row.hasObjected;
  }
}

/** The transition, or null where the table forbids it; guards are asked for apart. */
export function transitionFor(from: InitiativeStatus, action: LifecycleAction, to: InitiativeStatus): Transition | null {
  return lifecycle.find((row) => row.action === action && row.from.includes(from) && (row.to === "same" ? to === from : row.to.includes(to))) ?? null;
}

/** What can follow from here, by action, whatever the guards say. */
export function actionsFrom(from: InitiativeStatus): readonly LifecycleAction[] {
  return lifecycle.filter((row) => row.from.includes(from)).map((row) => row.action);
}

/** Is it open for this very row? The first guard that forbids it, «status» when the state does, null when nothing. */
export function obstacleTo(action: LifecycleAction, status: InitiativeStatus, row: Guarded, now: Date): Guard | "status" | null {
  const found = lifecycle.find((one) => one.action === action && one.from.includes(status));
  if (!found) return "status";
  return found.guards.find((guard) => !holds(guard, row, now)) ?? null;
}

/** Where an action leads from a state: the states that the table allows. */
export function reachedBy({ to }: Transition, from: InitiativeStatus): readonly InitiativeStatus[] {
  return to === "same" ? [from] : to;
}

/** A decision was taken; the figure «answered» counts these. */
export function isDecided(status: InitiativeStatus): boolean {
  return (decided as readonly string[]).includes(status);
}

/** The figure «included»: somebody will carry it out or has put it forward. */
export function isIncluded(status: InitiativeStatus): boolean {
  return status === "nominated" || status === "includedInProgramme" || status === "carriedOut";
}

/** Counts in net: first submissions less withdrawn and merged (MODEL.md, «What is counted»). */
export function countsInNet(status: InitiativeStatus): boolean {
  return status !== "withdrawn" && status !== "merged";
}
