import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Transform, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError } from "@/shared/errors/app-error";
import { newId } from "@/shared/ids/id";
import { env } from "../env";

/** A file that somebody is handing in, until it is in the store. Its folder is no part of a backup. */
export const uploadsFolder = () => join(env.DATA_DIR, "uploads");

/** A place for bytes on their way. Whoever asks for it removes what it wrote. */
export async function uploadPath(): Promise<string> {
  await mkdir(uploadsFolder(), { recursive: true, mode: 0o700 });
  return join(uploadsFolder(), newId());
}

/** In: a body as it comes in, how many bytes it may have. Writes it down; no more is read than may be sent. Throws file.tooLarge, file.empty, file.uploadGone. */
export async function receive(body: Readable, path: string, limitBytes: number): Promise<void> {
  let bytes = 0;
  const counted = new Transform({
    transform: (chunk: Buffer, _encoding, next) => {
      bytes += chunk.length;
      next(bytes > limitBytes ? tooLarge(limitBytes) : null, chunk);
    },
  });
  try {
    await pipeline(body, counted, createWriteStream(path, { flags: "wx", mode: 0o600 }));
  } catch (error) {
    if (bytes > limitBytes) throw tooLarge(limitBytes);
    if (isBrokenOff(error)) throw new AppError("file.uploadGone", undefined, { cause: error });
    throw error;
  }
  if (bytes === 0) throw new AppError("file.empty");
}

export function tooLarge(limitBytes: number): AppError {
  return new AppError("file.tooLarge", { megabytes: limitBytes / 1_000_000 });
}

/** The sender went away. */
function isBrokenOff(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return code === "ECONNRESET" || code === "ERR_STREAM_PREMATURE_CLOSE" || code === "ABORT_ERR";
}

export async function digestOf(path: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    hash.update(chunk);
  }
  return { bytes, sha256: hash.digest("hex") };
}

/** What a process left behind that was killed. In: the last moment of what is old. */
export async function forgetUploads(before: Date): Promise<void> {
  for (const name of await readdir(uploadsFolder()).catch(() => [])) {
    const path = join(uploadsFolder(), name);
    const found = await stat(path).catch(() => null);
    if (found && found.mtime < before) await rm(path, { force: true });
  }
}
