import * as z from "zod";
import { personProcedure, router } from "@/platform/trpc/trpc";
import { idField } from "@/shared/ids/fields";
import { inMunicipality } from "../../schema";
import { morningOutput, organisationFiguresOutput, placeChoiceOutput } from "../schema";
import * as service from "./service";

export const morningRouter = router({
  places: personProcedure
    .meta({ access: "indicator.read" })
    .output(z.array(placeChoiceOutput))
    .query(async ({ ctx }) => await service.placesOf(ctx.db, ctx)),
  municipality: personProcedure
    .meta({ access: "indicator.read" })
    .input(inMunicipality)
    .output(morningOutput)
    .query(async ({ ctx, input }) => await service.morning(ctx.db, ctx, input)),
  organisation: personProcedure
    .meta({ access: "indicator.readOrganisation" })
    .input(z.object({ organisationId: idField, marathonId: idField.optional() }))
    .output(organisationFiguresOutput)
    .query(async ({ ctx, input }) => await service.organisationFigures(ctx.db, ctx, input)),
});
