import type { z } from "zod";
import type { Db } from "../db/client";
import { once } from "../once";

/** What a feature announces: a name and the shape of what goes with it – ids and numbers, JSON as it stands, no personal data. */
export interface EventKind<Payload> {
  readonly type: string;
  readonly schema: z.ZodType<Payload>;
}

/** In `features/<noun>/events.ts`: `export const initiativeSubmitted = defineEvent("initiative.submitted", z.object({ … }))`. */
export function defineEvent<Payload>(type: `${string}.${string}`, schema: z.ZodType<Payload>): EventKind<Payload> {
  return { type, schema };
}

export interface EventInfo {
  readonly at: Date;
  /** who caused it; null: the system */
  readonly actorId: string | null;
}

export type Subscriber<Payload> = (db: Db, payload: Payload, info: EventInfo) => Promise<void>;

interface Subscription {
  readonly name: string;
  readonly handle: (db: Db, payload: unknown, info: EventInfo) => Promise<void>;
}

const registry = once("event-subscribers", () => ({ inside: new Map<string, Subscription[]>(), after: new Map<string, Subscription[]>() }));

/**
 * Runs in the transaction of what is announced, at that moment: ledger, handover, erasure. A failure undoes everything.
 * In: a name of one's own, which keeps a second registration of the same from doubling it.
 */
export function subscribeInside<Payload>(event: EventKind<Payload>, name: string, handle: Subscriber<Payload>): void {
  add(registry.inside, event, name, handle);
}

/**
 * Runs after the commit, in a transaction of its own that also marks the event as dispatched: what it writes by its `db` is
 * written exactly once. What it does outside the database may happen twice. A failure is tried again, with pauses.
 */
export function subscribeAfter<Payload>(event: EventKind<Payload>, name: string, handle: Subscriber<Payload>): void {
  add(registry.after, event, name, handle);
}

export function subscriptionsOf(when: "inside" | "after", type: string): readonly Subscription[] {
  return registry[when].get(type) ?? [];
}

function add<Payload>(map: Map<string, Subscription[]>, event: EventKind<Payload>, name: string, handle: Subscriber<Payload>): void {
  const others = (map.get(event.type) ?? []).filter((other) => other.name !== name);
  map.set(event.type, [...others, { name, handle: async (db, payload, info) => await handle(db, event.schema.parse(payload), info) }]);
}
