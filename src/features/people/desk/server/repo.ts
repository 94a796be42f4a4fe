import * as z from "zod";
import type { Visible } from "@/access/policy";
import type { Db } from "@/platform/db/client";
import { compileSql } from "@/platform/db/compile-sql";
import { column, noSql, queryRow, queryRows, sql } from "@/platform/db/sql";
import { foldForComparison } from "@/shared/text/normalise";
import { fullName, type PersonName } from "@/shared/text/person-name";
import type { DeskPerson, DeskPlace } from "../schema";
import { personColumns } from "./facts";

const placeRow = z.object({ unitId: z.string(), unitName: z.string(), municipalityId: z.string(), municipalityName: z.string() });

/** Organisations that exist now, of these ids, with their municipality. */
export async function findPlaces(db: Db, unitIds: readonly string[]): Promise<DeskPlace[]> {
  return await queryRows(db, placeRow, sql`
    select u."id" as "unitId", u."shortName" as "unitName", m."id" as "municipalityId", m."shortName" as "municipalityName"
    from "Unit" u join "Unit" m on m."id" = u."municipalityId"
    where u."id" = any(${[...unitIds]}::uuid[]) and u."kind" = 'organisation' and u."endedAt" is null
    order by u."shortName", u."id"`) satisfies DeskPlace[];
}

const personRow = z.object({
  id: z.string(), familyName: z.string(), givenName: z.string(), patronymic: z.string().nullable(), phone: z.string().nullable(), createdAt: column.instant,
  registeredById: z.string().nullable(), registeredAtUnitId: z.string().nullable(), municipalityId: z.string().nullable(),
  registeredAtName: z.string().nullable(), organisationName: z.string().nullable(), hasPassword: z.boolean(),
  slipUntil: column.instant.nullable(), slipUsed: z.boolean(), helped: column.int, drafts: column.int, isStaff: z.boolean(),
});
type PersonRow = z.infer<typeof personRow>;

export interface DeskRow {
  readonly facts: { readonly id: string; readonly registeredById: string | null; readonly registeredAtUnitId: string | null; readonly municipalityId: string | null };
  readonly names: PersonName;
  /** holds a post now or is appointed to one */
  readonly isStaff: boolean;
  readonly row: Omit<DeskPerson, "mayIssueSlip" | "mayAssist">;
}

function toDeskRow(row: PersonRow, now: Date): DeskRow {
  const { familyName, givenName, patronymic, slipUsed, registeredById, municipalityId, isStaff, ...own } = row;
  const names = { familyName, givenName, patronymic };
  const slip = row.hasPassword ? "used" : row.slipUntil === null || slipUsed ? "none" : row.slipUntil <= now ? "expired" : "given";
  return { facts: { id: row.id, registeredById, registeredAtUnitId: row.registeredAtUnitId, municipalityId }, names, isStaff, row: { ...own, name: fullName(names), slip } };
}

const people = (helperId: string, now: Date) => sql`
  select p."id", p."familyName", p."givenName", p."patronymic", p."createdAt", p."registeredById", p."registeredAtUnitId", r."municipalityId",
    (select c."value" from "Contact" c where c."personId" = p."id" and c."kind" = 'phone' order by c."createdAt" limit 1) as "phone",
    u."shortName" as "registeredAtName", o."shortName" as "organisationName", p."passwordHash" is not null as "hasPassword",
    t."expiresAt" as "slipUntil", t."usedAt" is not null as "slipUsed",
    (select count(*) from "Initiative" i where i."authorId" = p."id" and i."helperId" = ${helperId}::uuid) as "helped",
    exists (select 1 from "Appointment" a where a."personId" = p."id" and (a."endsAt" is null or a."endsAt" > ${now})) as "isStaff",
    (select count(*) from "InitiativeDraft" d where d."authorId" = p."id" and d."helperId" = ${helperId}::uuid) as "drafts"
  from "Person" p
  left join "Unit" u on u."id" = p."registeredAtUnitId"
  left join lateral (select "municipalityId", "organisationId" from "Registration" where "personId" = p."id" order by "joinedAt" desc limit 1) r on true
  left join "Unit" o on o."id" = r."organisationId"
  left join lateral (select "expiresAt", "usedAt" from "OneTimeToken" where "personId" = p."id" and "purpose" = 'slip' order by "createdAt" desc, "id" desc limit 1) t on true`;

const standing = sql`p."erasedAt" is null and p."mergedIntoId" is null`;

/** One person, if the asker may. */
export async function findPerson(db: Db, id: string, may: Visible<"person">, helperId: string, now: Date): Promise<DeskRow | null> {
  const row = await queryRow(db, personRow, sql`${people(helperId, now)} where p."id" = ${id}::uuid and ${standing} and ${compileSql(may.filter, personColumns)}`);
  return row && toDeskRow(row, now);
}

export interface ListWish {
  readonly q: string;
  readonly after: { readonly createdAt: string; readonly id: string } | null;
  readonly limit: number;
}

const mine = (helperId: string, may: Visible<"person">, q: string) => sql`
  p."registeredById" = ${helperId}::uuid and ${standing} and ${compileSql(may.filter, personColumns)}
  ${q === "" ? noSql : sql`and (strpos(translate(lower(concat_ws(' ', p."familyName", p."givenName", p."patronymic")), 'ё', 'е'), ${foldForComparison(q)}) > 0 ${withPhone(q)})`}`;

/** By the end of a number, however it is written: «8 912 345-67-89» is +79123456789. */
function withPhone(q: string) {
  const digits = q.replace(/\D/g, "");
  return digits.length < 4 ? noSql : sql`or exists (select from "Contact" c where c."personId" = p."id" and c."kind" = 'phone' and c."value" like ${`%${digits.length > 10 ? digits.slice(-10) : digits}%`})`;
}

/** Those whom the asker has registered, newest first; one row more than the limit tells that there is a next page. */
export async function listRegistered(db: Db, registrarId: string, may: Visible<"person">, { q, after, limit }: ListWish, now: Date): Promise<DeskRow[]> {
  const rows = await queryRows(db, personRow, sql`
    ${people(registrarId, now)} where ${mine(registrarId, may, q)}
    ${after === null ? noSql : sql`and (p."createdAt", p."id") < (${new Date(after.createdAt)}, ${after.id}::uuid)`}
    order by p."createdAt" desc, p."id" desc limit ${limit + 1}::int`);
  return rows.map((row) => toDeskRow(row, now));
}

export async function countRegistered(db: Db, registrarId: string, may: Visible<"person">, q: string): Promise<number> {
  const row = await queryRow(db, z.object({ count: column.int }), sql`
    select count(*) as "count" from "Person" p
    left join lateral (select "municipalityId" from "Registration" where "personId" = p."id" order by "joinedAt" desc limit 1) r on true
    where ${mine(registrarId, may, q)}`);
  return row?.count ?? 0;
}

const doubleRow = z.object({ id: z.string() });

/** Somebody of the same family and given name, and the same phone, who joined in the municipality. */
export async function findDouble(db: Db, municipalityId: string, { familyName, givenName }: PersonName, phone: string): Promise<string | null> {
  const row = await queryRow(db, doubleRow, sql`
    select p."id" from "Contact" c join "Person" p on p."id" = c."personId"
    where c."kind" = 'phone' and c."value" = ${phone} and ${standing}
      and translate(lower(p."familyName"), 'ё', 'е') = ${foldForComparison(familyName)}
      and translate(lower(p."givenName"), 'ё', 'е') = ${foldForComparison(givenName)}
      and exists (select 1 from "Registration" r where r."personId" = p."id" and r."municipalityId" = ${municipalityId}::uuid)
    order by p."createdAt" limit 1`);
  return row?.id ?? null;
}

const knownRow = z.object({ id: z.string(), familyName: z.string(), givenName: z.string(), patronymic: z.string().nullable(), phone: z.string().nullable() });
export type KnownRow = z.infer<typeof knownRow>;

/** Those of the asker's own people who have one of these family names, with their phone. In: folded names. */
export async function findNamed(db: Db, registrarId: string, familyNames: readonly string[], may: Visible<"person">): Promise<KnownRow[]> {
  return await queryRows(db, knownRow, sql`
    select p."id", p."familyName", p."givenName", p."patronymic",
      (select c."value" from "Contact" c where c."personId" = p."id" and c."kind" = 'phone' order by c."createdAt" limit 1) as "phone"
    from "Person" p left join lateral (select "municipalityId" from "Registration" where "personId" = p."id" order by "joinedAt" desc limit 1) r on true
    where p."registeredById" = ${registrarId}::uuid and ${standing} and translate(lower(p."familyName"), 'ё', 'е') = any(${[...familyNames]}::text[]) and ${compileSql(may.filter, personColumns)}
    order by p."createdAt", p."id"`);
}

/** Whoever has one of these phones and joined in the municipality, whoever registered them: to be compared, not to be shown. */
export async function findByPhones(db: Db, municipalityId: string, phones: readonly string[]): Promise<KnownRow[]> {
  return await queryRows(db, knownRow, sql`
    select p."id", p."familyName", p."givenName", p."patronymic", c."value" as "phone" from "Contact" c join "Person" p on p."id" = c."personId"
    where c."kind" = 'phone' and c."value" = any(${[...phones]}::text[]) and ${standing}
      and exists (select 1 from "Registration" r where r."personId" = p."id" and r."municipalityId" = ${municipalityId}::uuid)
    order by p."createdAt", p."id"`);
}

const hotlineRow = z.object({ municipalityName: z.string(), hotlinePhone: z.string().nullable(), hotlineHours: z.string().nullable() });

/** Whom the holder of a slip can call. */
export async function findHotline(db: Db, municipalityId: string) {
  return await queryRow(db, hotlineRow, sql`
    select u."shortName" as "municipalityName", p."hotlinePhone", p."hotlineHours" from "Unit" u
    left join "Participation" p on p."municipalityId" = u."id"
    where u."id" = ${municipalityId}::uuid order by p."createdAt" desc limit 1`);
}

/** Holders of a phone, with what they sign in by. */
export async function findPhoneHolders(db: Db, phone: string) {
  const rows = await db.contact.findMany({ where: { kind: "phone", value: phone, person: { erasedAt: null, mergedIntoId: null, passwordHash: { not: null } } }, select: { personId: true, person: { select: { passwordHash: true } } } });
  return rows.map(({ personId, person }) => ({ personId, passwordHash: person.passwordHash }));
}

export async function findPhone(db: Db, personId: string): Promise<string | null> {
  const row = await db.contact.findFirst({ where: { personId, kind: "phone" }, orderBy: { createdAt: "asc" }, select: { value: true } });
  return row?.value ?? null;
}
