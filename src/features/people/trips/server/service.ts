import type { Actor } from "@/access/actor";
import { authorise } from "@/access/policy";
import { person as personPolicy } from "@/access/rules/person";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { writeRegistration } from "../../desk/server/service";
import * as desk from "../../desk/server/repo";
import { tokenLife } from "../../rules";
import { checkPlace } from "../../server/joining";
import * as people from "../../server/repo";
import { hashSlipCode, makeSlipCode } from "../../server/tokens";
import { tripLife } from "../rules";
import { tripLimits, type PrepareTripInput, type RegisterOnTripInput, type Trip, type TripOutcome } from "../schema";
import * as repo from "./repo";

type Asker = Pick<Context, "actor" | "visitor" | "now" | "locale">;

/**
 * Issues slips beforehand, for this coordinator and organisation: each opens nothing until the person who was given it is handed in.
 * Asked again after a lost answer, a trip of another id is prepared; the first one's slips expire unused. Throws what `authorise`
 * does, registration.municipalityAbsent, consent.missing, request.tooMany.
 */
export async function prepareTrip({ actor, now }: Asker, { id, atUnitId, slips }: PrepareTripInput, siteUrl: string): Promise<Trip> {
  return await transaction(async (db) => {
    const place = await requirePlace(db, actor, atUnitId);
    if (actor.personId === null) throw AppError.notSignedIn();
    await repo.lockRecord(db, `trips:${actor.personId}`);
    if ((await repo.countOpenTrips(db, actor.personId, now)) >= tripLimits.open) throw AppError.tooMany(24 * 3_600);
    if (await repo.findTrip(db, id)) throw new AppError("trip.prepared");
    const marathonId = await checkPlace(db, { municipalityId: place.municipalityId, organisationId: null, hiddenFromOrganisation: false }, now);
    const document = await people.findCurrentDocument(db, "processing");
    if (!document) throw new AppError("consent.missing");
    const made = Array.from({ length: slips }, makeSlipCode);
    const expiresAt = new Date(now.getTime() + tripLife);
    await repo.insertTrip(db, { id, personId: actor.personId, unitId: place.unitId, documentId: document.id, preparedAt: now, expiresAt }, made.map(({ hash }) => hash));
    const { title, text, version } = document;
    return { id, preparedAt: now, expiresAt, marathonId, ...place, slipAddress: new URL("/slip", siteUrl).toString(), consent: { title, text, version }, codes: made.map(({ plain }) => plain) };
  });
}

/**
 * The person of one record that was taken down where there was no network: registered as at a desk, by the consent's text that lay
 * before them; the slip that they hold is theirs from now on. Sent again, it is the same person. Throws what tripOf and registerAtDesk do.
 */
export async function registerOnTrip(asker: Asker, { id, tripId, code, worksHere, ...input }: RegisterOnTripInput): Promise<TripOutcome> {
  const { actor, now } = asker;
  return await transaction(async (db) => {
    const trip = await tripOf(db, actor, tripId);
    const place = await requirePlace(db, actor, trip.unitId);
    await repo.lockRecord(db, id);
    const before = await repo.findRegistered(db, id);
    if (before) {
      // an id that is somebody else's tells nothing of them
      if (before.erasedAt !== null || before.registeredById !== actor.personId || before.registeredAtUnitId !== trip.unitId) throw AppError.notFound();
      const personId = before.mergedIntoId ?? before.id;
      return { ok: true, personId, slip: code === null ? "none" : (await repo.hasSlip(db, tripId, personId)) ? "given" : "gone" };
    }
    const wish = { ...input, scanId: null, atUnitId: trip.unitId, organisationId: worksHere ? trip.unitId : null, hiddenFromOrganisation: false, processingDocumentId: trip.documentId, publishNameDocumentId: null };
    const outcome = await writeRegistration(db, asker, place, wish, async () => [trip.documentId], id);
    if (!outcome.ok) return outcome;
    const hash = code === null ? null : hashSlipCode(code);
    const isGiven = hash !== null && (await repo.takeSlip(db, tripId, hash, id, now));
    if (hash !== null && isGiven) await people.insertToken(db, { personId: id, purpose: "slip", hash, expiresAt: new Date(now.getTime() + tokenLife.slip), createdById: actor.personId }, now);
    return { ok: true, personId: id, slip: code === null ? "none" : isGiven ? "given" : "gone" };
  });
}

/** The asker's own trip, for which the right still stands. Throws what `authorise` does; trip.another for somebody else's. */
export async function tripOf(db: Db, actor: Actor, tripId: string) {
  const trip = await repo.findTrip(db, tripId);
  authorise(personPolicy, actor, "registerAtDesk", trip && atDesk(trip.unitId, trip.municipalityId));
  if (!trip) throw AppError.notFound();
  if (trip.personId !== actor.personId) throw new AppError("trip.another");
  return trip;
}

async function requirePlace(db: Db, actor: Actor, unitId: string) {
  const [place] = await desk.findPlaces(db, [unitId]);
  authorise(personPolicy, actor, "registerAtDesk", place ? atDesk(place.unitId, place.municipalityId) : null);
  if (!place) throw AppError.notFound();
  return place;
}

function atDesk(unitId: string, municipalityId: string | null) {
  return { id: null, registeredById: null, registeredAtUnitId: unitId, municipalityId };
}
