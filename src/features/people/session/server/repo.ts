import * as z from "zod";
import type { Visible } from "@/access/policy";
import { db as root, type Db } from "@/platform/db/client";
import type { Columns } from "@/platform/db/columns";
import { compileSql } from "@/platform/db/compile-sql";
import { column, executeSql, queryRows, sql } from "@/platform/db/sql";
import { idleSeconds } from "@/platform/auth/session";
import type { SessionLine } from "../schema";

/** As many of a family as share a phone. */
const most = 8;

/** next-auth asks for somebody outside any request of ours: there is no context to take it from. */
export function signInDb(): Db {
  return root;
}

/** Whom a login may mean: of an address one, of a phone everybody who shares it. Asked by the sign-in itself, outside any request of ours. */
export async function findByContact(kind: "email" | "phone", value: string) {
  const rows = await root.contact.findMany({
    where: { kind, value, person: { erasedAt: null, mergedIntoId: null, passwordHash: { not: null } } },
    select: { person: { select: { id: true, passwordHash: true, sessionVersion: true, assurance: true, givenName: true, patronymic: true, familyName: true } } },
    // confirmed ones first: whoever registers somebody else's number many times crowds nobody out
    orderBy: [{ person: { assurance: "desc" } }, { createdAt: "asc" }],
    take: most,
  });
  return rows.map(({ person }) => person);
}

export async function raiseSessionVersion(db: Db, personId: string): Promise<void> {
  await db.person.update({ where: { id: personId }, data: { sessionVersion: { increment: 1 } }, select: { id: true } });
}

const columns = { personId: { prisma: "personId", sql: `s."personId"`, cast: "uuid" } } as const satisfies Columns;
const sessionRow = z.object({ id: z.string(), browser: z.string().nullable(), system: z.string().nullable(), network: z.string().nullable(), startedAt: column.instant, seenAt: column.instant });

/** Those that the next request from there would still find open, the latest first. */
export async function listSessions(db: Db, may: Visible<"session">, now: Date): Promise<Omit<SessionLine, "isCurrent">[]> {
  return await queryRows(db, sessionRow, sql`
    select s."id", s."browser", s."system", s."network", s."startedAt", s."seenAt"
    from "Session" s join "Person" p on p."id" = s."personId" and p."sessionVersion" = s."version"
    where ${compileSql(may.filter, columns)} and s."endedAt" is null and s."seenAt" > ${new Date(now.getTime() - idleSeconds * 1000)}
    order by s."seenAt" desc, s."id" desc limit 100`);
}

/** Out: was there such a one? Ended already counts: who presses twice is not refused. */
export async function endSession(db: Db, may: Visible<"session">, id: string, now: Date): Promise<boolean> {
  return (await executeSql(db, sql`update "Session" s set "endedAt" = coalesce(s."endedAt", ${now}) where s."id" = ${id}::uuid and ${compileSql(may.filter, columns)}`)) === 1;
}
