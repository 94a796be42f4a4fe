import { can } from "@/access/policy";
import { initiative } from "@/access/rules/initiative";
import { dueAt as endOf, leftAt, termFor, wholeOf } from "@/features/regulation/rules";
import { regulationOf } from "@/features/regulation/server/service";
import { AppError } from "@/shared/errors/app-error";
import { problemOf, type Verdict } from "../rules";
import type { AcceptInput, AnswerNominationInput, BatchOutput, ClarifyInput, ConfirmBatchInput, DecideInput, NominateInput, NoteInput, PrepareInput, ReturnInput, StepOutput } from "../schema";
import * as repo from "./repo";
import { change, move, once, requireCurrent, take, tell, type Asker, type Taken } from "./step";

/** Into the group's work: the answer's term begins. */
export async function accept(asker: Asker, input: AcceptInput): Promise<StepOutput> {
  return await once(asker, "accept", input, async (db) => {
    const taken = await take(db, asker, "accept", input.initiativeId);
    requireCurrent(taken, "accept", input.version);
    const { scopes } = taken.row;
    const consideringId = scopes.consideringId ?? (await repo.findOwningGroup(db, scopes.municipalityId, scopes.directionId));
    if (consideringId === null) throw new AppError("initiative.groupMissing");
    const { terms, office } = await regulationOf(db, scopes.marathonId, scopes.municipalityId, asker.now);
    const term = termFor(terms, "initiativeAnswer");
    return await move(taken, "accept", "inConsideration", { consideringId, dueAt: endOf(asker.now, term, office), termUnit: term.unit }, { kind: "accepted", visibility: "public" });
  });
}

/** An internal note: the group alone sees it. */
export async function note(asker: Asker, input: NoteInput): Promise<StepOutput> {
  return await once(asker, "note", input, async (db) => await tell(await take(db, asker, "note", input.initiativeId), { kind: "note", visibility: "internal", text: input.text }));
}

/** A question to the author. Until the answer the term stands still; asked before accepting, it is the answer's whole term that waits. */
export async function clarify(asker: Asker, input: ClarifyInput): Promise<StepOutput> {
  return await once(asker, "clarify", input, async (db) => {
    const taken = await take(db, asker, "clarify", input.initiativeId);
    requireCurrent(taken, "clarify", input.version);
    const { status, dueAt, termUnit, scopes } = taken.row;
    const { terms, office } = await regulationOf(db, scopes.marathonId, scopes.municipalityId, asker.now);
    const answer = termFor(terms, "initiativeAnswer");
    const isRunning = status !== "submitted" && dueAt !== null;
    const paused = isRunning ? { termUnit, pausedLeft: leftAt(asker.now, dueAt, termUnit, office) } : { termUnit: answer.unit, pausedLeft: wholeOf(answer) };
    return await move(taken, "clarify", "clarification", { dueAt: null, ...paused }, { kind: "clarificationAsked", visibility: "author", text: input.question });
  });
}

/** A secretary's proposal of a decision; it makes a new version, so that nobody confirms a text that was not on the screen. */
export async function prepare(asker: Asker, input: PrepareInput): Promise<StepOutput> {
  return await once(asker, "prepare", input, async (db) => {
    const taken = await take(db, asker, "prepare", input.initiativeId);
    requireCurrent(taken, "prepare", input.version);
    const verdict = requireValid(input);
    const version = await change(taken, {});
    await repo.saveProposal(db, input.initiativeId, verdict, { preparedById: taken.by.byId, preparedAt: asker.now, version: taken.row.version });
    return await tell(taken, { kind: "proposalPrepared", visibility: "internal", text: verdict.text, data: { decision: verdict.decision, competence: verdict.competence } }, version);
  });
}

/** The lead sends a proposal back with a remark; the text stays in the course, and the secretary begins from it. */
export async function returnProposal(asker: Asker, input: ReturnInput): Promise<StepOutput> {
  return await once(asker, "return", input, async (db) => {
    const taken = await take(db, asker, "return", input.initiativeId);
    requireCurrent(taken, "return", input.version);
    const { proposal } = taken.row;
    const version = await change(taken, {});
    await repo.dropProposal(db, input.initiativeId);
    const data = proposal && { decision: proposal.decision, competence: proposal.competence, text: proposal.text };
    return await tell(taken, { kind: "proposalReturned", visibility: "internal", text: input.remark, ...(data ? { data } : {}) }, version);
  });
}

/** The lead's decision: a proposal as it is, edited, or his own. */
export async function decide(asker: Asker, input: DecideInput): Promise<StepOutput> {
  return await once(asker, "decide", input, async (db) => {
    const taken = await take(db, asker, "decide", input.initiativeId);
    requireCurrent(taken, "decide", input.version);
    return await settle(taken, requireValid(input));
  });
}

/** Several prepared ones at once, each as its version was on the screen. One that changed meanwhile is left as it is, and said to be. */
export async function confirmBatch(asker: Asker, input: ConfirmBatchInput): Promise<BatchOutput> {
  return await once(asker, "confirmBatch", input, async (db) => {
    const results: BatchOutput["results"] = [];
    const wanted = new Map(input.items.map(({ initiativeId, version }) => [initiativeId, version]));
    // always in the same order: two leads with one batch wait for each other instead of locking each other out
    for (const [initiativeId, version] of [...wanted].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const taken = await take(db, asker, "decide", initiativeId);
      const { row } = taken;
      const said = { initiativeId, number: row.scopes.number, title: row.title };
      const isCurrent = row.version === version && row.status === "inConsideration" && row.proposal !== null && problemOf(row.proposal) === null;
      const settled = isCurrent && row.proposal ? await settleUnlessChanged(taken, row.proposal) : null;
      results.push({ ...said, outcome: settled ? "confirmed" : "changedMeanwhile", status: settled?.status ?? (await repo.findConsidered(db, initiativeId))?.status ?? row.status });
    }
    return { results };
  });
}

/** Up to the region's council; from there, by the council, to the country. */
export async function nominate(asker: Asker, input: NominateInput): Promise<StepOutput> {
  return await once(asker, "nominate", input, async (db) => {
    const taken = await take(db, asker, "nominate", input.initiativeId);
    requireCurrent(taken, "nominate", input.version);
    const { scopes, facts, regionId, aboveHandedToId } = taken.row;
    const isHolder = can(initiative, asker.actor, "answerNomination", facts);
    if (scopes.handedToId !== null && !isHolder) throw new AppError("initiative.alreadyNominated");
    const toUnitId = scopes.handedToId === null ? regionId : aboveHandedToId;
    if (toUnitId === null) throw new AppError("initiative.nowhereToNominate");
    const from = scopes.handedToId !== null ? { fromUnitId: scopes.handedToId } : decidesThere(asker, taken) && scopes.consideringId ? { fromBodyId: scopes.consideringId } : { fromUnitId: scopes.municipalityId };
    const { byId, at } = taken.by;
    if (!(await repo.addNomination(db, { initiativeId: input.initiativeId, toUnitId, reason: input.reason, byId, at, ...from }))) throw new AppError("initiative.alreadyNominated");
    return await move(taken, "nominate", "nominated", { handedToId: toUnitId }, { kind: "nominated", visibility: "public", text: input.reason, data: { toUnitId } });
  });
}

/** The answer of the one that it was handed to; it comes back to the author and the group. */
export async function answerNomination(asker: Asker, input: AnswerNominationInput): Promise<StepOutput> {
  return await once(asker, "answerNomination", input, async (db) => {
    const taken = await take(db, asker, "answerNomination", input.initiativeId);
    requireCurrent(taken, "answerNomination", input.version);
    const { scopes, status } = taken.row;
    const { byId: answeredById, at: answeredAt } = taken.by;
    const isAnswered = scopes.handedToId !== null && (await repo.answerNomination(db, input.initiativeId, scopes.handedToId, { answer: input.answer, answeredById, answeredAt }));
    if (!isAnswered) throw new AppError("initiative.nominationAnswered");
    return await move(taken, "answerNomination", input.status ?? status, {}, { kind: "nominationAnswered", visibility: "public", text: input.answer, data: { fromUnitId: scopes.handedToId } });
  });
}

/** Throws with the field that is wrong; the lead and the secretary are held to the same rule. */
function requireValid({ decision, competence, text }: Verdict): Verdict {
  const verdict = { decision, competence, text };
  const problem = problemOf(verdict);
  if (problem?.field === "text") throw new AppError("initiative.reasonMissing", undefined, { fields: { text: problem.message } });
  if (problem) throw AppError.invalid({ [problem.field]: problem.message });
  return verdict;
}

async function settle(taken: Taken, { decision, competence, text }: Verdict): Promise<StepOutput> {
  const { db, row, by } = taken;
  const { initiativeId, consideringId, municipalityId } = row.scopes;
  const answered = { answer: text, answeredById: by.byId, competence, decidedAt: by.at };
  const moved = await move(taken, "decide", decision, { ...answered, dueAt: null, pausedLeft: null }, { kind: "decided", visibility: "public", text, data: { decision, competence } });
  await repo.dropProposal(db, initiativeId);
  // what a group supports it puts forward to its own municipality first
  if (decision === "nominated" && consideringId !== null) await repo.addNomination(db, { initiativeId, fromBodyId: consideringId, toUnitId: municipalityId, reason: text, byId: by.byId, at: by.at });
  return moved;
}

async function settleUnlessChanged(taken: Taken, verdict: Verdict): Promise<StepOutput | null> {
  try {
    return await settle(taken, verdict);
  } catch (error) {
    if (error instanceof AppError && error.code === "initiative.changedMeanwhile") return null;
    throw error;
  }
}

/** Does the asker put it forward for the group that considers it, or above it? */
function decidesThere({ actor }: Asker, { row }: Taken): boolean {
  return can(initiative, actor, "decide", row.facts);
}
