import { z } from "zod";
import type { Visible } from "@/access/policy";
import type { Db } from "@/platform/db/client";
import { compileSql } from "@/platform/db/compile-sql";
import { column, executeSql, queryRow, queryRows, sql } from "@/platform/db/sql";
import { fullName, type PersonName } from "@/shared/text/person-name";
import { draftContent, type DraftContent } from "../../schema";
import type { Draft, DraftLine } from "../schema";
import { draftColumns } from "./facts";

const helpedRow = {
  authorId: z.string().nullable(),
  helperId: z.string().nullable(),
  familyName: z.string().nullable(),
  givenName: z.string().nullable(),
  patronymic: z.string().nullable(),
  organisationName: z.string().nullable(),
};

const draftRow = z.object({
  id: z.string(),
  version: column.int,
  marathonId: z.string(),
  content: draftContent,
  posterLabel: z.string().nullable(),
  updatedAt: column.instant,
  ...helpedRow,
});

const lineRow = z.object({ id: z.string(), title: z.string().nullable(), municipalityName: z.string().nullable(), updatedAt: column.instant, ...helpedRow });

type HelpedRow = Pick<z.infer<typeof draftRow>, keyof typeof helpedRow>;

function toHelped(row: HelpedRow, personId: string | null): Draft["helped"] {
  if (row.helperId === null) return null;
  const author: PersonName = { familyName: row.familyName ?? "", givenName: row.givenName ?? "", patronymic: row.patronymic };
  return { authorId: row.authorId, authorName: fullName(author), organisationName: row.organisationName ?? "", byMe: row.helperId === personId };
}

const helpedColumns = sql`d."authorId", d."helperId", p."familyName", p."givenName", p."patronymic", o."shortName" as "organisationName"`;
const helpedJoins = sql`left join "Person" p on p."id" = d."authorId" left join "Unit" o on o."id" = d."helperUnitId"`;

/** Whose name is shown to the helper: for the log, no part of what goes out. */
interface Named {
  readonly namedId: string | null;
}
const namedId = ({ authorId, helperId }: HelpedRow, personId: string | null) => (helperId !== null && helperId === personId ? authorId : null);

/** In: who looks, for «it is I who helps». */
export async function findDraft(db: Db, id: string, may: Visible<"draft">, personId: string | null): Promise<(Draft & Named) | null> {
  const row = await queryRow(db, draftRow, sql`
    select d."id", d."version", d."marathonId", d."content", l."label" as "posterLabel", d."updatedAt", ${helpedColumns}
    from "InitiativeDraft" d ${helpedJoins} left join "PosterLink" l on l."id" = d."posterLinkId"
    where d."id" = ${id}::uuid and ${compileSql(may.filter, draftColumns)}`);
  if (!row) return null;
  const { id: draftId, version, marathonId, content, posterLabel, updatedAt } = row;
  return { id: draftId, version, marathonId, content, posterLabel, updatedAt, helped: toHelped(row, personId), namedId: namedId(row, personId) } satisfies Draft & Named;
}

/** Most recently written first. */
export async function listDrafts(db: Db, may: Visible<"draft">, personId: string | null, limit: number): Promise<(DraftLine & Named)[]> {
  const rows = await queryRows(db, lineRow, sql`
    select d."id", left(d."content"->>'title', 200) as "title", u."shortName" as "municipalityName", d."updatedAt", ${helpedColumns}
    from "InitiativeDraft" d ${helpedJoins} left join "Unit" u on u."id" = (d."content"->>'municipalityId')::uuid
    where ${compileSql(may.filter, draftColumns)}
    order by d."updatedAt" desc, d."id" limit ${limit}::int`);
  return rows.map((row) => ({ id: row.id, title: row.title ?? "", municipalityName: row.municipalityName, updatedAt: row.updatedAt, helped: toHelped(row, personId), namedId: namedId(row, personId) }) satisfies DraftLine & Named);
}

export async function countDrafts(db: Db, may: Visible<"draft">): Promise<number> {
  const row = await queryRow(db, z.object({ count: column.int }), sql`select count(*) as "count" from "InitiativeDraft" d where ${compileSql(may.filter, draftColumns)}`);
  return row?.count ?? 0;
}

export interface NewDraft {
  readonly id: string;
  readonly tokenHash: string | null;
  readonly authorId: string | null;
  readonly helperId: string | null;
  readonly helperUnitId: string | null;
  readonly marathonId: string;
  readonly posterLinkId: string | null;
  readonly content: DraftContent;
}

/** Nothing happens when the id is taken: the first start has begun it, or it is another's. */
export async function insertDraft(db: Db, draft: NewDraft, now: Date): Promise<void> {
  await executeSql(db, sql`
    insert into "InitiativeDraft" ("id", "tokenHash", "authorId", "helperId", "helperUnitId", "marathonId", "posterLinkId", "content", "version", "createdAt", "updatedAt")
    values (${draft.id}::uuid, ${draft.tokenHash}, ${draft.authorId}::uuid, ${draft.helperId}::uuid, ${draft.helperUnitId}::uuid, ${draft.marathonId}::uuid,
            ${draft.posterLinkId}::uuid, ${JSON.stringify(draft.content)}::jsonb, 1, ${now}, ${now})
    on conflict ("id") do nothing`);
}

/** Out: the new version; null when the version isn't the stored one, or it is not the writer's. */
export async function updateDraft(db: Db, id: string, version: number, content: DraftContent, marathonId: string | null, may: Visible<"draft">, now: Date): Promise<number | null> {
  const row = await queryRow(db, z.object({ version: column.int }), sql`
    update "InitiativeDraft" d
    set "content" = ${JSON.stringify(content)}::jsonb, "version" = d."version" + 1, "updatedAt" = ${now},
        "marathonId" = coalesce(${marathonId}::uuid, d."marathonId")
    where d."id" = ${id}::uuid and d."version" = ${version}::int and ${compileSql(may.filter, draftColumns)}
    returning d."version"`);
  return row?.version ?? null;
}

export async function deleteDraft(db: Db, id: string, may: Visible<"draft">): Promise<boolean> {
  // what was shared and suggested goes with a draft that is thrown away; what was submitted keeps it
  return (await executeSql(db, sql`
    with gone as (delete from "InitiativeDraft" d where d."id" = ${id}::uuid and ${compileSql(may.filter, draftColumns)} returning d."id"),
    unshared as (delete from "DraftShare" s using gone where s."draftId" = gone."id"),
    forgotten as (delete from "DraftWording" w using gone where w."draftId" = gone."id")
    select 1 from gone`)) > 0;
}

/** Out: ids of what now belongs to the person. */
export async function adoptDrafts(db: Db, personId: string, may: Visible<"draft">): Promise<string[]> {
  const rows = await queryRows(db, z.object({ id: z.string() }), sql`
    update "InitiativeDraft" d set "authorId" = ${personId}::uuid, "tokenHash" = null
    where d."authorId" is null and ${compileSql(may.filter, draftColumns)} returning d."id"`);
  return rows.map(({ id }) => id);
}

const placeRow = z.object({ municipalityId: z.string(), organisationId: z.string().nullable(), hiddenFromOrganisation: z.boolean() });

/** What the person said on joining; null when they have not joined. */
export async function findJoinedPlace(db: Db, marathonId: string, personId: string): Promise<z.infer<typeof placeRow> | null> {
  return await queryRow(db, placeRow, sql`
    select "municipalityId", "organisationId", "hiddenFromOrganisation" from "Registration" where "marathonId" = ${marathonId}::uuid and "personId" = ${personId}::uuid`);
}

const helpedPerson = z.object({ registeredById: z.string().nullable(), registeredAtUnitId: z.string().nullable() });

/** Whom a coordinator wants to help; nobody when erased or merged. */
export async function findPersonToHelp(db: Db, personId: string): Promise<z.infer<typeof helpedPerson> | null> {
  return await queryRow(db, helpedPerson, sql`
    select "registeredById", "registeredAtUnitId" from "Person" where "id" = ${personId}::uuid and "erasedAt" is null and "mergedIntoId" is null`);
}

/** Who sends the same once more waits until the first has been answered. */
export async function lockId(tx: Db, id: string): Promise<void> {
  await executeSql(tx, sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`);
}

export async function findTimeZone(db: Db, municipalityId: string): Promise<string> {
  const row = await queryRow(db, z.object({ timeZone: z.string() }), sql`
    select coalesce(u."timeZone", r."timeZone", 'Europe/Moscow') as "timeZone" from "Unit" u left join "Unit" r on r."id" = u."regionId" where u."id" = ${municipalityId}::uuid`);
  return row?.timeZone ?? "Europe/Moscow";
}

/** The municipality of an organisation that exists now. */
export async function findOrganisationPlace(db: Db, organisationId: string): Promise<string | null> {
  const row = await queryRow(db, z.object({ municipalityId: z.string() }), sql`
    select "municipalityId" from "Unit" where "id" = ${organisationId}::uuid and "kind" = 'organisation' and "endedAt" is null and "municipalityId" is not null`);
  return row?.municipalityId ?? null;
}
