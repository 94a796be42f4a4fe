import { z } from "zod";
import type { Visible } from "@/access/policy";
import type { Db } from "@/platform/db/client";
import { compileSql } from "@/platform/db/compile-sql";
import type { Columns } from "@/platform/db/columns";
import { column, queryRow, queryRows, sql } from "@/platform/db/sql";
import type { KeyQuestion, Seat } from "../schema";

/** Where a key question keeps the facts of access/rules/key-question.ts. */
export const questionColumns = {
  municipalityId: { prisma: "municipalityId", sql: `k."municipalityId"`, cast: "uuid" },
  bodyId: { prisma: "bodyId?", sql: `k."bodyId"`, cast: "uuid" },
} as const satisfies Columns;

const questionRow = z.object({
  id: z.string(), text: z.string(), explanation: z.string().nullable(), municipalityId: z.string(), municipality: z.string(), directionId: z.string().nullable(),
  group: z.string().nullable(), publishedAt: column.instant, isClosed: z.boolean(),
});

const columns = sql`k."id", k."text", k."explanation", k."municipalityId", u."shortName" as "municipality", k."directionId", b."name" as "group", k."publishedAt", k."closedAt" is not null as "isClosed"`;
const joins = sql`join "Unit" u on u."id" = k."municipalityId" left join "Body" b on b."id" = k."bodyId"`;

export interface Listing {
  readonly marathonId: string;
  readonly municipalityId: string | null;
  readonly after: readonly [string, string] | null;
  /** one more than a page shows */
  readonly limit: number;
}

/** Asked now, the latest first. */
export async function listOpen(db: Db, { marathonId, municipalityId, after, limit }: Listing, may: Visible<"keyQuestion">): Promise<KeyQuestion[]> {
  return await queryRows(db, questionRow, sql`
    select ${columns} from "KeyQuestion" k ${joins}
    where k."marathonId" = ${marathonId}::uuid and k."closedAt" is null and ${compileSql(may.filter, questionColumns)}
      and ${municipalityId === null ? sql`true` : sql`k."municipalityId" = ${municipalityId}::uuid`}
      and ${after === null ? sql`true` : sql`(k."publishedAt", k."id") < (${after[0]}::timestamptz, ${after[1]}::uuid)`}
    order by k."publishedAt" desc, k."id" desc limit ${limit}::int`);
}

/** Of the current marathons, asked now or before, that the asker may publish or close. */
export async function listOwn(db: Db, marathonIds: readonly string[], may: Visible<"keyQuestion">): Promise<KeyQuestion[]> {
  return await queryRows(db, questionRow, sql`
    select ${columns} from "KeyQuestion" k ${joins} where k."marathonId" = any(${[...marathonIds]}::uuid[]) and ${compileSql(may.filter, questionColumns)}
    order by k."closedAt" is not null, k."publishedAt" desc, k."id" limit 100`);
}

export async function findOpen(db: Db, id: string): Promise<(KeyQuestion & { readonly marathonId: string; readonly bodyId: string | null }) | null> {
  return await queryRow(db, questionRow.extend({ marathonId: z.string(), bodyId: z.string().nullable() }), sql`
    select ${columns}, k."marathonId", k."bodyId" from "KeyQuestion" k ${joins} where k."id" = ${id}::uuid`);
}

const seatRow = z.object({ municipalityId: z.string(), bodyId: z.string().nullable(), name: z.string() });

/** Names of the municipalities and groups where somebody holds a post. */
export async function findSeats(db: Db, municipalityIds: readonly string[], bodyIds: readonly string[]): Promise<Seat[]> {
  return await queryRows(db, seatRow, sql`
    select u."id" as "municipalityId", null::uuid as "bodyId", u."shortName" as "name" from "Unit" u where u."id" = any(${[...municipalityIds]}::uuid[])
    union all
    select b."municipalityId", b."id", b."name" from "Body" b where b."id" = any(${[...bodyIds]}::uuid[]) and b."kind" = 'workingGroup'
    order by "bodyId" nulls first, "name"`);
}

/** A group's only direction, where it has one. */
export async function findOnlyDirection(db: Db, bodyId: string): Promise<string | null> {
  const rows = await queryRows(db, z.object({ id: z.string() }), sql`select "directionId" as "id" from "BodyDirection" where "bodyId" = ${bodyId}::uuid limit 2`);
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}

export async function isGroupOf(db: Db, bodyId: string, municipalityId: string): Promise<boolean> {
  const row = await queryRow(db, z.object({ id: z.string() }), sql`
    select "id" from "Body" where "id" = ${bodyId}::uuid and "municipalityId" = ${municipalityId}::uuid and "kind" = 'workingGroup' and "endedAt" is null`);
  return row !== null;
}

export interface NewQuestion {
  readonly id: string;
  readonly marathonId: string;
  readonly municipalityId: string;
  readonly bodyId: string | null;
  readonly directionId: string | null;
  readonly text: string;
  readonly explanation: string | null;
  readonly publishedById: string;
  readonly publishedAt: Date;
}

export async function insertQuestion(db: Db, question: NewQuestion): Promise<void> {
  await db.keyQuestion.create({ data: question, select: { id: true } });
}

/** Closed once: a second press changes nothing. */
export async function closeQuestion(db: Db, id: string, now: Date): Promise<void> {
  await db.keyQuestion.updateMany({ where: { id, closedAt: null }, data: { closedAt: now } });
}
