import { z } from "zod";
import type { Visible } from "@/access/policy";
import type { Columns } from "@/platform/db/columns";
import type { Db } from "@/platform/db/client";
import { compileSql } from "@/platform/db/compile-sql";
import { column, executeSql, queryRow, queryRows, sql } from "@/platform/db/sql";
import { newId } from "@/shared/ids/id";
import { remarkKinds, remarkStates, type RemarkState } from "../rules";
import { reportReasons, type PublicTalk } from "../schema";

/** Where a remark keeps the facts that access/rules/remark.ts speaks of. */
export const remarkColumns = {
  municipalityId: { prisma: "initiative.municipalityId", sql: `i."municipalityId"`, cast: "uuid" },
  authorId: { prisma: "initiative.authorId?", sql: `i."authorId"`, cast: "uuid" },
} as const satisfies Columns;

const timeZone = sql`coalesce(u."timeZone", region."timeZone", 'Europe/Moscow')`;

const questionsRow = z.object({ offered: z.boolean(), open: z.boolean() });

/** Do the marathon and the author take questions? */
export async function findQuestionsSetting(db: Db, initiativeId: string): Promise<z.infer<typeof questionsRow>> {
  const row = await queryRow(db, questionsRow, sql`
    select m."questionsToAuthors" as "offered", i."questionsOpen" as "open" from "Initiative" i join "Marathon" m on m."id" = i."marathonId" where i."id" = ${initiativeId}::uuid`);
  return row ?? { offered: false, open: false };
}

export async function setQuestionsOpen(db: Db, initiativeId: string, open: boolean): Promise<void> {
  await executeSql(db, sql`update "Initiative" set "questionsOpen" = ${open}::boolean where "id" = ${initiativeId}::uuid`);
}

export interface NewRemark {
  readonly initiativeId: string;
  readonly kind: "report" | "question";
  readonly reason: (typeof reportReasons)[number] | null;
  readonly text: string | null;
  readonly byId: string | null;
  readonly at: Date;
}

export async function addRemark(db: Db, remark: NewRemark): Promise<void> {
  await db.initiativeRemark.create({ data: { id: newId(remark.at), ...remark }, select: { id: true } });
}

const standingRow = z.object({
  id: z.string(), kind: z.enum(remarkKinds), state: z.enum(remarkStates), reason: z.enum(reportReasons).nullable(), text: z.string().nullable(), byId: z.string().nullable(),
  initiativeId: z.string(), number: column.int, municipalityId: z.string(), authorId: z.string().nullable(),
});
export type StandingRemark = z.infer<typeof standingRow>;

/** How it stands, whoever asks; locked until the end of the transaction, so that two moderators take turns. */
export async function takeRemark(db: Db, id: string): Promise<StandingRemark | null> {
  return await queryRow(db, standingRow, sql`
    select r."id", r."kind"::text, r."state"::text, r."reason"::text, r."text", r."byId", r."initiativeId", i."number", i."municipalityId", i."authorId"
    from "InitiativeRemark" r join "Initiative" i on i."id" = r."initiativeId" where r."id" = ${id}::uuid for update of r`);
}

export interface RemarkChange {
  readonly state: RemarkState;
  readonly answer?: string;
  readonly answeredAt?: Date;
  readonly remark?: string;
  readonly settledById?: string;
  readonly settledAt?: Date;
}

export async function changeRemark(db: Db, id: string, change: RemarkChange): Promise<void> {
  await db.initiativeRemark.update({ where: { id }, data: change, select: { id: true } });
}

const remarkRow = z.object({
  id: z.string(), kind: z.enum(remarkKinds), state: z.enum(remarkStates), reason: z.enum(reportReasons).nullable(), text: z.string().nullable(), answer: z.string().nullable(),
  at: column.instant, number: column.int, title: z.string(), municipality: z.string(), timeZone: z.string(),
});

/** What waits for a moderator, the oldest first; one row more than the limit. */
export async function listWaiting(db: Db, after: readonly [string, string] | null, limit: number, may: Visible<"remark">): Promise<z.infer<typeof remarkRow>[]> {
  return await queryRows(db, remarkRow, sql`
    select r."id", r."kind"::text, r."state"::text, r."reason"::text, r."text", r."answer", r."at", i."number", i."title", u."shortName" as "municipality", ${timeZone} as "timeZone"
    from "InitiativeRemark" r join "Initiative" i on i."id" = r."initiativeId" join "Unit" u on u."id" = i."municipalityId" left join "Unit" region on region."id" = u."regionId"
    where r."state" in ('waiting', 'answered') and ${compileSql(may.filter, remarkColumns)}
      and ${after === null ? sql`true` : sql`(r."at", r."id") > (${after[0]}::timestamptz, ${after[1]}::uuid)`}
    order by r."at", r."id" limit ${limit}::int`);
}

export async function countWaiting(db: Db, may: Visible<"remark">): Promise<number> {
  const row = await queryRow(db, z.object({ count: column.int }), sql`
    select count(*) as "count" from "InitiativeRemark" r join "Initiative" i on i."id" = r."initiativeId"
    where r."state" in ('waiting', 'answered') and ${compileSql(may.filter, remarkColumns)}`);
  return row?.count ?? 0;
}

const askedRow = z.object({ id: z.string(), text: z.string(), at: column.instant });

/** Read by a moderator and not yet answered, the oldest first. */
export async function listForAuthor(db: Db, initiativeId: string): Promise<z.infer<typeof askedRow>[]> {
  return await queryRows(db, askedRow, sql`
    select r."id", r."text", r."at" from "InitiativeRemark" r where r."initiativeId" = ${initiativeId}::uuid and r."kind" = 'question' and r."state" = 'withAuthor' order by r."at", r."id" limit 50`);
}

const publishedRow = z.object({ id: z.string(), text: z.string(), at: column.instant, answer: z.string(), answeredAt: column.instant });

export async function listPublished(db: Db, initiativeId: string): Promise<PublicTalk["questions"]> {
  return await queryRows(db, publishedRow, sql`
    select r."id", r."text", r."at", r."answer", r."answeredAt" from "InitiativeRemark" r
    where r."initiativeId" = ${initiativeId}::uuid and r."kind" = 'question' and r."state" = 'published' order by r."at", r."id" limit 50`);
}

/** A report that was found right reaches the group as a note that it alone reads. */
export async function addNote(db: Db, { initiativeId, text, byId, byRole, at }: { initiativeId: string; text: string; byId: string; byRole: string; at: Date }): Promise<void> {
  await db.initiativeEvent.create({ data: { id: newId(at), initiativeId, kind: "note", visibility: "internal", byId, byRole, text, at }, select: { id: true } });
}

const wordsRow = z.object({ text: z.string().nullable(), answer: z.string().nullable(), remark: z.string().nullable() });

export async function findWords(db: Db, id: string): Promise<z.infer<typeof wordsRow> | null> {
  return await queryRow(db, wordsRow, sql`select r."text", r."answer", r."remark" from "InitiativeRemark" r where r."id" = ${id}::uuid`);
}
