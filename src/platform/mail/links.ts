import { z } from "zod";
import type { Db } from "../db/client";
import { queryRows, sql } from "../db/sql";
import { wipeInMailbox } from "./mailbox";

/** Letters whose link does nothing any more keep their subject and their addressee, and say nothing. One that still waits is left until it went. */
export async function wipeSpentLinks(db: Db, now: Date): Promise<void> {
  const wiped = await queryRows(db, z.object({ id: z.string() }), sql`
    update "Email" e set "text" = '', "html" = ''
    where e."tokenHash" is not null and e."status" <> 'queued' and e."text" <> ''
      and not exists (select from "OneTimeToken" t where t."hash" = e."tokenHash" and t."usedAt" is null and t."expiresAt" > ${now})
    returning e."id"`);
  for (const { id } of wiped) await wipeInMailbox(id);
}
