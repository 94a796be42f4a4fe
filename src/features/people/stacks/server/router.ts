import { personProcedure, router } from "@/platform/trpc/trpc";
import { beginStackInput, openStackOutput, stackInput } from "../schema";
import * as stacks from "./service";

/** Scans of stacks of signed sheets; their bytes come and go by /files/ (api/files). */
export const stacksRouter = router({
  begin: personProcedure
    .meta({ access: "person.registerAtDesk" })
    .input(beginStackInput)
    .output(stackInput)
    .mutation(async ({ ctx, input }) => {
      await stacks.beginStack(ctx, input);
      return { fileId: input.fileId };
    }),
  open: personProcedure
    .meta({ access: "stackScan.read" })
    .input(stackInput)
    .output(openStackOutput)
    .query(async ({ ctx, input }) => await stacks.openStack(ctx.db, ctx, input.fileId)),
});
