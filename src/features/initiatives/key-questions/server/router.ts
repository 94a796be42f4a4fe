import { z } from "zod";
import { personProcedure, publicProcedure, router } from "@/platform/trpc/trpc";
import { idField } from "@/shared/ids/fields";
import * as schema from "../schema";
import * as service from "./service";

const id = z.object({ id: idField });

/** What a head or a group asks initiatives about. */
export const keyQuestionsRouter = router({
  list: publicProcedure
    .meta({ access: "keyQuestion.read" })
    .input(schema.keyQuestionsInput)
    .output(schema.keyQuestionsOutput)
    .query(async ({ ctx, input }) => await service.listQuestions(ctx, input)),
  get: publicProcedure
    .meta({ access: "keyQuestion.read" })
    .input(id)
    .output(schema.keyQuestionOutput.nullable())
    .query(async ({ ctx, input }) => await service.openQuestion(ctx.db, input.id)),
  own: personProcedure
    .meta({ access: "keyQuestion.publish" })
    .output(schema.ownQuestionsOutput)
    .query(async ({ ctx }) => await service.ownQuestions(ctx)),
  publish: personProcedure
    .meta({ access: "keyQuestion.publish" })
    .input(schema.publishInput)
    .output(id)
    .mutation(async ({ ctx, input }) => await service.publishQuestion(ctx, input)),
  close: personProcedure
    .meta({ access: "keyQuestion.publish" })
    .input(schema.closeInput)
    .output(id)
    .mutation(async ({ ctx, input }) => await service.closeQuestion(ctx, input.id)),
});
