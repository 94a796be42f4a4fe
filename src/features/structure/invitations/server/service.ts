import { randomBytes } from "node:crypto";
import type { SessionClaims } from "@/platform/auth/session";
import type { Db } from "@/platform/db/client";
import { formatOneTimeCode, makeOneTimeCode, parseOneTimeCode } from "@/shared/codes/one-time-code";
import { AppError } from "@/shared/errors/app-error";
import { sha256 } from "@/shared/ids/hash";
import { foldForComparison } from "@/shared/text/normalise";
import { fullName, type PersonName } from "@/shared/text/person-name";
import type { PersonWish } from "../../appointments/schema";
import { invitationDays } from "../../rules";
import type { Asker } from "../../server/once";
import type { Invitation } from "../schema";
import * as letters from "./letters";
import * as repo from "./repo";

type Inviter = Pick<Asker, "actor" | "now">;

/**
 * Who is meant: the asker, somebody known by e-mail, or somebody new, who gets a person without an account. Throws
 * appointment.personDiffers when the address is somebody else's, as far as the names tell: nothing is said of whom;
 * appointment.addressUnconfirmed when its owner has not proved it.
 */
export async function findOrInvite(db: Db, { actor, now }: Inviter, wish: PersonWish): Promise<string> {
  if (actor.personId === null) throw AppError.notSignedIn();
  if (wish.by === "me") return actor.personId;
  if (wish.by === "code") return await repo.insertInvited(db, { ...wish, email: null, locale: "ru" }, now);
  await repo.lockEmail(db, wish.email);
  const contact = await repo.findByEmail(db, wish.email);
  const owner = requireOwner(contact, wish);
  if (owner !== null) return owner;
  if (contact) await repo.takeAddress(db, contact.id, contact.person.id, now);
  return await repo.insertInvited(db, { ...wish, locale: "ru" }, now);
}

/** Whose the address is; null: nobody's that counts. Throws as findOrInvite does. */
export async function knownAs(db: Db, wish: PersonName & { readonly email: string }): Promise<string | null> {
  return requireOwner(await repo.findByEmail(db, wish.email), wish);
}

function requireOwner(contact: Awaited<ReturnType<typeof repo.findByEmail>>, wish: PersonName): string | null {
  const owner = ownerOf(contact, wish);
  if (owner === "personDiffers") throw new AppError("appointment.personDiffers", undefined, { fields: { "person.email": "appointment.personDiffers" } });
  if (owner === "addressUnconfirmed") throw new AppError("appointment.addressUnconfirmed", undefined, { fields: { "person.email": "appointment.addressUnconfirmed" } });
  return owner?.id ?? null;
}

/** What `findOrInvite` would find, of a list that is only looked at: a person, nobody yet, or why not. */
export async function findOwner(db: Db, wish: Extract<PersonWish, { by: "email" }>): Promise<{ readonly id: string; readonly isTold: boolean } | "personDiffers" | "addressUnconfirmed" | null> {
  const contact = await repo.findByEmail(db, wish.email);
  const owner = ownerOf(contact, wish);
  if (contact === null || owner === null || typeof owner === "string") return owner === null || typeof owner === "string" ? owner : null;
  // as in `tell`: an invitation, or a word to a confirmed address
  return { id: owner.id, isTold: contact.verifiedAt !== null || owner.passwordHash === null };
}

/** Null: a new person is made. Whoever has set a password without proving the address must not get a right by it. */
function ownerOf(contact: Awaited<ReturnType<typeof repo.findByEmail>>, wish: PersonName) {
  if (!contact) return null;
  const { person, verifiedAt } = contact;
  if (verifiedAt === null && person.assurance === "selfDeclared" && person.passwordHash !== null) return null;
  if (person.erasedAt !== null || person.mergedIntoId !== null || !isSameName(person, wish)) return "personDiffers" as const;
  if (verifiedAt === null && person.assurance !== "selfDeclared") return "addressUnconfirmed" as const;
  return person;
}

/** ё and е, case and spaces aside; a patronymic is not always written. */
export function isSameName(a: PersonName, b: PersonName): boolean {
  const fold = ({ familyName, givenName }: PersonName) => foldForComparison(`${familyName} ${givenName}`);
  return fold(a) === fold(b);
}

/** A letter to who was appointed: an invitation while they have no account. Out: are they invited? */
export async function tell(db: Db, personId: string, named: letters.Named, appointmentId: string, { actor, now }: Inviter): Promise<boolean> {
  const person = await repo.findAddressee(db, personId);
  if (!person) throw AppError.notFound();
  const isInvited = !person.hasPassword && !person.isConfirmed;
  if (person.email === null || (!isInvited && (!person.isConfirmed || personId === actor.personId))) return isInvited;
  const to = { ...person, email: person.email };
  if (!isInvited) {
    await letters.sendAppointed(db, to, named, `structure.appointed:${appointmentId}`);
    return false;
  }
  const token = randomBytes(32).toString("base64url");
  await repo.insertInvitation(db, { personId, hash: sha256(token), expiresAt: new Date(now.getTime() + invitationDays * 24 * 60 * 60 * 1000), createdById: actor.personId }, now);
  await letters.sendInvitation(db, to, named, token, `structure.invitation:${sha256(token)}`);
  return true;
}

/** The letter once more; the links before it work no more. Throws appointment.alreadyAccepted. */
export async function tellAgain(db: Db, personId: string, named: letters.Named, appointmentId: string, asker: Asker): Promise<void> {
  const person = await repo.findAddressee(db, personId);
  if (!person || person.hasPassword) throw new AppError("appointment.alreadyAccepted");
  await repo.endInvitations(db, personId, asker.now);
  await tell(db, personId, named, appointmentId, asker);
}

/** A briefing is still to be acknowledged; at most one letter a day. Out: is there an address? */
export async function remindOfBriefing(db: Db, personId: string, named: letters.Named, appointmentId: string, day: string): Promise<boolean> {
  const person = await repo.findAddressee(db, personId);
  if (!person?.email || !person.isConfirmed) return false;
  await letters.sendBriefing(db, { ...person, email: person.email }, named, appointmentId, `structure.briefingReminder:${appointmentId}:${day}`);
  return true;
}

/** A briefing is waiting to be read; without a confirmed address nothing is sent. */
export async function tellOfBriefing(db: Db, personId: string, named: letters.Named, appointmentId: string, now: Date): Promise<void> {
  const person = await repo.findAddressee(db, personId);
  if (person?.email && person.isConfirmed) await letters.sendBriefing(db, { ...person, email: person.email }, named, appointmentId, `structure.briefing:${appointmentId}:${now.getTime()}`);
}

/**
 * A printed code, for whoever was appointed and has not opened the account; what was sent or printed before works no more. A
 * paper may be passed on: only one that is given by hand to somebody who was seen confirms them in person. Out: the code, shown once.
 */
export async function makeCode(db: Db, personId: string, inPerson: boolean, { actor, now }: Pick<Asker, "actor" | "now">): Promise<{ code: string; until: Date }> {
  if (!(await repo.isUnopened(db, personId))) throw new AppError("appointment.alreadyAccepted");
  await repo.endInvitations(db, personId, now);
  const code = makeOneTimeCode(randomBytes(16));
  const until = new Date(now.getTime() + invitationDays * 24 * 60 * 60 * 1000);
  await repo.insertInvitation(db, { personId, hash: hashOf(code), expiresAt: until, createdById: actor.personId, inPerson }, now);
  return { code: formatOneTimeCode(code), until };
}

/** A letter's token, or a code as somebody typed it; a code's hash is salted by its purpose, so that it is no slip. */
function hashOf(secret: string): string {
  const code = parseOneTimeCode(secret);
  return code === null ? sha256(secret) : sha256(`invitation:${code}`);
}

/** What the page behind the link shows. An unknown link is as good as a used one. */
export async function readInvitation(db: Db, token: string, now: Date): Promise<Invitation> {
  const found = await repo.findInvitation(db, hashOf(token));
  if (!found || found.usedAt !== null || found.person.erasedAt !== null || found.person.mergedIntoId !== null) return { state: "used" };
  const person = await repo.findAddressee(db, found.person.id);
  if (found.expiresAt <= now) return { state: "expired" };
  // a password that was set in another way has closed the invitation
  if (!person || person.hasPassword || (person.email === null && !isCode(token))) return { state: "used" };
  return { state: "valid", name: fullName(person), email: person.email, posts: await repo.findPostsOf(db, person.id, now) };
}

/** Whose the invitation is, for the check of the password. Throws invitation.gone. */
export async function requireInvited(db: Db, token: string, now: Date): Promise<PersonName & { readonly id: string; readonly email: string | null; readonly locale: string; readonly tokenId: string; readonly inPerson: boolean }> {
  const found = await repo.findInvitation(db, hashOf(token));
  const person = found && found.usedAt === null && found.expiresAt > now ? await repo.findAddressee(db, found.person.id) : null;
  // the address may have been taken by an account that was registered in the meantime
  if (!found || !person || person.erasedAt !== null || person.mergedIntoId !== null || (person.email === null && !isCode(token)) || person.hasPassword) throw new AppError("invitation.gone");
  return { ...person, tokenId: found.id, inPerson: found.inPerson };
}

export function isCode(secret: string): boolean {
  return parseOneTimeCode(secret) !== null;
}

/**
 * Opens the account, once. In: the hash of the password, the consent's text that was on the page, by what they sign in where a code
 * was printed for somebody without an address. Throws invitation.gone, consent.outdated, slip.emailTaken.
 */
export async function acceptInvitation(db: Db, token: string, { passwordHash, documentId, login }: { passwordHash: string; documentId: string; login: Login | null }, now: Date): Promise<SessionClaims> {
  const { id, tokenId, inPerson } = await requireInvited(db, token, now);
  if (!(await repo.isCurrentDocument(db, documentId))) throw new AppError("consent.outdated");
  if (!(await repo.useInvitation(db, tokenId, now))) throw new AppError("invitation.gone");
  if (login?.kind === "email") {
    await repo.lockEmail(db, login.value);
    if (await repo.findByEmail(db, login.value)) throw new AppError("slip.emailTaken", undefined, { fields: { login: "slip.emailTaken" } });
  }
  if (login) await repo.insertContact(db, id, login, now);
  await repo.endInvitations(db, id, now);
  await repo.insertConsent(db, id, documentId, now);
  // a letter has proved its address
  return { personId: id, sessionVersion: isCode(token) ? await repo.openByCode(db, id, passwordHash, inPerson) : await repo.openAccount(db, id, passwordHash, now) };
}

/** By what somebody without an address signs in. */
export interface Login {
  readonly kind: "email" | "phone";
  readonly value: string;
}
