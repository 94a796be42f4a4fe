import { randomBytes } from "node:crypto";
import type { SessionClaims } from "@/platform/auth/session";
import type { Db } from "@/platform/db/client";
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

/**
 * Who is meant: the asker, somebody known by e-mail, or somebody new, who gets a person without an account. Throws
 * appointment.personDiffers when the address is somebody else's, as far as the names tell: nothing is said of whom;
 * appointment.addressUnconfirmed when its owner has not proved it.
 */
export async function findOrInvite(db: Db, { actor, now }: Asker, wish: PersonWish): Promise<string> {
  if (actor.personId === null) throw AppError.notSignedIn();
  if (wish.by === "me") return actor.personId;
  await repo.lockEmail(db, wish.email);
  const contact = await repo.findByEmail(db, wish.email);
  if (!contact) return await repo.insertInvited(db, { ...wish, locale: "ru" }, now);
  const { person, verifiedAt } = contact;
  const isOpenAccount = person.passwordHash !== null;
  // whoever has set a password without proving the address must not get a right by it
  if (verifiedAt === null && person.assurance === "selfDeclared" && isOpenAccount) {
    await repo.takeAddress(db, contact.id, person.id, now);
    return await repo.insertInvited(db, { ...wish, locale: "ru" }, now);
  }
  if (person.erasedAt !== null || person.mergedIntoId !== null || !isSameName(person, wish)) throw new AppError("appointment.personDiffers", undefined, { fields: { "person.email": "appointment.personDiffers" } });
  if (verifiedAt === null && person.assurance !== "selfDeclared") throw new AppError("appointment.addressUnconfirmed", undefined, { fields: { "person.email": "appointment.addressUnconfirmed" } });
  return person.id;
}

function isSameName(a: PersonName, b: PersonName): boolean {
  const fold = ({ familyName, givenName }: PersonName) => foldForComparison(`${familyName} ${givenName}`);
  return fold(a) === fold(b);
}

/** A letter to who was appointed: an invitation while they have no account. Out: are they invited? */
export async function tell(db: Db, personId: string, named: letters.Named, appointmentId: string, { actor, now }: Asker): Promise<boolean> {
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

/** A briefing is waiting to be read; without a confirmed address nothing is sent. */
export async function tellOfBriefing(db: Db, personId: string, named: letters.Named, appointmentId: string, now: Date): Promise<void> {
  const person = await repo.findAddressee(db, personId);
  if (person?.email && person.isConfirmed) await letters.sendBriefing(db, { ...person, email: person.email }, named, appointmentId, `structure.briefing:${appointmentId}:${now.getTime()}`);
}

/** What the page behind the link shows. An unknown link is as good as a used one. */
export async function readInvitation(db: Db, token: string, now: Date): Promise<Invitation> {
  const found = await repo.findInvitation(db, sha256(token));
  if (!found || found.usedAt !== null || found.person.erasedAt !== null || found.person.mergedIntoId !== null) return { state: "used" };
  const person = await repo.findAddressee(db, found.person.id);
  if (found.expiresAt <= now) return { state: "expired" };
  // a password that was set in another way has closed the invitation
  if (!person?.email || person.hasPassword) return { state: "used" };
  return { state: "valid", name: fullName(person), email: person.email, posts: await repo.findPostsOf(db, person.id, now) };
}

/** Whose the invitation is, for the check of the password. Throws invitation.gone. */
export async function requireInvited(db: Db, token: string, now: Date): Promise<PersonName & { readonly id: string; readonly email: string; readonly tokenId: string }> {
  const found = await repo.findInvitation(db, sha256(token));
  const person = found && found.usedAt === null && found.expiresAt > now ? await repo.findAddressee(db, found.person.id) : null;
  // the address may have been taken by an account that was registered in the meantime
  if (!found || !person || person.erasedAt !== null || person.mergedIntoId !== null || person.email === null || person.hasPassword) throw new AppError("invitation.gone");
  return { ...person, email: person.email, tokenId: found.id };
}

/** Opens the account, once. In: the hash of the password, the consent's text that was on the page. Throws invitation.gone, consent.outdated. */
export async function acceptInvitation(db: Db, token: string, passwordHash: string, documentId: string, now: Date): Promise<SessionClaims> {
  const { id, tokenId } = await requireInvited(db, token, now);
  if (!(await repo.isCurrentDocument(db, documentId))) throw new AppError("consent.outdated");
  if (!(await repo.useInvitation(db, tokenId, now))) throw new AppError("invitation.gone");
  await repo.endInvitations(db, id, now);
  await repo.insertConsent(db, id, documentId, now);
  return { personId: id, sessionVersion: await repo.openAccount(db, id, passwordHash, now) };
}
