import * as z from "zod";
import { resume } from "@/features/regulation/rules";
import { termUnitField } from "@/features/regulation/schema";
import { regulationOf } from "@/features/regulation/server/service";
import type { Db } from "@/platform/db/client";
import { column, executeSql, queryRows, sql } from "@/platform/db/sql";
import { newId } from "@/shared/ids/id";

const pausedRow = z.object({ id: z.string(), marathonId: z.string(), municipalityId: z.string(), left: column.int.nullable(), unit: termUnitField, status: z.enum(["clarification", "returned"]) });

/** What waits for the author's answer would wait for ever: the group goes on, in what was left of its term. An appeal that a moderator returned is before the moderator again. */
export async function goOnWithoutAuthor(db: Db, ids: readonly string[], now: Date): Promise<void> {
  const paused = await queryRows(db, pausedRow, sql`
    select i."id", i."pausedLeft" as "left", i."marathonId", i."municipalityId", i."termUnit"::text as "unit", i."status"::text as "status" from "Initiative" i
    where i."authorId" = any(${ids}::uuid[]) and (i."status" = 'clarification' or (i."status" = 'returned' and i."isAppeal")) for update of i`);
  for (const { id, left, unit, marathonId, municipalityId, status } of paused) {
    const to = status === "clarification" ? "inConsideration" : "submitted";
    const dueAt = left === null ? null : resume(now, left, unit, (await regulationOf(db, marathonId, municipalityId, now)).office);
    await executeSql(db, sql`
      update "Initiative" set "status" = ${to}::"InitiativeStatus", "dueAt" = coalesce(${dueAt}::timestamptz, "dueAt"), "pausedLeft" = null, "authorDueAt" = null where "id" = ${id}::uuid`);
    await executeSql(db, sql`insert into "InitiativeEvent" ("id", "initiativeId", "kind", "visibility", "toStatus", "at") values (${newId(now)}::uuid, ${id}::uuid, 'authorErased', 'public', ${to}::"InitiativeStatus", ${now})`);
  }
}
