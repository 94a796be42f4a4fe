import { z } from "zod";
import type { Visible } from "@/access/policy";
import type { Db } from "@/platform/db/client";
import { compileSql } from "@/platform/db/compile-sql";
import { column, executeSql, queryRow, queryRows, sql } from "@/platform/db/sql";
import { initiativeStatusField } from "../../schema";
import { initiativeColumns } from "../../server/facts";
import { coAuthorStates } from "../schema";

const initiativeRow = z.object({ id: z.string(), number: column.int, slug: z.string(), title: z.string(), status: initiativeStatusField, collective: z.boolean(), authorId: z.string().nullable() });
export type StandingInitiative = z.infer<typeof initiativeRow>;

/** Locked until the end of the transaction: of two who invite or answer one waits. */
export async function takeInitiative(db: Db, number: number, may: Visible<"initiative">): Promise<StandingInitiative | null> {
  return await queryRow(db, initiativeRow, sql`
    select i."id", i."number", m."slug", i."title", i."status", i."collective", i."authorId" from "Initiative" i join "Marathon" m on m."id" = i."marathonId"
    where i."number" = ${number}::int and ${compileSql(may.filter, initiativeColumns)} for update of i`);
}

const listedRow = z.object({
  id: z.string(), state: z.enum(coAuthorStates), email: z.string().nullable(), expiresAt: column.instant,
  personId: z.string().nullable(), familyName: z.string().nullable(), givenName: z.string().nullable(), patronymic: z.string().nullable(),
});

export async function listInvitations(db: Db, initiativeId: string): Promise<z.infer<typeof listedRow>[]> {
  return await queryRows(db, listedRow, sql`
    select c."id", c."state"::text as "state", c."email", c."expiresAt", c."personId", p."familyName", p."givenName", p."patronymic"
    from "CoAuthor" c left join "Person" p on p."id" = c."personId" and c."state" = 'agreed' and p."erasedAt" is null
    where c."initiativeId" = ${initiativeId}::uuid order by c."invitedAt", c."id"`);
}

export interface NewInvitation {
  readonly id: string;
  readonly initiativeId: string;
  readonly email: string | null;
  readonly codeHash: string;
  readonly invitedById: string;
  readonly invitedAt: Date;
  readonly expiresAt: Date;
}

/** Out: is it a new one? The same id again is the same invitation. */
export async function insertInvitation(db: Db, one: NewInvitation): Promise<boolean> {
  return (await executeSql(db, sql`
    insert into "CoAuthor" ("id", "initiativeId", "email", "codeHash", "invitedById", "invitedAt", "expiresAt")
    values (${one.id}::uuid, ${one.initiativeId}::uuid, ${one.email}, ${one.codeHash}, ${one.invitedById}::uuid, ${one.invitedAt}, ${one.expiresAt}) on conflict ("id") do nothing`)) === 1;
}

const standingRow = z.object({ id: z.string(), initiativeId: z.string(), invitedById: z.string(), expiresAt: column.instant, state: z.enum(coAuthorStates), personId: z.string().nullable(), number: column.int, status: initiativeStatusField, authorId: z.string().nullable() });
export type StandingInvitation = z.infer<typeof standingRow>;

const standing = sql`
  select c."id", c."initiativeId", c."invitedById", c."expiresAt", c."state"::text as "state", c."personId", i."number", i."status", i."authorId"
  from "CoAuthor" c join "Initiative" i on i."id" = c."initiativeId"`;

export async function findInvitation(db: Db, id: string): Promise<StandingInvitation | null> {
  return await queryRow(db, standingRow, sql`${standing} where c."id" = ${id}::uuid`);
}

/** With its initiative locked: counts and names change one after another. */
export async function takeByCode(db: Db, codeHash: string): Promise<StandingInvitation | null> {
  return await queryRow(db, standingRow, sql`${standing} where c."codeHash" = ${codeHash} for update`);
}

const wordsRow = z.object({
  number: column.int, slug: z.string(), title: z.string(), essence: z.string(), expectedResult: z.string(), municipality: z.string(),
  authorId: z.string().nullable(), familyName: z.string().nullable(), givenName: z.string().nullable(), patronymic: z.string().nullable(),
});

export async function findWords(db: Db, initiativeId: string): Promise<z.infer<typeof wordsRow> | null> {
  return await queryRow(db, wordsRow, sql`
    select i."number", m."slug", i."title", i."essence", i."expectedResult", u."shortName" as "municipality", i."authorId", p."familyName", p."givenName", p."patronymic"
    from "Initiative" i join "Marathon" m on m."id" = i."marathonId" join "Unit" u on u."id" = i."municipalityId" left join "Person" p on p."id" = i."authorId" and p."erasedAt" is null
    where i."id" = ${initiativeId}::uuid`);
}

export async function isConfirmed(db: Db, personId: string): Promise<boolean> {
  return (await queryRow(db, z.object({ is: z.boolean() }), sql`select "assurance" <> 'selfDeclared' as "is" from "Person" where "id" = ${personId}::uuid and "erasedAt" is null and "mergedIntoId" is null`))?.is ?? false;
}

export async function hasAgreed(db: Db, initiativeId: string, personId: string): Promise<boolean> {
  return (await queryRow(db, z.object({ is: z.boolean() }), sql`select ${personId}::uuid = any(i."coAuthorIds") as "is" from "Initiative" i where i."id" = ${initiativeId}::uuid`))?.is ?? false;
}

/** The address goes with the answer. */
export async function settle(db: Db, id: string, to: { readonly state: "agreed" | "declined" | "left" | "recalled"; readonly personId: string | null }, now: Date): Promise<void> {
  await executeSql(db, sql`update "CoAuthor" set "state" = ${to.state}::"CoAuthorState", "personId" = ${to.personId}::uuid, "email" = null, "answeredAt" = ${now} where "id" = ${id}::uuid`);
}

/** From now on an author of it: none of its supporters, and told as an author, not as one who follows. */
export async function addAuthor(db: Db, initiativeId: string, personId: string): Promise<void> {
  await executeSql(db, sql`delete from "InitiativeFollow" where "initiativeId" = ${initiativeId}::uuid and "personId" = ${personId}::uuid`);
  await executeSql(db, sql`
    with gone as (delete from "InitiativeSupport" where "initiativeId" = ${initiativeId}::uuid and "personId" = ${personId}::uuid returning 1)
    update "Initiative" set "coAuthorIds" = array_append(array_remove("coAuthorIds", ${personId}::uuid), ${personId}::uuid), "collective" = true,
      "supportCount" = greatest(0, "supportCount" - (select count(*) from gone)::int) where "id" = ${initiativeId}::uuid`);
}

export async function removeAuthor(db: Db, initiativeId: string, personId: string, now: Date): Promise<void> {
  await executeSql(db, sql`update "Initiative" set "coAuthorIds" = array_remove("coAuthorIds", ${personId}::uuid) where "id" = ${initiativeId}::uuid`);
  await executeSql(db, sql`update "CoAuthor" set "state" = 'left', "answeredAt" = ${now} where "initiativeId" = ${initiativeId}::uuid and "personId" = ${personId}::uuid and "state" = 'agreed'`);
}

const nameRow = z.object({ personId: z.string(), familyName: z.string(), givenName: z.string(), patronymic: z.string().nullable(), isPublished: z.boolean() });
export type CoAuthorName = z.infer<typeof nameRow>;

/** Of those who agreed, in the order in which they did; and whether each may be named in public. */
export async function findNames(db: Db, initiativeId: string): Promise<CoAuthorName[]> {
  return await queryRows(db, nameRow, sql`
    select p."id" as "personId", p."familyName", p."givenName", p."patronymic",
      exists (select 1 from "Consent" c join "ConsentDocument" d on d."id" = c."documentId" where c."personId" = p."id" and d."purpose" = 'publishName' and c."withdrawnAt" is null) as "isPublished"
    from "Initiative" i cross join unnest(i."coAuthorIds") with ordinality as a("personId", "at") join "Person" p on p."id" = a."personId" and p."erasedAt" is null
    where i."id" = ${initiativeId}::uuid order by a."at"`);
}

const mineRow = z.object({ number: column.int, slug: z.string(), title: z.string(), municipality: z.string() });

export async function listCoAuthored(db: Db, personId: string, may: Visible<"initiative">): Promise<z.infer<typeof mineRow>[]> {
  return await queryRows(db, mineRow, sql`
    select i."number", m."slug", i."title", u."shortName" as "municipality"
    from "CoAuthor" c join "Initiative" i on i."id" = c."initiativeId" join "Marathon" m on m."id" = i."marathonId" join "Unit" u on u."id" = i."municipalityId"
    where c."personId" = ${personId}::uuid and c."state" = 'agreed' and ${compileSql(may.filter, initiativeColumns)} order by c."answeredAt" desc, c."id" limit 100`);
}
