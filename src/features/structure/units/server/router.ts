import { personProcedure, router } from "@/platform/trpc/trpc";
import { doneOutput } from "../../schema";
import * as shapes from "../schema";
import { listReforms, readTree, readUnit } from "./reading";
import * as service from "./service";

/** Units of the tree and decisions on them. */
export const unitsRouter = router({
  tree: personProcedure.meta({ access: "unit.readHistory" }).input(shapes.unitTreeInput).output(shapes.unitTreeOutput).query(async ({ ctx, input }) => await readTree(ctx, input.municipalityId)),
  record: personProcedure.meta({ access: "unit.readHistory" }).input(shapes.unitRecordInput).output(shapes.unitRecordOutput).query(async ({ ctx, input }) => await readUnit(ctx, input.unitId)),
  reforms: personProcedure.meta({ access: "unit.reform" }).input(shapes.changesInput).output(shapes.changesOutput).query(async ({ ctx, input }) => await listReforms(ctx, input.regionId)),
  add: personProcedure.meta({ access: "unit.manage" }).input(shapes.addUnitInput).output(shapes.addedUnitOutput).mutation(async ({ ctx, input }) => await service.add(ctx, input)),
  foresee: personProcedure.meta({ access: "unit.manage" }).input(shapes.foreseeInput).output(shapes.foreseenOutput).query(async ({ ctx, input }) => await service.foresee(ctx, input.decision)),
  decide: personProcedure.meta({ access: "unit.manage" }).input(shapes.decideInput).output(shapes.decidedOutput).mutation(async ({ ctx, input }) => await service.decide(ctx, input)),
  recall: personProcedure.meta({ access: "unit.manage" }).input(shapes.recallInput).output(doneOutput).mutation(async ({ ctx, input }) => await service.recall(ctx, input)),
});
