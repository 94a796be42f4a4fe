import * as z from "zod";
import * as appointments from "@/features/structure/appointments/server/service";
import { once, type Asker } from "@/features/structure/server/once";
import type { Db } from "@/platform/db/client";
import { AppError } from "@/shared/errors/app-error";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { countLine, countWork, findHeir, handOver, worksThere, type WorkCounts, type Worker } from "./open-work";

export const openWorkInput = z.object({ appointmentId: idField });
export const openWorkOutput = z.object({
  /** questions that the person has in work, of them those that wait for their asker */
  tickets: z.number().int(),
  waiting: z.number().int(),
  /** drafts that the person words with somebody */
  drafts: z.number().int(),
  /** initiatives of the group that the person has in hand */
  initiatives: z.number().int(),
  colleagues: z.array(z.object({ personId: idField, name: z.string() })),
});
export type OpenWork = z.infer<typeof openWorkOutput>;

export const endAppointmentInput = z.object({ appointmentId: idField, /** null: nobody; questions and initiatives go back to the queue */ handToId: idField.nullable(), key: idempotencyKeyField });
export const endedOutput = z.object({ tickets: z.number().int(), drafts: z.number().int(), initiatives: z.number().int() });

/** What would be left behind, by those who stand in, too: they go with it. Throws as ending does. */
export async function readOpenWork(db: Db, asker: Pick<Asker, "actor" | "now">, appointmentId: string): Promise<OpenWork> {
  const { leaving, receivers } = await prepare(db, asker, appointmentId);
  return { ...(await countAll(db, leaving)), colleagues: receivers };
}

/**
 * Ends an appointment now and hands its open work over, all or none. Throws as `requireEndable`; request.notFound for a receiver
 * who doesn't work there; appointment.openWork where somebody must take it over; appointment.lastOperator while questions wait on
 * a line that nobody else answers.
 */
export async function endAppointment(asker: Asker, input: z.infer<typeof endAppointmentInput>): Promise<z.infer<typeof endedOutput>> {
  return await once(asker, "end", input, async (db) => {
    const { appointmentId, handToId } = input;
    const { leaving, receivers } = await prepare(db, asker, appointmentId);
    if (handToId !== null && !receivers.some(({ personId }) => personId === handToId)) throw AppError.notFound();
    const { drafts, waiting } = await countAll(db, leaving);
    if (handToId === null && drafts + waiting > 0) throw new AppError("appointment.openWork", undefined, { fields: { handToId: "appointment.openWork" } });
    await appointments.end(db, asker, appointmentId);
    const sum = { tickets: 0, drafts: 0, initiatives: 0 };
    for (const worker of leaving) {
      const heirId = handToId ?? (await findHeir(db, worker, asker.now))?.personId ?? null;
      const { tickets, drafts, initiatives } = await handOver(db, worker, { toId: handToId, heirId, actorId: asker.actor.personId, now: asker.now });
      Object.assign(sum, { tickets: sum.tickets + tickets, drafts: sum.drafts + drafts, initiatives: sum.initiatives + initiatives });
    }
    return sum;
  });
}

/** Who leaves with it and works there by nothing else, and who may take over. Locks it. */
async function prepare(db: Db, asker: Pick<Asker, "actor" | "now">, appointmentId: string): Promise<{ leaving: Worker[]; receivers: OpenWork["colleagues"] }> {
  const held = await appointments.requireEndable(db, asker, appointmentId);
  const ending = [held, ...(await appointments.standInsOf(db, held, asker.now))];
  const receivers = await appointments.receiversOf(db, held, asker.now);
  if (held.startsAt <= asker.now && receivers.length === 0 && (await countLine(db, held.bodyId)) > 0) throw new AppError("appointment.lastOperator");
  const leaving: Worker[] = [];
  for (const personId of new Set(ending.map((one) => one.personId))) {
    const worker = { personId, unitId: held.unitId, bodyId: held.bodyId };
    if (!(await worksThere(db, worker, ending.map(({ id }) => id), asker.now))) leaving.push(worker);
  }
  return { leaving, receivers };
}

async function countAll(db: Db, leaving: readonly Worker[]): Promise<WorkCounts> {
  const sum = { tickets: 0, waiting: 0, drafts: 0, initiatives: 0 };
  for (const worker of leaving) {
    const { tickets, waiting, drafts, initiatives } = await countWork(db, worker);
    Object.assign(sum, { tickets: sum.tickets + tickets, waiting: sum.waiting + waiting, drafts: sum.drafts + drafts, initiatives: sum.initiatives + initiatives });
  }
  return sum;
}
