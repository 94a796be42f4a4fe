import { z } from "zod";
import { AppError } from "@/shared/errors/app-error";
import { db as root, type Db } from "../db/client";
import { column, executeSql, queryRow, queryRows, sql } from "../db/sql";
import { afterCommit } from "../db/transaction";
import { storedTypes, type SafeFile } from "./make-safe";
import { fileStore, keyOf } from "./store";

export const fileKinds = ["attachment", "actScan", "consentScan", "stackScan", "donePhoto", "answerScan"] as const;
export type FileKind = (typeof fileKinds)[number];

const types = Object.keys(storedTypes) as [keyof typeof storedTypes];
const fileRow = z.object({
  id: z.string(), kind: z.enum(fileKinds), ownerId: z.string(), name: z.string(), alt: z.string().nullable(),
  type: z.enum(types).nullable(), bytes: column.int.nullable(), sha256: z.string().nullable(), isReady: z.boolean(),
});
export type FileRow = z.infer<typeof fileRow>;
const columns = sql`f."id", f."kind"::text, f."ownerId", f."name", f."alt", f."type", f."bytes", f."sha256", f."readyAt" is not null as "isReady"`;

export interface ReadyFile extends FileRow {
  readonly type: NonNullable<FileRow["type"]>;
  readonly bytes: number;
  readonly sha256: string;
}

/** Nobody's file any more is none. */
export async function findFile(db: Db, id: string): Promise<FileRow | null> {
  return await queryRow(db, fileRow, sql`select ${columns} from "StoredFile" f where f."id" = ${id}::uuid and f."removedAt" is null`);
}

/** One that is whole. Throws file.notFound, also for one of another kind. */
export async function readyFile(db: Db, id: string, kind: FileKind): Promise<ReadyFile> {
  const found = await findFile(db, id);
  if (found?.kind !== kind || !isReady(found)) throw new AppError("file.notFound");
  return found;
}

function isReady(file: FileRow): file is ReadyFile {
  return file.isReady && file.type !== null && file.bytes !== null && file.sha256 !== null;
}

/** Those that are whole, in the order in which they came. */
export async function listFiles(db: Db, kind: FileKind, ownerIds: readonly string[]): Promise<ReadyFile[]> {
  const rows = await queryRows(db, fileRow, sql`
    select ${columns} from "StoredFile" f
    where f."kind" = ${kind}::"StoredFileKind" and f."ownerId" = any(${ownerIds}::uuid[]) and f."readyAt" is not null and f."removedAt" is null order by f."createdAt", f."id"`);
  return rows.filter(isReady);
}

/** Longer than an upload of today's connection takes. */
const begunMs = 10 * 60 * 1000;

export interface NewFile {
  readonly id: string;
  readonly kind: FileKind;
  readonly ownerId: string;
  readonly name: string;
  /** what is on a photo */
  readonly alt?: string | null;
  readonly uploadedById: string | null;
}

/**
 * The row before the bytes. In: how many the owner may have; call it while the owner's row is locked. What was begun long ago
 * and never came is not counted: who settles a file counts once more. The same id again is the same file. Throws file.tooMany, idempotency.keyReused.
 */
export async function reserveFile(db: Db, { id, kind, ownerId, name, alt = null, uploadedById }: NewFile, most: number, now: Date): Promise<FileRow> {
  const known = await findFile(db, id);
  if (!known) {
    const { count } = (await queryRow(db, z.object({ count: column.int }), sql`
      select count(*) as "count" from "StoredFile" where "kind" = ${kind}::"StoredFileKind" and "ownerId" = ${ownerId}::uuid and "removedAt" is null
        and ("readyAt" is not null or "createdAt" > ${new Date(now.getTime() - begunMs)})`)) ?? { count: 0 };
    if (count >= most) throw new AppError("file.tooMany", { count: most });
    await executeSql(db, sql`
      insert into "StoredFile" ("id", "kind", "ownerId", "name", "alt", "uploadedById", "createdAt")
      values (${id}::uuid, ${kind}::"StoredFileKind", ${ownerId}::uuid, ${name}, ${alt}, ${uploadedById}::uuid, ${now}) on conflict ("id") do nothing`);
  }
  const file = known ?? (await findFile(db, id));
  if (file?.kind !== kind || file.ownerId !== ownerId) throw new AppError("idempotency.keyReused");
  return file;
}

/** Of two requests that bring the same file one does; a claim that is older than a request may last is a dead one's. */
export async function claimFile(db: Db, id: string, now: Date): Promise<boolean> {
  const dead = new Date(now.getTime() - 20 * 60 * 1000);
  return (await executeSql(db, sql`
    update "StoredFile" set "receivingAt" = ${now}
    where "id" = ${id}::uuid and "readyAt" is null and "removedAt" is null and ("receivingAt" is null or "receivingAt" < ${dead})`)) > 0;
}

/** It didn't come through and may be brought again. */
export async function releaseFile(db: Db, id: string): Promise<void> {
  await executeSql(db, sql`update "StoredFile" set "receivingAt" = null where "id" = ${id}::uuid and "readyAt" is null`);
}

/** The bytes are in the store. Throws file.uploadGone when the row was taken away meanwhile. */
export async function finishFile(db: Db, id: string, { type, bytes, sha256 }: SafeFile, now: Date): Promise<void> {
  const touched = await executeSql(db, sql`
    update "StoredFile" set "type" = ${type}, "bytes" = ${bytes}::int, "sha256" = ${sha256}, "readyAt" = ${now}, "receivingAt" = null
    where "id" = ${id}::uuid and "readyAt" is null and "removedAt" is null`);
  if (touched === 0) throw new AppError("file.uploadGone");
}

/** From now on nobody's: the row forgets its name, the bytes go after the commit, or with the next sweep. Out: how many. */
export async function removeFiles(db: Db, ids: readonly string[], now: Date): Promise<number> {
  if (ids.length === 0) return 0;
  const gone = await queryRows(db, z.object({ id: z.string() }), sql`
    update "StoredFile" set "removedAt" = ${now}, "name" = '', "alt" = null, "sha256" = null, "uploadedById" = null where "id" = any(${ids}::uuid[]) and "removedAt" is null returning "id"`);
  if (gone.length > 0) afterCommit(db, async () => await wipeFiles(gone.map(({ id }) => id)));
  return gone.length;
}

/** In: ids of removed rows. The bytes go, then the rows. */
async function wipeFiles(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await fileStore().remove(keyOf(id));
    await executeSql(root, sql`delete from "StoredFile" where "id" = ${id}::uuid and "removedAt" is not null`);
  }
}

/** What was begun and not finished within the hour is nobody's; what is nobody's goes. Out: how many. */
export async function sweepFiles(db: Db, now: Date): Promise<number> {
  const hourAgo = new Date(now.getTime() - 60 * 60 * 1000);
  await executeSql(db, sql`
    update "StoredFile" set "removedAt" = ${now}, "name" = '', "alt" = null, "sha256" = null, "uploadedById" = null
    where "readyAt" is null and "removedAt" is null and "createdAt" < ${hourAgo} and ("receivingAt" is null or "receivingAt" < ${hourAgo})`);
  const gone = await queryRows(db, z.object({ id: z.string() }), sql`select "id" from "StoredFile" where "removedAt" is not null order by "createdAt" limit 1000`);
  await wipeFiles(gone.map(({ id }) => id));
  return gone.length;
}
