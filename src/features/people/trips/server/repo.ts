import type { Db } from "@/platform/db/client";
import { executeSql, sql } from "@/platform/db/sql";
import { newId } from "@/shared/ids/id";

const tripSelect = { id: true, personId: true, unitId: true, documentId: true, preparedAt: true, expiresAt: true, unit: { select: { municipalityId: true } } } as const;

/** Whoever asks; who may is asked by the service. */
export async function findTrip(db: Db, id: string) {
  const row = await db.trip.findUnique({ where: { id }, select: tripSelect });
  if (!row) return null;
  const { unit, ...trip } = row;
  return { ...trip, municipalityId: unit.municipalityId };
}

export async function countOpenTrips(db: Db, personId: string, now: Date): Promise<number> {
  return await db.trip.count({ where: { personId, expiresAt: { gt: now } } });
}

export interface NewTrip {
  readonly id: string;
  readonly personId: string;
  readonly unitId: string;
  readonly documentId: string;
  readonly preparedAt: Date;
  readonly expiresAt: Date;
}

export async function insertTrip(db: Db, trip: NewTrip, hashes: readonly string[]): Promise<void> {
  await db.trip.create({ data: trip, select: { id: true } });
  await db.tripSlip.createMany({ data: hashes.map((hash) => ({ id: newId(trip.preparedAt), tripId: trip.id, hash })) });
}

/** Who sends the same once more waits until the first has been answered. */
export async function lockRecord(db: Db, id: string): Promise<void> {
  await executeSql(db, sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`);
}

/** Whom the record has become, by whom; of somebody who was merged, who they are now. */
export async function findRegistered(db: Db, id: string) {
  return await db.person.findUnique({ where: { id }, select: { id: true, mergedIntoId: true, registeredById: true, registeredAtUnitId: true, erasedAt: true } });
}

/** The slip is the person's from now on. Out: was it one of the trip's, and free? */
export async function takeSlip(db: Db, tripId: string, hash: string, personId: string, now: Date): Promise<boolean> {
  const { count } = await db.tripSlip.updateMany({ where: { tripId, hash, usedAt: null, trip: { expiresAt: { gt: now } } }, data: { personId, usedAt: now } });
  return count === 1;
}

export async function hasSlip(db: Db, tripId: string, personId: string): Promise<boolean> {
  return (await db.tripSlip.count({ where: { tripId, personId } })) > 0;
}
