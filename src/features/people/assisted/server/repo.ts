import type { Db } from "@/platform/db/client";
import { newId } from "@/shared/ids/id";

export async function insertSession(db: Db, session: { tokenHash: string; helperId: string; personId: string }, now: Date): Promise<void> {
  await db.assistedSession.create({ data: { id: newId(now), startedAt: now, seenAt: now, ...session } });
}

export async function findSession(db: Db, tokenHash: string) {
  return await db.assistedSession.findUnique({ where: { tokenHash }, select: { helperId: true, personId: true, seenAt: true, endedAt: true } });
}

/** A later look never moves it back; an ended one stays ended. */
export async function touchSession(db: Db, tokenHash: string, now: Date): Promise<void> {
  await db.assistedSession.updateMany({ where: { tokenHash, endedAt: null, seenAt: { lt: now } }, data: { seenAt: now } });
}

export async function endSession(db: Db, tokenHash: string, now: Date): Promise<void> {
  await db.assistedSession.updateMany({ where: { tokenHash, endedAt: null }, data: { endedAt: now } });
}
