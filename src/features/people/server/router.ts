import * as z from "zod";
import { env } from "@/platform/env";
import { personProcedure, publicProcedure, router } from "@/platform/trpc/trpc";
import { accountOutput, localeInput, lookOutput, meOutput, publishNameInput } from "../account/schema";
import * as account from "../account/server/service";
import { deskListInput, deskListOutput, deskPersonOutput, deskPlaceOutput, deskRegisterInput, deskRegisterOutput, personInput, slipOutput } from "../desk/schema";
import * as desk from "../desk/server/service";
import { firstRunFields } from "../first-run/schema";
import * as firstRun from "../first-run/server/service";
import { confirmInput, emailInput, joinFields, linkOutput, registerInput, resetInput, tokenInput } from "../registration/schema";
import * as registration from "../registration/server/service";
import { consentDocumentOutput, consentPurposeField, saidOutput, ticketOutput } from "../schema";
import { endSessions } from "../session/server/service";
import { openAccountInput, openAccountOutput, slipCodeInput, slipHolderOutput } from "../slip/schema";
import * as slip from "../slip/server/service";
import { consentDocument } from "./service";

const done = { ok: true } as const;

/** Somebody at a desk: registered by a coordinator or an executor. */
const deskRouter = router({
  places: personProcedure.meta({ access: "person.registerAtDesk" }).output(z.array(deskPlaceOutput)).query(async ({ ctx }) => await desk.listPlaces(ctx.db, ctx.actor)),
  register: personProcedure.meta({ access: "person.registerAtDesk" }).input(deskRegisterInput).output(deskRegisterOutput).mutation(async ({ ctx, input }) => await desk.registerAtDesk(ctx, input)),
  list: personProcedure.meta({ access: "person.assist" }).input(deskListInput).output(deskListOutput).query(async ({ ctx, input }) => await desk.listRegistered(ctx.db, ctx, input)),
  person: personProcedure.meta({ access: "person.assist" }).input(personInput).output(deskPersonOutput).query(async ({ ctx, input }) => await desk.readPerson(ctx, input.personId)),
  issueSlip: personProcedure.meta({ access: "person.issueSlip" }).input(personInput).output(slipOutput).mutation(async ({ ctx, input }) => await desk.issueSlip(ctx, input.personId, env.PUBLIC_URL)),
});

const slipRouter = router({
  read: publicProcedure.meta({ access: "person.register" }).input(slipCodeInput).output(slipHolderOutput).mutation(async ({ ctx, input }) => await slip.readSlip(ctx.db, ctx, input.code)),
  open: publicProcedure.meta({ access: "person.register" }).input(openAccountInput).output(openAccountOutput).mutation(async ({ ctx, input }) => await slip.openAccount(ctx, input)),
});

const firstRunRouter = router({
  isOpen: publicProcedure.meta({ access: "installation.begin" }).output(z.boolean()).query(async ({ ctx }) => await firstRun.isFirstRun(ctx.db)),
  begin: publicProcedure.meta({ access: "installation.begin" }).input(firstRunFields).output(ticketOutput).mutation(async ({ ctx, input }) => await firstRun.begin(ctx, input)),
});

export const peopleRouter = router({
  me: personProcedure.meta({ access: "person.read" }).output(meOutput).query(async ({ ctx }) => await account.readMe(ctx.db, ctx.actor)),
  register: publicProcedure.meta({ access: "person.register" }).input(registerInput).output(saidOutput).mutation(async ({ ctx, input }) => await registration.register(ctx, input)),
  resend: publicProcedure.meta({ access: "person.register" }).input(emailInput).output(saidOutput).mutation(async ({ ctx, input }) => await registration.resend(ctx, input)),
  confirmState: publicProcedure.meta({ access: "person.register" }).input(tokenInput).output(linkOutput).query(async ({ ctx, input }) => await registration.linkState(ctx.db, ctx, "confirmEmail", input.token)),
  confirm: publicProcedure.meta({ access: "person.register" }).input(confirmInput).output(ticketOutput).mutation(async ({ ctx, input }) => await registration.confirm(ctx, input)),
  forgot: publicProcedure.meta({ access: "person.register" }).input(emailInput).output(saidOutput).mutation(async ({ ctx, input }) => await registration.forgot(ctx, input)),
  resetState: publicProcedure.meta({ access: "person.register" }).input(tokenInput).output(linkOutput).query(async ({ ctx, input }) => await registration.linkState(ctx.db, ctx, "resetPassword", input.token)),
  reset: publicProcedure.meta({ access: "person.register" }).input(resetInput).output(ticketOutput).mutation(async ({ ctx, input }) => await registration.reset(ctx, input)),
  join: personProcedure.meta({ access: "person.join" }).input(joinFields).output(saidOutput).mutation(async ({ ctx, input }) => await registration.joinMarathon(ctx, input)),
  account: personProcedure.meta({ access: "person.read" }).output(accountOutput).query(async ({ ctx }) => await account.readAccount(ctx.db, ctx.actor)),
  setPublishName: personProcedure.meta({ access: "person.edit" }).input(publishNameInput).output(saidOutput).mutation(async ({ ctx, input }) => {
    await account.setPublishName(ctx.actor, input, ctx.now);
    return done;
  }),
  setLocale: personProcedure.meta({ access: "person.edit" }).input(localeInput).output(saidOutput).mutation(async ({ ctx, input }) => {
    await account.setLocale(ctx.db, ctx.actor, input.locale);
    return done;
  }),
  endSessions: personProcedure.meta({ access: "person.edit" }).output(saidOutput).mutation(async ({ ctx }) => {
    await endSessions(ctx.db, ctx.actor);
    return done;
  }),
  looks: personProcedure.meta({ access: "accessLog.read" }).output(z.array(lookOutput)).query(async ({ ctx }) => await account.listLooks(ctx.db, ctx.actor)),
  consentDocument: publicProcedure.meta({ access: "public" }).input(z.object({ purpose: consentPurposeField })).output(consentDocumentOutput).query(async ({ ctx, input }) => await consentDocument(ctx.db, input.purpose)),
  desk: deskRouter,
  slip: slipRouter,
  firstRun: firstRunRouter,
});
