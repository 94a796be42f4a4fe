import * as z from "zod";
import type { Visible } from "@/access/policy";
import { compileSql } from "@/platform/db/compile-sql";
import type { Db } from "@/platform/db/client";
import { column, queryRow, queryRows, rawSql, sql } from "@/platform/db/sql";
import { walkSql } from "@/platform/db/walk-sql";
import { initiativeColumns } from "../../../server/facts";
import { countLimit } from "../../queue/schema";

const row = z.object({
  id: z.string(), number: z.number(), slug: z.string(), version: z.number(), title: z.string(), essence: z.string(), expectedResult: z.string(), placeText: z.string().nullable(), municipality: z.string(),
  timeZone: z.string(), directionName: z.string(), directionNameEn: z.string(), submittedAt: column.instant, dueAt: column.instant.nullable(), asked: z.string().nullable(),
});
export type FoundRow = z.infer<typeof row>;

/** In every marathon: where no moderator has to be asked first, one may look all the same until the group accepts it. */
const waiting = rawSql(`i."status" = 'submitted'`);
const from = rawSql(`"Initiative" i`);
const key = rawSql(`coalesce(i."dueAt", 'infinity')`);

/** Those whose term ends first stand first. */
export async function findWaiting(db: Db, visible: Visible<"initiative">, after: readonly [string, string] | null, limit: number): Promise<FoundRow[]> {
  const beyond = after ? sql`(${key}, i."id") > (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`;
  const page = walkSql(visible.filter, initiativeColumns, { from, where: sql`${waiting} and ${beyond}`, key, id: rawSql(`i."id"`), direction: "asc", limit: limit + 1 });
  return await queryRows(db, row, sql`
    with page as materialized (${page})
    select i."id", i."number", mar."slug", i."version", i."title", i."essence", i."expectedResult", i."placeText", m."shortName" as "municipality", coalesce(m."timeZone", r."timeZone", 'Europe/Moscow') as "timeZone",
      d."name" as "directionName", d."nameEn" as "directionNameEn", i."submittedAt", i."dueAt",
      (select e."text" from "InitiativeEvent" e where e."initiativeId" = i."id" and e."kind" = 'returnedToAuthor' order by e."at" desc limit 1) as "asked"
    from page join "Initiative" i on i."id" = page."id" join "Marathon" mar on mar."id" = i."marathonId"
    join "Unit" m on m."id" = i."municipalityId" left join "Unit" r on r."id" = m."regionId" join "Direction" d on d."id" = i."directionId"
    order by page."key", i."id"`);
}

export async function countWaiting(db: Db, visible: Visible<"initiative">): Promise<number> {
  const found = await queryRow(db, z.object({ count: column.int }), sql`select count(*) as "count" from (select 1 from ${from} where ${compileSql(visible.filter, initiativeColumns)} and ${waiting} limit ${countLimit}::int) x`);
  return found?.count ?? 0;
}
