import { newId } from "@/shared/ids/id";
import { clock } from "../clock";
import type { Db } from "../db/client";
import { executeSql, sql } from "../db/sql";
import { afterCommit } from "../db/transaction";
import { once } from "../once";
import type { Loop } from "../loop";

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** one reason writes one letter: «initiative.decided:<id>:<version>» */
  readonly dedupeKey: string;
  /** sha-256 of the one-time token in its link: what the letter says is wiped once that is used or has run out (links.ts) */
  readonly tokenHash?: string;
}

/** Only known once the sender has started; a letter waits for it in the database. */
export const sender = once("mail-sender", () => ({ loop: null as Loop | null }));

/** Puts a letter down in the transaction; it is sent after the commit. A second one with the same key is not written. */
export async function queueEmail(db: Db, { to, ...letter }: Letter): Promise<void> {
  const now = clock.now();
  await executeSql(db, sql`
    insert into "Email" ("id", "toAddress", "subject", "text", "html", "dedupeKey", "tokenHash", "nextAttemptAt", "createdAt")
    values (${newId(now)}::uuid, ${to}, ${letter.subject}, ${letter.text}, ${letter.html}, ${letter.dedupeKey}, ${letter.tokenHash ?? null}, ${now}, ${now}) on conflict do nothing`);
  afterCommit(db, () => sender.loop?.wake());
}
