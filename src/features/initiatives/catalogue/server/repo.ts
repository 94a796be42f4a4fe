import { z } from "zod";
import type { Visible } from "@/access/policy";
import type { Db } from "@/platform/db/client";
import { compileSql } from "@/platform/db/compile-sql";
import { column, joinSql, queryRow, queryRows, sql, type Sql } from "@/platform/db/sql";
import { initiativeColumns } from "../../server/facts";
import { markStart, markStop, type SearchText } from "../rules";
import { publicStatusField, type CatalogueInput } from "../schema";

/** How many of the newest rows of a list are looked through for a word before the index of words is asked. */
export const walkLength = 1_200;

const catalogueRow = z.object({
  id: z.string(),
  number: column.int,
  slug: z.string(),
  title: z.string(),
  excerpt: z.string(),
  municipality: z.string(),
  direction: z.string(),
  directionEn: z.string(),
  status: publicStatusField,
  supportCount: column.int,
  submittedAt: column.instant,
  answer: z.string().nullable(),
});
export type StoredRow = z.infer<typeof catalogueRow>;

export const positionSchema = {
  newest: z.tuple([z.iso.datetime(), z.uuid()]),
  supported: z.tuple([z.number().int(), z.uuid()]),
} as const;
export type Position = { readonly sort: "newest"; readonly at: z.infer<typeof positionSchema.newest> } | { readonly sort: "supported"; readonly at: z.infer<typeof positionSchema.supported> };

export interface Listing {
  readonly marathonId: string;
  readonly facets: Pick<CatalogueInput, "municipalityId" | "directionId" | "statuses">;
  readonly sort: CatalogueInput["sort"];
  readonly after: Position["at"] | null;
  /** one more than a page shows */
  readonly limit: number;
}

const words = sql`initiative_words(i."title", i."essence")`;

/** A page without words: one walk along an index, as long as the page. */
export async function listPage(db: Db, listing: Listing, may: Visible<"initiative">): Promise<StoredRow[]> {
  return await read(db, sql`select i."id" from "Initiative" i where ${conditions(listing, may)} ${inOrder(listing)} limit ${listing.limit}::int`, listing.sort, null);
}

/**
 * Words that are frequent: walks the list in its own order and stops as soon as the page is full, or after `walkLength`
 * rows. A stem found as plain text is a tenth of the price of parsing the row.
 */
export async function walkForWords(db: Db, listing: Listing, search: SearchText, may: Visible<"initiative">): Promise<StoredRow[]> {
  return await read(db, sql`
    select i."id" from (
      select i."id", i."title", i."essence", i."submittedAt", i."supportCount" from "Initiative" i
      where ${conditions(listing, may)} ${inOrder(listing)} limit ${walkLength}::int
    ) i
    where initiative_text(i."title", i."essence") like all (
        (select coalesce(array_agg('%' || stem || '%'), '{}') from unnest(${[...search.russian]}::text[]) word, unnest(ts_lexize('pg_catalog.russian_stem', word)) stem)::text[]
        || ${search.others.map((word) => `%${word}%`)}::text[])
      and ${words} @@ to_tsquery('pg_catalog.russian', ${search.query})
    limit ${listing.limit}::int`, listing.sort, search);
}

/** Is the list longer than what `walkForWords` has looked through? */
export async function isLongerThanWalk(db: Db, listing: Listing, may: Visible<"initiative">): Promise<boolean> {
  const row = await queryRow(db, z.object({ id: z.string() }), sql`
    select i."id" from "Initiative" i where ${conditions(listing, may)} ${inOrder(listing)} offset ${walkLength}::int limit 1`);
  return row !== null;
}

/** Words that are rare: what the index of words finds, then sorted. «Materialized» keeps the planner from walking the dates. */
export async function findWords(db: Db, listing: Listing, search: SearchText, may: Visible<"initiative">): Promise<StoredRow[]> {
  return await read(db, sql`
    select i."id" from (
      with matched as materialized (
        select i."id", i."submittedAt", i."supportCount" from "Initiative" i
        where ${conditions({ ...listing, after: null }, may)} and ${words} @@ to_tsquery('pg_catalog.russian', ${search.query})
      ) select * from matched
    ) i where ${afterCursor(listing)} ${inOrder(listing)} limit ${listing.limit}::int`, listing.sort, search);
}

export async function findByNumber(db: Db, number: number, may: Visible<"initiative">): Promise<StoredRow[]> {
  return await read(db, sql`select i."id" from "Initiative" i where i."number" = ${number}::int and ${compileSql(may.filter, initiativeColumns)}`, "newest", null);
}

const similarRow = z.object({ number: column.int, title: z.string(), municipality: z.string(), status: publicStatusField, supportCount: column.int });

/** Of the newest of the municipality, those whose titles hold most of the stems; at least half of them. */
export async function findSimilar(db: Db, marathonId: string, municipalityId: string | null, search: SearchText, may: Visible<"initiative">): Promise<z.infer<typeof similarRow>[]> {
  const listing: Listing = { marathonId, facets: municipalityId === null ? {} : { municipalityId }, sort: "newest", after: null, limit: 0 };
  return await queryRows(db, similarRow, sql`
    with wanted as materialized (
      select distinct stem from unnest(${[...search.russian]}::text[]) word, unnest(ts_lexize('pg_catalog.russian_stem', word)) stem where length(stem) > 2
    ), near as (
      select i."number", i."title", i."municipalityId", i."status", i."supportCount", i."submittedAt", lower(translate(i."title", 'Ёё', 'Ее')) as folded
      from "Initiative" i where ${conditions(listing, may)} ${inOrder(listing)} limit ${walkLength}::int
    ), scored as (
      select near.*, (select count(*) from wanted where strpos(near.folded, wanted.stem) > 0) as hits from near
    )
    select s."number", s."title", u."shortName" as "municipality", s."status", s."supportCount"
    from scored s join "Unit" u on u."id" = s."municipalityId"
    where s.hits > 0 and s.hits * 2 >= (select count(*) from wanted)
    order by s.hits desc, s."submittedAt" desc limit 3`);
}

function conditions(listing: Listing, may: Visible<"initiative">): Sql {
  const { municipalityId, directionId, statuses } = listing.facets;
  return joinSql([
    sql`i."marathonId" = ${listing.marathonId}::uuid`,
    compileSql(may.filter, initiativeColumns),
    ...(municipalityId ? [sql`i."municipalityId" = ${municipalityId}::uuid`] : []),
    ...(directionId ? [sql`i."directionId" = ${directionId}::uuid`] : []),
    ...(statuses && statuses.length > 0 ? [sql`i."status" = any(${statuses}::"InitiativeStatus"[])`] : []),
    afterCursor(listing),
  ], " and ");
}

function afterCursor({ sort, after }: Pick<Listing, "sort" | "after">): Sql {
  if (after === null) return sql`true`;
  return sort === "newest"
    ? sql`(i."submittedAt", i."id") < (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : sql`(i."supportCount", i."id") < (${after[0]}::int, ${after[1]}::uuid)`;
}

function inOrder({ sort }: Pick<Listing, "sort">): Sql {
  return sort === "newest" ? sql`order by i."submittedAt" desc, i."id" desc` : sql`order by i."supportCount" desc, i."id" desc`;
}

const markOptions = `StartSel="${markStart}", StopSel="${markStop}"`;

/** The few columns of the page's rows alone: names and marks are looked up after the limit. */
async function read(db: Db, page: Sql, sort: Listing["sort"], search: SearchText | null): Promise<StoredRow[]> {
  const query = search && sql`to_tsquery('pg_catalog.russian', ${search.query})`;
  const title = query ? sql`ts_headline('pg_catalog.russian', i."title", ${query}, ${`${markOptions}, HighlightAll=true`})` : sql`i."title"`;
  const excerpt = query
    ? sql`ts_headline('pg_catalog.russian', left(i."essence", 4000), ${query}, ${`${markOptions}, MaxFragments=1, MinWords=18, MaxWords=34`})`
    : sql`left(i."essence", 260)`;
  return await queryRows(db, catalogueRow, sql`
    with page as materialized (${page})
    select i."id", i."number", m."slug", ${title} as "title", ${excerpt} as "excerpt", u."shortName" as "municipality",
      d."name" as "direction", d."nameEn" as "directionEn", i."status", i."supportCount", i."submittedAt", left(i."answer", 200) as "answer"
    from page join "Initiative" i on i."id" = page."id"
    join "Marathon" m on m."id" = i."marathonId" join "Unit" u on u."id" = i."municipalityId" join "Direction" d on d."id" = i."directionId"
    ${inOrder({ sort })}`);
}
