import QRCode from "qrcode";
import { authorise } from "@/access/policy";
import { demandsSecondFactor } from "@/access/second-factor";
import type { Actor } from "@/access/actor";
import { secondFactor as policy } from "@/access/rules/person";
import { unlock } from "@/platform/auth/second-factor-key";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import * as letters from "../../server/letters";
import { giveBack, spend } from "../../server/limits";
import * as people from "../../server/repo";
import type { SecondFactorBegun, SecondFactorState } from "../schema";
import { makeLockedSecret, requireSecondFactor } from "./proof";
import * as repo from "./repo";
import { makeRecoveryCodes, stepOf, uriOf } from "./totp";

type Asker = Pick<Context, "actor" | "now" | "db">;

export async function readSecondFactor({ db, actor, now }: Asker): Promise<SecondFactorState> {
  const personId = requireSelf(actor);
  const factor = await repo.findFactor(db, personId);
  const isOn = factor !== null && factor.confirmedAt !== null;
  return { isOn, isDemanded: demandsSecondFactor(await repo.findRoles(db, personId, now)), since: factor?.confirmedAt ?? null, recoveryLeft: isOn ? await repo.countRecoveryCodes(db, personId) : 0 };
}

/** A new secret to be put into a phone; nothing is asked for by it before its first code. Throws secondFactor.alreadyOn. */
export async function beginSecondFactor({ actor, now }: Asker, site: string): Promise<SecondFactorBegun> {
  const personId = requireSelf(actor);
  const { plain, locked } = makeLockedSecret();
  const label = await transaction(async (db) => {
    await requireOff(db, personId);
    await repo.beginFactor(db, personId, locked, now);
    return (await people.findAddressee(db, personId))?.email ?? personId.slice(0, 8);
  });
  const uri = uriOf(plain, label, site);
  return { secret: plain.replace(/(.{4})(?=.)/g, "$1 "), uri, picture: pictureOf(uri) };
}

/**
 * The first code proves that the phone has it: from now on every sign-in asks for one, and wherever else the person is
 * signed in ends. Out: the recovery codes, shown once; hence no idempotency key, which would keep them. Whoever lost them
 * makes new ones. Throws secondFactor.notBegun, .alreadyOn, session.secondFactorWrong, request.tooMany.
 */
export async function confirmSecondFactor({ actor, now }: Pick<Asker, "actor" | "now">, code: string): Promise<string[]> {
  const personId = requireSelf(actor);
  await spend("secondFactor", personId);
  const codes = makeRecoveryCodes(personId);
  await transaction(async (db) => {
    const begun = await repo.findFactor(db, personId);
    if (!begun) throw new AppError("secondFactor.notBegun");
    if (begun.confirmedAt !== null) throw new AppError("secondFactor.alreadyOn");
    const step = stepOf(unlock(begun.secret), code, now);
    if (step === null) throw new AppError("session.secondFactorWrong", undefined, { fields: { code: "session.secondFactorWrong" } });
    if (!(await repo.confirmFactor(db, personId, step, now))) throw new AppError("secondFactor.alreadyOn");
    await repo.replaceRecoveryCodes(db, personId, codes.map(({ hash }) => hash), now);
    await repo.endOtherSessions(db, personId, actor.sessionId ?? null, now);
    await tell(db, personId, letters.sendSecondFactorOn, `people.secondFactorOn:${personId}:${now.getTime()}`);
  });
  await giveBack("secondFactor", personId);
  return codes.map(({ plain }) => plain);
}

/** For whoever has used them up or lost the sheet; those before work no more. Throws as requireSecondFactor. */
export async function renewRecoveryCodes({ actor, now, db: root }: Asker, code: string): Promise<string[]> {
  const personId = requireSelf(actor);
  await requireOn(root, personId);
  await requireSecondFactor(root, personId, code, now);
  const codes = makeRecoveryCodes(personId);
  await transaction(async (db) => await repo.replaceRecoveryCodes(db, personId, codes.map(({ hash }) => hash), now));
  return codes.map(({ plain }) => plain);
}

/** Before another phone takes its place. Whose posts demand a factor reaches nothing but its page afterwards. Throws as requireSecondFactor. */
export async function endSecondFactor({ actor, now, db: root }: Asker, code: string): Promise<void> {
  const personId = requireSelf(actor);
  await requireOn(root, personId);
  await requireSecondFactor(root, personId, code, now);
  await transaction(async (db) => {
    if (await repo.removeFactor(db, personId)) await tell(db, personId, letters.sendSecondFactorOff, `people.secondFactorOff:${personId}:${now.getTime()}`);
  });
}

/**
 * Somebody who may has been told that the phone is lost: the factor goes, every session ends, the reason is kept, the
 * person hears of it. Whether the asker may stands at the appointment (api/flows/reset-second-factor.ts). Throws
 * secondFactor.notOn, request.forbidden for oneself.
 */
export async function resetSecondFactor(db: Db, by: { personId: string; role: string }, personId: string, reason: string, now: Date): Promise<void> {
  if (by.personId === personId) throw AppError.forbidden();
  await takeFactorAway(db, by, personId, reason, now);
}

/** Whether it may be done was looked at before. Throws secondFactor.notOn. */
export async function takeFactorAway(db: Db, by: { personId: string; role: string }, personId: string, reason: string, now: Date): Promise<void> {
  if (!(await repo.removeFactor(db, personId))) throw new AppError("secondFactor.notOn");
  await repo.endOtherSessions(db, personId, null, now);
  await repo.insertReset(db, { personId, byId: by.personId, role: by.role, reason }, now);
  await people.insertAccessLogEntry(db, { byId: by.personId, role: by.role, personId, what: "secondFactor" }, now);
  await tell(db, personId, letters.sendSecondFactorReset, `people.secondFactorReset:${personId}:${now.getTime()}`);
}

/** Do the person's own posts ask for a factor? Then only those who appoint to them may take it away. */
export async function hasDemandedFactor(db: Db, personId: string, now: Date): Promise<boolean> {
  return demandsSecondFactor(await repo.findRoles(db, personId, now));
}

async function requireOff(db: Db, personId: string): Promise<void> {
  if ((await repo.findFactor(db, personId))?.confirmedAt) throw new AppError("secondFactor.alreadyOn");
}

async function requireOn(db: Db, personId: string): Promise<void> {
  if (!(await repo.findFactor(db, personId))?.confirmedAt) throw new AppError("secondFactor.notOn");
}

async function tell(db: Db, personId: string, letter: (db: Db, to: letters.Addressee, dedupeKey: string) => Promise<void>, dedupeKey: string): Promise<void> {
  const to = await people.findAddressee(db, personId);
  if (to) await letter(db, to, dedupeKey);
}

function pictureOf(text: string): SecondFactorBegun["picture"] {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const path = Array.from({ length: modules.size ** 2 }, (_, at) => (modules.data[at] ? `M${at % modules.size} ${Math.floor(at / modules.size)}h1v1h-1z` : "")).join("");
  return { size: modules.size, path };
}

function requireSelf(actor: Actor): string {
  authorise(policy, actor, "edit", actor.personId === null ? null : { personId: actor.personId }, "edit");
  if (actor.personId === null) throw AppError.notSignedIn();
  return actor.personId;
}

