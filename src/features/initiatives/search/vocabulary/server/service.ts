import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import * as repo from "./repo";

/** Goes up when rootOf or the families change: the words are then counted anew with the new roots. */
const rootsEdition = 1;

/** Initiatives in one run at most; the rest a minute later. */
const mostAtOnce = 20_000;

/** Counting a million takes a minute or two. */
const longest = 20 * 60_000;

/** An event of a longer transaction appears among older ones: they are looked at when nobody writes there any more. */
const settledMs = 2 * 60_000;

/** Counts the words of all public initiatives anew: what was withdrawn, corrected or missed comes right. A million takes about a minute. */
export async function recountWords(now: Date): Promise<void> {
  await transaction(async (db) => {
    await repo.lockWords(db);
    await countAll(db, now);
  }, { timeout: longest });
}

/** Adds the words of initiatives that have become public since the last count. Out: of how many. */
export async function countNewWords(now: Date): Promise<number> {
  return await transaction(async (db) => {
    await repo.lockWords(db);
    const state = await repo.findState(db);
    if (!state || state.rootsEdition !== rootsEdition) return await countAll(db, now);
    const upTo = firstIdAt(new Date(now.getTime() - settledMs));
    const found = await repo.findPublished(db, state.eventId, upTo, mostAtOnce);
    const ids = found.map(({ id }) => id);
    if (ids.length > 0) await repo.addWords(db, await repo.countWords(db, ids));
    const eventId = found.length < mostAtOnce ? upTo : (found.at(-1)?.eventId ?? upTo);
    await repo.saveState(db, { initiatives: state.initiatives + ids.length, eventId: eventId > state.eventId ? eventId : state.eventId, rootsEdition }, now);
    return ids.length;
  }, { timeout: longest });
}

async function countAll(db: Db, now: Date): Promise<number> {
  const words = await repo.countWords(db, null);
  const initiatives = await repo.countPublic(db, null);
  await repo.forgetWords(db);
  await repo.addWords(db, words);
  await repo.saveState(db, { initiatives, eventId: firstIdAt(new Date(now.getTime() - settledMs)), rootsEdition }, now);
  return initiatives;
}

/** The least uuid of version 7 that is made at this instant. */
function firstIdAt(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
