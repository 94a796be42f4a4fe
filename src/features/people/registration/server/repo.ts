import type { Db } from "@/platform/db/client";

/** The letter came: the addresses are theirs, and the person is at least confirmed by e-mail. */
export async function confirmEmail(db: Db, personId: string, now: Date): Promise<void> {
  await db.contact.updateMany({ where: { personId, kind: "email", verifiedAt: null }, data: { verifiedAt: now } });
  await db.person.updateMany({ where: { id: personId, assurance: "selfDeclared" }, data: { assurance: "emailConfirmed" } });
}

export async function findEmail(db: Db, personId: string): Promise<string | null> {
  const row = await db.contact.findFirst({ where: { personId, kind: "email" }, orderBy: { createdAt: "asc" }, select: { value: true } });
  return row?.value ?? null;
}

/** What the policy on people speaks of, with the municipality that they chose last; null for nobody, erased and merged ones. */
export async function findPersonFacts(db: Db, id: string) {
  const row = await db.person.findFirst({
    where: { id, erasedAt: null, mergedIntoId: null },
    select: { registeredById: true, registeredAtUnitId: true, assurance: true, registrations: { orderBy: { joinedAt: "desc" }, take: 1, select: { municipalityId: true } } },
  });
  if (!row) return null;
  const { registrations, assurance, ...facts } = row;
  return { assurance, facts: { id, ...facts, municipalityId: registrations[0]?.municipalityId ?? null } };
}
