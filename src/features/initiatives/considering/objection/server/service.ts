import type { Db } from "@/platform/db/client";
import { AppError } from "@/shared/errors/app-error";
import * as nominations from "../../server/repo";
import { requireValid } from "../../server/service";
import { move, once, requireCurrent, take, type Asker, type Taken } from "../../server/step";
import type { AnswerObjectionInput, StepOutput } from "../../schema";
import * as repo from "./repo";

/**
 * The author disagrees, once. It goes a tier above the one that answered: from a group to its municipality, from there to the region's
 * council, from the council to the country; its own term begins.
 */
export async function object(db: Db, asker: Pick<Asker, "actor" | "now">, input: { readonly number: number; readonly version: number; readonly text: string }): Promise<StepOutput> {
  const taken = await take(db, asker, "object", { number: input.number });
  requireCurrent(taken, "object", input.version);
  const { row, by } = taken;
  const { initiativeId } = row.scopes;
  const toUnitId = await tierAbove(taken);
  const done = await move(taken, "object", null, { objectionAtId: toUnitId }, { kind: "objected", visibility: "public", text: input.text, data: { toUnitId } });
  const dueAt = await repo.findDueAt(db, initiativeId);
  if (dueAt === null) throw new Error("an objection has no term");
  await repo.addObjection(db, { initiativeId, text: input.text, status: row.status, formerAnswer: row.answer, toUnitId, at: by.at, dueAt });
  return done;
}

/** Upheld or decided anew; either way it is the last word, and the author reads it. */
export async function answerObjection(asker: Asker, input: AnswerObjectionInput): Promise<StepOutput> {
  return await once(asker, "answerObjection", input, async (db) => {
    const taken = await take(db, asker, "answerObjection", input.initiativeId, input.version);
    requireCurrent(taken, "answerObjection", input.version);
    const { decision, competence, text } = requireValid(input);
    if (text.trim() === "") throw new AppError("initiative.reasonMissing", undefined, { fields: { text: "field.required" } });
    const { byId, at } = taken.by;
    const written = { answer: text, answeredById: byId, competence, decidedAt: at, objectionAtId: null };
    const done = await move(taken, "answerObjection", decision, written, { kind: "objectionAnswered", visibility: "public", text, data: { decision, competence, upheld: decision === taken.row.status } });
    await repo.answerObjection(db, input.initiativeId, { answer: text, answeredById: byId, answeredAt: at });
    const { consideringId, municipalityId } = taken.row.scopes;
    if (decision === "nominated" && consideringId !== null) await nominations.addNomination(db, { initiativeId: input.initiativeId, fromBodyId: consideringId, toUnitId: municipalityId, reason: text, byId, at });
    return done;
  });
}

async function tierAbove({ db, row, by }: Taken): Promise<string> {
  const { municipalityId, handedToId } = row.scopes;
  const region = row.regionId ?? municipalityId;
  // the council or the country has answered it: one above them, or the country itself once more
  if (handedToId !== null && (await nominations.isAnswered(db, row.scopes.initiativeId, handedToId))) return row.aboveHandedToId ?? handedToId;
  // in the least municipality the head decides in the group, too: nobody answers an objection to themselves
  if (row.answeredById !== null && (await repo.answersThere(db, row.answeredById, municipalityId, by.at))) return region;
  return municipalityId;
}
