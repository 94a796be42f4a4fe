import { z } from "zod";
import { personProcedure, publicProcedure, router } from "@/platform/trpc/trpc";
import { idField } from "@/shared/ids/fields";
import { directionOutput, marathonOutput, municipalityOutput, organisationOutput, participationOutput, posterCodeField, posterLinkOutput, publicSideOutput } from "../schema";
import * as service from "./service";

const inMarathon = z.object({ marathonId: idField });

/** Public reads of a round: what a form has to offer. */
export const marathonRouter = router({
  current: publicProcedure
    .meta({ access: "marathon.read" })
    .output(z.array(marathonOutput))
    .query(async ({ ctx }) => await service.currentMarathons(ctx.db, ctx.now)),
  forMunicipality: publicProcedure
    .meta({ access: "marathon.read" })
    .input(z.object({ municipalityId: idField }))
    .output(marathonOutput.nullable())
    .query(async ({ ctx, input }) => await service.marathonFor(ctx.db, input.municipalityId, ctx.now)),
  directions: publicProcedure
    .meta({ access: "marathon.read" })
    .input(inMarathon.extend({ municipalityId: idField.nullable() }))
    .output(z.array(directionOutput))
    .query(async ({ ctx, input }) => await service.listDirections(ctx.db, input.marathonId, input.municipalityId)),
  municipalities: publicProcedure
    .meta({ access: "unit.read" })
    .input(inMarathon.extend({ regionId: idField.optional() }))
    .output(z.array(municipalityOutput))
    .query(async ({ ctx, input }) => await service.participatingMunicipalities(ctx.db, input.marathonId, input.regionId)),
  participation: publicProcedure
    .meta({ access: "participation.read" })
    .input(inMarathon.extend({ municipalityId: idField }))
    .output(participationOutput.nullable())
    .query(async ({ ctx, input }) => await service.participation(ctx.db, input.marathonId, input.municipalityId)),
  organisations: publicProcedure
    .meta({ access: "unit.read" })
    .input(z.object({ municipalityId: idField }))
    .output(z.array(organisationOutput))
    .query(async ({ ctx, input }) => await service.listOrganisations(ctx.db, input.municipalityId)),
  publicSide: publicProcedure
    .meta({ access: "marathon.read" })
    .input(inMarathon)
    .output(publicSideOutput)
    .query(async ({ ctx, input }) => await service.publicSide(ctx.db, input.marathonId)),
  setPublicSide: personProcedure
    .meta({ access: "marathon.manage" })
    .input(publicSideOutput)
    .output(publicSideOutput)
    .mutation(async ({ ctx, input }) => await service.setPublicSide(ctx.db, ctx.actor, input)),
  posterLink: publicProcedure
    .meta({ access: "posterLink.follow" })
    .input(z.object({ code: posterCodeField }))
    .output(posterLinkOutput.nullable())
    .query(async ({ ctx, input }) => await service.posterLink(ctx.db, input.code)),
});
