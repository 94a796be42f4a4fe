import type { Actor } from "@/access/actor";
import { authorise } from "@/access/policy";
import { initiative as initiativePolicy } from "@/access/rules/initiative";
import { dueAt as endOf, resume, termFor } from "@/features/regulation/rules";
import { regulationOf } from "@/features/regulation/server/service";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { announce } from "@/platform/events/outbox";
import { onceFor } from "@/platform/idempotency";
import { AppError } from "@/shared/errors/app-error";
import { newId } from "@/shared/ids/id";
import { initiativeMoved, initiativePlaceCorrected, type InitiativeScopes } from "../../events";
import { actionsFrom, isDecided, transitionFor, type InitiativeStatus } from "../../lifecycle";
import type { StepOutput } from "../schema";
import * as repo from "./repo";

type AuthorsStep = "withdraw" | "answerClarification" | "correctPlace";
interface StepRequest {
  readonly number: number;
  /** that the author had in front of them */
  readonly version: number;
  readonly key: string;
}

/** Open ones only. Throws initiative.alreadyWithdrawn, alreadyMerged, alreadyDecided, changedMeanwhile. */
export async function withdraw(actor: Actor, request: StepRequest & { readonly reason: string | null }, now: Date): Promise<StepOutput> {
  return await once(actor, "withdraw", request, async (db) => {
    const taken = await take(db, actor, "withdraw", request);
    return await move(db, taken, "withdraw", "withdrawn", { dueAt: null, pausedLeft: null, termUnit: taken.standing.termUnit }, { kind: "withdrawn", text: request.reason || null }, now);
  });
}

/** The paused term goes on with the working days that were left. Throws initiative.notAwaitingAuthor, changedMeanwhile. */
export async function answerClarification(actor: Actor, request: StepRequest & { readonly text: string }, now: Date): Promise<StepOutput> {
  return await once(actor, "answerClarification", request, async (db) => {
    const taken = await take(db, actor, "answerClarification", request);
    const { pausedLeft: left, marathonId, municipalityId } = taken.standing;
    const { terms, office } = await regulationOf(db, marathonId, municipalityId, now);
    const whole = termFor(terms, "initiativeAnswer");
    const termUnit = left === null ? whole.unit : taken.standing.termUnit;
    const dueAt = left === null ? endOf(now, whole, office) : resume(now, left, termUnit, office);
    return await move(db, taken, "answerClarification", "inConsideration", { dueAt, pausedLeft: null, termUnit }, { kind: "clarificationAnswered", text: request.text }, now);
  });
}

/**
 * The author named the wrong municipality: it goes to the group of the direction there, in whose working days the term
 * begins anew. Throws request.invalid when the municipality doesn't take part or has no such direction.
 */
export async function correctPlace(actor: Actor, request: StepRequest & { readonly municipalityId: string; readonly directionId: string }, now: Date): Promise<StepOutput> {
  return await once(actor, "correctPlace", request, async (db) => {
    const { standing, personId } = await take(db, actor, "correctPlace", request);
    const { municipalityId, directionId } = request;
    if (municipalityId === standing.municipalityId && directionId === standing.directionId) throw new AppError("initiative.redirectToSame");
    const place = await repo.findPlace(db, standing.marathonId, municipalityId, directionId);
    if (!place) throw AppError.invalid({ municipalityId: "field.choice" });
    const { terms, office } = await regulationOf(db, standing.marathonId, municipalityId, now);
    const term = termFor(terms, standing.status === "submitted" ? "initiativeReaction" : "initiativeAnswer");
    const isPaused = standing.status === "clarification";
    const { consideringId } = place;
    await change(db, standing, { dueAt: isPaused ? null : endOf(now, term, office), pausedLeft: standing.pausedLeft, termUnit: isPaused ? standing.termUnit : term.unit, place: { municipalityId, directionId, consideringId } }, now);
    await repo.addEvent(db, { id: newId(now), initiativeId: standing.id, kind: "placeCorrected", visibility: "public", byId: personId, toStatus: null, text: null, at: now });
    await announce(db, initiativePlaceCorrected, {
      ...scopesOf(standing), municipalityId, directionId, consideringId,
      fromMunicipalityId: standing.municipalityId, fromDirectionId: standing.directionId, fromOriginatingId: standing.originatingId,
    }, { at: now, actorId: personId });
    return { number: standing.number, status: standing.status, version: standing.version + 1 };
  });
}

interface Taken {
  readonly standing: repo.Standing;
  readonly personId: string;
}

async function once(actor: Actor, procedure: AuthorsStep, { key, ...asked }: StepRequest, work: (db: Db) => Promise<StepOutput>): Promise<StepOutput> {
  if (actor.personId === null) throw AppError.notSignedIn();
  const owner = `person:${actor.personId}`;
  return await transaction(async (db) => await onceFor(db, { owner, procedure: `initiative.${procedure}`, key, input: asked }, async () => await work(db)));
}

async function take(db: Db, actor: Actor, action: AuthorsStep, { number, version }: StepRequest): Promise<Taken> {
  const standing = await repo.findStanding(db, number);
  authorise(initiativePolicy, actor, action, standing);
  if (!standing || actor.personId === null) throw AppError.notFound();
  const lifecycleAction = action === "correctPlace" ? "withdraw" : action;
  if (!actionsFrom(standing.status).includes(lifecycleAction)) throw new AppError(refusalOf(standing.status, action));
  if (standing.version !== version) throw new AppError("initiative.changedMeanwhile");
  return { standing, personId: actor.personId };
}

function refusalOf(status: InitiativeStatus, action: AuthorsStep) {
  if (status === "withdrawn") return "initiative.alreadyWithdrawn";
  if (status === "merged") return "initiative.alreadyMerged";
  return isDecided(status) || action !== "answerClarification" ? "initiative.alreadyDecided" : "initiative.notAwaitingAuthor";
}

async function change(db: Db, standing: repo.Standing, to: repo.Change, now: Date): Promise<void> {
  if (!(await repo.changeVersion(db, standing, to, now))) throw new AppError("initiative.changedMeanwhile");
}

async function move(db: Db, { standing, personId }: Taken, action: "withdraw" | "answerClarification", to: InitiativeStatus, term: Omit<repo.Change, "status">, said: Pick<repo.Told, "kind" | "text">, now: Date): Promise<StepOutput> {
  if (!transitionFor(standing.status, action, to)) throw new AppError("initiative.changedMeanwhile");
  await change(db, standing, { ...term, status: to }, now);
  const eventId = newId(now);
  await repo.addEvent(db, { id: eventId, initiativeId: standing.id, visibility: "author", byId: personId, toStatus: to, at: now, ...said });
  await announce(db, initiativeMoved, { ...scopesOf(standing), eventId, action, from: standing.status, to }, { at: now, actorId: personId });
  return { number: standing.number, status: to, version: standing.version + 1 };
}

function scopesOf({ id, number, marathonId, municipalityId, directionId, originatingId, consideringId, handedToId, authorId, helperId }: repo.Standing): InitiativeScopes {
  return { initiativeId: id, number, marathonId, municipalityId, directionId, originatingId, consideringId, handedToId, authorId, helperId };
}
