import { afterCommit } from "../db/transaction";
import { isTransaction, type Db } from "../db/client";
import { executeSql, sql } from "../db/sql";
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
  await executeSql(db, sql`
    insert into "Event" ("type", "payload", "actorId", "at", "dispatchedAt")
    values (${event.type}, ${JSON.stringify(parsed)}::jsonb, ${info.actorId}::uuid, ${info.at}, ${hasLater ? null : info.at})`, { prepareAs: "announce" });
  for (const { handle } of subscriptionsOf("inside", event.type)) await handle(db, parsed, info);
  if (hasLater) afterCommit(db, wakeDispatcher);
}
