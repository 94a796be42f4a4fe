import { z } from "zod";
import type { Visible } from "@/access/policy";
import type { Columns } from "@/platform/db/columns";
import type { Db } from "@/platform/db/client";
import { compileSql } from "@/platform/db/compile-sql";
import { column, executeSql, queryRow, queryRows, sql } from "@/platform/db/sql";
import { wordsField, type TakenLine, type Words } from "../schema";

/** Where a shared draft keeps the facts of access/rules/wording.ts. */
const shareColumns = {
  authorId: { prisma: "authorId", sql: `s."authorId"`, cast: "uuid" },
  takenById: { prisma: "takenById?", sql: `s."takenById"`, cast: "uuid" },
} as const satisfies Columns;

const draftRow = z.object({ draftId: z.string(), authorId: z.string().nullable(), version: column.int, words: wordsField, takenById: z.string().nullable(), takenUnitId: z.string().nullable(), isShared: z.boolean() });
export type SharedDraft = z.infer<typeof draftRow>;

const words = sql`jsonb_build_object('title', coalesce(d."content"->>'title', ''), 'essence', coalesce(d."content"->>'essence', ''), 'expectedResult', coalesce(d."content"->>'expectedResult', ''))`;

/** A draft with how it is shared, whoever asks: the service authorises. */
export async function findDraft(db: Db, draftId: string): Promise<SharedDraft | null> {
  return await queryRow(db, draftRow, sql`
    select d."id" as "draftId", d."authorId", d."version", ${words} as "words", s."takenById", s."takenUnitId", s."draftId" is not null as "isShared"
    from "InitiativeDraft" d left join "DraftShare" s on s."draftId" = d."id" where d."id" = ${draftId}::uuid`);
}

export interface NewShare {
  readonly draftId: string;
  readonly authorId: string;
  readonly codeHash: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** A new code takes the place of an old one; who has taken it keeps it. */
export async function saveShare(db: Db, { draftId, authorId, codeHash, createdAt, expiresAt }: NewShare): Promise<void> {
  await executeSql(db, sql`
    insert into "DraftShare" ("draftId", "authorId", "codeHash", "createdAt", "expiresAt") values (${draftId}::uuid, ${authorId}::uuid, ${codeHash}, ${createdAt}, ${expiresAt})
    on conflict ("draftId") do update set "codeHash" = excluded."codeHash", "createdAt" = excluded."createdAt", "expiresAt" = excluded."expiresAt"`);
}

export async function dropShare(db: Db, draftId: string): Promise<void> {
  await executeSql(db, sql`delete from "DraftShare" where "draftId" = ${draftId}::uuid`);
}

/** One helper at a time: whoever was first. Out: the draft; null for a code that is wrong, old or another's. */
export async function takeShare(db: Db, codeHash: string, { personId, unitId }: { personId: string; unitId: string }, now: Date): Promise<string | null> {
  const row = await queryRow(db, z.object({ draftId: z.string() }), sql`
    update "DraftShare" s set "takenById" = ${personId}::uuid, "takenUnitId" = ${unitId}::uuid, "takenAt" = coalesce(s."takenAt", ${now})
    where s."codeHash" = ${codeHash} and s."expiresAt" > ${now} and s."authorId" <> ${personId}::uuid and (s."takenById" is null or s."takenById" = ${personId}::uuid)
      and exists (select 1 from "InitiativeDraft" d where d."id" = s."draftId") returning s."draftId"`);
  return row?.draftId ?? null;
}

const lineRow = z.object({ draftId: z.string(), title: z.string(), takenAt: column.instant, isWaiting: z.boolean() });

/** What the helper has taken and is still written, the latest first. */
export async function listTaken(db: Db, may: Visible<"wording">): Promise<TakenLine[]> {
  return await queryRows(db, lineRow, sql`
    select s."draftId", left(coalesce(d."content"->>'title', ''), 200) as "title", s."takenAt",
      exists (select 1 from "DraftWording" w where w."draftId" = s."draftId" and w."settledAt" is null) as "isWaiting"
    from "DraftShare" s join "InitiativeDraft" d on d."id" = s."draftId" where s."takenAt" is not null and ${compileSql(may.filter, shareColumns)}
    order by s."takenAt" desc limit 100`);
}

const wordingRow = z.object({ id: z.string(), draftId: z.string(), authorId: z.string(), byId: z.string(), unitId: z.string(), organisation: z.string(), original: wordsField, suggested: wordsField, note: z.string().nullable(), at: column.instant, isSettled: z.boolean() });
export type StoredWording = z.infer<typeof wordingRow>;

const wordingColumns = sql`w."id", w."draftId", w."authorId", w."byId", w."unitId", u."shortName" as "organisation", w."original", w."suggested", w."note", w."at", w."settledAt" is not null as "isSettled"`;

/** What waits for the author. */
export async function findWaiting(db: Db, draftId: string): Promise<StoredWording | null> {
  return await queryRow(db, wordingRow, sql`
    select ${wordingColumns} from "DraftWording" w join "Unit" u on u."id" = w."unitId" where w."draftId" = ${draftId}::uuid and w."settledAt" is null`);
}

/** Locked until the end of the transaction. */
export async function takeWording(db: Db, id: string): Promise<StoredWording | null> {
  return await queryRow(db, wordingRow, sql`
    select ${wordingColumns} from "DraftWording" w join "Unit" u on u."id" = w."unitId" where w."id" = ${id}::uuid for update of w`);
}

export interface NewWording {
  readonly id: string;
  readonly draftId: string;
  readonly authorId: string;
  readonly byId: string;
  readonly unitId: string;
  readonly original: Words;
  readonly suggested: Words;
  readonly note: string | null;
  readonly at: Date;
}

/** Out: was there none that waits? */
export async function insertWording(db: Db, w: NewWording): Promise<boolean> {
  return (await executeSql(db, sql`
    insert into "DraftWording" ("id", "draftId", "authorId", "byId", "unitId", "original", "suggested", "note", "at")
    values (${w.id}::uuid, ${w.draftId}::uuid, ${w.authorId}::uuid, ${w.byId}::uuid, ${w.unitId}::uuid, ${JSON.stringify(w.original)}::jsonb, ${JSON.stringify(w.suggested)}::jsonb, ${w.note}, ${w.at})
    on conflict do nothing`)) === 1;
}

export async function settleWording(db: Db, id: string, settled: Words, now: Date): Promise<void> {
  await executeSql(db, sql`update "DraftWording" set "settled" = ${JSON.stringify(settled)}::jsonb, "settledAt" = ${now} where "id" = ${id}::uuid`);
}

/** The author's words over the version that they saw; the helper is named with it from now on, if something was taken. Out: the new version, or null. */
export async function writeWords(db: Db, { draftId, version, words: left, helper }: { draftId: string; version: number; words: Words; helper: { personId: string; unitId: string } | null }, now: Date): Promise<number | null> {
  const row = await queryRow(db, z.object({ version: column.int }), sql`
    update "InitiativeDraft" d set "content" = d."content" || ${JSON.stringify(left)}::jsonb, "version" = d."version" + 1, "updatedAt" = ${now},
      "helperId" = coalesce(d."helperId", ${helper?.personId ?? null}::uuid), "helperUnitId" = case when d."helperId" is null then coalesce(${helper?.unitId ?? null}::uuid, d."helperUnitId") else d."helperUnitId" end
    where d."id" = ${draftId}::uuid and d."version" = ${version}::int returning d."version"`);
  return row?.version ?? null;
}
