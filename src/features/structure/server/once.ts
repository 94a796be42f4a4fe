import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { onceFor, ownerOf } from "@/platform/idempotency";
import type { Context } from "@/platform/trpc/context";

export type Asker = Pick<Context, "actor" | "now" | "visitor">;

/** Once per key, in one transaction. In: the work, which loads, authorises, applies the rule, writes and announces. */
export async function once<T>({ actor, visitor }: Asker, procedure: string, input: { readonly key: string }, work: (db: Db) => Promise<T>): Promise<T> {
  const { key, ...asked } = input;
  return await transaction(async (db) => await onceFor(db, { owner: ownerOf({ actor, visitor }), procedure: `structure.${procedure}`, key, input: asked }, async () => await work(db)));
}
