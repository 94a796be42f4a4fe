import type { Actor } from "@/access/actor";
import { mayOpenStack } from "@/features/people/stacks/server/service";
import type { Db } from "@/platform/db/client";
import type { Paper } from "../../schema";

/** What is told of an initiative that came on paper, to whoever may know its author. Null: it was not taken down on paper or offline. */
export async function paperOf(db: Db, actor: Actor, { takenAt, paperCase, scanId }: { readonly takenAt: Date | null; readonly paperCase: string | null; readonly scanId: string | null }): Promise<Paper | null> {
  if (takenAt === null) return null;
  return { takenAt, paperCase, isOnScan: scanId !== null, scanId: scanId !== null && (await mayOpenStack(db, actor, scanId)) ? scanId : null };
}
