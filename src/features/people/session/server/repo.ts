import { db as root, type Db } from "@/platform/db/client";

/** As many of a family as share a phone. */
const most = 8;

/** Whom a login may mean: of an address one, of a phone everybody who shares it. Newest last, so that the order stays. Asked by the sign-in itself, outside any request of ours. */
export async function findByContact(kind: "email" | "phone", value: string) {
  const rows = await root.contact.findMany({
    where: { kind, value, person: { erasedAt: null, mergedIntoId: null, passwordHash: { not: null } } },
    select: { person: { select: { id: true, passwordHash: true, sessionVersion: true, assurance: true } } },
    orderBy: { createdAt: "asc" },
    take: most,
  });
  return rows.map(({ person }) => person);
}

export async function raiseSessionVersion(db: Db, personId: string): Promise<void> {
  await db.person.update({ where: { id: personId }, data: { sessionVersion: { increment: 1 } }, select: { id: true } });
}
