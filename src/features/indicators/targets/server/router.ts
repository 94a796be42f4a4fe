import * as z from "zod";
import { ownerOf } from "@/platform/idempotency";
import { personProcedure, router } from "@/platform/trpc/trpc";
import { inMunicipality } from "../../schema";
import { setTargetsInput, targetOutput, targetsOutput } from "../schema";
import * as service from "./service";

export const targetRouter = router({
  list: personProcedure
    .meta({ access: "target.read" })
    .input(inMunicipality)
    .output(targetsOutput)
    .query(async ({ ctx, input }) => await service.listTargets(ctx.db, ctx, input)),
  set: personProcedure
    .meta({ access: "target.set" })
    .input(setTargetsInput)
    .output(z.array(targetOutput))
    .mutation(async ({ ctx, input }) => await service.setTargets(ctx, ownerOf(ctx), input)),
});
