import { anonymous, type Actor } from "@/access/actor";
import { roles, roleSeat, type Role } from "@/access/roles";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { sha256 } from "@/shared/ids/hash";
import { makeConsentDocument } from "../factories/make-consent";
import { makeBody, makeMarathon } from "../factories/make-marathon";
import { makeCountry, makeMunicipality, makeOrganisation, makeRegion } from "../factories/make-municipality";
import { makeAppointment, makePerson } from "../factories/make-person";
import { newId } from "../factories/sequence";
import type { Asker, Home } from "./table";

/** The hour at which everybody asks: a marathon is being held. */
export const now = new Date("2026-03-10T12:00:00Z");
/** What the visitor's cookie holds. */
export const visitorToken = "v".repeat(43);
export const visitorHash = sha256(visitorToken);
/** Of whoever lives in another municipality: the word is in no answer to the home municipality's people. */
export const foreignName = "Чужаков";

/** A municipality with everything that a marathon forms in it. */
export interface Place {
  readonly id: string;
  readonly schoolId: string;
  readonly groupId: string;
  readonly hotlineId: string;
  readonly coordinationId: string;
  readonly directionId: string;
  /** somebody who lives here, and the coordinator who helps them */
  readonly residentId: string;
  readonly coordinatorId: string;
}

export interface World {
  readonly home: Home;
  readonly places: Readonly<Record<"own" | "sibling" | "child" | "neighbour" | "far", Place>>;
  readonly countryId: string;
  readonly goneId: string;
  readonly actors: ReadonlyMap<Asker, Actor>;
}

async function makePlace(unitId: string, marathonId: string, directionId: string, hotlineId: string | null, name?: string): Promise<Place> {
  const of = { marathonId, municipalityId: unitId };
  const [school, group, coordination] = [
    await makeOrganisation(db, { parentId: unitId }),
    await makeBody(db, { ...of, directionIds: [directionId] }),
    await makeBody(db, { ...of, kind: "coordinationGroup", name: "Координационная группа" }),
  ];
  const hotline = hotlineId ?? (await makeBody(db, { ...of, kind: "hotline", name: "Горячая линия" })).id;
  await db.organisationLink.create({ data: { id: newId(), organisationId: school.id, bodyId: group.id, startsOn: new Date("2026-02-16") } });
  const [resident, coordinator] = [await makePerson(db, name ? { familyName: name } : {}), await makePerson(db, name ? { familyName: name } : {})];
  await makeAppointment(db, { personId: coordinator.id, role: "coordinator", unitId: school.id });
  await db.registration.create({ data: { id: newId(), marathonId, personId: resident.id, municipalityId: unitId, organisationId: school.id, joinedAt: now, countedAt: now } });
  return { id: unitId, schoolId: school.id, groupId: group.id, hotlineId: hotline, coordinationId: coordination.id, directionId, residentId: resident.id, coordinatorId: coordinator.id };
}

/** Two regions; in the first the home municipality with a поселение inside, and its neighbour; in the second another one. */
export async function makeWorld(): Promise<World> {
  const country = await makeCountry(db);
  const [region, farRegion] = [await makeRegion(db), await makeRegion(db)];
  const home = await makeMunicipality(db, { parentId: region.id });
  const [child, neighbour, far, gone] = [
    await makeMunicipality(db, { parentId: home.id }), await makeMunicipality(db, { parentId: region.id }),
    await makeMunicipality(db, { parentId: farRegion.id }), await makeMunicipality(db, { parentId: region.id, endedAt: new Date("2026-01-01") }),
  ];
  const marathon = await makeMarathon(db, { municipalityIds: [home.id, child.id, neighbour.id, far.id] });
  const [first, second] = marathon.directions.map(({ id }) => id) as [string, string];
  const own = await makePlace(home.id, marathon.id, first, null);
  const places = {
    own,
    sibling: await makePlace(home.id, marathon.id, second, own.hotlineId),
    child: await makePlace(child.id, marathon.id, first, null, foreignName),
    neighbour: await makePlace(neighbour.id, marathon.id, first, null, foreignName),
    far: await makePlace(far.id, marathon.id, first, null, foreignName),
  };
  const document = await makeConsentDocument(db, "processing");
  const checkpoint = await db.checkpoint.create({ data: { id: newId(), marathonId: marathon.id, municipalityId: null, name: "Общий рубеж", date: new Date("2026-03-01"), minutes: 1080 } });
  for (const { id } of [home, child, neighbour, far]) {
    await db.checkpointFigure.create({ data: { checkpointId: checkpoint.id, municipalityId: id, users: 1, unconfirmed: 0, gross: 1, net: 1, frozenAt: now, approvedAt: now } });
  }
  const spare = await makePerson(db, { registeredById: (await makePerson(db)).id });
  await db.registration.create({ data: { id: newId(), marathonId: marathon.id, personId: spare.id, municipalityId: home.id, joinedAt: now, countedAt: now } });
  const trip = await db.trip.create({ data: { id: newId(), personId: own.coordinatorId, unitId: own.schoolId, documentId: document.id, preparedAt: now, expiresAt: new Date("2026-04-09T12:00:00Z") } });
  const seats = { organisation: { unitId: own.schoolId }, workingGroup: { bodyId: own.groupId }, coordinationGroup: { bodyId: own.coordinationId }, hotline: { bodyId: own.hotlineId }, municipality: { unitId: home.id }, region: { unitId: region.id }, country: { unitId: country.id } };
  const actors = new Map<Asker, Actor>([["anonymous", anonymous], ["visitor", { ...anonymous, visitorHash }], ["person", await actorOf(own.residentId)], ["coordinator", await actorOf(own.coordinatorId)]]);
  actors.set("assisting", { ...(await actorOf(own.coordinatorId)), assisting: { personId: own.residentId, name: "Соседов Сосед" } });
  for (const role of roles) if (role !== "coordinator") actors.set(role, await actorOf(await appoint(role, seats[roleSeat[role]])));
  return {
    home: { municipalityId: home.id, regionId: region.id, marathonId: marathon.id, schoolId: own.schoolId, groupId: own.groupId, directionId: first, documentId: document.id, checkpointId: checkpoint.id, spareId: spare.id, tripId: trip.id },
    places, countryId: country.id, goneId: gone.id, actors,
  };
}

export async function appoint(role: Role, seat: { unitId: string } | { bodyId: string }): Promise<string> {
  const person = await makePerson(db);
  await makeAppointment(db, { personId: person.id, role, ...seat });
  return person.id;
}

export async function actorOf(personId: string, at = now): Promise<Actor> {
  return await loadActor({ personId, sessionVersion: 1 }, at);
}
