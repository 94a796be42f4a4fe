import { rm } from "node:fs/promises";
import type { Readable } from "node:stream";
import { AppError, isAppError } from "@/shared/errors/app-error";
import { clock } from "../clock";
import { db as root, type Db } from "../db/client";
import { transaction } from "../db/transaction";
import { makeSafe, wordsOf, type StoredType } from "./make-safe";
import { receive, uploadPath } from "./receive";
import { claimFile, findFile, finishFile, releaseFile, removeFiles, type FileRow } from "./rows";
import { fileStore, keyOf } from "./store";

export interface Incoming {
  readonly file: FileRow;
  readonly body: Readable;
  readonly limitBytes: number;
  /** which it may turn out to be; any that is stored without it */
  readonly types?: readonly StoredType[];
  /** in the transaction that makes the file whole: may the sender still, now that the bytes are here? Locks the owner's row. */
  readonly settle: (db: Db) => Promise<void>;
}

/**
 * Brings the bytes of a reserved file into the store. What broke off may be brought again; what is refused is forgotten, row and
 * all. Throws what receive and makeSafe throw, file.uploadGone, idempotency.inProgress while another request brings the same.
 */
export async function takeIn({ file, body, limitBytes, types, settle }: Incoming): Promise<FileRow> {
  if (file.isReady) return file;
  if (!(await claimFile(root, file.id, clock.now()))) throw new AppError("idempotency.inProgress");
  const received = await uploadPath();
  try {
    await receive(body, received, limitBytes);
    await keep(file.id, received, types, settle);
  } catch (error) {
    if (isAppError(error) && error.code !== "file.uploadGone") await removeFiles(root, [file.id], clock.now());
    else await releaseFile(root, file.id);
    throw error;
  } finally {
    await rm(received, { force: true });
  }
  return (await findFile(root, file.id)) ?? file;
}

async function keep(id: string, received: string, types: Incoming["types"], settle: Incoming["settle"]): Promise<void> {
  const safe = await makeSafe(received);
  try {
    if (types && !types.includes(safe.type)) throw new AppError("file.kindNotAllowed", { allowed: wordsOf(types) });
    // a virus scanner would look at safe.path here (docs/adr/0012-files.md)
    await fileStore().put(keyOf(id), safe.path);
  } finally {
    await rm(safe.path, { force: true });
  }
  try {
    await transaction(async (db) => {
      await settle(db);
      await finishFile(db, id, safe, clock.now());
    });
  } catch (error) {
    // the row may be gone, and the sweep with it
    await fileStore().remove(keyOf(id));
    throw error;
  }
}
