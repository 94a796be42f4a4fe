import * as z from "zod";
import type { Db } from "@/platform/db/client";
import { executeSql, queryRow, sql } from "@/platform/db/sql";
import { newId } from "@/shared/ids/id";
import type { Joining } from "../events";
import type { TokenPurpose } from "../rules";
import type { ConsentDocument, ConsentPurpose } from "../schema";

/** Two who register under one address at a time go one after another. */
export async function lockEmail(db: Db, email: string): Promise<void> {
  await executeSql(db, sql`select pg_advisory_xact_lock(hashtextextended(${`email:${email}`}, 0))`);
}

const ownerSelect = { id: true, givenName: true, familyName: true, patronymic: true, locale: true, assurance: true, passwordHash: true, sessionVersion: true, erasedAt: true, mergedIntoId: true } as const;

/** Whose address it is, confirmed or not; null when nobody's. */
export async function findEmailOwner(db: Db, email: string) {
  const row = await db.contact.findFirst({ where: { kind: "email", value: email }, select: { id: true, verifiedAt: true, person: { select: ownerSelect } } });
  return row && { contactId: row.id, verifiedAt: row.verifiedAt, person: row.person };
}
export type EmailOwner = NonNullable<Awaited<ReturnType<typeof findEmailOwner>>>;

export async function insertContact(db: Db, contact: { personId: string; kind: "email" | "phone"; value: string; verifiedAt: Date | null }, now: Date): Promise<void> {
  await db.contact.create({ data: { id: newId(now), createdAt: now, ...contact } });
}

export async function deleteContact(db: Db, id: string): Promise<void> {
  await db.contact.delete({ where: { id } });
}

export interface NewPerson {
  /** made on a device; else here */
  readonly id?: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
  readonly birthDate: Date | null;
  readonly locale: string;
  readonly assurance: "selfDeclared" | "emailConfirmed" | "confirmedInPerson";
  readonly passwordHash: string | null;
  readonly registeredById: string | null;
  readonly registeredAtUnitId: string | null;
}

/** Out: the new person's id. */
export async function insertPerson(db: Db, person: NewPerson, now: Date): Promise<string> {
  const { id } = await db.person.create({ data: { id: newId(now), createdAt: now, ...person }, select: { id: true } });
  return id;
}

/** The version that is in force. */
export async function findCurrentDocument(db: Db, purpose: ConsentPurpose): Promise<ConsentDocument | null> {
  const select = { id: true, purpose: true, version: true, title: true, text: true, operator: true, operatorAddress: true, operatorInn: true, operatorOgrn: true, operatorContact: true, publishedAt: true } as const;
  return (await db.consentDocument.findFirst({ where: { purpose }, orderBy: { version: "desc" }, select })) satisfies ConsentDocument | null;
}

export interface NewConsent {
  readonly personId: string;
  readonly documentId: string;
  readonly channel: "self" | "paper";
  readonly recordedById: string | null;
  readonly paperCase: string | null;
  readonly scanId?: string | null;
}

export async function insertConsent(db: Db, consent: NewConsent, now: Date): Promise<void> {
  await db.consent.create({ data: { id: newId(now), givenAt: now, ...consent } });
}

export async function insertRepresentativeConsent(db: Db, consent: { personId: string; representativeName: string; paperCase: string; recordedById: string }, now: Date): Promise<void> {
  await db.representativeConsent.create({ data: { id: newId(now), givenAt: now, ...consent } });
}

export async function insertToken(db: Db, token: { personId: string; purpose: TokenPurpose; hash: string; expiresAt: Date; createdById: string | null; newAddress?: string; replacedContactId?: string | null; inPerson?: boolean }, now: Date): Promise<void> {
  await db.oneTimeToken.create({ data: { id: newId(now), createdAt: now, ...token } });
}

/** Those of a purpose that the person still holds work no more. */
export async function endTokens(db: Db, personId: string, purpose: TokenPurpose, now: Date): Promise<void> {
  await db.oneTimeToken.updateMany({ where: { personId, purpose, usedAt: null }, data: { usedAt: now } });
}

export async function findToken(db: Db, purpose: TokenPurpose, hash: string) {
  return await db.oneTimeToken.findFirst({ where: { hash, purpose }, select: { id: true, expiresAt: true, usedAt: true, createdAt: true, inPerson: true, person: { select: ownerSelect } } });
}

/** Out: was it there to be used? Of several at the same time one hears yes. */
export async function useToken(db: Db, id: string, now: Date): Promise<boolean> {
  const { count } = await db.oneTimeToken.updateMany({ where: { id, usedAt: null, expiresAt: { gt: now } }, data: { usedAt: now } });
  return count === 1;
}

const joinableRow = z.object({ marathonId: z.string() });

/** The marathon that the municipality takes part in and that is not over there: the one that has begun, else the latest. */
export async function findJoinableMarathon(db: Db, municipalityId: string, now: Date): Promise<string | null> {
  const row = await queryRow(db, joinableRow, sql`
    select m."id" as "marathonId" from "Participation" p
    join "Marathon" m on m."id" = p."marathonId"
    join "Unit" u on u."id" = p."municipalityId" and u."kind" = 'municipality' and u."endedAt" is null
    left join "Unit" region on region."id" = u."regionId"
    where p."municipalityId" = ${municipalityId}::uuid
      and m."closingEndsOn" >= (${now}::timestamptz at time zone coalesce(u."timeZone", region."timeZone", 'Europe/Moscow'))::date
    order by (m."startsOn" <= (${now}::timestamptz at time zone coalesce(u."timeZone", region."timeZone", 'Europe/Moscow'))::date) desc, m."startsOn" desc, m."id" desc limit 1`);
  return row?.marathonId ?? null;
}

/** Does the organisation exist now, in this municipality? */
export async function isOrganisationOf(db: Db, organisationId: string, municipalityId: string): Promise<boolean> {
  return (await db.unit.count({ where: { id: organisationId, municipalityId, kind: "organisation", endedAt: null } })) === 1;
}

export interface NewRegistration extends Pick<Joining, "marathonId" | "personId" | "municipalityId" | "organisationId"> {
  readonly hiddenFromOrganisation: boolean;
  readonly countedAt: Date | null;
}

/** Out: its id; null when the person has joined this marathon already. */
export async function insertRegistration(db: Db, registration: NewRegistration, now: Date): Promise<string | null> {
  const id = newId(now);
  const { count } = await db.registration.createMany({ data: { id, joinedAt: now, ...registration }, skipDuplicates: true });
  return count === 1 ? id : null;
}

const countedRow = z.object({ registrationId: z.string(), personId: z.string(), marathonId: z.string(), municipalityId: z.string(), organisationId: z.string().nullable() });

/** From now on the person is a registered user wherever they had joined. Out: what became counted. */
export async function countRegistrations(db: Db, personId: string, now: Date): Promise<z.infer<typeof countedRow>[]> {
  const rows = await db.registration.updateManyAndReturn({
    where: { personId, countedAt: null },
    data: { countedAt: now },
    select: { id: true, personId: true, marathonId: true, municipalityId: true, organisationId: true },
  });
  return rows.map(({ id, ...row }) => ({ registrationId: id, ...row }));
}

export async function setPassword(db: Db, personId: string, passwordHash: string): Promise<number> {
  const { sessionVersion } = await db.person.update({ where: { id: personId }, data: { passwordHash, sessionVersion: { increment: 1 } }, select: { sessionVersion: true } });
  return sessionVersion;
}

export async function insertAccessLogEntry(db: Db, entry: { byId: string; role: string; personId: string; what: string }, now: Date): Promise<void> {
  await db.accessLogEntry.create({ data: { id: newId(now), at: now, ...entry } });
}

/** One a person, viewer and kind since the given time: an open list that is drawn anew tells nothing new. */
export async function insertListedLooks(db: Db, { byId, role, what }: { byId: string; role: string; what: string }, personIds: readonly string[], since: Date, now: Date): Promise<void> {
  await executeSql(db, sql`
    insert into "AccessLogEntry" ("id", "byId", "role", "personId", "what", "at")
    select one."id", ${byId}::uuid, ${role}, one."personId", ${what}, ${now} from unnest(${personIds.map(() => newId(now))}::uuid[], ${[...personIds]}::uuid[]) as one("id", "personId")
    where one."personId" <> ${byId}::uuid and not exists (
      select 1 from "AccessLogEntry" l where l."personId" = one."personId" and l."at" > ${since} and l."byId" = ${byId}::uuid and l."what" = ${what} and l."role" = ${role})`);
}

/** Does the person hold a post, now or from a day to come? With `since`: one that they were appointed to after it. */
export async function isStaff(db: Db, personId: string, now: Date, since?: Date): Promise<boolean> {
  return (await db.appointment.count({ where: { personId, ...(since ? { createdAt: { gt: since } } : {}), OR: [{ endsAt: null }, { endsAt: { gt: now } }] } })) > 0;
}

/** Where and in which language the person gets letters; null without a confirmed address. */
export async function findAddressee(db: Db, personId: string): Promise<{ email: string; locale: string; givenName: string; familyName: string; patronymic: string | null } | null> {
  const row = await db.contact.findFirst({
    where: { personId, kind: "email", verifiedAt: { not: null }, person: { erasedAt: null, mergedIntoId: null } },
    select: { value: true, person: { select: { locale: true, givenName: true, familyName: true, patronymic: true } } },
    orderBy: { createdAt: "asc" },
  });
  return row && { email: row.value, ...row.person };
}
