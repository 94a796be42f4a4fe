import { z } from "zod";
import type { Db } from "@/platform/db/client";
import { column, queryRow, queryRows, sql } from "@/platform/db/sql";
import type { PlainDate } from "@/shared/dates/plain-date";
import { publicStatusField } from "../../catalogue/schema";

/** What stands for «all» in a cell (prisma/schema/public-side.prisma). */
export const all = { id: "00000000-0000-0000-0000-000000000000", status: "", day: "0001-01-01" } as const;

const foldLock = 7_310_021;

/**
 * Moves up to `limit` changes into the cells. In: an open transaction. Out: how many; null when another process is at it.
 * By day a cell is kept for municipality and direction, whatever the status: what the period filter needs, and no more.
 */
export async function foldDeltas(db: Db, limit: number): Promise<number | null> {
  const lock = await queryRow(db, z.object({ mine: z.boolean() }), sql`select pg_try_advisory_xact_lock(${foldLock}::bigint) as "mine"`);
  if (!lock?.mine) return null;
  const row = await queryRow(db, z.object({ moved: column.int }), sql`
    with taken as (
      delete from "InitiativeFacetDelta" where "id" in (select "id" from "InitiativeFacetDelta" order by "id" limit ${limit}::int)
      returning "marathonId", "municipalityId", "directionId", "status"::text as "status", "day", "by"
    ), cells as (
      select "marathonId", coalesce("municipalityId", ${all.id}::uuid) as "municipalityId", coalesce("directionId", ${all.id}::uuid) as "directionId",
        coalesce("status", ${all.status}) as "status", coalesce("day", ${all.day}::date) as "day", sum("by")::int as "by"
      from taken group by grouping sets (
        ("marathonId"), ("marathonId", "municipalityId"), ("marathonId", "directionId"), ("marathonId", "status"),
        ("marathonId", "municipalityId", "directionId"), ("marathonId", "municipalityId", "status"), ("marathonId", "directionId", "status"),
        ("marathonId", "municipalityId", "directionId", "status"),
        ("marathonId", "day"), ("marathonId", "municipalityId", "day"), ("marathonId", "directionId", "day"), ("marathonId", "municipalityId", "directionId", "day")
      )
    ), written as (
      insert into "InitiativeFacet" as f ("marathonId", "municipalityId", "directionId", "status", "day", "count")
      select "marathonId", "municipalityId", "directionId", "status", "day", "by" from cells where "by" <> 0
      on conflict ("marathonId", "municipalityId", "directionId", "status", "day") do update set "count" = f."count" + excluded."count"
    )
    select count(*) as "moved" from taken`);
  return row?.moved ?? 0;
}

export interface Cell {
  readonly marathonId: string;
  readonly municipalityId: string;
  readonly directionId: string;
  readonly status: string;
}

/** One cell's count. */
export async function countCell(db: Db, { marathonId, municipalityId, directionId, status }: Cell): Promise<number> {
  const row = await queryRow(db, z.object({ count: column.int }), sql`
    select f."count" from "InitiativeFacet" f where f."marathonId" = ${marathonId}::uuid and f."municipalityId" = ${municipalityId}::uuid
      and f."directionId" = ${directionId}::uuid and f."status" = ${status} and f."day" = ${all.day}::date`);
  return row?.count ?? 0;
}

/** Submitted on that day or later, whatever the status: a range of the cell's days. */
export async function countSince(db: Db, { marathonId, municipalityId, directionId }: Omit<Cell, "status">, since: PlainDate): Promise<number> {
  const row = await queryRow(db, z.object({ count: column.int }), sql`
    select coalesce(sum(f."count"), 0) as "count" from "InitiativeFacet" f where f."marathonId" = ${marathonId}::uuid and f."municipalityId" = ${municipalityId}::uuid
      and f."directionId" = ${directionId}::uuid and f."status" = ${all.status} and f."day" >= ${since}::date`);
  return row?.count ?? 0;
}

const statusRow = z.object({ status: publicStatusField, count: column.int });

export async function countStatuses(db: Db, { marathonId, municipalityId, directionId }: Omit<Cell, "status">, statuses: readonly string[]): Promise<z.infer<typeof statusRow>[]> {
  return await queryRows(db, statusRow, sql`
    select f."status", f."count" from "InitiativeFacet" f where f."marathonId" = ${marathonId}::uuid and f."municipalityId" = ${municipalityId}::uuid
      and f."directionId" = ${directionId}::uuid and f."status" = any(${[...statuses]}::text[]) and f."day" = ${all.day}::date and f."count" > 0`);
}

const byId = z.object({ id: z.string(), count: column.int });

/** In: the directions to count, so that each is one step into the index. */
export async function countDirections(db: Db, { marathonId, municipalityId, status }: Omit<Cell, "directionId">, directionIds: readonly string[], since: PlainDate | null): Promise<z.infer<typeof byId>[]> {
  return await queryRows(db, byId, sql`
    select f."directionId" as "id", sum(f."count") as "count" from "InitiativeFacet" f
    where f."marathonId" = ${marathonId}::uuid and f."municipalityId" = ${municipalityId}::uuid and f."directionId" = any(${[...directionIds]}::uuid[]) and f."status" = ${status}
      and ${since === null ? sql`f."day" = ${all.day}::date` : sql`f."day" >= ${since}::date`}
    group by 1 having sum(f."count") > 0`);
}

/** As many rows as there are municipalities with something to show. */
export async function countMunicipalities(db: Db, { marathonId, directionId, status }: Omit<Cell, "municipalityId">): Promise<z.infer<typeof byId>[]> {
  return await queryRows(db, byId, sql`
    select f."municipalityId" as "id", f."count" from "InitiativeFacet" f
    where f."marathonId" = ${marathonId}::uuid and f."directionId" = ${directionId}::uuid and f."status" = ${status} and f."day" = ${all.day}::date
      and f."municipalityId" <> ${all.id}::uuid and f."count" > 0`);
}

const placeRow = z.object({ id: z.string(), name: z.string(), population: z.number().int().nullable(), longitude: z.number().nullable(), latitude: z.number().nullable() });

/** Where the municipalities that take part lie. */
export async function findPlaces(db: Db, marathonId: string): Promise<z.infer<typeof placeRow>[]> {
  return await queryRows(db, placeRow, sql`
    select u."id", u."shortName" as "name", u."population", u."longitude", u."latitude"
    from "Participation" p join "Unit" u on u."id" = p."municipalityId" and u."endedAt" is null where p."marathonId" = ${marathonId}::uuid
    order by u."shortName" collate "ru-x-icu"`);
}
