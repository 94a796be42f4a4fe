import { personProcedure, router } from "@/platform/trpc/trpc";
import * as shapes from "../schema";
import { exportRights, listRights } from "./service";

/** Who may do what: for a head and an administrator. */
export const rightsRouter = router({
  list: personProcedure.meta({ access: "appointment.review" }).input(shapes.rightsInput).output(shapes.rightsOutput).query(async ({ ctx, input }) => await listRights(ctx, input)),
  export: personProcedure.meta({ access: "appointment.review" }).input(shapes.rightsExportInput).output(shapes.rightsTablesOutput).query(async ({ ctx, input }) => await exportRights(ctx, input)),
});
