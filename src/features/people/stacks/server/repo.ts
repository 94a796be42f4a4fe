import * as z from "zod";
import type { Db } from "@/platform/db/client";
import { executeSql, queryRow, queryRows, sql } from "@/platform/db/sql";

export { findFile, readyFile, removeFiles, reserveFile, type ReadyFile } from "@/platform/files/rows";
export { findPlaces } from "../../desk/server/repo";

const factsRow = z.object({ gatheredById: z.string().nullable(), municipalityId: z.string().nullable(), unitId: z.string() });
export type StackFacts = z.infer<typeof factsRow>;

/** Who brought a scan, and where it was gathered. */
export async function findFacts(db: Db, fileId: string): Promise<StackFacts | null> {
  return await queryRow(db, factsRow, sql`
    select f."uploadedById" as "gatheredById", u."municipalityId", u."id" as "unitId" from "StoredFile" f join "Unit" u on u."id" = f."ownerId"
    where f."id" = ${fileId}::uuid and f."kind" = 'stackScan' and f."removedAt" is null`);
}

/** Of those who bring scans of one organisation one waits for another. */
export async function lockUnit(db: Db, unitId: string): Promise<void> {
  await executeSql(db, sql`select pg_advisory_xact_lock(hashtextextended(${`stacks:${unitId}`}, 0))`);
}

const idRow = z.object({ id: z.string() });

/** Whose signatures are on it, as far as they are known. */
export async function findSigners(db: Db, fileId: string): Promise<string[]> {
  const rows = await queryRows(db, idRow, sql`
    select "personId" as "id" from "Consent" where "scanId" = ${fileId}::uuid
    union select "authorId" from "Initiative" where "scanId" = ${fileId}::uuid and "authorId" is not null
    union select "authorId" from "LateSheet" where "scanId" = ${fileId}::uuid`);
  return rows.map(({ id }) => id);
}

/** Scans that came before then and that no sheet names. */
export async function findUnused(db: Db, before: Date): Promise<string[]> {
  const rows = await queryRows(db, idRow, sql`
    select f."id" from "StoredFile" f where f."kind" = 'stackScan' and f."removedAt" is null and f."createdAt" < ${before}
      and not exists (select 1 from "Consent" c where c."scanId" = f."id") and not exists (select 1 from "Initiative" i where i."scanId" = f."id")
      and not exists (select 1 from "LateSheet" l where l."scanId" = f."id") limit 1000`);
  return rows.map(({ id }) => id);
}
