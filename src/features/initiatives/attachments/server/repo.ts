import { z } from "zod";
import type { Visible } from "@/access/policy";
import type { Db } from "@/platform/db/client";
import { compileSql } from "@/platform/db/compile-sql";
import { queryRow, queryRows, sql } from "@/platform/db/sql";
import { initiativeColumns } from "../../server/facts";
import { draftColumns } from "../../drafts/server/facts";

export { findFile, listFiles, readyFile, removeFiles, reserveFile, type FileRow, type ReadyFile } from "@/platform/files/rows";

/** Holds the draft until the transaction ends: nobody submits it meanwhile, nobody adds beside. Out: is it there, and the asker's? */
export async function lockDraft(db: Db, id: string, may: Visible<"draft">): Promise<boolean> {
  return (await queryRow(db, z.object({ id: z.string() }), sql`select d."id" from "InitiativeDraft" d where d."id" = ${id}::uuid and ${compileSql(may.filter, draftColumns)} for update`)) !== null;
}

export async function hasDraft(db: Db, id: string, may: Visible<"draft">): Promise<boolean> {
  return (await queryRow(db, z.object({ id: z.string() }), sql`select d."id" from "InitiativeDraft" d where d."id" = ${id}::uuid and ${compileSql(may.filter, draftColumns)}`)) !== null;
}

export async function hasInitiative(db: Db, id: string, may: Visible<"initiative">): Promise<boolean> {
  return (await queryRow(db, z.object({ id: z.string() }), sql`select i."id" from "Initiative" i where i."id" = ${id}::uuid and ${compileSql(may.filter, initiativeColumns)}`)) !== null;
}

/** Of drafts that were discarded, and of a visitor's whose cookie has run out by then. */
export async function findOrphans(db: Db, visitorsBefore: Date): Promise<string[]> {
  const rows = await queryRows(db, z.object({ id: z.string() }), sql`
    select f."id" from "StoredFile" f left join "InitiativeDraft" d on d."id" = f."ownerId"
    where f."kind" = 'attachment' and f."removedAt" is null and not exists (select 1 from "Initiative" i where i."id" = f."ownerId")
      and (d."id" is null or (d."authorId" is null and d."updatedAt" < ${visitorsBefore}))
    limit 1000`);
  return rows.map(({ id }) => id);
}
