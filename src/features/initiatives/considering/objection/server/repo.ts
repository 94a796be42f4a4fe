import type { Db } from "@/platform/db/client";
import type { InitiativeStatus } from "@/platform/db/client/client";

export async function addObjection(db: Db, made: { initiativeId: string; text: string; status: InitiativeStatus; formerAnswer: string | null; toUnitId: string; at: Date; dueAt: Date }): Promise<void> {
  await db.objection.create({ data: made, select: { initiativeId: true } });
}

export async function answerObjection(db: Db, initiativeId: string, given: { answer: string; answeredById: string; answeredAt: Date }): Promise<void> {
  await db.objection.update({ where: { initiativeId }, data: given, select: { initiativeId: true } });
}

/** A tier up; the term that began there stands on the initiative. */
export async function moveObjection(db: Db, initiativeId: string, toUnitId: string): Promise<void> {
  const dueAt = await findDueAt(db, initiativeId);
  await db.objection.updateMany({ where: { initiativeId }, data: { toUnitId, ...(dueAt ? { dueAt } : {}) } });
}

export async function findDueAt(db: Db, initiativeId: string): Promise<Date | null> {
  return (await db.initiative.findUnique({ where: { id: initiativeId }, select: { dueAt: true } }))?.dueAt ?? null;
}

/** Does the person answer objections at the municipality already: then it goes further up. */
export async function answersThere(db: Db, personId: string, municipalityId: string, now: Date): Promise<boolean> {
  const found = await db.appointment.count({
    where: { personId, municipalityId, role: { in: ["head", "coordinationGroupMember"] }, startsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
  });
  return found > 0;
}
