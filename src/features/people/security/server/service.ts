import { authorise } from "@/access/policy";
import { person as personPolicy } from "@/access/rules/person";
import type { SessionClaims } from "@/platform/auth/session";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { onceFor, ownerOf } from "@/platform/idempotency";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { sha256 } from "@/shared/ids/hash";
import { canStillSignIn, tokenLife, tokenStateOf } from "../../rules";
import * as desk from "../../desk/server/repo";
import type { LinkState } from "../../registration/schema";
import type { Ticket } from "../../schema";
import { isKnown, takeOver } from "../../server/addresses";
import * as letters from "../../server/letters";
import { evenly } from "../../server/evenly";
import { giveBack, spend, takeLetter } from "../../server/limits";
import { requireOwnPassword, requireStrong } from "../../server/own-password";
import { fitsPassword, hashPassword } from "../../server/passwords";
import * as people from "../../server/repo";
import { makeTicket } from "../../server/ticket";
import { makeToken } from "../../server/tokens";
import type { ChangeEmailInput, ChangePasswordInput, RemoveContactInput } from "../schema";
import * as repo from "./repo";

type Asker = Pick<Context, "actor" | "visitor" | "now" | "addressHash" | "db">;
const said = { ok: true } as const;

/**
 * A new password for whoever knows the old one. Every session ends; the ticket opens one here again. Throws
 * password.wrongCurrent, password.tooWeak, request.tooMany.
 */
export async function changePassword(asker: Asker, { key, current, password }: ChangePasswordInput): Promise<Ticket> {
  const owner = await requireProof(asker, current);
  requireStrong(password, [owner.familyName, owner.givenName, ...owner.contacts.map(({ value }) => value)]);
  await requireOwnPassword(asker.db, owner.id, await desk.findPhone(asker.db, owner.id), password);
  const passwordHash = await hashPassword(password);
  const claims = await transaction(async (db) => await onceFor(db, { owner: ownerOf(asker), procedure: "people.changePassword", key, input: {} }, async (): Promise<SessionClaims> => {
    for (const purpose of ["resetPassword", "slip"] as const) await people.endTokens(db, owner.id, purpose, asker.now);
    for (const { value: email, verifiedAt } of owner.contacts) if (verifiedAt !== null) await letters.sendPasswordChanged(db, { ...owner, email }, `people.changed:${key}:${email}`);
    return { personId: owner.id, sessionVersion: await people.setPassword(db, owner.id, passwordHash) };
  }));
  // whoever is signed in here has shown the second factor, if they have one
  return makeTicket(claims, asker.now, { isProven: true });
}

/**
 * Asks for another address: nothing changes before its letter is answered. The one that is theirs now is told at once.
 * Whether somebody else has the new one is told to its owner alone. Throws password.wrongCurrent, person.sameAddress, request.tooMany.
 */
export async function changeEmail(asker: Asker, { key, email, current, replaces = null }: ChangeEmailInput): Promise<typeof said> {
  const owner = await requireProof(asker, current);
  if (owner.contacts.some(({ value, verifiedAt }) => value === email && verifiedAt !== null)) throw new AppError("person.sameAddress", undefined, { fields: { email: "person.sameAddress" } });
  const replaced = replaces === null ? (owner.contacts.find(({ verifiedAt }) => verifiedAt !== null) ?? owner.contacts[0]) : owner.contacts.find(({ id }) => id === replaces);
  if (replaces !== null && !replaced) throw AppError.notFound();
  return await evenly(async () => {
    const maySend = await takeLetter("newAddress", email, asker.addressHash);
    return await transaction(async (db) => await onceFor(db, { owner: ownerOf(asker), procedure: "people.changeEmail", key, input: { email, replaces } }, async () => {
      await people.lockEmail(db, email);
      await people.endTokens(db, owner.id, "changeEmail", asker.now);
      for (const { value, verifiedAt } of owner.contacts) if (verifiedAt !== null) await letters.sendAddressAsked(db, { ...owner, email: value }, `people.addressAsked:${key}:${value}`);
      if (!maySend) return said;
      const standing = await people.findEmailOwner(db, email);
      if (standing && isKnown(standing) && standing.person.id !== owner.id) {
        await letters.sendAlreadyRegistered(db, { ...standing.person, email }, `people.known:${key}`);
        return said;
      }
      const { plain, hash } = makeToken();
      await people.insertToken(db, { personId: owner.id, purpose: "changeEmail", hash, expiresAt: new Date(asker.now.getTime() + tokenLife.changeEmail), createdById: null, newAddress: email, replacedContactId: replaced?.id ?? null }, asker.now);
      await letters.sendNewAddress(db, { ...owner, email }, plain, `people.newAddress:${hash}`);
      return said;
    }));
  });
}

/** What the page behind the letter may offer. */
export async function newAddressState(db: Db, asker: Asker, token: string): Promise<LinkState> {
  await spend("token", asker.addressHash);
  const found = await people.findToken(db, "changeEmail", sha256(token));
  const state = found ? tokenStateOf(found, asker.now) : "used";
  return found && state === "valid" ? { state, email: (await repo.findNewAddress(db, found.id))?.email ?? null } : { state: state === "expired" ? "expired" : "used" };
}

/**
 * The button behind the letter: the address is theirs, the one that it replaces no more, and hears so. Other addresses stay. A password can be asked for
 * through the new one alone. Throws registration.linkGone, person.contactTaken when somebody else confirmed it meanwhile.
 */
export async function confirmNewAddress(asker: Asker, { token, key }: { token: string; key: string }): Promise<{ email: string }> {
  await spend("token", asker.addressHash);
  const hash = sha256(token);
  return await transaction(async (db) => await onceFor(db, { owner: ownerOf(asker), procedure: "people.confirmNewAddress", key, input: { hash } }, async () => {
    const found = await people.findToken(db, "changeEmail", hash);
    const { email = null, replacedId = null } = (found && (await repo.findNewAddress(db, found.id))) ?? {};
    const owner = found && (await repo.findOwner(db, found.person.id));
    if (!found || !email || !owner || !(await people.useToken(db, found.id, asker.now))) throw new AppError("registration.linkGone");
    await people.lockEmail(db, email);
    const standing = await people.findEmailOwner(db, email);
    if (standing && standing.person.id !== owner.id) {
      if (isKnown(standing)) throw new AppError("person.contactTaken");
      await takeOver(db, standing, asker.now);
    }
    await repo.replaceEmail(db, owner.id, email, replacedId, asker.now);
    for (const purpose of ["resetPassword", "confirmEmail"] as const) await people.endTokens(db, owner.id, purpose, asker.now);
    for (const { value, verifiedAt } of owner.contacts) if (verifiedAt !== null && value !== email) await letters.sendAddressChanged(db, { ...owner, email: value }, `people.addressChanged:${hash}:${value}`);
    return { email };
  }));
}

/** One of several addresses and phones goes, and hears so; links that it was to prove work no more. Throws password.wrongCurrent, person.lastContact, request.tooMany. */
export async function removeContact(asker: Asker, { contactId, current, key }: RemoveContactInput): Promise<typeof said> {
  const owner = await requireProof(asker, current);
  return await transaction(async (db) => await onceFor(db, { owner: ownerOf(asker), procedure: "people.removeContact", key, input: { contactId } }, async () => {
    const contacts = await repo.lockContacts(db, owner.id);
    const found = contacts.find(({ id }) => id === contactId);
    if (!found) throw AppError.notFound();
    if (!canStillSignIn(contacts.filter((one) => one !== found))) throw new AppError("person.lastContact", undefined, { fields: { contactId: "person.lastContact" } });
    await repo.deleteContact(db, found.id);
    for (const purpose of found.kind === "email" ? (["resetPassword", "confirmEmail"] as const) : (["confirmPhone"] as const)) await people.endTokens(db, owner.id, purpose, asker.now);
    if (found.kind === "email" && found.isVerified) await letters.sendAddressChanged(db, { ...owner, email: found.value }, `people.addressRemoved:${found.id}`);
    return said;
  }));
}

/** Whoever is at the keyboard knows the password: a session left open is not enough. Throws password.wrongCurrent, request.tooMany. */
async function requireProof({ actor, db }: Asker, password: string): Promise<repo.Owner> {
  const owner = actor.personId === null ? null : await repo.findOwner(db, actor.personId);
  authorise(personPolicy, actor, "edit", owner && { id: owner.id, registeredById: null, registeredAtUnitId: null, municipalityId: null });
  if (!owner) throw AppError.notSignedIn();
  await spend("password", owner.id);
  if (!(await fitsPassword(password, owner.passwordHash))) throw new AppError("password.wrongCurrent", undefined, { fields: { current: "password.wrongCurrent" } });
  await giveBack("password", owner.id);
  return owner;
}
