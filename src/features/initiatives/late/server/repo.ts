import { z } from "zod";
import type { Visible } from "@/access/policy";
import type { Columns } from "@/platform/db/columns";
import type { Db } from "@/platform/db/client";
import { compileSql } from "@/platform/db/compile-sql";
import { column, executeSql, queryRow, queryRows, sql } from "@/platform/db/sql";
import { fullName } from "@/shared/text/person-name";
import { draftContent } from "../../schema";
import { lateStates } from "../../submission/schema";
import type { LateSheet } from "../schema";

/** Where a late sheet keeps the fact that access/rules/late-sheet.ts speaks of. */
export const lateColumns = { municipalityId: { prisma: "municipalityId", sql: `l."municipalityId"`, cast: "uuid" } } as const satisfies Columns;

const lateRow = z.object({
  id: z.string(), content: draftContent, directionName: z.string().nullable(), authorId: z.string(), familyName: z.string(), givenName: z.string(), patronymic: z.string().nullable(),
  organisation: z.string(), municipality: z.string(), municipalityId: z.string(), paperCase: z.string(), takenAt: column.instant, arrivedAt: column.instant, timeZone: z.string(),
});
/** Whose name is shown, and where: for the log. */
export type ListedLate = LateSheet & { readonly authorId: string; readonly municipalityId: string };

function toLate({ familyName, givenName, patronymic, ...row }: z.infer<typeof lateRow>): ListedLate {
  return { ...row, author: fullName({ familyName, givenName, patronymic }) };
}

/** What waits, the earliest first; one row more than the limit. */
export async function listWaiting(db: Db, after: readonly [string, string] | null, limit: number, may: Visible<"lateSheet">): Promise<ListedLate[]> {
  const rows = await queryRows(db, lateRow, sql`
    select l."id", l."content", d."name" as "directionName", l."authorId", p."familyName", p."givenName", p."patronymic", o."shortName" as "organisation", u."shortName" as "municipality",
      l."municipalityId", l."paperCase", l."takenAt", l."arrivedAt", coalesce(u."timeZone", region."timeZone", 'Europe/Moscow') as "timeZone"
    from "LateSheet" l join "Person" p on p."id" = l."authorId" join "Unit" o on o."id" = l."organisationId" join "Unit" u on u."id" = l."municipalityId" left join "Unit" region on region."id" = u."regionId"
    left join "Direction" d on d."id" = (l."content"->>'directionId')::uuid
    where l."state" = 'waiting' and ${compileSql(may.filter, lateColumns)}
      and ${after === null ? sql`true` : sql`(l."arrivedAt", l."id") > (${after[0]}::timestamptz, ${after[1]}::uuid)`}
    order by l."arrivedAt", l."id" limit ${limit}::int`);
  return rows.map(toLate);
}

export async function countWaiting(db: Db, may: Visible<"lateSheet">): Promise<number> {
  const row = await queryRow(db, z.object({ count: column.int }), sql`select count(*) as "count" from "LateSheet" l where l."state" = 'waiting' and ${compileSql(may.filter, lateColumns)}`);
  return row?.count ?? 0;
}

const standingRow = z.object({
  id: z.string(), state: z.enum(lateStates), marathonId: z.string(), municipalityId: z.string(), organisationId: z.string(), authorId: z.string(), helperId: z.string().nullable(),
  content: draftContent, paperCase: z.string(), scanId: z.string().nullable(), takenAt: column.instant, arrivedAt: column.instant,
});
export type StandingLate = z.infer<typeof standingRow>;

/** How it stands, whoever asks; locked until the end of the transaction, so that two who decide take turns. */
export async function takeLate(db: Db, id: string): Promise<StandingLate | null> {
  return await queryRow(db, standingRow, sql`
    select l."id", l."state"::text, l."marathonId", l."municipalityId", l."organisationId", l."authorId", l."helperId", l."content", l."paperCase", l."scanId", l."takenAt", l."arrivedAt"
    from "LateSheet" l where l."id" = ${id}::uuid for update of l`);
}

/** Of what has become an initiative the words stand there. */
export async function settleLate(db: Db, id: string, { state, reason, decidedById, decidedAt }: { state: "accepted" | "declined"; reason: string | null; decidedById: string; decidedAt: Date }): Promise<void> {
  await executeSql(db, sql`
    update "LateSheet" set "state" = ${state}::"LateState", "reason" = ${reason}, "decidedById" = ${decidedById}::uuid, "decidedAt" = ${decidedAt},
      "content" = case when ${state}::text = 'accepted' then '{}'::jsonb else "content" end
    where "id" = ${id}::uuid`);
}

const wordsRow = z.object({ title: z.string(), reason: z.string().nullable() });

/** Of one that is not an initiative: for the message about it. */
export async function findWords(db: Db, id: string): Promise<z.infer<typeof wordsRow> | null> {
  return await queryRow(db, wordsRow, sql`select coalesce(l."content"->>'title', '') as "title", l."reason" from "LateSheet" l where l."id" = ${id}::uuid`);
}
