import * as z from "zod";
import { publicProcedure, personProcedure, router } from "@/platform/trpc/trpc";
import { marathonRegulationInput, marathonRegulationOutput, regulationInput, regulationOutput, savedOutput, setHoursInput, setRegulationInput, tightenInput } from "../schema";
import { missedListInput, missedListOutput } from "../missed/schema";
import { countOpenMissed, listMissed } from "../missed/server/service";
import * as service from "./service";

const missedRouter = router({
  list: personProcedure
    .meta({ access: "missedTerm.read" })
    .input(missedListInput)
    .output(missedListOutput)
    .query(async ({ ctx, input }) => await listMissed(ctx.db, ctx.actor, input)),
  count: personProcedure
    .meta({ access: "missedTerm.read" })
    .output(z.number().int())
    .query(async ({ ctx }) => await countOpenMissed(ctx.db, ctx.actor)),
});

export const regulationRouter = router({
  missed: missedRouter,
  read: publicProcedure
    .meta({ access: "regulation.read" })
    .input(regulationInput)
    .output(regulationOutput)
    .query(async ({ ctx, input }) => await service.readRegulation(ctx.db, ctx, input)),
  marathon: publicProcedure
    .meta({ access: "regulation.read" })
    .input(marathonRegulationInput)
    .output(marathonRegulationOutput)
    .query(async ({ ctx, input }) => await service.readMarathonRegulation(ctx.db, ctx, input.marathonId)),
  set: personProcedure
    .meta({ access: "regulation.set" })
    .input(setRegulationInput)
    .output(savedOutput)
    .mutation(async ({ ctx, input }) => await service.setRegulation(ctx, input)),
  tighten: personProcedure
    .meta({ access: "regulation.tighten" })
    .input(tightenInput)
    .output(savedOutput)
    .mutation(async ({ ctx, input }) => await service.tighten(ctx, input)),
  setHours: personProcedure
    .meta({ access: "regulation.setHours" })
    .input(setHoursInput)
    .output(savedOutput)
    .mutation(async ({ ctx, input }) => await service.setHours(ctx, input)),
});
