import { createReadStream } from "node:fs";
import { copyFile, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { env } from "../env";
import { uploadPath } from "./receive";
import type { FileStore } from "./store";

/** Carried by the backup (scripts/lib/backup.mjs). */
export const filesFolder = () => join(env.DATA_DIR, "files");

/** A file appears under its name whole or not at all. */
export function diskStore(): FileStore {
  const pathOf = (key: string) => join(filesFolder(), key);
  return {
    put: async (key, path) => {
      const target = pathOf(key);
      const part = await uploadPath();
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      try {
        await copyFile(path, part);
        await sync(part);
        await rename(part, target);
        await sync(dirname(target));
      } finally {
        await rm(part, { force: true });
      }
    },
    open: async (key) => await opened(pathOf(key)),
    remove: async (key) => await rm(pathOf(key), { force: true }),
  };
}

async function sync(path: string): Promise<void> {
  const handle = await open(path);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** In: a path. Out: its bytes, once it is known that they can be read; null where there is none. */
async function opened(path: string): Promise<Readable | null> {
  return await new Promise((resolve, reject) => {
    const stream = createReadStream(path);
    stream.once("open", () => resolve(stream));
    stream.once("error", (error: NodeJS.ErrnoException) => (error.code === "ENOENT" ? resolve(null) : reject(error)));
  });
}
