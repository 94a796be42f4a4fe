import type { Readable } from "node:stream";
import { env } from "../env";
import { diskStore } from "./disk-store";
import { s3Store } from "./s3-store";

/** Where the bytes lie. Knows nothing of rows and rights; keys are made by `keyOf`. */
export interface FileStore {
  /** In: a whole file on this machine, which stays where it is. Once it returns the bytes outlive a crash; the same key again replaces them. */
  readonly put: (key: string, path: string) => Promise<void>;
  /** Null where there is nothing. */
  readonly open: (key: string) => Promise<Readable | null>;
  /** What isn't there is removed already. */
  readonly remove: (key: string) => Promise<void>;
}

/** By setting: a bucket, or the data folder. */
export function fileStore(): FileStore {
  return env.FILES_S3 ? s3Store(env.FILES_S3) : diskStore();
}

/** Ids begin with the time: their last letters spread the files over 256 folders. */
export function keyOf(fileId: string): string {
  return `${fileId.slice(-2)}/${fileId}`;
}
