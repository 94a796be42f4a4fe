import * as z from "zod";
import { personProcedure, publicProcedure, router } from "@/platform/trpc/trpc";
import { idField } from "@/shared/ids/fields";
import { boundaryOutput, comparisonInput, comparisonOutput } from "../schema";
import * as service from "./service";

export const comparisonRouter = router({
  comparison: personProcedure
    .meta({ access: "indicator.compare" })
    .input(comparisonInput)
    .output(comparisonOutput.nullable())
    .query(async ({ ctx, input }) => await service.comparison(ctx.db, ctx, input)),
  boundaries: publicProcedure
    .meta({ access: "unit.read" })
    .input(z.object({ regionId: idField }))
    .output(boundaryOutput.nullable())
    .query(async ({ ctx, input }) => await service.boundaries(ctx.db, input.regionId)),
});
