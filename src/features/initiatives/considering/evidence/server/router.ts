import { personProcedure, publicProcedure, router } from "@/platform/trpc/trpc";
import { beginEvidenceInput, evidenceInput, openEvidenceOutput } from "../schema";
import * as evidence from "./service";

/** Photos of what was done and the scan of the answer; their bytes come and go by /files/ (api/files). */
export const evidenceRouter = router({
  begin: personProcedure
    .meta({ access: "initiative.record" })
    .input(beginEvidenceInput)
    .output(evidenceInput)
    .mutation(async ({ ctx, input }) => {
      await evidence.beginEvidence(ctx, input);
      return { fileId: input.fileId };
    }),
  remove: personProcedure
    .meta({ access: "initiative.record" })
    .input(evidenceInput)
    .output(evidenceInput)
    .mutation(async ({ ctx, input }) => {
      await evidence.removeEvidence(ctx, input.fileId);
      return input;
    }),
  open: publicProcedure
    .meta({ access: "initiative.readPublic" })
    .input(evidenceInput)
    .output(openEvidenceOutput)
    .query(async ({ ctx, input }) => await evidence.openEvidence(ctx.db, ctx, input.fileId)),
});
