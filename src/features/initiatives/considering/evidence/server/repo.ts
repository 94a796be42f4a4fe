import type { Db } from "@/platform/db/client";
import { executeSql, sql } from "@/platform/db/sql";

export { findFile, listFiles, readyFile, removeFiles, reserveFile, type FileRow, type ReadyFile } from "@/platform/files/rows";
export { addEvent, findConsidered, type Considered } from "../../server/repo";

/** Held until the transaction ends: nobody takes a step meanwhile, nobody adds beside. */
export async function lockInitiative(db: Db, id: string): Promise<void> {
  await executeSql(db, sql`select 1 from "Initiative" where "id" = ${id}::uuid for update`);
}

/** Whose an appeal was, once its author had their data erased. */
export async function findKeptOf(db: Db, initiativeId: string): Promise<string | null> {
  return (await db.keptAppeal.findUnique({ where: { initiativeId }, select: { personId: true } }))?.personId ?? null;
}
