import * as z from "zod";
import type { Db } from "@/platform/db/client";
import { queryRows, sql } from "@/platform/db/sql";

const objectionRow = z.object({ id: z.string(), toUnitId: z.string() });

/** A marathon that is closed for good awaits nothing any more. */
const goingOn = (now: Date) => sql`mar."closingEndsOn" >= ${now}::date - 1`;

/** Objections that nobody answered in time, each with the tier above: of a municipality its region, of a region the country. Those at the top stay. */
export async function findOverdueObjections(db: Db, now: Date, limit: number): Promise<z.infer<typeof objectionRow>[]> {
  return await queryRows(db, objectionRow, sql`
    select x."id", x."toUnitId" from (
      select i."id", i."dueAt", case when i."objectionAtId" = i."municipalityId" then m."regionId" else at."parentId" end as "toUnitId"
      from "Initiative" i join "Unit" m on m."id" = i."municipalityId" join "Unit" at on at."id" = i."objectionAtId" join "Marathon" mar on mar."id" = i."marathonId"
      where i."objectionAtId" is not null and i."dueAt" <= ${now} and ${goingOn(now)}) x
    where x."toUnitId" is not null order by x."dueAt", x."id" limit ${limit}::int`);
}

const silentRow = z.object({ id: z.string(), isReminded: z.boolean(), isAppeal: z.boolean() });

/** Returned by a moderator, and its author has let the time pass. */
export async function findSilent(db: Db, now: Date, limit: number): Promise<z.infer<typeof silentRow>[]> {
  return await queryRows(db, silentRow, sql`
    select i."id", i."remindedAt" is not null as "isReminded", i."isAppeal" from "Initiative" i join "Marathon" mar on mar."id" = i."marathonId"
    where i."authorDueAt" <= ${now} and i."status" = 'returned' and ${goingOn(now)}
    order by i."authorDueAt", i."id" limit ${limit}::int`);
}
