import * as z from "zod";
import type { Role } from "@/access/roles";
import type { Db } from "@/platform/db/client";
import { column, executeSql, queryRow, queryRows, sql, type Sql } from "@/platform/db/sql";
import { newId } from "@/shared/ids/id";

/** Who works at a unit or a body: their work there is what they do by that post, another post of theirs keeps its own. */
export interface Worker {
  readonly personId: string;
  readonly unitId: string | null;
  readonly bodyId: string | null;
}

/** Who works with people at an organisation, a hotline or in a group, the first in the row first: an address, no right. */
export const workers = ["coordinator", "executor", "operator", "workingGroupLead", "workingGroupSecretary", "workingGroupMember"] as const satisfies readonly Role[];

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

/** Others whom the person registered there: they are found again by whoever goes on. */
const registeredOf = ({ personId, unitId }: Worker): Sql => sql`"registeredById" = ${personId}::uuid and "registeredAtUnitId" = ${unitId}::uuid and "erasedAt" is null and "mergedIntoId" is null`;

const atSeat = ({ unitId, bodyId }: Worker): Sql => sql`a."unitId" is not distinct from ${unitId}::uuid and a."bodyId" is not distinct from ${bodyId}::uuid and a."role" = any(${[...workers]}::"Role"[])`;
const lasts = (now: Date): Sql => sql`a."startsAt" <= ${now} and (a."endsAt" is null or a."endsAt" > ${now})`;

/** Does the person go on working there by another post than these? */
export async function worksThere(db: Db, worker: Worker, except: readonly string[], now: Date): Promise<boolean> {
  const row = await queryRow(db, z.object({ works: z.boolean() }), sql`
    select exists (select from "Appointment" a where a."personId" = ${worker.personId}::uuid and ${atSeat(worker)} and ${lasts(now)} and a."id" <> all(${[...except]}::uuid[])) as "works"`);
  return row?.works ?? false;
}

const heirSchema = z.object({ personId: z.string(), stoodInFor: z.boolean() });
export type Heir = z.infer<typeof heirSchema>;

/** Who goes on with the work there now: whom the person stood in for, else the first who works there. */
export async function findHeir(db: Db, worker: Worker, now: Date): Promise<Heir | null> {
  return await queryRow(db, heirSchema, sql`
    select a."personId", exists (select from "Appointment" s where s."substitutesId" = a."id" and s."personId" = ${worker.personId}::uuid) as "stoodInFor"
    from "Appointment" a join "Person" p on p."id" = a."personId" and p."erasedAt" is null and p."mergedIntoId" is null
    where ${atSeat(worker)} and ${lasts(now)} and a."personId" <> ${worker.personId}::uuid
    order by 2 desc, array_position(${[...workers]}::"Role"[], a."role"), a."substitutesId" nulls first, a."startsAt", a."id" limit 1`);
}

interface Handing {
  /** who takes over what may wait in a queue; null: the queue */
  readonly toId: string | null;
  /** who takes over what can't be nobody's; null: it stays, and the chart shows it */
  readonly heirId: string | null;
  /** null: by itself, in time */
  readonly actorId: string | null;
  readonly now: Date;
}

/** Hands over all that the person did by the post. Out: how much of each. */
export async function handOver(db: Db, worker: Worker, handing: Handing): Promise<{ tickets: number; drafts: number; initiatives: number }> {
  const { heirId, now } = handing;
  const tickets = (await handOverTickets(db, worker, handing)) + (heirId === null ? 0 : await giveTickets(db, ticketsOf(worker), heirId, handing));
  if (heirId !== null) await executeSql(db, sql`update "Person" set "registeredById" = ${heirId}::uuid where ${registeredOf(worker)} and "id" <> ${heirId}::uuid`);
  return { tickets, drafts: heirId === null ? 0 : await handOverDrafts(db, worker, heirId, now), initiatives: await handOverInitiatives(db, worker, handing) };
}

/** Those in work, to the colleague or back to the queue; what waits for its asker is not released (hotline/rules.ts). */
async function handOverTickets(db: Db, worker: Worker, handing: Handing): Promise<number> {
  if (handing.toId !== null) return await giveTickets(db, ticketsOf(worker), handing.toId, handing);
  const { actorId, now } = handing;
  const released = await queryRows(db, idRow, sql`
    update "Ticket" set "claimedById" = null, "status" = 'open', "version" = "version" + 1, "updatedAt" = ${now} where ${ticketsOf(worker)} and "status" = 'claimed' returning "id"`);
  await db.ticketMessage.createMany({ data: released.map(({ id }) => ({ id: newId(now), ticketId: id, kind: "event", text: "release", byId: actorId, at: now })) });
  return released.length;
}

const idRow = z.object({ id: z.string() });

async function giveTickets(db: Db, which: Sql, toId: string, { now }: Handing): Promise<number> {
  const moved = await queryRows(db, idRow, sql`update "Ticket" set "claimedById" = ${toId}::uuid, "version" = "version" + 1, "updatedAt" = ${now} where ${which} returning "id"`);
  await db.ticketMessage.createMany({ data: moved.map(({ id }) => ({ id: newId(now), ticketId: id, kind: "event", text: "takeOver", byId: toId, at: now })) });
  return moved.length;
}

async function handOverDrafts(db: Db, worker: Worker, toId: string, now: Date): Promise<number> {
  return await executeSql(db, sql`update "InitiativeDraft" set "helperId" = ${toId}::uuid, "version" = "version" + 1, "updatedAt" = ${now} where ${draftsOf(worker)}`);
}

/** Into a colleague's hands, or nobody's in particular: the group's queue shows it to all of the group. */
async function handOverInitiatives(db: Db, worker: Worker, { toId, actorId, now }: Handing): Promise<number> {
  const moved = await queryRows(db, idRow, sql`
    update "Initiative" set "assigneeId" = ${toId}::uuid, "version" = "version" + 1, "updatedAt" = ${now} where ${initiativesOf(worker)} returning "id"`);
  await db.initiativeEvent.createMany({ data: moved.map(({ id }) => ({ id: newId(now), initiativeId: id, kind: "assigned", visibility: "internal", byId: actorId, at: now })) });
  return moved.length;
}

/** Questions that wait on the line, whoever has them. */
export async function countLine(db: Db, bodyId: string | null): Promise<number> {
  return bodyId === null ? 0 : await db.ticket.count({ where: { hotlineId: bodyId, status: { in: ["open", "claimed", "waitingForPerson"] } } });
}
