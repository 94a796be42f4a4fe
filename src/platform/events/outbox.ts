import { afterCommit } from "../db/transaction";
import { isTransaction, type Db, type Prisma } from "../db/client";
import { wakeDispatcher } from "./dispatcher";
import { subscriptionsOf, type EventInfo, type EventKind } from "./event";

/**
 * Tells the rest of the platform, within the transaction of what happened. Runs the subscribers inside; those after the
 * commit get it from the dispatcher. In: the payload, when it happened and who did it.
 */
export async function announce<Payload>(db: Db, event: EventKind<Payload>, payload: Payload, info: EventInfo): Promise<void> {
  if (!isTransaction(db)) throw new Error(`«${event.type}» must be announced in a transaction`);
  const parsed = event.schema.parse(payload);
  const hasLater = subscriptionsOf("after", event.type).length > 0;
  await db.event.create({
    data: { type: event.type, payload: parsed as Prisma.InputJsonValue, actorId: info.actorId, at: info.at, dispatchedAt: hasLater ? null : info.at },
    select: { id: true },
  });
  for (const { handle } of subscriptionsOf("inside", event.type)) await handle(db, parsed, info);
  if (hasLater) afterCommit(db, wakeDispatcher);
}
