import { z } from "zod";
import type { Actor } from "@/access/actor";
import type { Context } from "@/platform/trpc/context";
import { publicProcedure, router } from "@/platform/trpc/trpc";
import { attachmentOutput, beginInput, draftInput, fileInput, openOutput } from "../schema";
import * as attachments from "./service";

/** A visitor without an account holds the draft by a cookie. */
function askerOf(context: Context): Context & { readonly actor: Actor } {
  return { ...context, actor: { ...context.actor, visitorHash: context.visitor.tokenHash } };
}

/** Files of what is being written and of what was submitted; their bytes come and go by /files/ (api/files). */
export const attachmentsRouter = router({
  begin: publicProcedure
    .meta({ access: "draft.write" })
    .input(beginInput)
    .output(fileInput)
    .mutation(async ({ ctx, input }) => {
      await attachments.beginAttachment(askerOf(ctx), input);
      return { fileId: input.fileId };
    }),
  list: publicProcedure
    .meta({ access: "draft.read" })
    .input(draftInput)
    .output(z.array(attachmentOutput))
    .query(async ({ ctx, input }) => await attachments.listOfDraft(ctx.db, askerOf(ctx).actor, input.draftId)),
  remove: publicProcedure
    .meta({ access: "draft.write" })
    .input(fileInput)
    .output(fileInput)
    .mutation(async ({ ctx, input }) => {
      await attachments.removeAttachment(askerOf(ctx), input.fileId);
      return input;
    }),
  open: publicProcedure
    .meta({ access: "initiative.readPublic" })
    .input(fileInput)
    .output(openOutput)
    .query(async ({ ctx, input }) => await attachments.openAttachment(ctx.db, askerOf(ctx).actor, input.fileId)),
});
