import * as z from "zod";
import { actingRole, authorise, can } from "@/access/policy";
import { appointment as policy } from "@/access/rules/structure";
import { writeSlip } from "@/features/people/desk/server/service";
import type { Slip } from "@/features/people/desk/schema";
import { findAppointment } from "@/features/structure/appointments/server/repo";
import { transaction } from "@/platform/db/transaction";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { idField } from "@/shared/ids/fields";

/** documentSeen: the holder of the post stands before the asker, with a document. */
export const staffSlipInput = z.object({ appointmentId: idField, documentSeen: z.literal(true, { error: "field.documentSeen" }) });

/**
 * A slip for a forgotten password where no letter reaches: printed by whoever may appoint to every post that the person holds, so
 * that no lesser one opens the way to a greater. Sessions end when the code is used; a second factor stays. Throws as reading the
 * appointment, 403 without the right to each post; appointment.ended, slip.notNeeded.
 */
export async function issueStaffSlip({ actor, now }: Pick<Context, "actor" | "now">, { appointmentId }: z.infer<typeof staffSlipInput>, siteUrl: string): Promise<Slip> {
  return await transaction(async (db) => {
    const held = await findAppointment(db, appointmentId, now);
    authorise(policy, actor, "appoint", held?.facts ?? null);
    if (!held || actor.personId === null) throw AppError.notFound();
    const { personId, name, where: unitName, municipalityId } = held;
    if (held.endsAt !== null && held.endsAt <= now) throw new AppError("appointment.ended");
    const lasting = await db.appointment.findMany({ where: { personId, OR: [{ endsAt: null }, { endsAt: { gt: now } }] }, select: { id: true } });
    if (personId === actor.personId) throw AppError.forbidden();
    for (const { id } of lasting) {
      const post = await findAppointment(db, id, now);
      if (!post || !can(policy, actor, "appoint", post.facts)) throw AppError.forbidden();
    }
    return await writeSlip(db, { personId, name, unitName, municipalityId }, { personId: actor.personId, role: actingRole(policy, actor, "appoint", held.facts) ?? "person" }, { now, siteUrl, forStaff: true });
  });
}
