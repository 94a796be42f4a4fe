import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import sharp from "sharp";
import { newId } from "@/shared/ids/id";
import { mutate, type Member } from "./crew";

interface Wish {
  readonly origin: string;
  readonly writer: Pick<Member, "cookie">;
  /** what tells one photo from another */
  readonly serial: number;
}

/** A draft with a photo of its own. Out: the file's id, once the server has said that it holds it. */
export async function attachPhoto({ origin, writer: { cookie }, serial }: Wish): Promise<string> {
  const [draftId, fileId] = [newId(), newId()];
  const photo = await sharp({ create: { width: 40 + (serial % 200), height: 30, channels: 3, background: { r: serial % 256, g: 90, b: 60 } } }).jpeg().toBuffer();
  await mutate({ origin, cookie, procedure: "draft.start", input: { id: draftId, content: {} } });
  await mutate({ origin, cookie, procedure: "attachment.begin", input: { draftId, fileId, name: `Снимок ${serial}.jpg`, bytes: photo.length } });
  const answer = await fetch(new URL(`/files/${fileId}`, origin), { method: "PUT", headers: { cookie }, body: new Uint8Array(photo) });
  if (!answer.ok) throw new Error(`снимок не принят: ${answer.status} ${await answer.text()}`);
  return fileId;
}

/** Out: what is wrong. In: files that the server had said it holds; each row that says «whole» must have its bytes. */
export async function checkFiles(database: pg.Client, dataFolder: string, acknowledged: readonly string[]): Promise<string[]> {
  const { rows } = await database.query<{ id: string; sha256: string }>(`SELECT id, sha256 FROM "StoredFile" WHERE "readyAt" IS NOT NULL AND "removedAt" IS NULL`);
  const whole = new Set(rows.filter(({ id, sha256 }) => digestOf(path.join(dataFolder, "files", id.slice(-2), id)) === sha256).map(({ id }) => id));
  const lost = acknowledged.filter((id) => !whole.has(id));
  return [...(whole.size < rows.length ? [`строк без своих байтов ${rows.length - whole.size} из ${rows.length}`] : []), ...(lost.length > 0 ? [`потеряно принятых файлов ${lost.length} из ${acknowledged.length}`] : [])];
}

const digestOf = (file: string): string | null => (existsSync(file) ? createHash("sha256").update(readFileSync(file)).digest("hex") : null);
