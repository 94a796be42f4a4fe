import { announce } from "@/platform/events/outbox";
import { AppError } from "@/shared/errors/app-error";
import { newId } from "@/shared/ids/id";
import { initiativeSplitOff } from "../../../events";
import type { MergeInput, SplitInput, StepOutput } from "../../schema";
import { change, move, once, requireCurrent, requireOpen, take, tell, type Asker } from "../../server/step";
import { findPlace } from "../../transfer/server/repo";
import * as repo from "./repo";

/**
 * One goes into another: its authors become authors of the other, its supporters and followers its own, all are told; both keep their numbers and their
 * course. Both must be the asker's, and neither an appeal. Throws initiative.mergeWithSelf, initiative.appealNotMerged.
 */
export async function merge(asker: Asker, input: MergeInput): Promise<StepOutput> {
  return await once(asker, "merge", input, async (db) => {
    const { initiativeId, intoId } = input;
    await repo.lockBoth(db, [initiativeId, intoId]);
    const taken = await take(db, asker, "merge", initiativeId);
    if (initiativeId === intoId) throw new AppError("initiative.mergeWithSelf");
    const into = await take(db, asker, "merge", intoId);
    requireCurrent(taken, "merge", input.version);
    requireOpen(into, "merge");
    if (into.row.scopes.marathonId !== taken.row.scopes.marathonId) throw AppError.invalid({ intoId: "field.choice" });
    const text = input.reason || undefined;
    const done = await move(taken, "merge", "merged", { mergedIntoId: intoId }, { kind: "merged", visibility: "public", data: { intoId, intoNumber: into.row.scopes.number }, ...(text ? { text } : {}) });
    await repo.handOverReaders(db, initiativeId, intoId);
    const version = await change(into, {});
    await tell(into, { kind: "mergedWith", visibility: "public", data: { fromId: initiativeId, fromNumber: taken.row.scopes.number } }, version);
    return done;
  });
}

/** Out: the part that was split off. What is left keeps its number, its term and its course. */
export async function split(asker: Asker, input: SplitInput): Promise<StepOutput> {
  return await once(asker, "split", input, async (db) => {
    const taken = await take(db, asker, "split", input.initiativeId, input.version);
    requireCurrent(taken, "split", input.version);
    const { row, by } = taken;
    const { marathonId, municipalityId } = row.scopes;
    const place = await findPlace(db, marathonId, municipalityId, input.directionId);
    if (!place) throw AppError.invalid({ directionId: "field.choice" });
    if (place.consideringId === null) throw new AppError("initiative.groupMissing");
    const { title, essence, expectedResult, directionId, reason } = input;
    const eventId = newId(by.at);
    const part = { title, essence, expectedResult, directionId, consideringId: place.consideringId, status: row.status, dueAt: row.dueAt, termUnit: row.termUnit, eventId, byId: by.byId, byRole: by.byRole, reason };
    const { id, number } = await repo.splitOff(db, input.initiativeId, part, by.at);
    await move(taken, "split", null, {}, { kind: "split", visibility: "public", data: { toId: id, toNumber: number }, ...(reason ? { text: reason } : {}) });
    await announce(db, initiativeSplitOff, { ...row.scopes, initiativeId: id, number, directionId, consideringId: place.consideringId, handedToId: null, fromId: input.initiativeId, eventId }, { at: by.at, actorId: by.byId });
    return { initiativeId: id, number, status: row.status, version: 1 };
  });
}
