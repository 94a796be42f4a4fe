import type { Db } from "@/platform/db/client";
import { executeSql, sql } from "@/platform/db/sql";
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

/** The new address takes the place of the chosen one; whatever others the person has stay. */
export async function replaceEmail(db: Db, personId: string, email: string, replacedId: string | null, now: Date): Promise<void> {
  await db.contact.deleteMany({ where: { personId, kind: "email", OR: [{ value: email }, ...(replacedId === null ? [] : [{ id: replacedId }])] } });
  await db.contact.create({ data: { id: newId(now), personId, kind: "email", value: email, verifiedAt: now, createdAt: now }, select: { id: true } });
  await db.person.updateMany({ where: { id: personId, assurance: "selfDeclared" }, data: { assurance: "emailConfirmed" } });
}

/** What a token changes, while it does: the address that it proves, and the contact whose place that takes. */
export async function findNewAddress(db: Db, tokenId: string): Promise<{ email: string | null; replacedId: string | null } | null> {
  const row = await db.oneTimeToken.findUnique({ where: { id: tokenId }, select: { newAddress: true, replacedContactId: true } });
  return row && { email: row.newAddress, replacedId: row.replacedContactId };
}

/** All of the person's addresses and phones; nobody else changes them until the transaction ends. */
export async function lockContacts(db: Db, personId: string) {
  await executeSql(db, sql`select 1 from "Person" where "id" = ${personId}::uuid for update`);
  return (await db.contact.findMany({ where: { personId }, select: { id: true, kind: true, value: true, verifiedAt: true } })).map(({ verifiedAt, ...contact }) => ({ ...contact, isVerified: verifiedAt !== null }));
}

export async function deleteContact(db: Db, id: string): Promise<void> {
  await db.contact.delete({ where: { id }, select: { id: true } });
}
