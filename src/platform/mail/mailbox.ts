import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
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
  const file = join(folder(), `${id}.json`);
  await writeFile(`${file}.part`, JSON.stringify({ id, to, subject, text, html, at: clock.now() }, null, 1), { mode: 0o600 });
  await rename(`${file}.part`, file);
}

/** Letters of the demonstration, newest first; none in an ordinary installation, whatever lies in the folder. */
export async function listMailbox(limit = 100): Promise<MailboxLetter[]> {
  if (!env.DEMO) return [];
  const names = (await readdir(folder()).catch(() => [])).filter((name) => name.endsWith(".json")).toSorted().toReversed();
  return await Promise.all(names.slice(0, limit).map(async (name) => storedSchema.parse(JSON.parse(await readFile(join(folder(), name), "utf8")))));
}
