import * as z from "zod";
import * as appointments from "@/features/structure/appointments/server/service";
import { once, type Asker } from "@/features/structure/server/once";
import type { Db } from "@/platform/db/client";
import { column, executeSql, queryRow, queryRows, sql } from "@/platform/db/sql";
import { AppError } from "@/shared/errors/app-error";
import { idField } from "@/shared/ids/fields";
import { newId } from "@/shared/ids/id";
import { idempotencyKeyField } from "@/shared/ids/idempotency";

export const openWorkInput = z.object({ appointmentId: idField });
export const openWorkOutput = z.object({
  /** questions that the person has in work, of them those that wait for their asker */
  tickets: z.number().int(),
  waiting: z.number().int(),
  /** drafts that the person words with somebody */
  drafts: z.number().int(),
  colleagues: z.array(z.object({ personId: idField, name: z.string() })),
});
export type OpenWork = z.infer<typeof openWorkOutput>;

export const endAppointmentInput = z.object({ appointmentId: idField, /** null: nobody; questions go back to the queue */ handToId: idField.nullable(), key: idempotencyKeyField });
export const endedOutput = z.object({ tickets: z.number().int(), drafts: z.number().int() });

/** What would be left behind, and who may take it over. Throws as ending does. */
export async function readOpenWork(db: Db, asker: Pick<Asker, "actor" | "now">, appointmentId: string): Promise<OpenWork> {
  const held = await appointments.requireEndable(db, asker, appointmentId);
  return { ...(await countWork(db, held)), colleagues: await appointments.colleaguesOf(db, held, asker.now) };
}

/**
 * Ends an appointment now and hands its open work over, all or none. Throws as `requireEndable`; request.notFound for a receiver
 * who doesn't work there; appointment.openWork where somebody must take it over.
 */
export async function endAppointment(asker: Asker, input: z.infer<typeof endAppointmentInput>): Promise<z.infer<typeof endedOutput>> {
  return await once(asker, "end", input, async (db) => {
    const { appointmentId, handToId } = input;
    const held = await appointments.requireEndable(db, asker, appointmentId);
    const colleagues = await appointments.colleaguesOf(db, held, asker.now);
    if (handToId !== null && !colleagues.some(({ personId }) => personId === handToId)) throw AppError.notFound();
    const { drafts, waiting } = await countWork(db, held);
    if (handToId === null && drafts + waiting > 0) throw new AppError("appointment.openWork", undefined, { fields: { handToId: "appointment.openWork" } });
    await appointments.end(db, asker, appointmentId);
    return { tickets: await handOverTickets(db, held, handToId, asker), drafts: handToId === null ? 0 : await handOverDrafts(db, held, handToId, asker.now) };
  });
}

const countSchema = z.object({ tickets: column.int, waiting: column.int, drafts: column.int });

/** Only what the person does by this post: another post of theirs keeps its own. */
async function countWork(db: Db, { personId, bodyId, unitId }: appointments.Ended): Promise<Omit<OpenWork, "colleagues">> {
  const counts = await queryRow(db, countSchema, sql`
    select (select count(*) from "Ticket" where "claimedById" = ${personId}::uuid and "hotlineId" = ${bodyId}::uuid and "status" in ('claimed', 'waitingForPerson')) as "tickets",
           (select count(*) from "Ticket" where "claimedById" = ${personId}::uuid and "hotlineId" = ${bodyId}::uuid and "status" = 'waitingForPerson') as "waiting",
           (select count(*) from "InitiativeDraft" where "helperId" = ${personId}::uuid and "helperUnitId" = ${unitId}::uuid) as "drafts"`);
  return counts ?? { tickets: 0, waiting: 0, drafts: 0 };
}

/** To the colleague, or back to the queue; each says so in its course (hotline: «takeOver», «release»). */
async function handOverTickets(db: Db, { personId, bodyId }: appointments.Ended, toId: string | null, { actor, now }: Asker): Promise<number> {
  const change = toId === null ? sql`"claimedById" = null, "status" = 'open'` : sql`"claimedById" = ${toId}::uuid`;
  const moved = await queryRows(db, z.object({ id: z.string() }), sql`
    update "Ticket" set ${change}, "version" = "version" + 1, "updatedAt" = ${now}
    where "claimedById" = ${personId}::uuid and "hotlineId" = ${bodyId}::uuid and "status" in ('claimed', 'waitingForPerson') returning "id"`);
  await db.ticketMessage.createMany({ data: moved.map(({ id }) => ({ id: newId(now), ticketId: id, kind: "event", text: toId === null ? "release" : "takeOver", byId: toId ?? actor.personId, at: now })) });
  return moved.length;
}

async function handOverDrafts(db: Db, { personId, unitId }: appointments.Ended, toId: string, now: Date): Promise<number> {
  return await executeSql(db, sql`
    update "InitiativeDraft" set "helperId" = ${toId}::uuid, "version" = "version" + 1, "updatedAt" = ${now} where "helperId" = ${personId}::uuid and "helperUnitId" = ${unitId}::uuid`);
}
