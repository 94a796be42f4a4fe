import { personProcedure, publicProcedure, router } from "@/platform/trpc/trpc";
import { askedOutput, askInput, takeCallInput, takenCallOutput } from "../asking/schema";
import { ask, takeCall } from "../asking/server/service";
import { whoHelpsInput, whoHelpsOutput } from "../help/schema";
import { whoHelps } from "../help/server/service";
import { ownListInput, ownListOutput, ownTicketOutput } from "../own/schema";
import { listOwn, readOwn } from "../own/server/service";
import { countsOutput, deskOutput, earlierInput, earlierOutput, figuresInput, figuresOutput, queueInput, queueOutput } from "../queue/schema";
import { countQueue, listEarlier, listQueue, readDesk, readFigures } from "../queue/server/service";
import { askerOutput, recordOutput } from "../record/schema";
import { readAsker, readRecord } from "../record/server/service";
import { onTicket } from "../schema";
import {
  answerInput, claimInput, clarifyInput, closeInput, handBackInput, handUpInput, noteInput, recordReplyInput, releaseInput, reopenInput, replyInput, stepOutput, takeOverInput,
} from "../steps/schema";
import * as steps from "../steps/server/service";

/** Questions to the hotline: asked, taken up, answered; and who helps where. */
export const hotlineRouter = router({
  whoHelps: publicProcedure.meta({ access: "participation.read" }).input(whoHelpsInput).output(whoHelpsOutput).query(async ({ ctx, input }) => await whoHelps(ctx, input)),
  ask: publicProcedure.meta({ access: "ticket.ask" }).input(askInput).output(askedOutput).mutation(async ({ ctx, input }) => await ask(ctx, input)),

  own: personProcedure.meta({ access: "ticket.reply" }).input(ownListInput).output(ownListOutput).query(async ({ ctx, input }) => await listOwn(ctx, input)),
  ownTicket: personProcedure.meta({ access: "ticket.reply" }).input(onTicket).output(ownTicketOutput).query(async ({ ctx, input }) => await readOwn(ctx, input.ticketId)),
  reply: personProcedure.meta({ access: "ticket.reply" }).input(replyInput).output(stepOutput).mutation(async ({ ctx, input }) => await steps.reply(ctx, input)),
  reopen: personProcedure.meta({ access: "ticket.reopen" }).input(reopenInput).output(stepOutput).mutation(async ({ ctx, input }) => await steps.reopen(ctx, input)),

  // who may leave a note works with the question
  queue: personProcedure.meta({ access: "ticket.note" }).input(queueInput).output(queueOutput).query(async ({ ctx, input }) => await listQueue(ctx, input)),
  counts: personProcedure.meta({ access: "ticket.note" }).output(countsOutput).query(async ({ ctx }) => await countQueue(ctx)),
  desk: personProcedure.meta({ access: "ticket.note" }).output(deskOutput).query(async ({ ctx }) => await readDesk(ctx)),
  record: personProcedure.meta({ access: "ticket.note" }).input(onTicket).output(recordOutput).query(async ({ ctx, input }) => await readRecord(ctx, input.ticketId)),
  // a mutation, for it writes into the journal
  asker: personProcedure.meta({ access: "ticket.readAsker" }).input(onTicket).output(askerOutput).mutation(async ({ ctx, input }) => await readAsker(ctx, input.ticketId)),
  earlier: personProcedure.meta({ access: "ticket.takeCall" }).input(earlierInput).output(earlierOutput).query(async ({ ctx, input }) => await listEarlier(ctx, input.phone)),
  figures: personProcedure.meta({ access: "ticket.readFigures" }).input(figuresInput).output(figuresOutput).query(async ({ ctx, input }) => await readFigures(ctx, input.municipalityId)),

  takeCall: personProcedure.meta({ access: "ticket.takeCall" }).input(takeCallInput).output(takenCallOutput).mutation(async ({ ctx, input }) => await takeCall(ctx, input)),
  claim: personProcedure.meta({ access: "ticket.claim" }).input(claimInput).output(stepOutput).mutation(async ({ ctx, input }) => await steps.claim(ctx, input)),
  takeOver: personProcedure.meta({ access: "ticket.claim" }).input(takeOverInput).output(stepOutput).mutation(async ({ ctx, input }) => await steps.takeOver(ctx, input)),
  release: personProcedure.meta({ access: "ticket.claim" }).input(releaseInput).output(stepOutput).mutation(async ({ ctx, input }) => await steps.release(ctx, input)),
  clarify: personProcedure.meta({ access: "ticket.answer" }).input(clarifyInput).output(stepOutput).mutation(async ({ ctx, input }) => await steps.clarify(ctx, input)),
  recordReply: personProcedure.meta({ access: "ticket.answer" }).input(recordReplyInput).output(stepOutput).mutation(async ({ ctx, input }) => await steps.recordReply(ctx, input)),
  answer: personProcedure.meta({ access: "ticket.answer" }).input(answerInput).output(stepOutput).mutation(async ({ ctx, input }) => await steps.answer(ctx, input)),
  note: personProcedure.meta({ access: "ticket.note" }).input(noteInput).output(stepOutput).mutation(async ({ ctx, input }) => await steps.note(ctx, input)),
  close: personProcedure.meta({ access: "ticket.close" }).input(closeInput).output(stepOutput).mutation(async ({ ctx, input }) => await steps.close(ctx, input)),
  handUp: personProcedure.meta({ access: "ticket.handUp" }).input(handUpInput).output(stepOutput).mutation(async ({ ctx, input }) => await steps.handUp(ctx, input)),
  handBack: personProcedure.meta({ access: "ticket.answer" }).input(handBackInput).output(stepOutput).mutation(async ({ ctx, input }) => await steps.handBack(ctx, input)),
});
