import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { clock } from "../clock";
import { env } from "../env";
import type { Outgoing } from "./transport";

const storedSchema = z.object({ id: z.string(), to: z.string(), subject: z.string(), text: z.string(), html: z.string(), at: z.coerce.date() });
export type MailboxLetter = z.infer<typeof storedSchema>;

const folder = () => join(env.DATA_DIR, "mailbox");

/** Instead of sending: one JSON file a letter, newest last by name. The same letter twice is one file. */
export async function putIntoMailbox({ id, to, subject, text, html }: Outgoing): Promise<void> {
  await mkdir(folder(), { recursive: true });
  await write({ id, to, subject, text, html, at: clock.now() });
}

/** What it said is gone; that it came stays. Does nothing where letters are sent. */
export async function wipeInMailbox(id: string): Promise<void> {
  const kept = await readFile(fileOf(id), "utf8").catch(() => null);
  if (kept !== null) await write({ ...storedSchema.parse(JSON.parse(kept)), text: "", html: "" });
}

const fileOf = (id: string) => join(folder(), `${id}.json`);

async function write(letter: MailboxLetter): Promise<void> {
  await writeFile(`${fileOf(letter.id)}.part`, JSON.stringify(letter, null, 1), { mode: 0o600 });
  await rename(`${fileOf(letter.id)}.part`, fileOf(letter.id));
}

/** In: ids of letters. What isn't there is gone already. */
export async function removeFromMailbox(ids: readonly string[]): Promise<void> {
  for (const id of ids) for (const name of [`${id}.json`, `${id}.json.part`]) await rm(join(folder(), name), { force: true });
}

/** Letters of the demonstration, newest first; none in an ordinary installation, whatever lies in the folder. */
export async function listMailbox(limit = 100): Promise<MailboxLetter[]> {
  if (!env.DEMO) return [];
  const names = (await readdir(folder()).catch(() => [])).filter((name) => name.endsWith(".json")).toSorted().toReversed();
  return await Promise.all(names.slice(0, limit).map(async (name) => storedSchema.parse(JSON.parse(await readFile(join(folder(), name), "utf8")))));
}
