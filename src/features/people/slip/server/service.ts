import type { SessionClaims } from "@/platform/auth/session";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { onceFor, ownerOf } from "@/platform/idempotency";
import type { Context } from "@/platform/trpc/context";
import type { OneTimeCode } from "@/shared/codes/one-time-code";
import { AppError } from "@/shared/errors/app-error";
import { tokenStateOf } from "../../rules";
import type { Ticket } from "../../schema";
import * as desk from "../../desk/server/repo";
import { isKnown, takeOver, writeConfirmation } from "../../server/addresses";
import { giveBack, takePoint } from "../../server/limits";
import { requireOwnPassword, requireStrong } from "../../server/own-password";
import { hashPassword } from "../../server/passwords";
import * as people from "../../server/repo";
import { makeTicket } from "../../server/ticket";
import { hashSlipCode } from "../../server/tokens";
import type { OpenAccountInput } from "../schema";

type Asker = Pick<Context, "actor" | "visitor" | "now" | "addressHash">;

/** Whose slip it is, for the person to see that it is theirs. Throws slip.wrong, .used, .expired, .tooManyAttempts. */
export async function readSlip(db: Db, asker: Asker, code: OneTimeCode) {
  await spendOnSlip(asker);
  const { person } = await findValid(db, asker, code);
  const phone = await desk.findPhone(db, person.id);
  await giveBack("slip", asker.addressHash);
  return { givenName: person.givenName, patronymic: person.patronymic, hasPhone: phone !== null, phoneTail: phone && `${phone.slice(-4, -2)}-${phone.slice(-2)}` };
}

/**
 * Opens the account of somebody who was registered at a desk: a password, and by what they sign in. Throws what readSlip
 * does, registration.contactMissing, slip.emailTaken, password.tooWeak.
 */
export async function openAccount(asker: Asker, { code, key, password, email, phone }: OpenAccountInput): Promise<{ ticket: Ticket; letterTo: string | null }> {
  await spendOnSlip(asker);
  const passwordHash = await hashPassword(password);
  const claims = await transaction(async (db) => await onceFor(db, { owner: ownerOf(asker), procedure: "people.openAccount", key, input: { code: hashSlipCode(code), email, phone } }, async (): Promise<SessionClaims> => {
    const { id, person } = await findValid(db, asker, code);
    requireStrong(password, [email, person.familyName, person.givenName]);
    const known = await desk.findPhone(db, person.id);
    if (email === null && phone === null && known === null) throw new AppError("registration.contactMissing", undefined, { fields: { phone: "registration.contactMissing" } });
    if (email !== null) await addEmail(db, person, email, asker.now);
    if (known === null && phone !== null) await people.insertContact(db, { personId: person.id, kind: "phone", value: phone, verifiedAt: null }, asker.now);
    await requireOwnPassword(db, person.id, known ?? phone, password);
    if (!(await people.useToken(db, id, asker.now))) throw new AppError("slip.used");
    return { personId: person.id, sessionVersion: await people.setPassword(db, person.id, passwordHash) };
  }));
  await giveBack("slip", asker.addressHash);
  return { ticket: makeTicket(claims, asker.now), letterTo: email };
}

async function spendOnSlip({ addressHash }: Asker): Promise<void> {
  const seconds = await takePoint("slip", addressHash);
  if (seconds !== null) throw new AppError("slip.tooManyAttempts", { minutes: Math.max(1, Math.ceil(seconds / 60)) });
}

async function findValid(db: Db, { now }: Pick<Asker, "now">, code: OneTimeCode) {
  const found = await people.findToken(db, "slip", hashSlipCode(code));
  if (!found || found.person.erasedAt !== null || found.person.mergedIntoId !== null) throw wrong("slip.wrong");
  const state = tokenStateOf(found, now);
  if (state !== "valid") throw wrong(state === "used" ? "slip.used" : "slip.expired");
  // appointed since it was printed; whoever appointed them may print one for staff
  if (await people.isStaff(db, found.person.id, now, found.inPerson ? found.createdAt : undefined)) throw wrong("slip.staff");
  return found;
}

async function addEmail(db: Db, person: people.EmailOwner["person"], email: string, now: Date): Promise<void> {
  await people.lockEmail(db, email);
  const owner = await people.findEmailOwner(db, email);
  if (owner && owner.person.id !== person.id) {
    if (isKnown(owner)) throw new AppError("slip.emailTaken", undefined, { fields: { email: "slip.emailTaken" } });
    await takeOver(db, owner, now);
  }
  if (owner?.person.id !== person.id) await people.insertContact(db, { personId: person.id, kind: "email", value: email, verifiedAt: null }, now);
  await writeConfirmation(db, person, email, "/my", now);
}

function wrong(code: "slip.wrong" | "slip.used" | "slip.expired" | "slip.staff"): AppError {
  return new AppError(code, undefined, { fields: { code } });
}
