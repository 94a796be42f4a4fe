import { z } from "zod";
import type { Actor } from "@/access/actor";
import { env } from "@/platform/env";
import type { Context } from "@/platform/trpc/context";
import { personProcedure, publicProcedure, router } from "@/platform/trpc/trpc";
import { idField } from "@/shared/ids/fields";
import { pageFields } from "@/shared/lists/cursor";
import { catalogueInput, catalogueOutput, similarInput, similarOutput } from "../catalogue/schema";
import * as catalogue from "../catalogue/server/service";
import { draftLineOutput, draftOutput, missingAuthorOutput, placeOutput, saveInput, saveOutput, startInput, startWithInput } from "../drafts/schema";
import * as drafts from "../drafts/server/service";
import { blankSheetInput, blankSheetOutput, takeOnTripInput, takeSheetInput } from "../paper/schema";
import { blankSheet, takeOnTrip, takeSheet } from "../paper/server/service";
import { readWish, sampleOutput } from "../paper/table/schema";
import { sampleTable } from "../paper/table/server/service";
import { facetsInput, facetsOutput, placesOutput } from "../facets/schema";
import * as facets from "../facets/server/service";
import { followedOutput } from "../following/schema";
import * as following from "../following/server/service";
import * as schema from "../record/schema";
import * as record from "../record/server/service";
import * as steps from "../record/server/steps";
import { sheetOutput, submitInput, submitOutput } from "../submission/schema";
import { submitDraft } from "../submission/server/service";
import { termsOutput } from "../terms/schema";
import { listTerms } from "../terms/server/service";

/** Who asks, with what they hold as a visitor. */
function askerOf({ actor, visitor }: Context): Actor {
  return { ...actor, visitorHash: visitor.tokenHash };
}

const draftId = z.object({ id: idField });
const page = z.object(pageFields(20, 100));

/** What is being written. A visitor without an account holds it by a cookie. */
export const draftsRouter = router({
  start: publicProcedure
    .meta({ access: "draft.write" })
    .input(startInput)
    .output(draftOutput)
    .mutation(async ({ ctx, input }) => {
      const visitorHash = ctx.actor.personId === null ? ctx.visitor.ensureTokenHash() : ctx.visitor.tokenHash;
      return await drafts.startDraft(ctx.db, { ...ctx.actor, visitorHash }, input, ctx.now);
    }),
  startWith: personProcedure
    .meta({ access: "person.assist" })
    .input(startWithInput)
    .output(draftId)
    .mutation(async ({ ctx, input }) => ({ id: await drafts.startDraftWith(ctx.db, ctx.actor, input, ctx.now) })),
  get: publicProcedure
    .meta({ access: "draft.read" })
    .input(draftId)
    .output(draftOutput)
    .query(async ({ ctx, input }) => await drafts.readDraft(ctx.db, askerOf(ctx), input.id, ctx.now)),
  missingAuthor: publicProcedure
    .meta({ access: "draft.list" })
    .input(draftId)
    .output(missingAuthorOutput)
    .query(async ({ ctx, input }) => await drafts.findMissingAuthor(ctx.db, askerOf(ctx), input.id, ctx.now)),
  list: publicProcedure
    .meta({ access: "draft.list" })
    .output(z.array(draftLineOutput))
    .query(async ({ ctx }) => await drafts.listDrafts(ctx.db, askerOf(ctx), ctx.now)),
  suggestion: publicProcedure
    .meta({ access: "draft.read" })
    .output(placeOutput.nullable())
    .query(async ({ ctx }) => await drafts.suggestPlace(ctx.db, ctx.actor, ctx.now)),
  save: publicProcedure
    .meta({ access: "draft.write" })
    .input(saveInput)
    .output(saveOutput)
    .mutation(async ({ ctx, input }) => await drafts.saveDraft(ctx.db, askerOf(ctx), input, ctx.now)),
  discard: publicProcedure
    .meta({ access: "draft.discard" })
    .input(draftId)
    .output(draftId)
    .mutation(async ({ ctx, input }) => {
      await drafts.discardDraft(ctx.db, askerOf(ctx), input.id);
      return input;
    }),
  adopt: personProcedure
    .meta({ access: "draft.adopt" })
    .output(z.object({ ids: z.array(idField) }))
    .mutation(async ({ ctx }) => {
      const ids = await drafts.adoptDrafts(ctx.db, askerOf(ctx));
      ctx.visitor.forget();
      return { ids };
    }),
});

export const initiativesRouter = router({
  submit: personProcedure
    .meta({ access: "draft.submit" })
    .input(submitInput)
    .output(submitOutput)
    .mutation(async ({ ctx, input }) => await submitDraft(ctx.db, ctx.actor, input, ctx.now)),
  takeSheet: personProcedure
    .meta({ access: "draft.submitSheet" })
    .input(takeSheetInput)
    .output(sheetOutput)
    .mutation(async ({ ctx, input }) => await takeSheet(ctx.actor, input, ctx.now)),
  takeOnTrip: personProcedure
    .meta({ access: "draft.submitSheet" })
    .input(takeOnTripInput)
    .output(sheetOutput)
    .mutation(async ({ ctx, input }) => await takeOnTrip(ctx.actor, input, ctx.now)),
  blankSheet: personProcedure
    .meta({ access: "person.registerAtDesk" })
    .input(blankSheetInput)
    .output(blankSheetOutput)
    .query(async ({ ctx, input }) => await blankSheet(ctx.actor, input.atUnitId, env.PUBLIC_URL, ctx.now)),
  sheetSample: personProcedure
    .meta({ access: "person.registerAtDesk" })
    .input(readWish)
    .output(sampleOutput)
    .query(async ({ ctx, input }) => await sampleTable(ctx, input.atUnitId)),
  catalogue: publicProcedure
    .meta({ access: "initiative.readPublic" })
    .input(catalogueInput)
    .output(catalogueOutput)
    .query(async ({ ctx, input }) => await catalogue.listCatalogue(ctx.db, ctx.actor, input, ctx.locale, ctx.now)),
  facets: publicProcedure
    .meta({ access: "initiative.readPublic" })
    .input(facetsInput)
    .output(facetsOutput)
    .query(async ({ ctx, input }) => await facets.countFacets(ctx.db, input, ctx.now)),
  places: publicProcedure
    .meta({ access: "initiative.readPublic" })
    .input(facetsInput.pick({ marathon: true, directionId: true, status: true }))
    .output(placesOutput)
    .query(async ({ ctx, input }) => await facets.countPlaces(ctx.db, input, ctx.now)),
  similar: publicProcedure
    .meta({ access: "initiative.readPublic" })
    .input(similarInput)
    .output(similarOutput)
    .query(async ({ ctx, input }) => await catalogue.listSimilar(ctx.db, ctx.actor, input, ctx.now)),
  publicRecord: publicProcedure
    .meta({ access: "initiative.readPublic" })
    .input(schema.numberInput)
    .output(schema.publicRecordOutput)
    .query(async ({ ctx, input }) => await record.readPublicRecord(ctx.db, ctx.actor, input.number, ctx.locale)),
  mergedInto: publicProcedure
    .meta({ access: "initiative.readPublic" })
    .input(schema.numberInput)
    .output(schema.mergedIntoOutput)
    .query(async ({ ctx, input }) => await record.readMergedInto(ctx.db, ctx.actor, input.number)),
  ownRecord: personProcedure
    .meta({ access: "initiative.read" })
    .input(schema.numberInput)
    .output(schema.ownRecordOutput)
    .query(async ({ ctx, input }) => await record.readOwnRecord(ctx.db, ctx.actor, input.number, ctx.locale, ctx.now)),
  mine: personProcedure
    .meta({ access: "initiative.read" })
    .input(page)
    .output(schema.mineOutput)
    .query(async ({ ctx, input }) => await record.listRecords(ctx.db, ctx.actor, "author", input, ctx.locale, ctx.now)),
  terms: personProcedure.meta({ access: "initiative.read" }).output(termsOutput).query(async ({ ctx }) => await listTerms(ctx)),
  gathered: personProcedure
    .meta({ access: "initiative.read" })
    .input(page.extend({ scope: z.enum(schema.gatheredScopes) }))
    .output(schema.mineOutput)
    .query(async ({ ctx, input }) => await record.listRecords(ctx.db, ctx.actor, input.scope, input, ctx.locale, ctx.now)),
  supportState: publicProcedure
    .meta({ access: "initiative.readPublic" })
    .input(schema.numberInput)
    .output(schema.supportOutput)
    .query(async ({ ctx, input }) => await record.readSupport(ctx.db, ctx.actor, input.number)),
  support: personProcedure
    .meta({ access: "initiative.support" })
    .input(schema.supportInput)
    .output(schema.supportOutput)
    .mutation(async ({ ctx, input }) => await record.setSupport(ctx.db, ctx.actor, input.number, input.on, ctx.now)),
  follow: personProcedure
    .meta({ access: "initiative.watch" })
    .input(schema.supportInput)
    .output(schema.supportOutput)
    .mutation(async ({ ctx, input }) => await following.setFollowing(ctx.db, ctx.actor, input.number, input.on, ctx.now)),
  followed: personProcedure
    .meta({ access: "initiative.watch" })
    .input(page)
    .output(followedOutput)
    .query(async ({ ctx, input }) => await following.listFollowed(ctx.db, ctx.actor, input)),
  withdraw: personProcedure
    .meta({ access: "initiative.withdraw" })
    .input(schema.withdrawInput)
    .output(schema.stepOutput)
    .mutation(async ({ ctx, input }) => await steps.withdraw(ctx.actor, input, ctx.now)),
  answerClarification: personProcedure
    .meta({ access: "initiative.answerClarification" })
    .input(schema.answerInput)
    .output(schema.stepOutput)
    .mutation(async ({ ctx, input }) => await steps.answerClarification(ctx.actor, input, ctx.now)),
  resubmit: personProcedure
    .meta({ access: "initiative.resubmit" })
    .input(schema.resubmitInput)
    .output(schema.stepOutput)
    .mutation(async ({ ctx, input }) => await steps.resubmit(ctx.actor, input, ctx.now)),
  object: personProcedure
    .meta({ access: "initiative.object" })
    .input(schema.objectInput)
    .output(schema.stepOutput)
    .mutation(async ({ ctx, input }) => await steps.object(ctx.actor, input, ctx.now)),
  correctPlace: personProcedure
    .meta({ access: "initiative.correctPlace" })
    .input(schema.correctPlaceInput)
    .output(schema.stepOutput)
    .mutation(async ({ ctx, input }) => await steps.correctPlace(ctx.actor, input, ctx.now)),
});
