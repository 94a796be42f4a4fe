import * as z from "zod";
import type { Filter } from "@/access/filter";
import type { Visible } from "@/access/policy";
import type { Db } from "@/platform/db/client";
import { compileSql } from "@/platform/db/compile-sql";
import { column, queryRows, rawSql, sql } from "@/platform/db/sql";
import { walkSql } from "@/platform/db/walk-sql";
import { initiativeColumns } from "../../server/facts";

const termRow = z.object({ number: column.int, title: z.string(), dueAt: column.instant });
export type FoundTerm = z.infer<typeof termRow>;

/** Open ones with a term, along the index of the queue. In: by which facts it is walked, what the asker may see. */
export async function findTerms(db: Db, along: Filter, may: Visible<"initiative">, limit: number): Promise<FoundTerm[]> {
  const open = sql`i."status" in ('submitted', 'moderated', 'inConsideration', 'clarification') and i."dueAt" is not null`;
  const page = walkSql(along, initiativeColumns, { from: rawSql(`"Initiative" i`), where: sql`${open} and ${compileSql(may.filter, initiativeColumns)}`, key: rawSql(`coalesce(i."dueAt", 'infinity')`), id: rawSql(`i."id"`), direction: "asc", limit });
  return await queryRows(db, termRow, sql`
    with page as materialized (${page})
    select i."number", i."title", i."dueAt" from page join "Initiative" i on i."id" = page."id" order by i."dueAt", i."id"`);
}
