import * as z from "zod";
import { personProcedure, router } from "@/platform/trpc/trpc";
import { removeFilterInput, savedFilterOutput, saveFilterInput } from "../filters/schema";
import { listFilters, removeFilter, saveFilter } from "../filters/server/service";
import { alikeInput, alikeOutput, prepareTogetherInput, togetherOutput } from "../together/schema";
import { listAlike, prepareTogether } from "../together/server/service";
import * as execution from "../execution/server/service";
import * as merging from "../merging/server/service";
import { moderationCountOutput, moderationInput, moderationOutput } from "../moderation/schema";
import { countModeration, listModeration } from "../moderation/server/service";
import { answerObjection } from "../objection/server/service";
import * as transfer from "../transfer/server/service";
import * as schema from "../schema";
import { nominationCountsOutput, nominationsInput, nominationsOutput, settlingInput, settlingOutput } from "../nominations/schema";
import { countNominations, listNominations, listSettling } from "../nominations/server/service";
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
  filters: personProcedure.meta({ access: "initiative.note" }).output(z.array(savedFilterOutput)).query(async ({ ctx }) => await listFilters(ctx)),
  saveFilter: personProcedure.meta({ access: "initiative.note" }).input(saveFilterInput).output(savedFilterOutput).mutation(async ({ ctx, input }) => await saveFilter(ctx, input)),
  removeFilter: personProcedure.meta({ access: "initiative.note" }).input(removeFilterInput).output(removeFilterInput).mutation(async ({ ctx, input }) => await removeFilter(ctx, input.id)),
  alike: personProcedure.meta({ access: "initiative.prepare" }).input(alikeInput).output(alikeOutput).query(async ({ ctx, input }) => await listAlike(ctx, input.initiativeId)),
  prepareTogether: personProcedure.meta({ access: "initiative.prepare" }).input(prepareTogetherInput).output(togetherOutput).mutation(async ({ ctx, input }) => await prepareTogether(ctx, input)),
  proposals: personProcedure.meta({ access: "initiative.decide" }).output(queueOutput).query(async ({ ctx }) => await listProposals(ctx)),
  record: personProcedure.meta({ access: "initiative.read" }).input(recordInput).output(recordOutput).query(async ({ ctx, input }) => await readRecord(ctx, input.initiativeId)),
  find: personProcedure.meta({ access: "initiative.note" }).input(findInput).output(findOutput).query(async ({ ctx, input }) => await findRecord(ctx, input.number)),
  // a mutation, for it writes into the journal
  author: personProcedure.meta({ access: "initiative.readAuthor" }).input(recordInput).output(authorOutput).mutation(async ({ ctx, input }) => await readAuthor(ctx, input.initiativeId)),

  moderation: personProcedure.meta({ access: "initiative.moderate" }).input(moderationInput).output(moderationOutput).query(async ({ ctx, input }) => await listModeration(ctx, input)),
  moderationCount: personProcedure.meta({ access: "initiative.moderate" }).output(moderationCountOutput).query(async ({ ctx }) => await countModeration(ctx)),
  publish: personProcedure.meta({ access: "initiative.moderate" }).input(schema.publishInput).output(stepOutput).mutation(async ({ ctx, input }) => await service.publish(ctx, input)),
  returnToAuthor: personProcedure.meta({ access: "initiative.moderate" }).input(schema.returnToAuthorInput).output(stepOutput).mutation(async ({ ctx, input }) => await service.returnToAuthor(ctx, input)),
  goOn: personProcedure.meta({ access: "initiative.goOn" }).input(schema.goOnInput).output(stepOutput).mutation(async ({ ctx, input }) => await service.goOn(ctx, input)),
  assign: personProcedure.meta({ access: "initiative.assign" }).input(schema.assignInput).output(stepOutput).mutation(async ({ ctx, input }) => await execution.assign(ctx, input)),
  redirect: personProcedure.meta({ access: "initiative.redirect" }).input(schema.redirectInput).output(stepOutput).mutation(async ({ ctx, input }) => await transfer.redirect(ctx, input)),
  offer: personProcedure.meta({ access: "initiative.redirect" }).input(schema.offerInput).output(stepOutput).mutation(async ({ ctx, input }) => await transfer.offer(ctx, input)),
  recallOffer: personProcedure.meta({ access: "initiative.redirect" }).input(schema.recallOfferInput).output(stepOutput).mutation(async ({ ctx, input }) => await transfer.recallOffer(ctx, input)),
  acceptOffer: personProcedure.meta({ access: "initiative.answerOffer" }).input(schema.acceptOfferInput).output(stepOutput).mutation(async ({ ctx, input }) => await transfer.acceptOffer(ctx, input)),
  returnOffer: personProcedure.meta({ access: "initiative.answerOffer" }).input(schema.returnOfferInput).output(stepOutput).mutation(async ({ ctx, input }) => await transfer.returnOffer(ctx, input)),
  dispute: personProcedure.meta({ access: "initiative.redirect" }).input(schema.disputeInput).output(stepOutput).mutation(async ({ ctx, input }) => await transfer.dispute(ctx, input)),
  keepHere: personProcedure.meta({ access: "initiative.arbitrate" }).input(schema.keepHereInput).output(stepOutput).mutation(async ({ ctx, input }) => await transfer.keepHere(ctx, input)),
  escalate: personProcedure.meta({ access: "initiative.arbitrate" }).input(schema.escalateInput).output(stepOutput).mutation(async ({ ctx, input }) => await transfer.escalate(ctx, input)),
  impose: personProcedure.meta({ access: "initiative.arbitrate" }).input(schema.imposeInput).output(stepOutput).mutation(async ({ ctx, input }) => await transfer.impose(ctx, input)),
  merge: personProcedure.meta({ access: "initiative.combine" }).input(schema.mergeInput).output(stepOutput).mutation(async ({ ctx, input }) => await merging.merge(ctx, input)),
  split: personProcedure.meta({ access: "initiative.combine" }).input(schema.splitInput).output(stepOutput).mutation(async ({ ctx, input }) => await merging.split(ctx, input)),
  answerObjection: personProcedure.meta({ access: "initiative.answerObjection" }).input(schema.answerObjectionInput).output(stepOutput).mutation(async ({ ctx, input }) => await answerObjection(ctx, input)),
  carryOut: personProcedure.meta({ access: "initiative.record" }).input(schema.carryOutInput).output(stepOutput).mutation(async ({ ctx, input }) => await execution.carryOut(ctx, input)),
  sign: personProcedure.meta({ access: "initiative.record" }).input(schema.signInput).output(stepOutput).mutation(async ({ ctx, input }) => await execution.sign(ctx, input)),
  passOn: personProcedure.meta({ access: "initiative.record" }).input(schema.passOnInput).output(stepOutput).mutation(async ({ ctx, input }) => await execution.passOn(ctx, input)),
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
  settling: personProcedure.meta({ access: "initiative.arbitrate" }).input(settlingInput).output(settlingOutput).query(async ({ ctx, input }) => await listSettling(ctx, input)),
  nominationCounts: personProcedure.meta({ access: "initiative.nominate" }).output(nominationCountsOutput).query(async ({ ctx }) => await countNominations(ctx)),
});
