import { z } from "zod";
import { personProcedure, router } from "@/platform/trpc/trpc";
import * as schema from "../schema";
import * as service from "./service";

/** What was taken down in time and came after the collection. */
export const lateSheetsRouter = router({
  list: personProcedure
    .meta({ access: "lateSheet.read" })
    .input(schema.lateListInput)
    .output(schema.lateListOutput)
    .query(async ({ ctx, input }) => await service.listLate(ctx.db, ctx, input)),
  count: personProcedure
    .meta({ access: "lateSheet.read" })
    .output(z.number().int())
    .query(async ({ ctx }) => await service.countLate(ctx.db, ctx.actor)),
  decide: personProcedure
    .meta({ access: "lateSheet.letIn" })
    .input(schema.decideLateInput)
    .output(schema.decideLateOutput)
    .mutation(async ({ ctx, input }) => await service.decideLate(ctx, input)),
});
