import type { Db } from "@/platform/db/client";
import { newId } from "@/shared/ids/id";

/** Whoever is signed in, with what they prove it by anew. */
export async function findOwner(db: Db, id: string) {
  return await db.person.findFirst({
    where: { id, erasedAt: null, mergedIntoId: null },
    select: {
      id: true, givenName: true, familyName: true, patronymic: true, locale: true, passwordHash: true, sessionVersion: true,
      contacts: { where: { kind: "email" }, select: { id: true, value: true, verifiedAt: true }, orderBy: { createdAt: "asc" } },
    },
  });
}
export type Owner = NonNullable<Awaited<ReturnType<typeof findOwner>>>;

/** The new address takes the place of whatever addresses the person had. */
export async function replaceEmail(db: Db, personId: string, email: string, now: Date): Promise<void> {
  await db.contact.deleteMany({ where: { personId, kind: "email" } });
  await db.contact.create({ data: { id: newId(now), personId, kind: "email", value: email, verifiedAt: now, createdAt: now }, select: { id: true } });
  await db.person.updateMany({ where: { id: personId, assurance: "selfDeclared" }, data: { assurance: "emailConfirmed" } });
}

/** The address that a token proves, while it does. */
export async function findNewAddress(db: Db, tokenId: string): Promise<string | null> {
  return (await db.oneTimeToken.findUnique({ where: { id: tokenId }, select: { newAddress: true } }))?.newAddress ?? null;
}
