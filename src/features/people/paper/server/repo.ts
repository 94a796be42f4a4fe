import type { Db } from "@/platform/db/client";
import { executeSql, sql } from "@/platform/db/sql";

export { findFile, listFiles, readyFile, removeFiles, reserveFile, type ReadyFile } from "@/platform/files/rows";
export { findPerson, type DeskRow } from "../../desk/server/repo";

/** One paper of a person after another. */
export async function lockPerson(db: Db, id: string): Promise<void> {
  await executeSql(db, sql`select 1 from "Person" where "id" = ${id}::uuid for update`);
}
