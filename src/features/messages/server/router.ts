import * as z from "zod";
import { personProcedure, publicProcedure, router } from "@/platform/trpc/trpc";
import { letterOutput, mailboxInput, markReadInput, notificationListInput, notificationListOutput } from "../schema";
import * as service from "./service";

export const messagesRouter = router({
  list: personProcedure
    .meta({ access: "notification.read" })
    .input(notificationListInput)
    .output(notificationListOutput)
    .query(async ({ ctx, input }) => await service.listNotifications(ctx.db, ctx.actor, input, ctx.locale, ctx.now)),
  unread: personProcedure
    .meta({ access: "notification.read" })
    .output(z.number().int())
    .query(async ({ ctx }) => await service.countUnread(ctx.db, ctx.actor)),
  markRead: personProcedure
    .meta({ access: "notification.markRead" })
    .input(markReadInput)
    .output(z.object({ ok: z.literal(true) }))
    .mutation(async ({ ctx, input }) => {
      await service.markRead(ctx.db, ctx.actor, input.id, ctx.now);
      return { ok: true };
    }),
  mailbox: publicProcedure
    .meta({ access: "mailbox.read" })
    .input(mailboxInput)
    .output(z.array(letterOutput))
    .query(async ({ ctx, input }) => await service.readMailbox(ctx.actor, input.to)),
});
