import * as z from "zod";
import type { Visible } from "@/access/policy";
import type { Db } from "@/platform/db/client";
import type { Columns } from "@/platform/db/columns";
import { compileSql } from "@/platform/db/compile-sql";
import { column, executeSql, noSql, queryRow, queryRows, sql } from "@/platform/db/sql";
import { newId } from "@/shared/ids/id";
import { termSubjectField, tierField, type Tier } from "../../schema";
import type { Missed } from "../schema";

/** Facts of access/rules/regulation.ts, `missedTerm`. Alias: x. */
export const columns = {
  municipalityId: { prisma: "municipalityId", sql: `x."municipalityId"`, cast: "uuid" },
  bodyId: { prisma: "bodyId", sql: `x."bodyId"`, cast: "uuid" },
  wentUpTo: { prisma: "wentUpTo", sql: `x."wentUpTo"::text`, cast: "text" },
} as const satisfies Columns;

/** Out: its id; null when this very term was recorded before. */
export async function insertMissed(db: Db, { subject, subjectId, number, marathonId, municipalityId, bodyId, dueAt }: Missed, wentUpTo: Tier | null, at: Date): Promise<string | null> {
  const id = newId(at);
  const written = await executeSql(db, sql`
    insert into "MissedTerm" ("id", "subject", "subjectId", "number", "marathonId", "municipalityId", "bodyId", "dueAt", "wentUpTo", "at")
    values (${id}::uuid, ${subject}::"TermSubject", ${subjectId}::uuid, ${number}::int, ${marathonId}::uuid, ${municipalityId}::uuid, ${bodyId}::uuid, ${dueAt}, ${wentUpTo}::"Tier", ${at})
    on conflict do nothing`);
  return written === 1 ? id : null;
}

const missedRow = z.object({
  id: z.string(), subject: termSubjectField, subjectId: z.string(), number: column.int, municipality: z.string(), dueAt: column.instant, wentUpTo: tierField.nullable(),
  at: column.instant, settledAt: column.instant.nullable(), timeZone: z.string(),
});

/** Newest first, one more than the limit. */
export async function listMissed(db: Db, may: Visible<"missedTerm">, after: { at: string; id: string } | null, limit: number): Promise<z.infer<typeof missedRow>[]> {
  return await queryRows(db, missedRow, sql`
    select x."id", x."subject"::text, x."subjectId", x."number", u."shortName" as "municipality", x."dueAt", x."wentUpTo"::text, x."at", x."settledAt", coalesce(u."timeZone", r."timeZone", 'Europe/Moscow') as "timeZone"
    from "MissedTerm" x join "Unit" u on u."id" = x."municipalityId" left join "Unit" r on r."id" = u."regionId"
    where ${compileSql(may.filter, columns)} ${after === null ? noSql : sql`and (x."at", x."id") < (${new Date(after.at)}, ${after.id}::uuid)`}
    order by x."at" desc, x."id" desc limit ${limit + 1}::int`);
}

export async function countOpen(db: Db, may: Visible<"missedTerm">): Promise<number> {
  const found = await queryRow(db, z.object({ count: column.int }), sql`select count(*) as "count" from "MissedTerm" x where x."settledAt" is null and ${compileSql(may.filter, columns)}`);
  return found?.count ?? 0;
}
