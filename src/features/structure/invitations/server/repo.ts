import * as z from "zod";
import { roles } from "@/access/roles";
import type { Db } from "@/platform/db/client";
import { executeSql, queryRows, sql } from "@/platform/db/sql";
import { newId } from "@/shared/ids/id";
import type { PersonName } from "@/shared/text/person-name";

/** Two who appoint or register under one address at a time go one after another: the same lock as in registration. */
export async function lockEmail(db: Db, email: string): Promise<void> {
  await executeSql(db, sql`select pg_advisory_xact_lock(hashtextextended(${`email:${email}`}, 0))`);
}

const personSelect = { id: true, familyName: true, givenName: true, patronymic: true, locale: true, assurance: true, passwordHash: true, sessionVersion: true, erasedAt: true, mergedIntoId: true } as const;

/** Whose address it is, confirmed or not. */
export async function findByEmail(db: Db, email: string) {
  return await db.contact.findFirst({ where: { kind: "email", value: email }, select: { id: true, verifiedAt: true, person: { select: personSelect } } });
}

/** A person with the address that letters go to, confirmed ones first. */
export async function findAddressee(db: Db, personId: string) {
  const row = await db.person.findUnique({ where: { id: personId }, select: { ...personSelect, contacts: { where: { kind: "email" }, select: { value: true, verifiedAt: true }, orderBy: { verifiedAt: { sort: "asc", nulls: "last" } }, take: 1 } } });
  if (!row) return null;
  const { contacts, passwordHash, ...person } = row;
  const [contact] = contacts;
  return { ...person, hasPassword: passwordHash !== null, email: contact?.value ?? null, isConfirmed: contact?.verifiedAt != null };
}

/** Somebody who has been appointed and has no account yet. Out: their id. */
export async function insertInvited(db: Db, { familyName, givenName, patronymic, email, locale }: PersonName & { email: string | null; locale: string }, now: Date): Promise<string> {
  const id = newId(now);
  await db.person.create({
    data: { id, familyName, givenName, patronymic: patronymic ?? null, locale, assurance: "selfDeclared", createdAt: now, ...(email === null ? {} : { contacts: { create: { id: newId(now), kind: "email" as const, value: email, createdAt: now } } }) },
    select: { id: true },
  });
  return id;
}

/** An address that nobody has confirmed goes to who was invited by it; links that were sent for the other account work no more. */
export async function takeAddress(db: Db, contactId: string, formerId: string, now: Date): Promise<void> {
  await db.contact.delete({ where: { id: contactId } });
  await db.oneTimeToken.updateMany({ where: { personId: formerId, purpose: { in: ["confirmEmail", "resetPassword"] }, usedAt: null }, data: { usedAt: now } });
}

export async function insertInvitation(db: Db, token: { personId: string; hash: string; expiresAt: Date; createdById: string | null; inPerson?: boolean }, now: Date): Promise<void> {
  await db.oneTimeToken.create({ data: { id: newId(now), purpose: "invitation", createdAt: now, ...token }, select: { id: true } });
}

export async function endInvitations(db: Db, personId: string, now: Date): Promise<void> {
  await db.oneTimeToken.updateMany({ where: { personId, purpose: "invitation", usedAt: null }, data: { usedAt: now } });
}

export async function findInvitation(db: Db, hash: string) {
  return await db.oneTimeToken.findFirst({ where: { hash, purpose: "invitation" }, select: { id: true, expiresAt: true, usedAt: true, inPerson: true, person: { select: personSelect } } });
}

/** Out: was it there to be used? Of several at the same time one hears yes. */
export async function useInvitation(db: Db, id: string, now: Date): Promise<boolean> {
  const { count } = await db.oneTimeToken.updateMany({ where: { id, usedAt: null, expiresAt: { gt: now } }, data: { usedAt: now } });
  return count === 1;
}

const postSchema = z.object({ role: z.enum(roles), where: z.string(), municipality: z.string().nullable() });

/** What the person is appointed to, now or later. */
export async function findPostsOf(db: Db, personId: string, now: Date): Promise<z.infer<typeof postSchema>[]> {
  return await queryRows(db, postSchema, sql`
    select a."role"::text, coalesce(b."name", u."shortName") as "where", m."shortName" as "municipality"
    from "Appointment" a left join "Unit" u on u."id" = a."unitId" left join "Body" b on b."id" = a."bodyId" left join "Unit" m on m."id" = a."municipalityId"
    where a."personId" = ${personId}::uuid and (a."endsAt" is null or a."endsAt" > ${now})
    order by a."startsAt", a."id"`);
}

/** The letter has proved the address; the account opens. Out: the version that a session must name. */
export async function openAccount(db: Db, personId: string, passwordHash: string, now: Date): Promise<number> {
  await db.contact.updateMany({ where: { personId, kind: "email", verifiedAt: null }, data: { verifiedAt: now } });
  const { sessionVersion } = await db.person.update({ where: { id: personId }, data: { passwordHash, assurance: "emailConfirmed", sessionVersion: { increment: 1 } }, select: { sessionVersion: true } });
  return sessionVersion;
}

/** The account of somebody with a printed code: no address is proved, and who they are only if they were seen. Out: the version that a session must name. */
export async function openByCode(db: Db, personId: string, passwordHash: string, wasSeen: boolean): Promise<number> {
  const { sessionVersion } = await db.person.update({ where: { id: personId }, data: { passwordHash, ...(wasSeen ? { assurance: "confirmedInPerson" as const } : {}), sessionVersion: { increment: 1 } }, select: { sessionVersion: true } });
  return sessionVersion;
}

export async function insertContact(db: Db, personId: string, { kind, value }: { kind: "email" | "phone"; value: string }, now: Date): Promise<void> {
  await db.contact.create({ data: { id: newId(now), personId, kind, value, createdAt: now }, select: { id: true } });
}

/** Hashes of the passwords of others who have the phone: a family may share it. */
export async function findPasswordsBy(db: Db, phone: string, personId: string): Promise<string[]> {
  const rows = await db.contact.findMany({ where: { kind: "phone", value: phone, personId: { not: personId }, person: { passwordHash: { not: null }, erasedAt: null, mergedIntoId: null } }, select: { person: { select: { passwordHash: true } } } });
  return rows.flatMap(({ person }) => person.passwordHash ?? []);
}

/** Invited by an appointment alone: nobody registered them, they have never been in, no address is proved. */
export async function isUnopened(db: Db, personId: string): Promise<boolean> {
  return (await db.person.count({ where: { id: personId, passwordHash: null, assurance: "selfDeclared", registeredById: null, erasedAt: null, mergedIntoId: null, contacts: { none: { verifiedAt: { not: null } } } } })) > 0;
}

export async function isCurrentDocument(db: Db, id: string): Promise<boolean> {
  const row = await db.consentDocument.findFirst({ where: { purpose: "processing" }, orderBy: { version: "desc" }, select: { id: true } });
  return row?.id === id;
}

export async function insertConsent(db: Db, personId: string, documentId: string, now: Date): Promise<void> {
  await db.consent.create({ data: { id: newId(now), personId, documentId, channel: "self", givenAt: now }, select: { id: true } });
}
