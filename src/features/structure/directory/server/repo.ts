import * as z from "zod";
import type { Db } from "@/platform/db/client";
import { column, executeSql, queryRow, sql } from "@/platform/db/sql";
import { decisionsField, importStates, previewOutput, type Decisions, type DirectoryPreview } from "../schema";

const minuteMs = 60_000;
/** A stage that has said nothing for so long has died with its process. */
const silentMinutes = 10;

const rowSchema = z.object({
  id: z.string(), byId: z.string(), municipalityId: z.string().nullable(), regionId: z.string().nullable(), fileName: z.string(), state: z.enum(importStates), doneRows: z.number(), allRows: z.number().nullable(),
  decisions: decisionsField, problem: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(), preview: previewOutput.nullable(),
  hash: z.string().nullable(), lookedAt: column.instant.nullable(), changedAt: column.instant,
});
export type FoundImport = z.infer<typeof rowSchema>;

const columns = sql`i."id", i."byId", i."municipalityId", i."regionId", i."fileName", i."state"::text, i."doneRows", i."allRows", i."decisions", i."problem", i."preview", i."hash", i."lookedAt", i."changedAt"`;

export async function insertImport(db: Db, row: { id: string; byId: string; municipalityId: string | null; regionId: string | null; fileName: string; file: Uint8Array; decisions: Decisions }, now: Date): Promise<void> {
  await executeSql(db, sql`
    insert into "DirectoryImport" ("id", "byId", "municipalityId", "regionId", "fileName", "file", "state", "decisions", "createdAt", "changedAt")
    values (${row.id}::uuid, ${row.byId}::uuid, ${row.municipalityId}::uuid, ${row.regionId}::uuid, ${row.fileName}, ${Buffer.from(row.file)}::bytea, 'looking', ${JSON.stringify(row.decisions)}::jsonb, ${now}, ${now})`);
}

/** One's own: nobody else's import is there for anybody. */
export async function findImport(db: Db, id: string, byId: string | null): Promise<FoundImport | null> {
  return await queryRow(db, rowSchema, sql`select ${columns} from "DirectoryImport" i where i."id" = ${id}::uuid and (${byId}::uuid is null or i."byId" = ${byId}::uuid)`);
}

/** Until the end of the transaction nobody else moves it on. */
export async function lockImport(db: Db, id: string, byId: string): Promise<FoundImport | null> {
  return await queryRow(db, rowSchema, sql`select ${columns} from "DirectoryImport" i where i."id" = ${id}::uuid and i."byId" = ${byId}::uuid for update`);
}

/** The last one of the asker's in that place that still waits for them; one that failed while nobody looked does, too. */
export async function findOpenImport(db: Db, byId: string, municipalityId: string | null): Promise<string | null> {
  const row = await queryRow(db, z.object({ id: z.string() }), sql`
    select "id" from "DirectoryImport" where "byId" = ${byId}::uuid and "municipalityId" is not distinct from ${municipalityId}::uuid and "state" <> 'done'
    order by "createdAt" desc limit 1`);
  return row?.id ?? null;
}

export async function readFile(db: Db, id: string): Promise<Uint8Array | null> {
  const row = await queryRow(db, z.object({ file: z.instanceof(Uint8Array).nullable() }), sql`select "file" from "DirectoryImport" where "id" = ${id}::uuid`);
  return row?.file ?? null;
}

export async function startLooking(db: Db, id: string, decisions: Decisions, now: Date): Promise<void> {
  await executeSql(db, sql`update "DirectoryImport" set "state" = 'looking', "decisions" = ${JSON.stringify(decisions)}::jsonb, "doneRows" = 0, "problem" = null, "changedAt" = ${now} where "id" = ${id}::uuid`);
}

export async function startWriting(db: Db, id: string, now: Date): Promise<void> {
  await executeSql(db, sql`update "DirectoryImport" set "state" = 'writing', "doneRows" = 0, "changedAt" = ${now} where "id" = ${id}::uuid`);
}

/** Seen by who waits, while the stage's own transaction goes on. Out: does anybody still wait? */
export async function setProgress(db: Db, id: string, doneRows: number, now: Date): Promise<boolean> {
  return (await executeSql(db, sql`update "DirectoryImport" set "doneRows" = ${doneRows}::int, "changedAt" = ${now} where "id" = ${id}::uuid and "state" in ('looking', 'writing')`)) === 1;
}

export async function finishLooking(db: Db, id: string, { preview, hash, rows }: { preview: DirectoryPreview; hash: string; rows: number }, lookedAt: Date, now: Date): Promise<void> {
  await executeSql(db, sql`
    update "DirectoryImport" set "state" = 'looked', "preview" = ${JSON.stringify(preview)}::jsonb, "hash" = ${hash}, "allRows" = ${rows}::int, "doneRows" = ${rows}::int, "lookedAt" = ${lookedAt}, "changedAt" = ${now}
    where "id" = ${id}::uuid and "state" = 'looking'`);
}

/** The file and what was shown of it are gone with the end; the counts stay. Out: was it still being written? */
export async function finishWriting(db: Db, id: string, preview: DirectoryPreview, now: Date): Promise<boolean> {
  const kept = { ...preview, problems: [], changes: [], skipped: [] } satisfies DirectoryPreview;
  return (await executeSql(db, sql`
    update "DirectoryImport" set "state" = 'done', "file" = null, "preview" = ${JSON.stringify(kept)}::jsonb, "doneRows" = coalesce("allRows", 0), "changedAt" = ${now}
    where "id" = ${id}::uuid and "state" = 'writing'`)) === 1;
}

/** A refusal of the file as a whole, or of the writing; the file stays, so that it can be looked at again. */
export async function fail(db: Db, id: string, problem: { code: string; params: Readonly<Record<string, string | number>> }, now: Date): Promise<void> {
  await executeSql(db, sql`update "DirectoryImport" set "state" = 'failed', "problem" = ${JSON.stringify(problem)}::jsonb, "changedAt" = ${now} where "id" = ${id}::uuid and "state" in ('looking', 'writing')`);
}

export async function discard(db: Db, id: string): Promise<void> {
  await executeSql(db, sql`delete from "DirectoryImport" where "id" = ${id}::uuid`);
}

/** What nobody came back to for a day, with the addresses in it. */
export async function forgetImports(db: Db, before: Date): Promise<void> {
  await executeSql(db, sql`delete from "DirectoryImport" where "changedAt" < ${before}`);
}

const otherSchema = z.object({ writingSince: column.instant.nullable(), hasWritten: z.boolean() });

/** Imports of others, or of oneself in another window, that speak of the same place: one that is being written, and whether one was since this was looked at. */
export async function findOthers(db: Db, own: Pick<FoundImport, "id" | "municipalityId" | "lookedAt" | "preview">, now: Date): Promise<z.infer<typeof otherSchema>> {
  const regionIds = own.preview?.regionIds ?? [];
  const row = await queryRow(db, otherSchema, sql`
    select min(i."changedAt") filter (where i."state" = 'writing' and i."changedAt" > ${new Date(now.getTime() - silentMinutes * minuteMs)}) as "writingSince",
           coalesce(bool_or(i."state" = 'done' and i."changedAt" > ${own.lookedAt ?? now}), false) as "hasWritten"
    from "DirectoryImport" i
    where i."id" <> ${own.id}::uuid and i."state" in ('writing', 'done') and i."preview"->'regionIds' ?| ${regionIds}::text[]
      and (i."municipalityId" is null or ${own.municipalityId}::uuid is null or i."municipalityId" = ${own.municipalityId}::uuid)`);
  return row ?? { writingSince: null, hasWritten: false };
}

export async function findSessionVersion(db: Db, personId: string): Promise<number | null> {
  return (await db.person.findUnique({ where: { id: personId }, select: { sessionVersion: true } }))?.sessionVersion ?? null;
}

