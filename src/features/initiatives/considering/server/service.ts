import { can } from "@/access/policy";
import { initiative } from "@/access/rules/initiative";
import { AppError } from "@/shared/errors/app-error";
import { keepWording } from "../../record/server/repo";
import { isHiding, leftToRead } from "../moderation/rules";
import { isOpen, problemOf, type Verdict } from "../rules";
import type {
  AcceptInput, AnswerNominationInput, BatchOutput, ClarifyInput, ConfirmBatchInput, DecideInput, GoOnInput, HidingFields, NominateInput, NoteInput, PrepareInput, PublishInput, ReturnInput, ReturnToAuthorInput, StepOutput,
} from "../schema";
import { changedMeanwhile } from "./conflict";
import * as repo from "./repo";
import { change, move, once, requireCurrent, take, tell, type Asker, type Taken } from "./step";

/** The checklist was gone through: anybody may read it now, and the group may accept it. What a moderator hides stays with the author and the group. */
export async function publish(asker: Asker, input: PublishInput): Promise<StepOutput> {
  return await once(asker, "publish", input, async (db) => {
    const taken = await take(db, asker, "publish", input.initiativeId, input.version);
    requireCurrent(taken, "publish", input.version);
    const consideringId = await groupOf(taken);
    if (!input.hiding) return await move(taken, "publish", "moderated", { consideringId }, { kind: "published", visibility: "public" });
    const hidden = requireHiding(taken.row.words, input.hiding);
    await keepWording(db, input.initiativeId, asker.now);
    return await move(taken, "publish", "moderated", { consideringId, ...hidden }, { kind: "publishedHiding", visibility: "public" });
  });
}

/** Throws beside the field where something was put in, moved or left out without the mark, or nothing is left to read. */
function requireHiding(written: repo.Words, shown: HidingFields): HidingFields {
  const wrong = (["title", "essence", "expectedResult", "placeText"] as const).flatMap((field): [string, "field.onlyHide" | "field.nothingLeft"][] => {
    const text = shown[field] ?? "";
    if (!isHiding(written[field] ?? "", text)) return [[`hiding.${field}`, "field.onlyHide"]];
    return field !== "placeText" && leftToRead(text) < leastLeft ? [[`hiding.${field}`, "field.nothingLeft"]] : [];
  });
  if (wrong.length > 0) throw AppError.invalid(Object.fromEntries(wrong));
  return { ...shown, placeText: written.placeText === null ? null : shown.placeText };
}

/** Fewer characters say nothing. */
const leastLeft = 10;

/** Back to the author, with what to change; the reaction's term waits for them. */
export async function returnToAuthor(asker: Asker, input: ReturnToAuthorInput): Promise<StepOutput> {
  return await once(asker, "returnToAuthor", input, async (db) => {
    const taken = await take(db, asker, "returnToAuthor", input.initiativeId, input.version);
    requireCurrent(taken, "returnToAuthor", input.version);
    return await move(taken, "returnToAuthor", "returned", { remindedAt: null }, { kind: "returnedToAuthor", visibility: "author", text: input.remark, data: { found: [...new Set(input.found)] } });
  });
}

/** Into the group's work: the answer's term begins. */
export async function accept(asker: Asker, input: AcceptInput): Promise<StepOutput> {
  return await once(asker, "accept", input, async (db) => {
    const taken = await take(db, asker, "accept", input.initiativeId, input.version);
    requireCurrent(taken, "accept", input.version);
    const consideringId = await groupOf(taken);
    if (consideringId === null) throw new AppError("initiative.groupMissing");
    return await move(taken, "accept", "inConsideration", { consideringId }, { kind: "accepted", visibility: "public" });
  });
}

async function groupOf({ db, row: { scopes } }: Taken): Promise<string | null> {
  return scopes.consideringId ?? (await repo.findOwningGroup(db, scopes.municipalityId, scopes.directionId));
}

/** An internal note: the group alone sees it. */
export async function note(asker: Asker, input: NoteInput): Promise<StepOutput> {
  return await once(asker, "note", input, async (db) => await tell(await take(db, asker, "note", input.initiativeId), { kind: "note", visibility: "internal", text: input.text }));
}

/** A question to the author. Until the answer the term stands still, but for an appeal; asked before accepting, it is the answer's whole term that waits. */
export async function clarify(asker: Asker, input: ClarifyInput): Promise<StepOutput> {
  return await once(asker, "clarify", input, async (db) => {
    const taken = await take(db, asker, "clarify", input.initiativeId, input.version);
    requireCurrent(taken, "clarify", input.version);
    return await move(taken, "clarify", "clarification", {}, { kind: "clarificationAsked", visibility: "author", text: input.question });
  });
}

/** The author's own term has run out: the group goes on without the answer, with what was left of its term. */
export async function goOn(asker: Asker, input: GoOnInput): Promise<StepOutput> {
  return await once(asker, "goOn", input, async (db) => {
    const taken = await take(db, asker, "goOn", input.initiativeId, input.version);
    requireCurrent(taken, "goOn", input.version);
    return await move(taken, "goOn", "inConsideration", {}, { kind: "wentOn", visibility: "author" });
  });
}

/** A secretary's proposal of a decision; it makes a new version, so that nobody confirms a text that was not on the screen. */
export async function prepare(asker: Asker, input: PrepareInput): Promise<StepOutput> {
  return await once(asker, "prepare", input, async (db) => {
    const taken = await take(db, asker, "prepare", input.initiativeId, input.version);
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
    const taken = await take(db, asker, "return", input.initiativeId, input.version);
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
    const taken = await take(db, asker, "decide", input.initiativeId, input.version);
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
      const isCurrent = row.version === version && isOpen("decide", row, asker.now) && row.proposal !== null && problemOf(row.proposal) === null;
      const settled = isCurrent && row.proposal ? await settleUnlessChanged(taken, row.proposal) : null;
      results.push({ ...said, outcome: settled ? "confirmed" : "changedMeanwhile", status: settled?.status ?? (await repo.findConsidered(db, { id: initiativeId }))?.status ?? row.status });
    }
    return { results };
  });
}

/** Up to the region's council; from there, by the council, to the country. */
export async function nominate(asker: Asker, input: NominateInput): Promise<StepOutput> {
  return await once(asker, "nominate", input, async (db) => {
    const taken = await take(db, asker, "nominate", input.initiativeId, input.version);
    requireCurrent(taken, "nominate", input.version);
    const { scopes, facts, regionId, aboveHandedToId, wayIds: wayIdsBefore } = taken.row;
    const isHolder = can(initiative, asker.actor, "answerNomination", facts);
    if (scopes.handedToId !== null && !isHolder) throw new AppError("initiative.alreadyNominated");
    const toUnitId = scopes.handedToId === null ? regionId : aboveHandedToId;
    if (toUnitId === null) throw new AppError("initiative.nowhereToNominate");
    const from = scopes.handedToId !== null ? { fromUnitId: scopes.handedToId } : decidesThere(asker, taken) && scopes.consideringId ? { fromBodyId: scopes.consideringId } : { fromUnitId: scopes.municipalityId };
    const { byId, at } = taken.by;
    if (!(await repo.addNomination(db, { initiativeId: input.initiativeId, toUnitId, reason: input.reason, byId, at, ...from }))) throw new AppError("initiative.alreadyNominated");
    const wayIds = scopes.handedToId === null ? [...wayIdsBefore] : [...wayIdsBefore, scopes.handedToId];
    return await move(taken, "nominate", "nominated", { handedToId: toUnitId, wayIds }, { kind: "nominated", visibility: "public", text: input.reason, data: { toUnitId } });
  });
}

/** The answer of the one that it was handed to; it comes back to the author and the group. */
export async function answerNomination(asker: Asker, input: AnswerNominationInput): Promise<StepOutput> {
  return await once(asker, "answerNomination", input, async (db) => {
    const taken = await take(db, asker, "answerNomination", input.initiativeId, input.version);
    requireCurrent(taken, "answerNomination", input.version);
    const { scopes, status } = taken.row;
    const { byId: answeredById, at: answeredAt } = taken.by;
    const isAnswered = scopes.handedToId !== null && (await repo.answerNomination(db, input.initiativeId, scopes.handedToId, { answer: input.answer, answeredById, answeredAt }));
    if (!isAnswered) throw new AppError("initiative.nominationAnswered");
    return await move(taken, "answerNomination", input.status ?? status, {}, { kind: "nominationAnswered", visibility: "public", text: input.answer, data: { fromUnitId: scopes.handedToId } });
  });
}

/** Throws with the field that is wrong; the lead and the secretary are held to the same rule. */
export function requireValid({ decision, competence, text }: Verdict): Verdict {
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
  const moved = await move(taken, "decide", decision, answered, { kind: "decided", visibility: "public", text, data: { decision, competence } });
  await repo.dropProposal(db, initiativeId);
  // what a group supports it puts forward to its own municipality first
  if (decision === "nominated" && consideringId !== null) await repo.addNomination(db, { initiativeId, fromBodyId: consideringId, toUnitId: municipalityId, reason: text, byId: by.byId, at: by.at });
  return moved;
}

async function settleUnlessChanged(taken: Taken, verdict: Verdict): Promise<StepOutput | null> {
  let settled: StepOutput | null = null;
  await changedMeanwhile(async () => { settled = await settle(taken, verdict); });
  return settled;
}

/** Does the asker put it forward for the group that considers it, or above it? */
function decidesThere({ actor }: Asker, { row }: Taken): boolean {
  return can(initiative, actor, "decide", row.facts);
}
