import { personProcedure, router } from "@/platform/trpc/trpc";
import { beginScanInput, openScanOutput, scanInput } from "../schema";
import * as scans from "./service";

/** Scans of acts; their bytes come and go by /files/ (api/files). */
export const scansRouter = router({
  begin: personProcedure
    .meta({ access: "appointment.appoint" })
    .input(beginScanInput)
    .output(scanInput)
    .mutation(async ({ ctx, input }) => {
      await scans.beginScan(ctx, input);
      return { fileId: input.fileId };
    }),
  open: personProcedure
    .meta({ access: "appointment.read" })
    .input(scanInput)
    .output(openScanOutput)
    .query(async ({ ctx, input }) => await scans.openScan(ctx.db, ctx, input.fileId)),
});
