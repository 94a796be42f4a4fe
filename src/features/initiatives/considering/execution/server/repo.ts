import type { Db } from "@/platform/db/client";
import type { ExternalSystem } from "@/platform/db/client/client";
import { newId } from "@/shared/ids/id";

/** Out: false when that number of that system stands there already. */
export async function addPassing(db: Db, made: { initiativeId: string; system: ExternalSystem; number: string; link: string | null; byId: string; at: Date }): Promise<boolean> {
  const { count } = await db.passedOn.createMany({ data: [{ id: newId(made.at), ...made }], skipDuplicates: true });
  return count === 1;
}
