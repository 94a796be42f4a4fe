import type * as z from "zod";
import { mayResetDemanded } from "@/access/second-factor";
import { hasDemandedFactor, resetSecondFactor } from "@/features/people/server/service";
import type { resetSecondFactorInput } from "@/features/structure/appointments/schema";
import * as appointments from "@/features/structure/appointments/server/service";
import { once, type Asker } from "@/features/structure/server/once";
import { AppError } from "@/shared/errors/app-error";

/**
 * For a lost phone: whoever appoints to the post takes the holder's second factor away, with a reason that is kept. A
 * post in a municipality is no way to the factor of somebody whose other post demands one: that is an administrator's.
 * Throws as reading the appointment, 403 without the right; appointment.ended, secondFactor.notOn.
 */
export async function resetForAppointment(asker: Asker, input: z.infer<typeof resetSecondFactorInput>): Promise<{ ok: true }> {
  return await once(asker, "resetSecondFactor", input, async (db) => {
    const { personId, byId, role } = await appointments.requireFactorReset(db, asker, input.appointmentId);
    if (!mayResetDemanded(role) && (await hasDemandedFactor(db, personId, asker.now))) throw AppError.forbidden();
    await resetSecondFactor(db, { personId: byId, role }, personId, input.reason, asker.now);
    return { ok: true } as const;
  });
}
