import { visibleToSystem } from "@/access/policy";
import type { Db } from "@/platform/db/client";
import * as repo from "./repo";

export type { Letter } from "./repo";

/** For subscribers that write letters: what was said, and to whom. Null when the message is gone. */
export async function letterOf(db: Db, messageId: string): Promise<repo.Letter | null> {
  return await repo.findLetter(db, visibleToSystem("ticket", "a letter to the person who asked"), messageId);
}
