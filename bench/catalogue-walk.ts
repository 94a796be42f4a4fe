import type pg from "pg";
import * as z from "zod";
import { anonymous } from "@/access/actor";
import { visible } from "@/access/policy";
import { initiative, publicInitiativeStatuses } from "@/access/rules/initiative";
import { listPage, type Listing } from "@/features/initiatives/catalogue/server/repo";
import { all } from "@/features/initiatives/facets/server/repo";
import { countFacets, fold } from "@/features/initiatives/facets/server/service";
import { closeDatabase, db } from "@/platform/db/client";
import { column, queryRow, queryRows, sql } from "@/platform/db/sql";
import { countingWork } from "./statements";

export { closeDatabase, fold };

const pageLength = 21;
const sorts = ["newest", "supported"] as const;
const may = visible(initiative, anonymous, "readPublic");

export interface Walked {
  readonly name: string;
  /** «queue»: a list of somebody in a role (queue-walk.ts) */
  readonly sort: (typeof sorts)[number] | "queue";
  /** how many rows there are behind the choice */
  readonly size: number;
  /** blocks of the first page and of the deepest full one */
  readonly first: number;
  readonly deepest: number;
}

const cellRow = z.object({ municipalityId: z.string(), directionId: z.string(), status: z.string(), count: column.int });

/** For every choice of filters the rarest cell that fills a page, else the fullest of those that don't. */
async function choices(marathonId: string) {
  return await queryRows(db, cellRow, sql`
    with cells as (
      select "municipalityId", "directionId", "status", "count", "municipalityId" = ${all.id}::uuid as "m", "directionId" = ${all.id}::uuid as "d", "status" = '' as "s", "count" >= ${pageLength}::int as "fills"
      from "InitiativeFacet" where "marathonId" = ${marathonId}::uuid and "day" = ${all.day}::date and "count" > 0
    )
    select distinct on ("m", "d", "s") "municipalityId", "directionId", "status", "count" from cells
    order by "m", "d", "s", "fills" desc, case when "fills" then "count" else -"count" end`);
}

/** In: a database on which nobody else works. Out: every choice of filters in both orders, first page and deepest, and what counting the facets takes. */
export async function walkCatalogue(database: pg.Client, now: Date): Promise<{ walked: Walked[]; facets: number }> {
  const marathon = await queryRow(db, z.object({ id: z.string() }), sql`select "id" from "Marathon" order by "startsOn" desc limit 1`);
  const marathonId = marathon?.id ?? "";
  const walked: Walked[] = [];
  for (const cell of await choices(marathonId)) {
    const facets = {
      municipalityId: cell.municipalityId === all.id ? undefined : cell.municipalityId, directionId: cell.directionId === all.id ? undefined : cell.directionId,
      statuses: publicInitiativeStatuses.filter((status) => status === cell.status),
    };
    for (const sort of sorts) {
      const listing: Listing = { marathonId, facets, sort, after: null, limit: pageLength };
      const after = await deepest(listing, cell.count);
      const blocks = async (from: Listing["after"]) => {
        const read = async () => void (await listPage(db, { ...listing, after: from }, may));
        await read();
        return (await countingWork(database, read)).blocks;
      };
      walked.push({ sort, name: `${[facets.municipalityId && "муниципалитет", facets.directionId && "направление", cell.status && "состояние"].filter(Boolean).join(" + ") || "всё"}, ${sort}`, size: cell.count, first: await blocks(null), deepest: await blocks(after) });
    }
  }
  const counted = await countingWork(database, async () => void (await countFacets(db, {}, now)));
  return { walked, facets: counted.blocks };
}

const positionRow = z.object({ id: z.string(), submittedAt: column.instant, supportCount: column.int });

/** The place after which exactly the last page stands. */
async function deepest({ marathonId, facets, sort }: Listing, size: number): Promise<Listing["after"]> {
  if (size <= pageLength) return null;
  const order = sort === "newest" ? sql`i."submittedAt", i."id"` : sql`i."supportCount", i."id"`;
  const row = await queryRow(db, positionRow, sql`
    select i."id", i."submittedAt", i."supportCount" from "Initiative" i
    where i."marathonId" = ${marathonId}::uuid and i."status" = any(${facets.statuses?.length ? facets.statuses : [...publicInitiativeStatuses]}::"InitiativeStatus"[])
      and ${facets.municipalityId ? sql`i."municipalityId" = ${facets.municipalityId}::uuid` : sql`true`} and ${facets.directionId ? sql`i."directionId" = ${facets.directionId}::uuid` : sql`true`}
    order by ${order} offset ${pageLength}::int limit 1`);
  if (!row) return null;
  return sort === "newest" ? [row.submittedAt.toISOString(), row.id] : [row.supportCount, row.id];
}
