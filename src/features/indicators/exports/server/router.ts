import { personProcedure, router } from "@/platform/trpc/trpc";
import { exportComparisonInput, exportMunicipalityInput, exportOutput } from "../schema";
import * as service from "./service";

/** What /api/export writes as XLSX and CSV. */
export const exportsRouter = router({
  exportComparison: personProcedure
    .meta({ access: "indicator.export" })
    .input(exportComparisonInput)
    .output(exportOutput)
    .query(async ({ ctx, input }) => await service.exportComparison(ctx.db, ctx, input, ctx.locale)),
  exportMunicipality: personProcedure
    .meta({ access: "indicator.export" })
    .input(exportMunicipalityInput)
    .output(exportOutput)
    .query(async ({ ctx, input }) => await service.exportMunicipality(ctx.db, ctx, input, ctx.locale)),
});
