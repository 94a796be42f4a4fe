import { z } from "zod";
import { clock } from "../clock";
import { db as root, type Db } from "../db/client";
import { column, executeSql, queryRow, queryRows, sql } from "../db/sql";
import { transaction } from "../db/transaction";
import { log } from "../log";
import { startLoop, type Loop } from "../loop";
import { once } from "../once";
import { subscriptionsOf } from "./event";

const state = once("event-dispatcher", () => ({ loop: null as Loop | null }));

/** After this many failures an event stays as it is, with its last error, for somebody to look at. */
export const maxAttempts = 12;
const batchSize = 25;
/** any number that nothing else locks */
const lockKey = 7_310_001;

const eventSchema = z.object({
  id: column.bigint,
  type: z.string(),
  payload: z.unknown(),
  actorId: z.string().nullable(),
  at: column.instant,
  attempts: z.number(),
});
type StoredEvent = z.infer<typeof eventSchema>;

/** Starts handing events to the subscribers after commit. Any number of processes may: one at a time does it. */
export function startDispatcher(): Loop {
  return (state.loop = startLoop("events", { everyMs: 2_000, gatherMs: 100 }, dispatchAll));
}

/** Called after a commit in this process; other processes look every two seconds. */
export function wakeDispatcher(): void {
  state.loop?.wake();
}

/** Hands out all events that are due, in the order of their ids. Out: when none is left. */
export async function dispatchAll(): Promise<void> {
  for (;;) {
    const { found, failed } = await dispatchBatch();
    if (failed) await dispatchAlone(failed);
    else if (found < batchSize) return;
  }
}

class SubscriberFailed extends Error {
  constructor(readonly event: StoredEvent, readonly subscriber: string, cause: unknown) {
    super(`subscriber «${subscriber}» of «${event.type}» failed`, { cause });
  }
}

/** Many in one transaction. If one fails, all are undone, and that one is marked before the others are tried again. */
async function dispatchBatch(): Promise<{ found: number; failed: SubscriberFailed | null }> {
  try {
    const found = await transaction(
      async (db) => {
        const events = await claim(db);
        for (const event of events) await deliver(db, event);
        events.forEach(({ id }) => retryAt.delete(id));
        if (events.length > 0) await executeSql(db, sql`update "Event" set "dispatchedAt" = ${clock.now()} where "id" = any(${events.map(({ id }) => id)}::bigint[])`);
        return events.length;
      },
      { timeout: 60_000 },
    );
    return { found, failed: null };
  } catch (error) {
    if (error instanceof SubscriberFailed) return { found: 0, failed: error };
    throw error;
  }
}

/** The lock keeps the order between processes; it goes with the transaction. Failed ones wait 5 s, 10 s, 20 s … up to an hour. */
async function claim(db: Db): Promise<StoredEvent[]> {
  const lock = await queryRow(db, z.object({ mine: z.boolean() }), sql`select pg_try_advisory_xact_lock(${lockKey}::bigint) as "mine"`);
  if (!lock?.mine) return [];
  const paused = [...retryAt].filter(([, at]) => at > performance.now()).map(([id]) => id);
  return await queryRows(db, eventSchema, sql`
    select "id", "type", "payload", "actorId", "at", "attempts" from "Event"
    where "dispatchedAt" is null and "attempts" < ${maxAttempts}::int and "id" <> all(${paused}::bigint[])
    order by "id" limit ${batchSize}::int for update skip locked`);
}

/** Pauses are kept in memory: a restarted process tries at once. */
const retryAt = new Map<bigint, number>();

async function deliver(db: Db, event: StoredEvent): Promise<void> {
  for (const { name, handle } of subscriptionsOf("after", event.type)) {
    try {
      await handle(db, event.payload, { at: event.at, actorId: event.actorId });
    } catch (error) {
      throw new SubscriberFailed(event, name, error);
    }
  }
}

async function dispatchAlone({ event, subscriber, cause }: SubscriberFailed): Promise<void> {
  const attempts = event.attempts + 1;
  const pause = Math.min(5_000 * 2 ** event.attempts, 3_600_000);
  retryAt.set(event.id, performance.now() + pause);
  if (attempts >= maxAttempts) retryAt.delete(event.id);
  log.error({ err: cause, event: String(event.id), type: event.type, subscriber, attempts }, "event subscriber failed");
  const lastError = `${subscriber}: ${cause instanceof Error ? cause.name : "error"}`;
  await executeSql(root, sql`update "Event" set "attempts" = ${attempts}::int, "lastError" = ${lastError} where "id" = ${event.id}::bigint and "dispatchedAt" is null`);
}
