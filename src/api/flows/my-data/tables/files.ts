import * as z from "zod";
import type { Db } from "@/platform/db/client";
import { column, queryRows, sql, type Sql } from "@/platform/db/sql";
import { fileName } from "@/platform/files/names";
import { fileKinds, removeFiles } from "@/platform/files/rows";
import type { DataTable } from "../table";

/** On their initiatives and drafts, on the acts of their posts, on the forms that they signed: whoever sent it. */
const ofThem = (ids: readonly string[]): Sql => sql`(f."removedAt" is null and (
  (f."kind" = 'attachment' and (f."ownerId" in (select i."id" from "Initiative" i where i."authorId" = any(${ids}::uuid[]))
    or f."ownerId" in (select d."id" from "InitiativeDraft" d where d."authorId" = any(${ids}::uuid[]))))
  or (f."kind" = 'actScan' and f."ownerId" in (select a."id" from "Appointment" a where a."personId" = any(${ids}::uuid[])))
  or (f."kind" = 'consentScan' and f."ownerId" = any(${ids}::uuid[]))))`;

/** Scans of stacks in which they signed, and nobody else who is still here: their evidence is of use to nobody any more. */
const lastSignedBy = (ids: readonly string[]): Sql => sql`(f."removedAt" is null and f."kind" = 'stackScan'
  and (f."id" in (select c."scanId" from "Consent" c where c."personId" = any(${ids}::uuid[])) or f."id" in (select i."scanId" from "Initiative" i where i."authorId" = any(${ids}::uuid[]))
    or f."id" in (select l."scanId" from "LateSheet" l where l."authorId" = any(${ids}::uuid[])))
  and not exists (select 1 from "LateSheet" l where l."scanId" = f."id" and not l."authorId" = any(${ids}::uuid[]))
  and not exists (select 1 from "Consent" c join "Person" p on p."id" = c."personId" where c."scanId" = f."id" and p."erasedAt" is null and not p."id" = any(${ids}::uuid[]))
  and not exists (select 1 from "Initiative" i where i."scanId" = f."id" and (i."authorId" is not null or exists (select 1 from "KeptAppeal" k where k."initiativeId" = i."id")) and not i."authorId" = any(${ids}::uuid[])))`;

const fileRow = z.object({ id: z.string(), kind: z.enum(fileKinds), name: z.string(), alt: z.string().nullable(), type: z.enum(["jpeg", "pdf", "docx"]), bytes: column.int, createdAt: column.instant });

async function findOwn(db: Db, ids: readonly string[]) {
  return await queryRows(db, fileRow, sql`
    select f."id", f."kind"::text as "kind", f."name", f."alt", f."type", f."bytes", f."createdAt" from "StoredFile" f where f."readyAt" is not null and ${ofThem(ids)} order by f."createdAt", f."id"`);
}

/** What the archive carries beside the page: each under a name of its own. */
export async function ownFiles(db: Db, ids: readonly string[]): Promise<{ readonly id: string; readonly name: string }[]> {
  return (await findOwn(db, ids)).map(({ id, name, type }, at) => ({ id, name: `${at + 1}. ${fileName(name, type)}` }));
}

const storedFile: DataTable = {
  table: "StoredFile",
  columns: { ownerId: "nobody", name: "deleted", alt: "deleted", type: "nobody", sha256: "deleted", uploadedById: "nameless" },
  because: "what the person sent for others, an act's scan say, stays with them under an id without a name; the scan of a stack stays as long as somebody else who signed in it is here",
  tell: async (db, { ids }) => (await findOwn(db, ids)).map(({ kind, name, alt, type, bytes, createdAt }) => ({ fileKind: { word: kind }, fileName: fileName(name, type), alt, bytes, createdAt })),
  erase: async (db, { ids, now }) => {
    const found = await queryRows(db, z.object({ id: z.string() }), sql`select f."id" from "StoredFile" f where ${ofThem(ids)} or ${lastSignedBy(ids)} for update`);
    return await removeFiles(db, found.map(({ id }) => id), now);
  },
};

export const fileTables: readonly DataTable[] = [storedFile];
