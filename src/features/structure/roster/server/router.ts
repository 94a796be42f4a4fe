import * as z from "zod";
import { personProcedure, router } from "@/platform/trpc/trpc";
import { doneOutput } from "../../schema";
import * as schema from "../schema";
import * as roster from "./service";

export const rosterRouter = router({
  lines: personProcedure.meta({ access: "duty.read" }).output(z.array(schema.lineOutput)).query(async ({ ctx }) => await roster.listLines(ctx)),
  read: personProcedure.meta({ access: "duty.read" }).input(schema.lineInput).output(schema.rosterOutput).query(async ({ ctx, input }) => await roster.readRoster(ctx, input)),
  mine: personProcedure.meta({ access: "duty.readOwn" }).output(schema.mineOutput).query(async ({ ctx }) => await roster.listMine(ctx)),
  plan: personProcedure.meta({ access: "duty.plan" }).input(schema.planInput).output(schema.plannedOutput).mutation(async ({ ctx, input }) => await roster.plan(ctx, input)),
  setHours: personProcedure.meta({ access: "duty.plan" }).input(schema.setHoursInput).output(doneOutput).mutation(async ({ ctx, input }) => await roster.setHours(ctx, input)),
  cancel: personProcedure.meta({ access: "duty.plan" }).input(schema.cancelShiftInput).output(doneOutput).mutation(async ({ ctx, input }) => await roster.cancel(ctx, input)),
  assign: personProcedure.meta({ access: "duty.plan" }).input(schema.assignShiftInput).output(doneOutput).mutation(async ({ ctx, input }) => await roster.assign(ctx, input)),
  offer: personProcedure.meta({ access: "duty.offer" }).input(schema.offerShiftInput).output(doneOutput).mutation(async ({ ctx, input }) => await roster.offer(ctx, input)),
  take: personProcedure.meta({ access: "duty.take" }).input(schema.takeShiftInput).output(doneOutput).mutation(async ({ ctx, input }) => await roster.take(ctx, input)),
});
