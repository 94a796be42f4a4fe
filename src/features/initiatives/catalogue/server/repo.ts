import { z } from "zod";
import type { Visible } from "@/access/policy";
import type { Db } from "@/platform/db/client";
import { compileSql } from "@/platform/db/compile-sql";
import { column, joinSql, queryRows, rawSql, sql, type Sql } from "@/platform/db/sql";
import { initiativeColumns } from "../../server/facts";
import { publicStatusField, type CatalogueInput } from "../schema";

const catalogueRow = z.object({
  id: z.string(),
  number: column.int,
  slug: z.string(),
  title: z.string(),
  /** its beginning, or, for those found by words, the whole of it */
  essence: z.string(),
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
  /** submitted then or later */
  readonly since?: Date | undefined;
  readonly sort: keyof typeof positionSchema;
  readonly after: Position["at"] | null;
  /** one more than a page shows */
  readonly limit: number;
}

/** A page without words: a walk along an index, as long as the page; of several statuses, one each. */
export async function listPage(db: Db, listing: Listing, may: Visible<"initiative">): Promise<StoredRow[]> {
  const walk = (statuses: CatalogueInput["statuses"]) => sql`select i."id", ${rawSql(keys[listing.sort])} as "key" from "Initiative" i where ${conditions({ ...listing, facets: { ...listing.facets, statuses } }, may)} ${inOrder(listing)} limit ${listing.limit}::int`;
  const statuses = [...new Set(listing.facets.statuses)];
  // each status has an index of its own in this order: a page of each, then the page of them all
  const page = statuses.length < 2 ? walk(statuses) : sql`select x."id", x."key" from (${joinSql(statuses.map((status) => sql`(${walk([status])})`), " union all ")}) x order by x."key" desc, x."id" desc limit ${listing.limit}::int`;
  return await read(db, page, shortEssence, inOrder(listing));
}

const keys = { newest: `i."submittedAt"`, supported: `i."supportCount"` } as const;

/** The rows with these ids, in their order. */
export async function listFound(db: Db, ids: readonly string[], may: Visible<"initiative">): Promise<StoredRow[]> {
  const given = [...ids];
  return await read(db, sql`select i."id" from "Initiative" i where i."id" = any(${given}::uuid[]) and ${compileSql(may.filter, initiativeColumns)}`, wholeEssence, sql`order by array_position(${given}::uuid[], i."id")`);
}

const similarRow = z.object({ number: column.int, title: z.string(), municipality: z.string(), status: publicStatusField, supportCount: column.int, answer: z.string().nullable() });

export async function listSimilar(db: Db, ids: readonly string[], may: Visible<"initiative">): Promise<z.infer<typeof similarRow>[]> {
  const given = [...ids];
  if (given.length === 0) return [];
  return await queryRows(db, similarRow, sql`
    select i."number", i."title", u."shortName" as "municipality", i."status", i."supportCount", left(i."answer", 200) as "answer" from "Initiative" i join "Unit" u on u."id" = i."municipalityId"
    where i."id" = any(${given}::uuid[]) and ${compileSql(may.filter, initiativeColumns)} order by array_position(${given}::uuid[], i."id")`);
}

function conditions(listing: Listing, may: Visible<"initiative">): Sql {
  const { municipalityId, directionId, statuses } = listing.facets;
  return joinSql([
    sql`i."marathonId" = ${listing.marathonId}::uuid`,
    compileSql(may.filter, initiativeColumns),
    ...(municipalityId ? [sql`i."municipalityId" = ${municipalityId}::uuid`] : []),
    ...(directionId ? [sql`i."directionId" = ${directionId}::uuid`] : []),
    ...(statuses?.[0] ? [sql`i."status" = ${statuses[0]}::"InitiativeStatus"`] : []),
    ...(listing.since ? [sql`i."submittedAt" >= ${listing.since}`] : []),
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

const shortEssence = sql`left(i."essence", 260)`;
const wholeEssence = sql`left(i."essence", 4000)`;

/** The few columns of the page's rows alone: names are looked up after the limit. */
async function read(db: Db, page: Sql, essence: Sql, order: Sql): Promise<StoredRow[]> {
  return await queryRows(db, catalogueRow, sql`
    with page as materialized (${page})
    select i."id", i."number", m."slug", i."title", ${essence} as "essence", u."shortName" as "municipality",
      d."name" as "direction", d."nameEn" as "directionEn", i."status", i."supportCount", i."submittedAt", left(i."answer", 200) as "answer"
    from page join "Initiative" i on i."id" = page."id"
    join "Marathon" m on m."id" = i."marathonId" join "Unit" u on u."id" = i."municipalityId" join "Direction" d on d."id" = i."directionId"
    ${order}`);
}
