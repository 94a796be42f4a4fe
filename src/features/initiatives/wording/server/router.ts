import { z } from "zod";
import { personProcedure, router } from "@/platform/trpc/trpc";
import * as schema from "../schema";
import * as service from "./service";

/** Help in wording: shared by a code, suggested as a difference, decided by the author. */
export const wordingRouter = router({
  share: personProcedure
    .meta({ access: "wording.share" })
    .input(schema.shareInput)
    .output(schema.shareOutput)
    .mutation(async ({ ctx, input }) => await service.shareDraft(ctx, input.draftId)),
  unshare: personProcedure
    .meta({ access: "wording.share" })
    .input(schema.shareInput)
    .output(schema.takenOutput)
    .mutation(async ({ ctx, input }) => await service.unshareDraft(ctx, input.draftId)),
  forAuthor: personProcedure
    .meta({ access: "wording.settle" })
    .input(schema.shareInput)
    .output(schema.authorsOutput)
    .query(async ({ ctx, input }) => await service.authorsSide(ctx, input.draftId)),
  take: personProcedure
    .meta({ access: "wording.takeUp" })
    .input(schema.takeInput)
    .output(schema.takenOutput)
    .mutation(async ({ ctx, input }) => await service.takeDraft(ctx, input.code)),
  taken: personProcedure
    .meta({ access: "wording.read" })
    .output(z.array(schema.takenLine))
    .query(async ({ ctx }) => await service.listTaken(ctx)),
  read: personProcedure
    .meta({ access: "wording.read" })
    .input(schema.shareInput)
    .output(schema.takenDraft)
    .query(async ({ ctx, input }) => await service.readTaken(ctx, input.draftId)),
  suggest: personProcedure
    .meta({ access: "wording.suggest" })
    .input(schema.suggestInput)
    .output(schema.takenOutput)
    .mutation(async ({ ctx, input }) => await service.suggest(ctx, input)),
  settle: personProcedure
    .meta({ access: "wording.settle" })
    .input(schema.settleInput)
    .output(schema.settledOutput)
    .mutation(async ({ ctx, input }) => await service.settle(ctx, input)),
});
