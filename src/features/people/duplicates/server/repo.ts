import * as z from "zod";
import type { Visible } from "@/access/policy";
import type { Db } from "@/platform/db/client";
import { compileSql } from "@/platform/db/compile-sql";
import { column, queryRow, queryRows, sql, type Sql } from "@/platform/db/sql";
import { fullName, type PersonName } from "@/shared/text/person-name";
import { personColumns } from "../../desk/server/facts";
import { ordered, type Card, type Standing } from "../rules";
import type { Merged, PersonRecord } from "../schema";

/** The family name as it is compared: case, ё. */
const folded = sql`translate(lower(p."familyName"), 'ё', 'е')`;

/** Those whom the asker may merge, by what they joined last; the index on the municipality leads. */
function mine(may: Visible<"person">): Sql {
  return sql`
    select p."id", p."birthDate", ${folded} as "family" from "Registration" r join "Person" p on p."id" = r."personId"
    where ${compileSql(may.filter, personColumns)} and p."erasedAt" is null and p."mergedIntoId" is null
      and not exists (select 1 from "Registration" later where later."personId" = r."personId" and later."joinedAt" > r."joinedAt")`;
}

const pairRow = z.object({ a: z.string(), b: z.string() });

/**
 * Pairs of one family name that share a phone, a mailbox or a birth date and were not kept apart. What the rules want
 * beyond that is compared on cards; without one of the three no pair could reach it.
 */
export async function findPairs(db: Db, may: Visible<"person">, limit: number): Promise<{ a: string; b: string }[]> {
  return await queryRows(db, pairRow, sql`
    with mine as materialized (${mine(may)}),
    contacts as (
      select m."id", m."family", c."kind", regexp_replace(c."value", '\\+[^@]*@', '@') as "value" from mine m join "Contact" c on c."personId" = m."id"
    ),
    pairs as (
      select a."id" as "a", b."id" as "b" from contacts a join contacts b on b."kind" = a."kind" and b."value" = a."value" and b."family" = a."family" and a."id" < b."id"
      union
      select a."id", b."id" from mine a join mine b on b."birthDate" = a."birthDate" and b."family" = a."family" and a."id" < b."id"
    )
    select "a", "b" from pairs
    where not exists (select 1 from "KeptApart" k where k."lowId" = "a" and k."highId" = "b")
    order by "a", "b" limit ${limit}::int`);
}

const cardRow = z.object({
  id: z.string(), familyName: z.string(), givenName: z.string(), patronymic: z.string().nullable(), birthDate: z.string().nullable(),
  phones: z.array(z.string()), emails: z.array(z.string()), municipalityIds: z.array(z.string()),
});

export async function findCards(db: Db, ids: readonly string[]): Promise<Map<string, Card>> {
  const rows = await queryRows(db, cardRow, sql`
    select p."id", p."familyName", p."givenName", p."patronymic", p."birthDate"::text as "birthDate",
      array(select c."value" from "Contact" c where c."personId" = p."id" and c."kind" = 'phone') as "phones",
      array(select c."value" from "Contact" c where c."personId" = p."id" and c."kind" = 'email') as "emails",
      array(select distinct r."municipalityId"::text from "Registration" r where r."personId" = p."id") as "municipalityIds"
    from "Person" p where p."id" = any(${[...ids]}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row satisfies Card]));
}

export interface Known {
  readonly names: PersonName;
  readonly facts: { readonly id: string; readonly registeredById: string | null; readonly registeredAtUnitId: string | null; readonly municipalityId: string | null };
  readonly mergedIntoId: string | null;
}

const knownRow = z.object({ id: z.string(), familyName: z.string(), givenName: z.string(), patronymic: z.string().nullable(), registeredById: z.string().nullable(), registeredAtUnitId: z.string().nullable(), municipalityId: z.string().nullable(), mergedIntoId: z.string().nullable() });

/** What the policy speaks of, merged ones too, so that who comes second hears what happened; null for nobody and the erased. */
export async function findKnown(db: Db, id: string): Promise<Known | null> {
  const row = await queryRow(db, knownRow, sql`
    select p."id", p."familyName", p."givenName", p."patronymic", p."registeredById", p."registeredAtUnitId", p."mergedIntoId", r."municipalityId"
    from "Person" p left join lateral (select "municipalityId" from "Registration" where "personId" in (p."id", p."mergedIntoId") order by "joinedAt" desc limit 1) r on true
    where p."id" = ${id}::uuid and p."erasedAt" is null`);
  if (!row) return null;
  const { familyName, givenName, patronymic, mergedIntoId, ...facts } = row;
  return { names: { familyName, givenName, patronymic }, facts, mergedIntoId };
}

const recordRow = z.object({
  id: z.string(), familyName: z.string(), givenName: z.string(), patronymic: z.string().nullable(), birthDate: z.string().nullable(),
  assurance: z.enum(["selfDeclared", "emailConfirmed", "phoneConfirmed", "confirmedInPerson", "identityProvider"]), createdAt: column.instant, registeredAtName: z.string().nullable(), hasPassword: z.boolean(),
  contacts: z.array(z.object({ kind: z.enum(["email", "phone"]), value: z.string() })),
  registrations: z.array(z.object({ marathonName: z.string(), municipalityName: z.string(), organisationName: z.string().nullable(), isCounted: z.boolean() })),
  initiatives: column.int, supports: column.int, drafts: column.int, tickets: column.int, posts: column.int,
});

/** Everything that the two are told apart by. */
export async function findRecord(db: Db, id: string): Promise<PersonRecord | null> {
  const row = await queryRow(db, recordRow, sql`
    select p."id", p."familyName", p."givenName", p."patronymic", p."birthDate"::text as "birthDate", p."assurance"::text as "assurance", p."createdAt", u."shortName" as "registeredAtName", p."passwordHash" is not null as "hasPassword",
      coalesce((select jsonb_agg(jsonb_build_object('kind', c."kind", 'value', c."value") order by c."createdAt") from "Contact" c where c."personId" = p."id"), '[]') as "contacts",
      coalesce((select jsonb_agg(jsonb_build_object('marathonName', m."name", 'municipalityName', t."shortName", 'organisationName', o."shortName", 'isCounted', r."countedAt" is not null) order by r."joinedAt" desc)
        from "Registration" r join "Marathon" m on m."id" = r."marathonId" join "Unit" t on t."id" = r."municipalityId" left join "Unit" o on o."id" = r."organisationId" where r."personId" = p."id"), '[]') as "registrations",
      (select count(*) from "Initiative" i where i."authorId" = p."id") as "initiatives",
      (select count(*) from "InitiativeSupport" s where s."personId" = p."id") as "supports",
      (select count(*) from "InitiativeDraft" d where d."authorId" = p."id") as "drafts",
      (select count(*) from "Ticket" k where k."personId" = p."id") as "tickets",
      (select count(*) from "Appointment" a where a."personId" = p."id") as "posts"
    from "Person" p left join "Unit" u on u."id" = p."registeredAtUnitId"
    where p."id" = ${id}::uuid and p."erasedAt" is null and p."mergedIntoId" is null`);
  if (!row) return null;
  const { familyName, givenName, patronymic, ...own } = row;
  return { ...own, name: fullName({ familyName, givenName, patronymic }) };
}

export function standingOfRecord({ id, posts, hasPassword, assurance, createdAt }: PersonRecord): Standing {
  return { id, hasPosts: posts > 0, hasPassword, isConfirmed: assurance !== "selfDeclared", createdAt };
}

/** Said twice, it is said once. */
export async function keepApart(db: Db, a: string, b: string, byId: string, now: Date): Promise<void> {
  await db.keptApart.createMany({ data: { ...ordered(a, b), byId, at: now }, skipDuplicates: true });
}

const mergedRow = z.object({
  survivorId: z.string(), at: column.instant, familyName: z.string(), givenName: z.string(), patronymic: z.string().nullable(),
  mergedFamilyName: z.string(), mergedGivenName: z.string(), mergedPatronymic: z.string().nullable(), byFamilyName: z.string().nullable(), byGivenName: z.string().nullable(),
});

/** What was merged among those whom the asker may see, last first. */
export async function listMerged(db: Db, may: Visible<"person">, limit: number): Promise<Merged[]> {
  const rows = await queryRows(db, mergedRow, sql`
    select g."survivorId", g."at", s."familyName", s."givenName", s."patronymic", d."familyName" as "mergedFamilyName", d."givenName" as "mergedGivenName", d."patronymic" as "mergedPatronymic", b."familyName" as "byFamilyName", b."givenName" as "byGivenName"
    from "PersonMerge" g join (${mine(may)}) m on m."id" = g."survivorId" join "Person" s on s."id" = g."survivorId" join "Person" d on d."id" = g."mergedId" left join "Person" b on b."id" = g."byId" and b."erasedAt" is null
    order by g."at" desc, g."mergedId" limit ${limit}::int`);
  return rows.map((row) => ({
    survivorId: row.survivorId, at: row.at, survivorName: fullName(row), mergedName: fullName({ familyName: row.mergedFamilyName, givenName: row.mergedGivenName, patronymic: row.mergedPatronymic }),
    byName: row.byFamilyName === null ? null : fullName({ familyName: row.byFamilyName, givenName: row.byGivenName ?? "" }),
  }));
}
