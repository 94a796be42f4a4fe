import * as z from "zod";
import * as appointments from "@/features/structure/appointments/server/service";
import { once, type Asker } from "@/features/structure/server/once";
import type { Db } from "@/platform/db/client";
import { AppError } from "@/shared/errors/app-error";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { countWork, handOverDrafts, handOverInitiatives, handOverTickets } from "./open-work";

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
    const handing = { actorId: asker.actor.personId, now: asker.now };
    return {
      tickets: await handOverTickets(db, held, handToId, handing), drafts: handToId === null ? 0 : await handOverDrafts(db, held, handToId, asker.now),
      initiatives: await handOverInitiatives(db, held, handToId, handing),
    };
  });
}
