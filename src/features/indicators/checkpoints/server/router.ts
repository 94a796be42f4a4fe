import * as z from "zod";
import { ownerOf } from "@/platform/idempotency";
import { personProcedure, router } from "@/platform/trpc/trpc";
import { idField } from "@/shared/ids/fields";
import { inMunicipality } from "../../schema";
import { checkpointsOutput, councilCheckpointOutput, createCheckpointInput, oneCheckpointInput, takeNoteInput } from "../schema";
import * as service from "./service";

export const checkpointRouter = router({
  list: personProcedure
    .meta({ access: "checkpoint.read" })
    .input(inMunicipality)
    .output(checkpointsOutput)
    .query(async ({ ctx, input }) => await service.listCheckpoints(ctx.db, ctx, input)),
  create: personProcedure
    .meta({ access: "checkpoint.create" })
    .input(createCheckpointInput)
    .output(z.object({ id: idField }))
    .mutation(async ({ ctx, input }) => await service.createCheckpoint(ctx, ownerOf(ctx), input)),
  remove: personProcedure
    .meta({ access: "checkpoint.create" })
    .input(oneCheckpointInput)
    .output(z.void())
    .mutation(async ({ ctx, input }) => await service.removeCheckpoint(ctx, input)),
  approve: personProcedure
    .meta({ access: "checkpoint.approve" })
    .input(oneCheckpointInput)
    .output(z.void())
    .mutation(async ({ ctx, input }) => await service.approveCheckpoint(ctx, input, false)),
  recordPaperApproval: personProcedure
    .meta({ access: "checkpoint.recordPaperApproval" })
    .input(oneCheckpointInput)
    .output(z.void())
    .mutation(async ({ ctx, input }) => await service.approveCheckpoint(ctx, input, true)),
  forCouncil: personProcedure
    .meta({ access: "checkpoint.takeNote" })
    .input(z.object({ marathonId: idField.optional() }))
    .output(councilCheckpointOutput.nullable())
    .query(async ({ ctx, input }) => await service.councilCheckpoint(ctx.db, ctx, input)),
  takeNote: personProcedure
    .meta({ access: "checkpoint.takeNote" })
    .input(takeNoteInput)
    .output(z.number().int())
    .mutation(async ({ ctx, input }) => await service.takeNote(ctx, input)),
});
