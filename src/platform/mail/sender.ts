import { z } from "zod";
import { clock } from "../clock";
import { db } from "../db/client";
import { executeSql, queryRows, sql } from "../db/sql";
import { log } from "../log";
import { startLoop, type Loop } from "../loop";
import { sender } from "./queue";
import { openTransport, type Transport } from "./transport";

const batchSize = 20;
/** how long a process that took a letter may be at it before another takes it */
const leaseMs = 5 * 60_000;
/** minutes until the next attempt; after the last the letter has failed */
const pauses = [1, 5, 15, 60, 180, 360, 720, 1440];

const rowSchema = z.object({ id: z.string(), to: z.string(), subject: z.string(), text: z.string(), html: z.string(), dedupeKey: z.string(), attempts: z.number() });
type Row = z.infer<typeof rowSchema>;

/** Starts sending what is in the queue. Out: the loop, and stop also closes the connections to the mail server. */
export function startSender(): Loop {
  const transport = openTransport();
  const loop = startLoop("mail", { everyMs: 15_000 }, async () => await sendDue(transport));
  sender.loop = loop;
  return { wake: loop.wake, stop: async () => { await loop.stop(); transport.close(); } };
}

/** Sends everything that is due. A letter that was sent while the process died before it could say so is sent again. */
export async function sendDue(transport: Transport): Promise<void> {
  for (;;) {
    const letters = await claim(clock.now());
    for (const letter of letters) await sendOne(transport, letter);
    if (letters.length < batchSize) return;
  }
}

async function claim(now: Date): Promise<Row[]> {
  return await queryRows(db, rowSchema, sql`
    update "Email" e set "attempts" = e."attempts" + 1, "nextAttemptAt" = ${new Date(now.getTime() + leaseMs)}
    from (
      select "id" from "Email" where "status" = 'queued' and "nextAttemptAt" <= ${now}
      order by "nextAttemptAt" limit ${batchSize}::int for update skip locked
    ) due where e."id" = due."id"
    returning e."id", e."toAddress" as "to", e."subject", e."text", e."html", e."dedupeKey", e."attempts"`);
}

async function sendOne(transport: Transport, letter: Row): Promise<void> {
  try {
    await transport.send(letter);
    await executeSql(db, sql`update "Email" set "status" = 'sent', "sentAt" = ${clock.now()}, "lastError" = null where "id" = ${letter.id}::uuid`);
  } catch (error) {
    const pause = isFinal(error) ? undefined : pauses[letter.attempts - 1];
    log.warn({ err: error, letterId: letter.id, attempts: letter.attempts, failed: pause === undefined }, "letter not sent");
    const next = new Date(clock.now().getTime() + (pause ?? 0) * 60_000);
    await executeSql(db, sql`
      update "Email" set "status" = (case when ${pause === undefined}::boolean then 'failed' else 'queued' end)::"EmailStatus",
        "nextAttemptAt" = ${next}, "lastError" = ${reasonOf(error)} where "id" = ${letter.id}::uuid`);
  }
}

/** A lasting refusal of this recipient or this content; of the sender or the password it is our setting, which may be mended. */
function isFinal(error: unknown): boolean {
  const { responseCode, command } = error as { responseCode?: unknown; command?: unknown };
  return typeof responseCode === "number" && responseCode >= 500 && (command === "RCPT TO" || command === "DATA");
}

/** For the administrator: code and stage; the server's words may hold the address. */
function reasonOf(error: unknown): string {
  const { code, responseCode, command } = error as { code?: unknown; responseCode?: unknown; command?: unknown };
  return [code, responseCode, command].filter((part) => part !== undefined).join(" ") || "error";
}
