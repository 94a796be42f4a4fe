import { afterCommit } from "../db/transaction";
import type { Db } from "../db/client";
import { log } from "../log";
import { loopback, revalidateHeader, revalidatePath, revalidateSecret } from "./loopback";

/**
 * Cached pages and reads under these tags are drawn anew at the next visit. In: the transaction that changes their data;
 * they are dropped after its commit, before transaction() returns, so that who changed it sees it. Next drops nothing
 * when asked from outside itself (STACK.md), hence the request to ourselves.
 */
export function dropTags(db: Db, tags: readonly string[]): void {
  afterCommit(db, async () => void (await dropTagsNow(tags)));
}

/** Out: whether they are dropped. Where no server runs (seeds, tests) there is no cache. */
export async function dropTagsNow(tags: readonly string[]): Promise<boolean> {
  if (loopback.url === null || tags.length === 0) return false;
  try {
    const response = await fetch(new URL(revalidatePath, loopback.url), {
      method: "POST",
      headers: { "content-type": "application/json", [revalidateHeader]: revalidateSecret() },
      body: JSON.stringify(tags),
      signal: AbortSignal.timeout(3_000),
    });
    if (!response.ok) log.error({ tags, status: response.status }, "cached pages were not dropped");
    return response.ok;
  } catch (err) {
    log.error({ err, tags }, "cached pages were not dropped");
    return false;
  }
}
