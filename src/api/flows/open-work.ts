import * as z from "zod";
import type { Db } from "@/platform/db/client";
import { column, executeSql, queryRow, queryRows, sql, type Sql } from "@/platform/db/sql";
import { newId } from "@/shared/ids/id";

/** Who works at a unit or a body: their work there is what they do by that post, another post of theirs keeps its own. */
export interface Worker {
  readonly personId: string;
  readonly unitId: string | null;
  readonly bodyId: string | null;
}

const countSchema = z.object({ tickets: column.int, waiting: column.int, drafts: column.int, initiatives: column.int });
export type WorkCounts = z.infer<typeof countSchema>;

const ticketsOf = ({ personId, bodyId }: Worker): Sql => sql`"claimedById" = ${personId}::uuid and "hotlineId" = ${bodyId}::uuid and "status" in ('claimed', 'waitingForPerson')`;
const draftsOf = ({ personId, unitId }: Worker): Sql => sql`"helperId" = ${personId}::uuid and "helperUnitId" = ${unitId}::uuid`;
/** decided ones, too, while they are carried out: whose they are is told of what comes after */
const initiativesOf = ({ personId, bodyId }: Worker): Sql => sql`"assigneeId" = ${personId}::uuid and "consideringId" = ${bodyId}::uuid and "status" not in ('carriedOut', 'withdrawn', 'merged')`;

export async function countWork(db: Db, worker: Worker): Promise<WorkCounts> {
  const counts = await queryRow(db, countSchema, sql`
    select (select count(*) from "Ticket" where ${ticketsOf(worker)}) as "tickets",
           (select count(*) from "Ticket" where ${ticketsOf(worker)} and "status" = 'waitingForPerson') as "waiting",
           (select count(*) from "InitiativeDraft" where ${draftsOf(worker)}) as "drafts",
           (select count(*) from "Initiative" where ${initiativesOf(worker)}) as "initiatives"`);
  return counts ?? { tickets: 0, waiting: 0, drafts: 0, initiatives: 0 };
}

/** By whom the work is handed over; null: by itself, in time. */
interface Handing {
  readonly actorId: string | null;
  readonly now: Date;
}

/** To the colleague, or back to the queue; each says so in its course (hotline: «takeOver», «release»). */
export async function handOverTickets(db: Db, worker: Worker, toId: string | null, { actorId, now }: Handing): Promise<number> {
  const change = toId === null ? sql`"claimedById" = null, "status" = 'open'` : sql`"claimedById" = ${toId}::uuid`;
  const moved = await queryRows(db, z.object({ id: z.string() }), sql`
    update "Ticket" set ${change}, "version" = "version" + 1, "updatedAt" = ${now} where ${ticketsOf(worker)} returning "id"`);
  await db.ticketMessage.createMany({ data: moved.map(({ id }) => ({ id: newId(now), ticketId: id, kind: "event", text: toId === null ? "release" : "takeOver", byId: toId ?? actorId, at: now })) });
  return moved.length;
}

export async function handOverDrafts(db: Db, worker: Worker, toId: string, now: Date): Promise<number> {
  return await executeSql(db, sql`update "InitiativeDraft" set "helperId" = ${toId}::uuid, "version" = "version" + 1, "updatedAt" = ${now} where ${draftsOf(worker)}`);
}

/** Into a colleague's hands, or nobody's in particular: the group's queue shows it to all of the group. */
export async function handOverInitiatives(db: Db, worker: Worker, toId: string | null, { actorId, now }: Handing): Promise<number> {
  const moved = await queryRows(db, z.object({ id: z.string() }), sql`
    update "Initiative" set "assigneeId" = ${toId}::uuid, "version" = "version" + 1, "updatedAt" = ${now} where ${initiativesOf(worker)} returning "id"`);
  await db.initiativeEvent.createMany({ data: moved.map(({ id }) => ({ id: newId(now), initiativeId: id, kind: "assigned", visibility: "internal", byId: actorId, at: now })) });
  return moved.length;
}
