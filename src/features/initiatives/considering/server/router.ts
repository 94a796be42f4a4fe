import { personProcedure, router } from "@/platform/trpc/trpc";
import { nominationCountsOutput, nominationsInput, nominationsOutput } from "../nominations/schema";
import { countNominations, listNominations } from "../nominations/server/service";
import { countsOutput, queueInput, queueOutput } from "../queue/schema";
import { countQueue, listProposals, listQueue } from "../queue/server/service";
import { authorOutput, findInput, findOutput, recordInput, recordOutput } from "../record/schema";
import { findRecord, readAuthor, readRecord } from "../record/server/service";
import {
  acceptInput, answerNominationInput, batchOutput, clarifyInput, confirmBatchInput, decideInput, nominateInput, noteInput, prepareInput, returnInput, stepOutput,
} from "../schema";
import * as service from "./service";

/** The considering side: a group's queue, its record, the steps, and what goes further up. */
export const consideringRouter = router({
  // who may leave a note takes part in the group's work
  queue: personProcedure.meta({ access: "initiative.note" }).input(queueInput).output(queueOutput).query(async ({ ctx, input }) => await listQueue(ctx, input)),
  counts: personProcedure.meta({ access: "initiative.note" }).output(countsOutput).query(async ({ ctx }) => await countQueue(ctx)),
  proposals: personProcedure.meta({ access: "initiative.decide" }).output(queueOutput).query(async ({ ctx }) => await listProposals(ctx)),
  record: personProcedure.meta({ access: "initiative.read" }).input(recordInput).output(recordOutput).query(async ({ ctx, input }) => await readRecord(ctx, input.initiativeId)),
  find: personProcedure.meta({ access: "initiative.note" }).input(findInput).output(findOutput).query(async ({ ctx, input }) => await findRecord(ctx, input.number)),
  // a mutation, for it writes into the journal
  author: personProcedure.meta({ access: "initiative.readAuthor" }).input(recordInput).output(authorOutput).mutation(async ({ ctx, input }) => await readAuthor(ctx, input.initiativeId)),

  accept: personProcedure.meta({ access: "initiative.accept" }).input(acceptInput).output(stepOutput).mutation(async ({ ctx, input }) => await service.accept(ctx, input)),
  note: personProcedure.meta({ access: "initiative.note" }).input(noteInput).output(stepOutput).mutation(async ({ ctx, input }) => await service.note(ctx, input)),
  clarify: personProcedure.meta({ access: "initiative.clarify" }).input(clarifyInput).output(stepOutput).mutation(async ({ ctx, input }) => await service.clarify(ctx, input)),
  prepare: personProcedure.meta({ access: "initiative.prepare" }).input(prepareInput).output(stepOutput).mutation(async ({ ctx, input }) => await service.prepare(ctx, input)),
  returnProposal: personProcedure.meta({ access: "initiative.decide" }).input(returnInput).output(stepOutput).mutation(async ({ ctx, input }) => await service.returnProposal(ctx, input)),
  decide: personProcedure.meta({ access: "initiative.decide" }).input(decideInput).output(stepOutput).mutation(async ({ ctx, input }) => await service.decide(ctx, input)),
  confirmBatch: personProcedure.meta({ access: "initiative.decide" }).input(confirmBatchInput).output(batchOutput).mutation(async ({ ctx, input }) => await service.confirmBatch(ctx, input)),
  nominate: personProcedure.meta({ access: "initiative.nominate" }).input(nominateInput).output(stepOutput).mutation(async ({ ctx, input }) => await service.nominate(ctx, input)),
  answerNomination: personProcedure.meta({ access: "initiative.answerNomination" }).input(answerNominationInput).output(stepOutput).mutation(async ({ ctx, input }) => await service.answerNomination(ctx, input)),

  nominations: personProcedure.meta({ access: "initiative.nominate" }).input(nominationsInput).output(nominationsOutput).query(async ({ ctx, input }) => await listNominations(ctx, input)),
  nominationCounts: personProcedure.meta({ access: "initiative.nominate" }).output(nominationCountsOutput).query(async ({ ctx }) => await countNominations(ctx)),
});
