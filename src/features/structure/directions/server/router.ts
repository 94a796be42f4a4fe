import { personProcedure, router } from "@/platform/trpc/trpc";
import { doneOutput } from "../../schema";
import * as shapes from "../schema";
import * as service from "./service";

/** A municipality's own themes. */
export const directionsRouter = router({
  list: personProcedure.meta({ access: "participation.setUp" }).input(shapes.ownDirectionsInput).output(shapes.ownDirectionsOutput).query(async ({ ctx, input }) => await service.listDirections(ctx, input.municipalityId)),
  save: personProcedure.meta({ access: "participation.setUp" }).input(shapes.saveOwnDirectionInput).output(shapes.savedDirectionOutput).mutation(async ({ ctx, input }) => await service.saveDirection(ctx, input)),
  retire: personProcedure.meta({ access: "participation.setUp" }).input(shapes.retireDirectionInput).output(doneOutput).mutation(async ({ ctx, input }) => await service.retireDirection(ctx, input)),
});
