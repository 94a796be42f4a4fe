import { z } from "zod";
import type { Visible } from "@/access/policy";
import { publicInitiativeStatuses } from "@/access/rules/initiative";
import type { Db } from "@/platform/db/client";
import { compileSql } from "@/platform/db/compile-sql";
import { column, noSql, queryRows, rawSql, sql, type Sql } from "@/platform/db/sql";
import { initiativeColumns } from "../../server/facts";
import { neighbourhoods, type Window } from "../rules";

/** The expression of the index «Initiative_public_search», and the condition under which a row is in it. */
export const searchable = sql`(initiative_words(i."title", i."essence") || initiative_facets(i."number", i."marathonId", i."municipalityId", i."directionId", i."status"))`;
export const isSearchable = rawSql(`i."status" in (${publicInitiativeStatuses.map((status) => `'${status}'`).join(", ")})`);

const foundRow = z.object({ id: z.string(), number: column.int, supportCount: column.int });
export type Found = z.infer<typeof foundRow>;

interface Asked {
  readonly query: string;
  readonly window: Window;
  /** words that follow each other: a regular expression over the folded text */
  readonly phrases: readonly string[];
  readonly limit: number;
}

/**
 * Initiatives that the index of words finds within the window, the newest first. «Materialized» keeps the planner from
 * walking the list and parsing each text on the way.
 */
export async function findIn(db: Db, { query, window, phrases, limit }: Asked, may: Visible<"initiative">): Promise<Found[]> {
  return await queryRows(db, foundRow, sql`
    with i as materialized (
      select i."id", i."number", i."supportCount"${factsBeside}${phrases.length > 0 ? textsBeside : noSql} from "Initiative" i where ${isSearchable} and ${searchable} @@ ${query}::tsquery
    )
    select i."id", i."number", i."supportCount" from i
    where i."number" >= ${window.from}::int and i."number" < ${window.below}::int and ${compileSql(may.filter, initiativeColumns)}${inOrder(phrases)}
    order by i."number" desc limit ${limit}::int`);
}

/** What a condition of access may speak of, and what a phrase is looked for in: read once, with the row. */
const factsBeside = rawSql(Object.keys(initiativeColumns).map((name) => `, i."${name}"`).join(""));
const textsBeside = rawSql(`, i."title", i."essence"`);

function inOrder(phrases: readonly string[]): Sql {
  return phrases.length === 0 ? noSql : sql` and initiative_text(i."title", i."essence") ~ all(${[...phrases]}::text[])`;
}

/** The query, asked of the neighbourhoods of the window alone. */
export function narrowed(query: string, window: Window): string {
  return `${neighbourhoods(window)} & ${query}`;
}

export async function findNumber(db: Db, number: number, may: Visible<"initiative">): Promise<Found[]> {
  return await queryRows(db, foundRow, sql`select i."id", i."number", i."supportCount" from "Initiative" i where i."number" = ${number}::int and ${compileSql(may.filter, initiativeColumns)}`);
}

/** The number after the last one that was given. */
export async function numbersBelow(db: Db): Promise<number> {
  const [last] = await queryRows(db, z.object({ number: column.int }), sql`select "number" from "Initiative" order by "number" desc limit 1`);
  return (last?.number ?? 0) + 1;
}

const textRow = z.object({ id: z.string(), title: z.string(), essence: z.string() });

export async function textsOf(db: Db, ids: readonly string[]): Promise<z.infer<typeof textRow>[]> {
  return await queryRows(db, textRow, sql`select "id", "title", left("essence", 4000) as "essence" from "Initiative" where "id" = any(${[...ids]}::uuid[])`);
}
