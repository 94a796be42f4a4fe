import { slipOutput } from "@/features/people/desk/schema";
import { resetSecondFactorInput } from "@/features/structure/appointments/schema";
import { doneOutput } from "@/features/structure/schema";
import { acceptInvitationInput, invitationInput, invitationOutput, signInTicketOutput } from "@/features/structure/invitations/schema";
import { env } from "@/platform/env";
import { personProcedure, publicProcedure, router } from "@/platform/trpc/trpc";
import { accept, openInvitation } from "./accept-invitation";
import { resetForAppointment } from "./reset-second-factor";
import { issueStaffSlip, staffSlipInput } from "./staff-slip";
import { endAppointment, endAppointmentInput, endedOutput, openWorkInput, openWorkOutput, readOpenWork } from "./end-appointment";

/** What appointments need of several features. */
export const staffRouter = router({
  openWork: personProcedure.meta({ access: "appointment.end" }).input(openWorkInput).output(openWorkOutput).query(async ({ ctx, input }) => await readOpenWork(ctx.db, ctx, input.appointmentId)),
  end: personProcedure.meta({ access: "appointment.end" }).input(endAppointmentInput).output(endedOutput).mutation(async ({ ctx, input }) => await endAppointment(ctx, input)),
  resetSecondFactor: personProcedure.meta({ access: "appointment.resetSecondFactor" }).input(resetSecondFactorInput).output(doneOutput).mutation(async ({ ctx, input }) => await resetForAppointment(ctx, input)),
  // each sheet is a new code, hence no key
  issueSlip: personProcedure.meta({ access: "appointment.appoint" }).input(staffSlipInput).output(slipOutput).mutation(async ({ ctx, input }) => await issueStaffSlip(ctx, input, env.PUBLIC_URL)),
  invitation: publicProcedure.meta({ access: "person.register" }).input(invitationInput).output(invitationOutput).query(async ({ ctx, input }) => await openInvitation(ctx, input.token)),
  accept: publicProcedure.meta({ access: "person.register" }).input(acceptInvitationInput).output(signInTicketOutput).mutation(async ({ ctx, input }) => await accept(ctx, input)),
});
