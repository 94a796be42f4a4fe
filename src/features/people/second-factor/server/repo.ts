import { keyMark } from "@/platform/auth/second-factor-key";
import type { Db } from "@/platform/db/client";
import { executeSql, sql } from "@/platform/db/sql";
import { newId } from "@/shared/ids/id";

export interface Factor {
  readonly secret: string;
  readonly confirmedAt: Date | null;
}

/** The factor in force or being set up; null where there is none, or none that this server can read. */
export async function findFactor(db: Db, personId: string): Promise<Factor | null> {
  return await db.secondFactor.findFirst({ where: { personId, keyMark: keyMark() }, select: { secret: true, confirmedAt: true } });
}

/** Begins anew: what was begun before, or locked with another secret, is gone. */
export async function beginFactor(db: Db, personId: string, secret: string, now: Date): Promise<void> {
  await db.recoveryCode.deleteMany({ where: { personId } });
  const begun = { secret, keyMark: keyMark(), confirmedAt: null, lastStep: 0, createdAt: now };
  await db.secondFactor.upsert({ where: { personId }, create: { personId, ...begun }, update: begun, select: { personId: true } });
}

/** Out: was it waiting for that? Of two at the same time one hears yes. */
export async function confirmFactor(db: Db, personId: string, step: number, now: Date): Promise<boolean> {
  return (await db.secondFactor.updateMany({ where: { personId, keyMark: keyMark(), confirmedAt: null }, data: { confirmedAt: now, lastStep: step } })).count === 1;
}

/** A code works once: the half-minute must be later than the last one. Out: was it? */
export async function takeStep(db: Db, personId: string, step: number): Promise<boolean> {
  return (await db.secondFactor.updateMany({ where: { personId, confirmedAt: { not: null }, lastStep: { lt: step } }, data: { lastStep: step } })).count === 1;
}

/** Out: was there such a code, unused? */
export async function takeRecoveryCode(db: Db, personId: string, hash: string, now: Date): Promise<boolean> {
  return (await db.recoveryCode.updateMany({ where: { personId, hash, usedAt: null }, data: { usedAt: now } })).count === 1;
}

/** Those before work no more. */
export async function replaceRecoveryCodes(db: Db, personId: string, hashes: readonly string[], now: Date): Promise<void> {
  await db.recoveryCode.deleteMany({ where: { personId } });
  await db.recoveryCode.createMany({ data: hashes.map((hash) => ({ id: newId(now), personId, hash, createdAt: now })) });
}

export async function countRecoveryCodes(db: Db, personId: string): Promise<number> {
  return await db.recoveryCode.count({ where: { personId, usedAt: null } });
}

/** Out: was there one? */
export async function removeFactor(db: Db, personId: string): Promise<boolean> {
  await db.recoveryCode.deleteMany({ where: { personId } });
  return (await db.secondFactor.deleteMany({ where: { personId, confirmedAt: { not: null } } })).count === 1;
}

/** Wherever else they are signed in was entered without the factor. */
export async function endOtherSessions(db: Db, personId: string, keptId: string | null, now: Date): Promise<void> {
  await executeSql(db, sql`update "Session" set "endedAt" = ${now} where "personId" = ${personId}::uuid and "endedAt" is null and "id" is distinct from ${keptId}::uuid`);
}

export async function insertReset(db: Db, reset: { personId: string; byId: string; role: string; reason: string }, now: Date): Promise<void> {
  await db.secondFactorReset.create({ data: { id: newId(now), at: now, ...reset }, select: { id: true } });
}

/** Posts that are valid now: what they ask of a person. */
export async function findRoles(db: Db, personId: string, now: Date) {
  return await db.appointment.findMany({ where: { personId, startsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] }, select: { role: true } });
}
