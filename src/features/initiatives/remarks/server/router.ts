import { z } from "zod";
import { personProcedure, publicProcedure, router } from "@/platform/trpc/trpc";
import { numberInput } from "../../record/schema";
import * as schema from "../schema";
import * as service from "./service";

/** What readers say of public initiatives, who moderates it, who answers. */
export const remarksRouter = router({
  report: publicProcedure
    .meta({ access: "initiative.report" })
    .input(schema.reportInput)
    .output(schema.thanksOutput)
    .mutation(async ({ ctx, input }) => await service.report(ctx, input)),
  ask: personProcedure
    .meta({ access: "initiative.ask" })
    .input(schema.askInput)
    .output(schema.thanksOutput)
    .mutation(async ({ ctx, input }) => await service.ask(ctx, input)),
  talk: publicProcedure
    .meta({ access: "initiative.readPublic" })
    .input(numberInput)
    .output(schema.publicTalkOutput)
    .query(async ({ ctx, input }) => await service.publicTalk(ctx.db, ctx.actor, input.number)),
  list: personProcedure
    .meta({ access: "remark.read" })
    .input(schema.remarkListInput)
    .output(schema.remarkListOutput)
    .query(async ({ ctx, input }) => await service.listRemarks(ctx.db, ctx.actor, input)),
  count: personProcedure
    .meta({ access: "remark.read" })
    .output(z.number().int())
    .query(async ({ ctx }) => await service.countRemarks(ctx.db, ctx.actor)),
  settle: personProcedure
    .meta({ access: "remark.settle" })
    .input(schema.settleInput)
    .output(schema.remarkStepOutput)
    .mutation(async ({ ctx, input }) => await service.settle(ctx, input)),
  own: personProcedure
    .meta({ access: "initiative.openQuestions" })
    .input(numberInput)
    .output(schema.ownQuestionsOutput)
    .query(async ({ ctx, input }) => await service.ownQuestions(ctx.db, ctx.actor, input.number)),
  answer: personProcedure
    .meta({ access: "remark.answer" })
    .input(schema.answerQuestionInput)
    .output(schema.remarkStepOutput)
    .mutation(async ({ ctx, input }) => await service.answerQuestion(ctx, input)),
  openQuestions: personProcedure
    .meta({ access: "initiative.openQuestions" })
    .input(schema.openQuestionsInput)
    .output(schema.ownQuestionsOutput)
    .mutation(async ({ ctx, input }) => await service.openQuestions(ctx, input.number, input.open)),
});
