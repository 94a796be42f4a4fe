import type { Actor } from "@/access/actor";
import type { Role } from "@/access/roles";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import type { Marathon, Unit } from "@/platform/db/client/client";
import { transaction } from "@/platform/db/transaction";
import { newId } from "@/shared/ids/id";
import { makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeOrganisation, makeRegion } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { recordJoining, recordSubmission } from "@/features/indicators/ledger/server/service";

/** 10 March 2026, 15:00 in Kirov: the 23rd day of a marathon from 16 February to 31 March. */
export const now = new Date("2026-03-10T12:00:00Z");

export interface World {
  readonly marathon: Marathon;
  readonly directionIds: readonly [string, string];
  readonly region: Unit;
  readonly home: Unit;
  /** stands inside home, not subordinate to it */
  readonly nested: Unit;
  readonly neighbour: Unit;
  readonly otherRegion: Unit;
  readonly abroad: Unit;
  readonly school: Unit;
  readonly foreignSchool: Unit;
}

/** Two regions, a municipality with a nested one, its neighbour, one in the other region; a school at home and one next door. */
export async function makeWorld(): Promise<World> {
  const [region, otherRegion] = [await makeRegion(db), await makeRegion(db)];
  const home = await makeMunicipality(db, { parentId: region.id, shortName: "Яранский район", population: 20_000 });
  const nested = await makeMunicipality(db, { parentId: home.id, shortName: "Яранское поселение", population: 5_000 });
  const neighbour = await makeMunicipality(db, { parentId: region.id, shortName: "Тужинский район" });
  const abroad = await makeMunicipality(db, { parentId: otherRegion.id, shortName: "Курский округ" });
  const marathon = await makeMarathon(db, { municipalityIds: [home.id, nested.id, neighbour.id, abroad.id] });
  const [first, second] = marathon.directions;
  if (!first || !second) throw new Error("two directions");
  return {
    marathon, directionIds: [first.id, second.id], region, home, nested, neighbour, otherRegion, abroad,
    school: await makeOrganisation(db, { parentId: home.id, shortName: "Школа № 2" }), foreignSchool: await makeOrganisation(db, { parentId: neighbour.id }),
  };
}

/** Somebody with a post at a unit, as the next request sees them. */
export async function actorAt(role: Role, unitId: string): Promise<Actor & { personId: string }> {
  const person = await makePerson(db);
  await makeAppointment(db, { personId: person.id, role, unitId });
  return { ...(await loadActor({ personId: person.id, sessionVersion: person.sessionVersion }, now)), personId: person.id };
}

interface Given {
  readonly at?: Date;
  readonly direction?: string;
  readonly organisationId?: string;
}

/** Initiatives in the ledger, as many as wanted. */
export async function submit({ marathon, directionIds }: World, municipalityId: string, count: number, { at = now, direction = directionIds[0], organisationId }: Given = {}): Promise<void> {
  await transaction(async (tx) => {
    for (let number = 0; number < count; number += 1) {
      await recordSubmission(tx, {
        initiativeId: newId(), number, marathonId: marathon.id, municipalityId, directionId: direction, originatingId: organisationId ?? null,
        consideringId: null, handedToId: null, authorId: null, helperId: null,
      }, at);
    }
  });
}

/** Confirmed registrations in the ledger. */
export async function join({ marathon }: World, municipalityId: string, count: number, { at = now, organisationId }: Given = {}): Promise<void> {
  await transaction(async (tx) => {
    for (let number = 0; number < count; number += 1) {
      await recordJoining(tx, { registrationId: newId(), marathonId: marathon.id, municipalityId, organisationId: organisationId ?? null, attribution: "resident", confirmed: true }, at);
    }
  });
}
