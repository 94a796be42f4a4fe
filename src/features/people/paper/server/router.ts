import { personProcedure, router } from "@/platform/trpc/trpc";
import { personInput } from "../../desk/schema";
import { beginPaperInput, openPaperOutput, paperInput, paperOutput } from "../schema";
import * as paper from "./service";

/** Scans of signed forms; their bytes come and go by /files/ (api/files). */
export const paperRouter = router({
  begin: personProcedure
    .meta({ access: "person.assist" })
    .input(beginPaperInput)
    .output(paperInput)
    .mutation(async ({ ctx, input }) => {
      await paper.beginPaper(ctx, input);
      return { fileId: input.fileId };
    }),
  current: personProcedure
    .meta({ access: "person.read" })
    .input(personInput)
    .output(paperOutput.nullable())
    .query(async ({ ctx, input }) => await paper.readPaper(ctx.db, ctx, input.personId)),
  open: personProcedure
    .meta({ access: "person.read" })
    .input(paperInput)
    .output(openPaperOutput)
    .query(async ({ ctx, input }) => await paper.openPaper(ctx.db, ctx, input.fileId)),
});
