import { env } from "@/platform/env";
import { personProcedure, router } from "@/platform/trpc/trpc";
import { numberInput } from "../../record/schema";
import { answeredOutput, answerInvitationInput, coAuthoredOutput, coAuthorsOutput, codeInput, invitationOutput, invitedOutput, inviteInput, recallInput } from "../schema";
import * as coAuthors from "./service";

/** Several authors of one initiative: each agrees with their own account. */
export const coAuthorsRouter = router({
  list: personProcedure.meta({ access: "initiative.inviteAuthors" }).input(numberInput).output(coAuthorsOutput).query(async ({ ctx, input }) => await coAuthors.listForAuthor(ctx.db, ctx, input.number)),
  invite: personProcedure.meta({ access: "initiative.inviteAuthors" }).input(inviteInput).output(invitedOutput).mutation(async ({ ctx, input }) => await coAuthors.invite(ctx, input, env.PUBLIC_URL)),
  recall: personProcedure.meta({ access: "initiative.inviteAuthors" }).input(recallInput).output(recallInput).mutation(async ({ ctx, input }) => await coAuthors.recall(ctx, input.id)),
  // counts a guess and writes who looked, hence no query
  read: personProcedure.meta({ access: "initiative.agreeAuthors" }).input(codeInput).output(invitationOutput).mutation(async ({ ctx, input }) => await coAuthors.readInvitation(ctx, input.code)),
  answer: personProcedure.meta({ access: "initiative.agreeAuthors" }).input(answerInvitationInput).output(answeredOutput).mutation(async ({ ctx, input }) => await coAuthors.answer(ctx, input.code, input.agrees)),
  leave: personProcedure.meta({ access: "initiative.leaveAuthors" }).input(numberInput).output(numberInput).mutation(async ({ ctx, input }) => await coAuthors.leave(ctx, input.number)),
  mine: personProcedure.meta({ access: "initiative.leaveAuthors" }).output(coAuthoredOutput).query(async ({ ctx }) => await coAuthors.listCoAuthored(ctx.db, ctx.actor)),
});
