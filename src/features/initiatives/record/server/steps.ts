import type { Actor } from "@/access/actor";
import { dueAt as endOf, termFor } from "@/features/regulation/rules";
import { regulationOf } from "@/features/regulation/server/service";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { announce } from "@/platform/events/outbox";
import { onceFor } from "@/platform/idempotency";
import { AppError } from "@/shared/errors/app-error";
import { capped } from "../../considering/appeal/rules";
import { object as objectTo } from "../../considering/objection/server/service";
import { addEvent, dropProposal } from "../../considering/server/repo";
import { change, move, requireCurrent, take, type Taken } from "../../considering/server/step";
import { findPlace, recallOpen } from "../../considering/transfer/server/repo";
import { initiativePlaceCorrected } from "../../events";
import type { ResubmitFields, StepOutput } from "../schema";
import * as repo from "./repo";

interface StepRequest {
  readonly number: number;
  /** that the author had in front of them */
  readonly version: number;
  readonly key: string;
}

/** Open ones only, and such as nobody else is an author of. Throws initiative.notAlone, alreadyWithdrawn, alreadyMerged, alreadyDecided, changedMeanwhile. */
export async function withdraw(actor: Actor, request: StepRequest & { readonly reason: string | null }, now: Date): Promise<StepOutput> {
  return await once(actor, "withdraw", request, async (db) => {
    // of a withdrawal and a co-author who agrees at the same time one waits for the other
    await repo.lockRecord(db, request.number);
    const taken = await take(db, { actor, now }, "withdraw", { number: request.number });
    requireCurrent(taken, "withdraw", request.version);
    await recallOpen(db, taken.row.scopes.initiativeId, { answeredById: taken.by.byId, answeredAt: now });
    return toOutput(await move(taken, "withdraw", "withdrawn", { offeredToId: null, arbiterId: null }, { kind: "withdrawn", visibility: "author", ...(request.reason ? { text: request.reason } : {}) }));
  });
}

/** The paused term goes on with what was left of it. Throws initiative.notAwaitingAuthor, changedMeanwhile. */
export async function answerClarification(actor: Actor, request: StepRequest & { readonly text: string }, now: Date): Promise<StepOutput> {
  return await once(actor, "answerClarification", request, async (db) => {
    const taken = await take(db, { actor, now }, "answerClarification", { number: request.number });
    requireCurrent(taken, "answerClarification", request.version);
    return toOutput(await move(taken, "answerClarification", "inConsideration", {}, { kind: "clarificationAnswered", visibility: "author", text: request.text }));
  });
}

/** The words that a moderator asked to change; those that stood before are kept. Throws initiative.notReturned, changedMeanwhile. */
export async function resubmit(actor: Actor, request: StepRequest & ResubmitFields, now: Date): Promise<StepOutput> {
  return await once(actor, "resubmit", request, async (db) => {
    const taken = await take(db, { actor, now }, "resubmit", { number: request.number });
    requireCurrent(taken, "resubmit", request.version);
    await repo.keepWording(db, taken.row.scopes.initiativeId, now);
    const { title, essence, expectedResult, placeText } = request;
    return toOutput(await move(taken, "resubmit", "submitted", { title, essence, expectedResult, placeText, remindedAt: null }, { kind: "resubmitted", visibility: "author" }));
  });
}

/** Once, a tier up. Throws initiative.notForObjection, alreadyObjected, changedMeanwhile. */
export async function object(actor: Actor, request: StepRequest & { readonly text: string }, now: Date): Promise<StepOutput> {
  return await once(actor, "object", request, async (db) => toOutput(await objectTo(db, { actor, now }, request)));
}

/**
 * The author named the wrong municipality: it goes to the group of the direction there, in whose working days the term
 * begins anew. Throws request.invalid when the municipality doesn't take part or has no such direction.
 */
export async function correctPlace(actor: Actor, request: StepRequest & CorrectedPlace, now: Date): Promise<StepOutput> {
  return await once(actor, "correctPlace", request, async (db) => {
    const taken = await take(db, { actor, now }, "correctPlace", { number: request.number });
    requireCurrent({ ...taken, row: { ...taken.row, isShared: false } }, "withdraw", request.version);
    const { scopes, status, pausedLeft, termUnit, isAppeal, appealDueAt } = taken.row;
    const { municipalityId, directionId } = request;
    const where = whereOf(request);
    if (municipalityId === scopes.municipalityId && directionId === scopes.directionId) {
      if (Object.keys(where).length === 0) throw new AppError("initiative.redirectToSame");
      await change(taken, where);
      await addEvent(db, { initiativeId: scopes.initiativeId, kind: "placeCorrected", visibility: "public", byId: taken.by.byId, byRole: "person", at: now });
      return { number: scopes.number, status, version: taken.row.version + 1 };
    }
    const place = await findPlace(db, scopes.marathonId, municipalityId, directionId);
    if (!place) throw AppError.invalid({ municipalityId: "field.choice" });
    if (taken.row.offeredToId !== null || taken.row.arbiterId !== null) throw new AppError("initiative.redirectPending");
    const { consideringId } = place;
    // what is under consideration needs somebody who considers it
    if (consideringId === null && (status === "inConsideration" || status === "clarification")) throw new AppError("initiative.groupMissingThere");
    const isPaused = !isAppeal && (status === "clarification" || status === "returned");
    const term = await termThere(taken, municipalityId);
    await change(taken, { ...where, dueAt: isPaused ? null : capped(endOf(now, term, term.office), appealDueAt), pausedLeft, termUnit: isPaused ? termUnit : term.unit, municipalityId, directionId, consideringId, assigneeId: null });
    await dropProposal(db, scopes.initiativeId);
    const { byId } = taken.by;
    await addEvent(db, { initiativeId: scopes.initiativeId, kind: "placeCorrected", visibility: "public", byId, byRole: "person", ...(municipalityId === scopes.municipalityId ? {} : { data: { fromUnitId: scopes.municipalityId, toUnitId: municipalityId } }), at: now });
    await announce(db, initiativePlaceCorrected, {
      ...scopes, municipalityId, directionId, consideringId, fromMunicipalityId: scopes.municipalityId, fromDirectionId: scopes.directionId, fromOriginatingId: scopes.originatingId,
    }, { at: now, actorId: byId });
    return { number: scopes.number, status, version: taken.row.version + 1 };
  });
}

interface CorrectedPlace {
  readonly municipalityId: string;
  readonly directionId: string;
  readonly placeText?: string | null | undefined;
  readonly point?: { readonly latitude: number; readonly longitude: number } | null | undefined;
}

/** The address and the point, as far as something is said of them. */
function whereOf({ placeText, point }: CorrectedPlace) {
  return { ...(placeText === undefined ? {} : { placeText }), ...(point === undefined ? {} : { latitude: point?.latitude ?? null, longitude: point?.longitude ?? null }) };
}

async function termThere({ db, row, by }: Taken, municipalityId: string) {
  const { terms, office } = await regulationOf(db, row.scopes.marathonId, municipalityId, by.at);
  const isBefore = row.status === "submitted" || row.status === "moderated";
  return { ...termFor(terms, isBefore ? "initiativeReaction" : "initiativeAnswer"), office };
}

async function once(actor: Actor, procedure: string, { key, ...asked }: StepRequest, work: (db: Db) => Promise<StepOutput>): Promise<StepOutput> {
  if (actor.personId === null) throw AppError.notSignedIn();
  const owner = `person:${actor.personId}`;
  return await transaction(async (db) => await onceFor(db, { owner, procedure: `initiative.${procedure}`, key, input: asked }, async () => await work(db)));
}

function toOutput({ number, status, version }: StepOutput): StepOutput {
  return { number, status, version };
}
