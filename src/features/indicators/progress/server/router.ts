import * as z from "zod";
import { publicProcedure, router } from "@/platform/trpc/trpc";
import { progressOutput, regionCodeField, regionProgressOutput } from "../schema";
import * as service from "./service";

export const progressRouter = router({
  progress: publicProcedure
    .meta({ access: "indicator.readPublic" })
    .output(progressOutput.nullable())
    .query(async ({ ctx }) => await service.progress(ctx.db, ctx.now)),
  regionProgress: publicProcedure
    .meta({ access: "indicator.readPublic" })
    .input(z.object({ code: regionCodeField }))
    .output(regionProgressOutput)
    .query(async ({ ctx, input }) => await service.regionProgress(ctx.db, ctx.now, input)),
});
