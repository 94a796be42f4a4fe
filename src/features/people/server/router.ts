import * as z from "zod";
import { env } from "@/platform/env";
import { personProcedure, publicProcedure, router } from "@/platform/trpc/trpc";
import { accountOutput, hideInput, localeInput, lookOutput, meOutput, publishNameInput } from "../account/schema";
import * as account from "../account/server/service";
import { acceptConsentInput, askedOutput, consentDeskOutput, publishConsentInput, saveConsentDraftInput } from "../consents/schema";
import * as consents from "../consents/server/service";
import { assistedOutput, assistInput } from "../assisted/schema";
import * as assisted from "../assisted/server/service";
import { deskListInput, deskListOutput, deskPersonOutput, deskPlaceOutput, deskRegisterInput, deskRegisterOutput, personInput, slipOutput } from "../desk/schema";
import * as desk from "../desk/server/service";
import { paperRouter } from "../paper/server/router";
import { stacksRouter } from "../stacks/server/router";
import { duplicatesOutput, keepApartInput, pairInput, pairOutput } from "../duplicates/schema";
import * as duplicates from "../duplicates/server/service";
import { firstRunFields } from "../first-run/schema";
import * as firstRun from "../first-run/server/service";
import { confirmInput, emailInput, joinFields, linkOutput, registerInput, resetInput, tokenInput } from "../registration/schema";
import { arrivedOutput, enterInput, identityInput, identityOutput, linkInput } from "../identity/schema";
import * as identity from "../identity/server/service";
import * as registration from "../registration/server/service";
import { consentDocumentOutput, consentPurposeField, saidOutput, ticketOutput } from "../schema";
import { changeEmailInput, changePasswordInput, newAddressOutput, removeContactInput } from "../security/schema";
import * as security from "../security/server/service";
import { confirmByCodeInput, confirmInPersonInput, phoneInput, phoneRegisteredOutput, phoneRegisterInput, resendCodeInput, waitingOutput } from "../phone/schema";
import * as phone from "../phone/server/service";
import { confirmSecondFactorInput, proveSecondFactorInput, recoveryCodesOutput, secondFactorBeginOutput, secondFactorOutput } from "../second-factor/schema";
import * as secondFactor from "../second-factor/server/service";
import { choiceOutput, chooseInput, sessionInput, sessionOutput } from "../session/schema";
import * as session from "../session/server/service";
import { openAccountInput, openAccountOutput, slipCodeInput, slipHolderOutput } from "../slip/schema";
import * as slip from "../slip/server/service";
import { prepareTripInput, registerOnTripInput, registerOnTripOutput, tripOutput } from "../trips/schema";
import * as trips from "../trips/server/service";
import { consentDocument } from "./service";

const versionOutput = z.object({ version: z.number().int() });
const done = { ok: true } as const;

/** Somebody at a desk: registered by a coordinator or an executor. */
const deskRouter = router({
  places: personProcedure.meta({ access: "person.registerAtDesk" }).output(z.array(deskPlaceOutput)).query(async ({ ctx }) => await desk.listPlaces(ctx.db, ctx.actor)),
  register: personProcedure.meta({ access: "person.registerAtDesk" }).input(deskRegisterInput).output(deskRegisterOutput).mutation(async ({ ctx, input }) => await desk.registerAtDesk(ctx, input)),
  list: personProcedure.meta({ access: "person.assist" }).input(deskListInput).output(deskListOutput).query(async ({ ctx, input }) => await desk.listRegistered(ctx.db, ctx, input)),
  person: personProcedure.meta({ access: "person.assist" }).input(personInput).output(deskPersonOutput).query(async ({ ctx, input }) => await desk.readPerson(ctx, input.personId)),
  issueSlip: personProcedure.meta({ access: "person.issueSlip" }).input(personInput).output(slipOutput).mutation(async ({ ctx, input }) => await desk.issueSlip(ctx, input.personId, env.PUBLIC_URL)),
});

/** Taken down where there is no network, handed in later; the initiatives themselves come by initiative.takeOnTrip. */
const tripsRouter = router({
  prepare: personProcedure.meta({ access: "person.registerAtDesk" }).input(prepareTripInput).output(tripOutput).mutation(async ({ ctx, input }) => await trips.prepareTrip(ctx, input, env.PUBLIC_URL)),
  register: personProcedure.meta({ access: "person.registerAtDesk" }).input(registerOnTripInput).output(registerOnTripOutput).mutation(async ({ ctx, input }) => await trips.registerOnTrip(ctx, input)),
});

const slipRouter = router({
  read: publicProcedure.meta({ access: "person.register" }).input(slipCodeInput).output(slipHolderOutput).mutation(async ({ ctx, input }) => await slip.readSlip(ctx.db, ctx, input.code)),
  open: publicProcedure.meta({ access: "person.register" }).input(openAccountInput).output(openAccountOutput).mutation(async ({ ctx, input }) => await slip.openAccount(ctx, input)),
});

/** By a phone, without e-mail: a coordinator confirms it in person, or a code where an SMS gateway is connected. */
const phoneRouter = router({
  register: publicProcedure.meta({ access: "person.register" }).input(phoneRegisterInput).output(phoneRegisteredOutput).mutation(async ({ ctx, input }) => await phone.registerByPhone(ctx, input)),
  resendCode: publicProcedure.meta({ access: "person.register" }).input(resendCodeInput).output(phoneRegisteredOutput).mutation(async ({ ctx, input }) => await phone.resendCode(ctx, input)),
  confirmByCode: publicProcedure.meta({ access: "person.register" }).input(confirmByCodeInput).output(ticketOutput).mutation(async ({ ctx, input }) => await phone.confirmByCode(ctx, input)),
  choose: publicProcedure.meta({ access: "person.register" }).input(chooseInput).output(z.array(choiceOutput)).mutation(async ({ ctx, input }) => await session.chooseWho(input, ctx.addressHash, ctx.now)),
  // writes who looked, hence no query
  waiting: personProcedure.meta({ access: "phoneRegistration.read" }).input(phoneInput).output(z.array(waitingOutput)).mutation(async ({ ctx, input }) => await phone.findWaiting(ctx, input)),
  confirmed: personProcedure.meta({ access: "person.find" }).input(phoneInput).output(z.array(waitingOutput)).mutation(async ({ ctx, input }) => await phone.findConfirmed(ctx, input)),
  confirmInPerson: personProcedure.meta({ access: "phoneRegistration.confirmInPerson" }).input(confirmInPersonInput).output(saidOutput).mutation(async ({ ctx, input }) => await phone.confirmInPerson(ctx, input)),
});

/** Records that may be one person's; merging them is a flow over all features (api/flows). */
const duplicatesRouter = router({
  list: personProcedure.meta({ access: "person.merge" }).output(duplicatesOutput).query(async ({ ctx }) => await duplicates.listDuplicates(ctx.db, ctx.actor, ctx.now)),
  pair: personProcedure.meta({ access: "person.merge" }).input(pairInput).output(pairOutput).query(async ({ ctx, input }) => await duplicates.readPair(ctx, input)),
  keepApart: personProcedure.meta({ access: "person.merge" }).input(keepApartInput).output(saidOutput).mutation(async ({ ctx, input }) => await duplicates.keepApart(ctx, input)),
});

/** A shared desk computer works with one person at a time. */
const assistedRouter = router({
  begin: personProcedure.meta({ access: "person.assist" }).input(assistInput).output(assistedOutput).mutation(async ({ ctx, input }) => await assisted.beginAssisting(ctx, input)),
  current: personProcedure.meta({ access: "person.assist" }).output(assistedOutput).query(async ({ ctx }) => await assisted.readAssisted(ctx)),
  touch: personProcedure.meta({ access: "person.assist" }).output(assistedOutput).mutation(async ({ ctx }) => await assisted.touchAssisted(ctx)),
  end: personProcedure.meta({ access: "person.assist" }).output(saidOutput).mutation(async ({ ctx }) => await assisted.endAssisted(ctx)),
});

const firstRunRouter = router({
  isOpen: publicProcedure.meta({ access: "installation.begin" }).output(z.boolean()).query(async ({ ctx }) => await firstRun.isFirstRun(ctx.db)),
  begin: publicProcedure.meta({ access: "installation.begin" }).input(firstRunFields).output(ticketOutput).mutation(async ({ ctx, input }) => await firstRun.begin(ctx, input)),
});

/** How somebody signs in, and where they are signed in. */
const securityRouter = router({
  sessions: personProcedure.meta({ access: "session.read" }).output(z.array(sessionOutput)).query(async ({ ctx }) => await session.listSessions(ctx.db, ctx.actor, ctx.now)),
  endSession: personProcedure.meta({ access: "session.end" }).input(sessionInput).output(saidOutput).mutation(async ({ ctx, input }) => {
    await session.endSession(ctx.db, ctx.actor, input.sessionId, ctx.now);
    return done;
  }),
  changePassword: personProcedure.meta({ access: "person.edit" }).input(changePasswordInput).output(ticketOutput).mutation(async ({ ctx, input }) => await security.changePassword(ctx, input)),
  changeEmail: personProcedure.meta({ access: "person.edit" }).input(changeEmailInput).output(saidOutput).mutation(async ({ ctx, input }) => await security.changeEmail(ctx, input)),
  removeContact: personProcedure.meta({ access: "person.edit" }).input(removeContactInput).output(saidOutput).mutation(async ({ ctx, input }) => await security.removeContact(ctx, input)),
  newAddressState: publicProcedure.meta({ access: "person.register" }).input(tokenInput).output(linkOutput).query(async ({ ctx, input }) => await security.newAddressState(ctx.db, ctx, input.token)),
  confirmNewAddress: publicProcedure.meta({ access: "person.register" }).input(confirmInput).output(newAddressOutput).mutation(async ({ ctx, input }) => await security.confirmNewAddress(ctx, input)),
});

const identityRouter = router({
  arrived: publicProcedure.meta({ access: "person.register" }).output(arrivedOutput).query(async ({ ctx }) => await identity.readArrived(ctx)),
  enter: publicProcedure.meta({ access: "person.register" }).input(enterInput).output(ticketOutput).mutation(async ({ ctx, input }) => await identity.enterByIdentity(ctx, input.code)),
  link: personProcedure.meta({ access: "identity.edit" }).input(linkInput).output(saidOutput).mutation(async ({ ctx, input }) => await identity.linkIdentity(ctx, input)),
  list: personProcedure.meta({ access: "identity.read" }).output(z.array(identityOutput)).query(async ({ ctx }) => await identity.listIdentities(ctx.db, ctx.actor)),
  unlink: personProcedure.meta({ access: "identity.edit" }).input(identityInput).output(saidOutput).mutation(async ({ ctx, input }) => {
    await identity.unlinkIdentity(ctx.db, ctx.actor, input.identityId);
    return done;
  }),
});

/** The only procedures for whoever lacks the factor that their posts demand. */
const secondFactorRouter = router({
  read: personProcedure.meta({ access: "secondFactor.edit" }).output(secondFactorOutput).query(async ({ ctx }) => await secondFactor.readSecondFactor(ctx)),
  begin: personProcedure.meta({ access: "secondFactor.edit" }).output(secondFactorBeginOutput).mutation(async ({ ctx }) => await secondFactor.beginSecondFactor(ctx, new URL(env.PUBLIC_URL).host)),
  confirm: personProcedure.meta({ access: "secondFactor.edit" }).input(confirmSecondFactorInput).output(recoveryCodesOutput).mutation(async ({ ctx, input }) => ({ codes: await secondFactor.confirmSecondFactor(ctx, input.code) })),
  renewCodes: personProcedure.meta({ access: "secondFactor.edit" }).input(proveSecondFactorInput).output(recoveryCodesOutput).mutation(async ({ ctx, input }) => ({ codes: await secondFactor.renewRecoveryCodes(ctx, input.code) })),
  end: personProcedure.meta({ access: "secondFactor.edit" }).input(proveSecondFactorInput).output(saidOutput).mutation(async ({ ctx, input }) => {
    await secondFactor.endSecondFactor(ctx, input.code);
    return done;
  }),
});

const consentsRouter = router({
  desk: personProcedure.meta({ access: "consentDocument.manage" }).output(consentDeskOutput).query(async ({ ctx }) => await consents.readDesk(ctx.db, ctx.actor)),
  saveDraft: personProcedure.meta({ access: "consentDocument.manage" }).input(saveConsentDraftInput).output(versionOutput).mutation(async ({ ctx, input }) => await consents.saveDraft(ctx, input)),
  publish: personProcedure.meta({ access: "consentDocument.manage" }).input(publishConsentInput).output(versionOutput).mutation(async ({ ctx, input }) => await consents.publish(ctx, input)),
  asked: personProcedure.meta({ access: "person.read" }).output(askedOutput).query(async ({ ctx }) => await consents.listAsked(ctx.db, ctx.actor)),
  accept: personProcedure.meta({ access: "person.edit" }).input(acceptConsentInput).output(saidOutput).mutation(async ({ ctx, input }) => await consents.accept(ctx, input)),
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
  setHidden: personProcedure.meta({ access: "person.edit" }).input(hideInput).output(saidOutput).mutation(async ({ ctx, input }) => {
    await account.setHidden(ctx.actor, input.isHidden, ctx.now);
    return done;
  }),
  setLocale: personProcedure.meta({ access: "person.edit" }).input(localeInput).output(saidOutput).mutation(async ({ ctx, input }) => {
    await account.setLocale(ctx.db, ctx.actor, input.locale);
    return done;
  }),
  endSessions: personProcedure.meta({ access: "person.edit" }).output(saidOutput).mutation(async ({ ctx }) => {
    await session.endSessions(ctx.db, ctx.actor);
    return done;
  }),
  looks: personProcedure.meta({ access: "accessLog.read" }).output(z.array(lookOutput)).query(async ({ ctx }) => await account.listLooks(ctx.db, ctx.actor)),
  consentDocument: publicProcedure.meta({ access: "public" }).input(z.object({ purpose: consentPurposeField })).output(consentDocumentOutput).query(async ({ ctx, input }) => await consentDocument(ctx.db, input.purpose)),
  security: securityRouter,
  secondFactor: secondFactorRouter,
  identity: identityRouter,
  consents: consentsRouter,
  desk: deskRouter,
  trips: tripsRouter,
  paper: paperRouter,
  stacks: stacksRouter,
  phone: phoneRouter,
  duplicates: duplicatesRouter,
  assisted: assistedRouter,
  slip: slipRouter,
  firstRun: firstRunRouter,
});
