import { announce } from "@/platform/events/outbox";
import { AppError } from "@/shared/errors/app-error";
import { initiativePlaceCorrected } from "../../../events";
import type { LifecycleAction } from "../../../lifecycle";
import type { AcceptOfferInput, ImposeInput, OfferInput, RecallOfferInput, RedirectInput, ReturnOfferInput, StepOutput } from "../../schema";
import { dropProposal } from "../../server/repo";
import { move, once, requireCurrent, take, type Asker, type Said, type Taken } from "../../server/step";
import * as repo from "./repo";

/** «Направлено по принадлежности» to another direction of the municipality: who considers changes, nothing else; the term goes on. */
export async function redirect(asker: Asker, input: RedirectInput): Promise<StepOutput> {
  return await once(asker, "redirect", input, async (db) => {
    const taken = await take(db, asker, "redirect", input.initiativeId, input.version);
    requireCurrent(taken, "redirect", input.version);
    const { municipalityId, directionId } = taken.row.scopes;
    if (input.directionId === directionId) throw new AppError("initiative.redirectToSame");
    return await rehome(taken, "redirect", municipalityId, input.directionId, { kind: "redirected", visibility: "public", text: input.reason });
  });
}

/** To another municipality: until it answers, it stays where it is and its term goes on. */
export async function offer(asker: Asker, input: OfferInput): Promise<StepOutput> {
  return await once(asker, "offer", input, async (db) => {
    const taken = await take(db, asker, "offer", input.initiativeId, input.version);
    requireCurrent(taken, "offer", input.version);
    const { initiativeId, marathonId, municipalityId: fromMunicipalityId } = taken.row.scopes;
    const { municipalityId: toMunicipalityId, reason } = input;
    if (toMunicipalityId === fromMunicipalityId) throw new AppError("initiative.redirectToSame");
    if (!(await repo.takesPart(db, marathonId, toMunicipalityId))) throw AppError.invalid({ municipalityId: "field.choice" });
    await repo.addTransfer(db, { initiativeId, fromMunicipalityId, toMunicipalityId, reason, byId: taken.by.byId, at: taken.by.at });
    return await move(taken, "offer", null, { offeredToId: toMunicipalityId }, { kind: "offered", visibility: "public", text: reason, data: { toUnitId: toMunicipalityId } });
  });
}

export async function recallOffer(asker: Asker, input: RecallOfferInput): Promise<StepOutput> {
  return await once(asker, "recallOffer", input, async (db) => {
    const taken = await take(db, asker, "recallOffer", input.initiativeId, input.version);
    requireCurrent(taken, "recallOffer", input.version);
    await settle(taken, "recalled", null);
    return await move(taken, "recallOffer", null, { offeredToId: null }, { kind: "offerRecalled", visibility: "public" });
  });
}

/** The other side takes it: the number stays, the figures of both move today. Throws request.invalid for a direction that isn't there. */
export async function acceptOffer(asker: Asker, input: AcceptOfferInput): Promise<StepOutput> {
  return await once(asker, "acceptOffer", input, async (db) => {
    const taken = await take(db, asker, "acceptOffer", input.initiativeId, input.version);
    requireCurrent(taken, "acceptOffer", input.version);
    const to = await settle(taken, "accepted", null);
    return await rehome(taken, "acceptOffer", to, input.directionId, { kind: "offerAccepted", visibility: "public", data: { fromUnitId: taken.row.scopes.municipalityId, toUnitId: to } });
  });
}

export async function returnOffer(asker: Asker, input: ReturnOfferInput): Promise<StepOutput> {
  return await once(asker, "returnOffer", input, async (db) => {
    const taken = await take(db, asker, "returnOffer", input.initiativeId, input.version);
    requireCurrent(taken, "returnOffer", input.version);
    await settle(taken, "returned", input.reason);
    return await move(taken, "returnOffer", null, { offeredToId: null }, { kind: "offerReturned", visibility: "public", text: input.reason });
  });
}

/** The first side doesn't agree with the return: its responsible person says whose it is. */
export async function dispute(asker: Asker, input: ReturnOfferInput): Promise<StepOutput> {
  return await once(asker, "dispute", input, async (db) => {
    const taken = await take(db, asker, "dispute", input.initiativeId, input.version);
    requireCurrent(taken, "dispute", input.version);
    const { initiativeId, municipalityId } = taken.row.scopes;
    const last = await repo.findLastTransfer(db, initiativeId);
    if (last?.state !== "returned" || last.fromMunicipalityId !== municipalityId) throw new AppError("initiative.notOffered");
    await settle(taken, "disputed", input.reason);
    return await move(taken, "dispute", null, { arbiterId: municipalityId }, { kind: "disputed", visibility: "internal", text: input.reason });
  });
}

/** The arbiter: it stays with the first municipality. */
export async function keepHere(asker: Asker, input: ReturnOfferInput): Promise<StepOutput> {
  return await once(asker, "keepHere", input, async (db) => {
    const taken = await take(db, asker, "keepHere", input.initiativeId, input.version);
    requireCurrent(taken, "keepHere", input.version);
    await settle(taken, "kept", input.reason);
    return await move(taken, "keepHere", null, { arbiterId: null }, { kind: "keptHere", visibility: "public", text: input.reason });
  });
}

/** The responsible person insists: the council's counterpart has the last word. */
export async function escalate(asker: Asker, input: ReturnOfferInput): Promise<StepOutput> {
  return await once(asker, "escalate", input, async (db) => {
    const taken = await take(db, asker, "escalate", input.initiativeId, input.version);
    requireCurrent(taken, "escalate", input.version);
    const { regionId, arbiterId } = taken.row;
    if (regionId === null || arbiterId === regionId) throw new AppError("initiative.nowhereToNominate");
    await settle(taken, "escalated", input.reason);
    return await move(taken, "escalate", null, { arbiterId: regionId }, { kind: "escalated", visibility: "internal", text: input.reason });
  });
}

/** The council's counterpart: the other municipality considers it. The responsible person of the first can't say that of a neighbour. */
export async function impose(asker: Asker, input: ImposeInput): Promise<StepOutput> {
  return await once(asker, "impose", input, async (db) => {
    const taken = await take(db, asker, "impose", input.initiativeId, input.version);
    requireCurrent(taken, "impose", input.version);
    if (taken.row.arbiterId !== taken.row.regionId) throw new AppError("request.forbidden");
    const to = await settle(taken, "imposed", input.reason);
    return await rehome(taken, "impose", to, input.directionId, { kind: "imposed", visibility: "public", text: input.reason, data: { fromUnitId: taken.row.scopes.municipalityId, toUnitId: to } });
  });
}

/** Another group considers it: the number and the term stay, a decision that the former one prepared goes; the figures of both places are corrected today. */
async function rehome(taken: Taken, action: LifecycleAction, municipalityId: string, directionId: string, said: Said): Promise<StepOutput> {
  const { db, row, by } = taken;
  const { scopes } = row;
  const place = await repo.findPlace(db, scopes.marathonId, municipalityId, directionId);
  if (!place) throw AppError.invalid({ directionId: "field.choice" });
  // what is under consideration needs somebody who considers it
  if (place.consideringId === null && row.status === "inConsideration") throw new AppError("initiative.groupMissing");
  const moved = { municipalityId, directionId, consideringId: place.consideringId };
  const done = await move(taken, action, null, { ...moved, offeredToId: null, arbiterId: null, assigneeId: null }, said);
  await dropProposal(db, scopes.initiativeId);
  await announce(db, initiativePlaceCorrected, { ...scopes, ...moved, fromMunicipalityId: scopes.municipalityId, fromDirectionId: scopes.directionId, fromOriginatingId: scopes.originatingId }, { at: by.at, actorId: by.byId });
  return done;
}

/** Out: the municipality that it was offered to. */
async function settle({ db, row, by }: Taken, state: Parameters<typeof repo.settleTransfer>[2], answer: string | null): Promise<string> {
  const last = await repo.findLastTransfer(db, row.scopes.initiativeId);
  if (!last) throw new AppError("initiative.notOffered");
  await repo.settleTransfer(db, last.id, state, { answer, answeredById: by.byId, answeredAt: by.at });
  return last.toMunicipalityId;
}
