/**
 * The way of an initiative as one readable table (MODEL.md, «Initiatives»): from, action, to, what becomes of
 * the term, whom it tells. Who may take an action stands in src/access/rules/initiative.ts under the same name.
 */
export const initiativeStatuses = [
  "submitted",
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

/** starts: the answer's term begins · pauses, resumes: a clarification with the author · ends: nothing is awaited any more */
export type TermEffect = "starts" | "pauses" | "resumes" | "ends" | "none";
export type Told = "author" | "considering" | "handedTo" | "supporters";

export interface Transition {
  readonly action: "accept" | "clarify" | "answerClarification" | "decide" | "nominate" | "answerNomination" | "carryOut" | "withdraw" | "merge";
  readonly from: readonly InitiativeStatus[];
  readonly to: readonly InitiativeStatus[];
  readonly term: TermEffect;
  readonly tells: readonly Told[];
}

const open = ["submitted", "inConsideration", "clarification"] as const;

export const lifecycle: readonly Transition[] = [
  { action: "accept", from: ["submitted"], to: ["inConsideration"], term: "starts", tells: ["author"] },
  { action: "clarify", from: ["submitted", "inConsideration"], to: ["clarification"], term: "pauses", tells: ["author"] },
  { action: "answerClarification", from: ["clarification"], to: ["inConsideration"], term: "resumes", tells: ["considering"] },
  { action: "decide", from: ["inConsideration"], to: decisions, term: "ends", tells: ["author", "supporters"] },
  // beyond the municipality is a course, not a refusal: it goes up and an answer comes back
  { action: "nominate", from: ["nominated", "beyondCompetence"], to: ["nominated", "beyondCompetence"], term: "none", tells: ["author", "handedTo"] },
  { action: "answerNomination", from: ["nominated", "beyondCompetence"], to: ["includedInProgramme", "alreadyUnderWay", "notSupported", "nominated", "beyondCompetence"], term: "none", tells: ["author", "considering"] },
  { action: "carryOut", from: ["nominated", "includedInProgramme", "alreadyUnderWay"], to: ["carriedOut"], term: "none", tells: ["author", "supporters"] },
  { action: "withdraw", from: open, to: ["withdrawn"], term: "ends", tells: ["considering"] },
  { action: "merge", from: open, to: ["merged"], term: "ends", tells: ["author", "supporters"] },
];

export type LifecycleAction = Transition["action"];

/** The transition, or null where the table forbids it. */
export function transitionFor(from: InitiativeStatus, action: LifecycleAction, to: InitiativeStatus): Transition | null {
  return lifecycle.find((row) => row.action === action && row.from.includes(from) && row.to.includes(to)) ?? null;
}

/** What can follow from here, by action. */
export function actionsFrom(from: InitiativeStatus): readonly LifecycleAction[] {
  return lifecycle.filter((row) => row.from.includes(from)).map((row) => row.action);
}

/** A decision was taken; the figure «answered» counts these. */
export function isDecided(status: InitiativeStatus): boolean {
  return (decisions as readonly string[]).includes(status) || status === "carriedOut";
}

/** The figure «included»: somebody will carry it out or has put it forward. */
export function isIncluded(status: InitiativeStatus): boolean {
  return status === "nominated" || status === "includedInProgramme" || status === "carriedOut";
}

/** Counts in net: first submissions less withdrawn and merged (MODEL.md, «What is counted»). */
export function countsInNet(status: InitiativeStatus): boolean {
  return status !== "withdrawn" && status !== "merged";
}
