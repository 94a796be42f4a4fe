import * as z from "zod";
import type { Visible } from "@/access/policy";
import type { Db } from "@/platform/db/client";
import type { Columns } from "@/platform/db/columns";
import { compileSql } from "@/platform/db/compile-sql";
import { column, executeSql, queryRows, sql } from "@/platform/db/sql";
import { newId } from "@/shared/ids/id";

export async function findArrival(db: Db, tokenHash: string, now: Date) {
  return await db.identityArrival.findFirst({ where: { tokenHash, expiresAt: { gt: now } }, select: { tokenHash: true, provider: true, issuer: true, subject: true, name: true, createdAt: true } });
}
export type FoundArrival = NonNullable<Awaited<ReturnType<typeof findArrival>>>;

/** Out: was it there? It serves once: of two at the same time one hears yes. */
export async function takeArrival(db: Db, tokenHash: string): Promise<boolean> {
  return (await db.identityArrival.deleteMany({ where: { tokenHash } })).count === 1;
}

/** Whose account it is linked to; nobody's where that is erased or merged. */
export async function findLinked(db: Db, { issuer, subject }: Pick<FoundArrival, "issuer" | "subject">) {
  const row = await db.linkedIdentity.findUnique({ where: { issuer_subject: { issuer, subject } }, select: { id: true, person: { select: { id: true, sessionVersion: true, erasedAt: true, mergedIntoId: true } } } });
  return row && row.person.erasedAt === null && row.person.mergedIntoId === null ? { id: row.id, personId: row.person.id, sessionVersion: row.person.sessionVersion } : null;
}

/** Out: was it nobody's? */
export async function insertLink(db: Db, personId: string, { issuer, subject, provider }: FoundArrival, now: Date): Promise<boolean> {
  return (await db.linkedIdentity.createMany({ data: { id: newId(now), personId, issuer, subject, provider, linkedAt: now }, skipDuplicates: true })).count === 1;
}

export async function noteUse(db: Db, id: string, now: Date): Promise<void> {
  await db.linkedIdentity.updateMany({ where: { id }, data: { lastUsedAt: now } });
}

export async function raiseAssurance(db: Db, personId: string): Promise<void> {
  await db.person.update({ where: { id: personId }, data: { assurance: "identityProvider" }, select: { id: true } });
}

/** When the asker's own session began. */
export async function findSessionStart(db: Db, sessionId: string): Promise<Date | null> {
  return (await db.session.findUnique({ where: { id: sessionId }, select: { startedAt: true } }))?.startedAt ?? null;
}

const columns = { personId: { prisma: "personId", sql: `i."personId"`, cast: "uuid" } } as const satisfies Columns;
const linkedRow = z.object({ id: z.string(), provider: z.string(), linkedAt: column.instant, lastUsedAt: column.instant.nullable() });

export async function listLinked(db: Db, may: Visible<"identity">): Promise<z.infer<typeof linkedRow>[]> {
  return await queryRows(db, linkedRow, sql`select i."id", i."provider", i."linkedAt", i."lastUsedAt" from "LinkedIdentity" i where ${compileSql(may.filter, columns)} order by i."linkedAt" limit 50`);
}

/** Out: was there such a one? */
export async function removeLink(db: Db, may: Visible<"identity">, id: string): Promise<boolean> {
  return (await executeSql(db, sql`delete from "LinkedIdentity" i where i."id" = ${id}::uuid and ${compileSql(may.filter, columns)}`)) === 1;
}
