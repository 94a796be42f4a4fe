import { z } from "zod";
import type { Filter } from "@/access/filter";
import type { Visible } from "@/access/policy";
import type { Db } from "@/platform/db/client";
import { compileSql } from "@/platform/db/compile-sql";
import { column, executeSql, queryRow, queryRows, rawSql, sql } from "@/platform/db/sql";
import { walkSql } from "@/platform/db/walk-sql";
import { newId } from "@/shared/ids/id";
import { initiativeStatusField, initiatorKindField } from "../../schema";
import { initiativeColumns } from "../../server/facts";

const recordRow = z.object({
  id: z.string(),
  number: column.int,
  slug: z.string(),
  title: z.string(),
  essence: z.string(),
  expectedResult: z.string(),
  placeText: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  fromOrganisation: z.string().nullable(),
  isAppeal: z.boolean(),
  appealDueAt: column.instant.nullable(),
  keyQuestion: z.string().nullable(),
  municipality: z.string(),
  municipalityId: z.string(),
  direction: z.string(),
  directionEn: z.string(),
  directionId: z.string(),
  group: z.string().nullable(),
  status: initiativeStatusField,
  competence: z.enum(["municipal", "regional", "federal"]).nullable(),
  namePublished: z.boolean(),
  givenName: z.string().nullable(),
  familyName: z.string().nullable(),
  initiatorKind: initiatorKindField,
  collective: z.boolean(),
  isHelped: z.boolean(),
  helpedAt: z.string().nullable(),
  supportCount: column.int,
  takenAt: column.instant.nullable(),
  paperCase: z.string().nullable(),
  scanId: z.string().nullable(),
  submittedAt: column.instant,
  dueAt: column.instant.nullable(),
  pausedLeft: column.int.nullable(),
  decidedAt: column.instant.nullable(),
  answer: z.string().nullable(),
  timeZone: z.string(),
  version: column.int,
  consideringId: z.string().nullable(),
  originatingId: z.string().nullable(),
  handedToId: z.string().nullable(),
  wayIds: z.array(z.string()),
  offeredToId: z.string().nullable(),
  arbiterId: z.string().nullable(),
  objectionAtId: z.string().nullable(),
  hasObjected: z.boolean(),
  authorDueAt: column.instant.nullable(),
  mergedInto: column.int.nullable(),
  mergedCount: column.int,
  signedBy: z.string().nullable(),
  signedNumber: z.string().nullable(),
  signedOn: column.day.nullable(),
  authorId: z.string().nullable(),
  coAuthorIds: z.array(z.string()),
  isAuthorErased: z.boolean(),
  helperId: z.string().nullable(),
  hiddenFromOrganisation: z.boolean(),
});
export type StoredRecord = z.infer<typeof recordRow>;

const timeZone = sql`coalesce(u."timeZone", region."timeZone", 'Europe/Moscow')`;

export async function findRecord(db: Db, number: number, may: Visible<"initiative">): Promise<StoredRecord | null> {
  return await queryRow(db, recordRow, sql`
    select i."id", i."number", m."slug", i."title", i."essence", i."expectedResult", i."placeText", i."latitude", i."longitude", case when i."fromOrganisation" then gathered."shortName" end as "fromOrganisation", i."isAppeal", i."appealDueAt", k."text" as "keyQuestion", u."shortName" as "municipality", i."municipalityId",
      d."name" as "direction", d."nameEn" as "directionEn", i."directionId", b."name" as "group", i."status", i."competence",
      i."namePublished", p."givenName", p."familyName", i."initiatorKind", i."collective", i."helperId" is not null as "isHelped",
      case when i."hiddenFromOrganisation" then null else coalesce(h."shortName", o."shortName") end as "helpedAt", i."supportCount", i."takenAt", first."paperCase", i."scanId", i."submittedAt", i."dueAt", i."pausedLeft", i."decidedAt", i."answer",
      ${timeZone} as "timeZone", i."version", i."consideringId", i."originatingId", i."handedToId", i."wayIds", i."offeredToId", i."arbiterId", i."objectionAtId",
      exists (select 1 from "Objection" ob where ob."initiativeId" = i."id") as "hasObjected", i."authorDueAt", (select into_."number" from "Initiative" into_ where into_."id" = i."mergedIntoId") as "mergedInto",
      (select count(*) from "Initiative" part where part."mergedIntoId" = i."id") as "mergedCount", i."signedBy", i."signedNumber", i."signedOn"::text,
      i."authorId", i."coAuthorIds", i."authorErasedAt" is not null as "isAuthorErased", i."helperId", i."hiddenFromOrganisation"
    from "Initiative" i
    join "Marathon" m on m."id" = i."marathonId" join "Unit" u on u."id" = i."municipalityId" left join "Unit" region on region."id" = u."regionId"
    join "Direction" d on d."id" = i."directionId" left join "Body" b on b."id" = i."consideringId"
    left join "Person" p on p."id" = i."authorId" and p."erasedAt" is null
    left join "KeyQuestion" k on k."id" = i."keyQuestionId" left join "Unit" gathered on gathered."id" = i."originatingId" and i."fromOrganisation"
    left join "Unit" o on o."id" = i."originatingId" and i."helperId" is not null and not i."hiddenFromOrganisation"
    left join lateral (select (e."data"->>'helperUnitId')::uuid as "unitId", e."data"->>'paperCase' as "paperCase" from "InitiativeEvent" e
      where i."helperId" is not null and e."initiativeId" = i."id" and e."kind" = 'submitted' limit 1) first on true
    left join "Unit" h on h."id" = first."unitId"
    where i."number" = ${number}::int and ${compileSql(may.filter, initiativeColumns)}`);
}

const numberRow = z.object({ number: column.int });

/** The one that it went into, as far as the asker may see that one. */
export async function findMergedInto(db: Db, number: number, may: Visible<"initiative">): Promise<number | null> {
  const row = await queryRow(db, numberRow, sql`
    select i."number" from "Initiative" merged join "Initiative" i on i."id" = merged."mergedIntoId"
    where merged."number" = ${number}::int and merged."status" = 'merged' and ${compileSql(may.filter, initiativeColumns)}`);
  return row?.number ?? null;
}

const eventRow = z.object({ id: z.string(), kind: z.string(), byRole: z.string().nullable(), at: column.instant, toStatus: initiativeStatusField.nullable(), text: z.string().nullable() });

/** In: how much of the course may be told. Out: in the order in which it happened. */
export async function listCourse(db: Db, initiativeId: string, visibilities: readonly ("public" | "author")[]): Promise<z.infer<typeof eventRow>[]> {
  return await queryRows(db, eventRow, sql`
    select e."id", e."kind", e."byRole", e."at", e."toStatus", e."text" from "InitiativeEvent" e
    where e."initiativeId" = ${initiativeId}::uuid and e."visibility" = any(${visibilities}::"Visibility"[]) order by e."at", e."id"`);
}

const listRow = z.object({
  id: z.string(),
  number: column.int,
  slug: z.string(),
  title: z.string(),
  municipality: z.string(),
  direction: z.string(),
  directionEn: z.string(),
  status: initiativeStatusField,
  supportCount: column.int,
  submittedAt: column.instant,
  dueAt: column.instant.nullable(),
  question: z.string().nullable(),
  answer: z.string().nullable(),
  timeZone: z.string(),
  authorId: z.string().nullable(),
  helperId: z.string().nullable(),
  familyName: z.string().nullable(),
  givenName: z.string().nullable(),
  patronymic: z.string().nullable(),
});
export type ListedRecord = z.infer<typeof listRow>;

export type Whose = { readonly authorId: string } | { readonly helperId: string } | { readonly originatingIds: readonly string[] };

/** Newest first. In: whose, where the page begins, one row more than it shows. */
export async function listRecords(db: Db, whose: Whose, after: readonly [string, string] | null, limit: number, may: Visible<"initiative">): Promise<ListedRecord[]> {
  const where = sql`${compileSql(may.filter, initiativeColumns)} and ${after === null ? sql`true` : sql`(i."submittedAt", i."id") < (${after[0]}::timestamptz, ${after[1]}::uuid)`}`;
  const page = walkSql(of(whose), initiativeColumns, { from: rawSql(`"Initiative" i`), where, key: rawSql(`i."submittedAt"`), id: rawSql(`i."id"`), direction: "desc", limit });
  return await queryRows(db, listRow, sql`
    with page as materialized (${page})
    select i."id", i."number", m."slug", i."title", u."shortName" as "municipality", d."name" as "direction", d."nameEn" as "directionEn", i."status", i."supportCount",
      i."submittedAt", i."dueAt", left(i."answer", 400) as "answer", ${timeZone} as "timeZone", i."authorId", i."helperId", p."familyName", p."givenName", p."patronymic",
      (select e."text" from "InitiativeEvent" e where i."status" = 'clarification' and e."initiativeId" = i."id" and e."kind" = 'clarificationAsked' order by e."at" desc limit 1) as "question"
    from page join "Initiative" i on i."id" = page."id"
    join "Marathon" m on m."id" = i."marathonId" join "Unit" u on u."id" = i."municipalityId" left join "Unit" region on region."id" = u."regionId"
    join "Direction" d on d."id" = i."directionId" left join "Person" p on p."id" = i."authorId" and p."erasedAt" is null
    order by i."submittedAt" desc, i."id" desc`);
}

function of(whose: Whose): Filter {
  if ("authorId" in whose) return { kind: "in", fact: "authorId", values: [whose.authorId] };
  return "helperId" in whose ? { kind: "in", fact: "helperId", values: [whose.helperId] } : { kind: "in", fact: "originatingId", values: whose.originatingIds };
}

const standingRow = z.object({
  id: z.string(),
  status: initiativeStatusField,
  municipalityId: z.string(),
  consideringId: z.string().nullable(),
  originatingId: z.string().nullable(),
  handedToId: z.string().nullable(),
  wayIds: z.array(z.string()),
  offeredToId: z.string().nullable(),
  arbiterId: z.string().nullable(),
  objectionAtId: z.string().nullable(),
  authorId: z.string().nullable(),
  coAuthorIds: z.array(z.string()),
  helperId: z.string().nullable(),
  hiddenFromOrganisation: z.boolean(),
});
export type Standing = z.infer<typeof standingRow>;

/** How it stands, whoever asks: the service authorises before it tells anything. */
export async function findStanding(db: Db, number: number): Promise<Standing | null> {
  return await queryRow(db, standingRow, sql`
    select i."id", i."status", i."municipalityId", i."consideringId", i."originatingId", i."handedToId", i."wayIds", i."offeredToId", i."arbiterId", i."objectionAtId",
      i."authorId", i."coAuthorIds", i."helperId", i."hiddenFromOrganisation"
    from "Initiative" i where i."number" = ${number}::int`);
}

/** Until the end of the transaction. */
export async function lockRecord(db: Db, number: number): Promise<void> {
  await executeSql(db, sql`select 1 from "Initiative" where "number" = ${number}::int for update`);
}

/** The words as they stand now become an earlier wording; of two at once the second adds none, and its step finds another version. */
export async function keepWording(db: Db, initiativeId: string, now: Date): Promise<void> {
  await executeSql(db, sql`
    insert into "InitiativeWording" ("id", "initiativeId", "number", "title", "essence", "expectedResult", "placeText", "replacedAt")
    select ${newId(now)}::uuid, i."id", 1 + (select count(*) from "InitiativeWording" w where w."initiativeId" = i."id"), i."title", i."essence", i."expectedResult", i."placeText", ${now}
    from "Initiative" i where i."id" = ${initiativeId}::uuid on conflict do nothing`);
}

const supportRow = z.object({ supportCount: column.int, supported: z.boolean(), following: z.boolean() });

/**
 * One statement, so that the count and the rows agree; a repeated wish changes nothing. It waits for a merge that is under way.
 * Out: false when the initiative went into another meanwhile: nothing was written.
 */
export async function setSupport(db: Db, initiativeId: string, personId: string, on: boolean, now: Date): Promise<boolean> {
  const changed = on
    ? sql`insert into "InitiativeSupport" ("initiativeId", "personId", "at") select s."id", ${personId}::uuid, ${now} from standing s on conflict do nothing returning 1 as "by"`
    : sql`delete from "InitiativeSupport" r using standing s where r."initiativeId" = s."id" and r."personId" = ${personId}::uuid returning -1 as "by"`;
  const row = await queryRow(db, z.object({ stands: z.boolean() }), sql`
    with standing as materialized (select i."id" from "Initiative" i where i."id" = ${initiativeId}::uuid and i."status" <> 'merged' for no key update),
      changed as (${changed}),
      counted as (update "Initiative" i set "supportCount" = i."supportCount" + changed."by" from changed where i."id" = ${initiativeId}::uuid)
    select exists (select 1 from standing) as "stands"`);
  return row?.stands ?? false;
}

export async function findSupport(db: Db, initiativeId: string, personId: string | null): Promise<z.infer<typeof supportRow>> {
  const row = await queryRow(db, supportRow, sql`
    select i."supportCount", exists (select 1 from "InitiativeSupport" s where s."initiativeId" = i."id" and s."personId" = ${personId}::uuid) as "supported",
      exists (select 1 from "InitiativeFollow" f where f."initiativeId" = i."id" and f."personId" = ${personId}::uuid) as "following"
    from "Initiative" i where i."id" = ${initiativeId}::uuid`);
  return row ?? { supportCount: 0, supported: false, following: false };
}
