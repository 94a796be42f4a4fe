import { authorise } from "@/access/policy";
import { person as personPolicy } from "@/access/rules/person";
import type { SessionClaims } from "@/platform/auth/session";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { onceFor, ownerOf } from "@/platform/idempotency";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { sha256 } from "@/shared/ids/hash";
import { localPath, tokenLife, tokenStateOf } from "../../rules";
import type { Ticket } from "../../schema";
import { isKnown, takeOver, writeConfirmation } from "../../server/addresses";
import { checkPlace, countOnce, join, requireAlone, requireDocument, type Place } from "../../server/joining";
import * as letters from "../../server/letters";
import { evenly } from "../../server/evenly";
import { spend, takeLetter } from "../../server/limits";
import { requireStrong } from "../../server/own-password";
import { hashPassword } from "../../server/passwords";
import * as people from "../../server/repo";
import { makeTicket } from "../../server/ticket";
import { makeToken } from "../../server/tokens";
import type { LinkState, RegisterInput } from "../schema";
import * as repo from "./repo";

export type Asker = Pick<Context, "actor" | "visitor" | "now" | "locale" | "addressHash">;
const said = { ok: true } as const;

/**
 * Registers by e-mail: the person counts once the letter's link is used. Whoever asks hears the same, in the same time,
 * whether the address is known or not: its owner gets a letter. Throws password.tooWeak, registration.tooYoung, registration.representativeInPerson, registration.municipalityAbsent,
 * consent.outdated, request.tooMany.
 */
export async function register(asker: Asker, { key, password, ...input }: RegisterInput): Promise<typeof said> {
  await spend("registration", asker.addressHash);
  requireStrong(password, [input.email, input.familyName, input.givenName]);
  const birthDate = requireAlone(input, asker.now);
  return await evenly(async () => {
    const maySend = await takeLetter("registration", input.email, asker.addressHash);
    const passwordHash = await hashPassword(password);
    return await transaction(async (db) => await onceFor(db, { owner: ownerOf(asker), procedure: "people.register", key, input }, async () => {
      await people.lockEmail(db, input.email);
      const marathonId = await checkPlace(db, input, asker.now);
      const documents = [await requireDocument(db, "processing", input.processingDocumentId), ...(input.publishNameDocumentId === null ? [] : [await requireDocument(db, "publishName", input.publishNameDocumentId)])];
      const owner = await people.findEmailOwner(db, input.email);
      if (owner && isKnown(owner)) {
        if (maySend) await letters.sendAlreadyRegistered(db, { email: input.email, ...owner.person }, `people.known:${key}`);
        return said;
      }
      // also where no letter goes out: a link that stands would confirm another's password
      if (owner) await takeOver(db, owner, asker.now);
      const { familyName, givenName, patronymic } = input;
      const id = await people.insertPerson(db, { familyName, givenName, patronymic, birthDate, locale: asker.locale, assurance: "selfDeclared", passwordHash, registeredById: null, registeredAtUnitId: null }, asker.now);
      await people.insertContact(db, { personId: id, kind: "email", value: input.email, verifiedAt: null }, asker.now);
      for (const documentId of documents) await people.insertConsent(db, { personId: id, documentId, channel: "self", recordedById: null, paperCase: null }, asker.now);
      await join(db, { id, isConfirmed: false, attribution: "resident" }, marathonId, input, { at: asker.now, actorId: id });
      if (maySend) await writeConfirmation(db, { id, familyName, givenName, patronymic, locale: asker.locale }, input.email, localPath(input.next, "/my"), asker.now);
      return said;
    }));
  });
}

/** The letter once more; nobody is told whether there was anything to send. */
export async function resend(asker: Asker, { email, next }: { email: string; next?: string | undefined }): Promise<typeof said> {
  return await writeToOwner(asker, "registration", email, async (db, owner) => {
    if (isKnown(owner)) return await letters.sendAlreadyRegistered(db, { email, ...owner.person }, `people.known:${asker.now.getTime()}:${owner.contactId}`);
    await people.endTokens(db, owner.person.id, "confirmEmail", asker.now);
    await writeConfirmation(db, owner.person, email, localPath(next, "/my"), asker.now);
  });
}

/** A letter with a link to a new password. The link proves the address, too. */
export async function forgot(asker: Asker, { email }: { email: string }): Promise<typeof said> {
  return await writeToOwner(asker, "reset", email, async (db, { person }) => {
    await people.endTokens(db, person.id, "resetPassword", asker.now);
    const { plain, hash } = makeToken();
    await people.insertToken(db, { personId: person.id, purpose: "resetPassword", hash, expiresAt: new Date(asker.now.getTime() + tokenLife.resetPassword), createdById: null }, asker.now);
    await letters.sendReset(db, { email, ...person }, plain, `people.reset:${hash}`);
  });
}

/** What the page behind a link may offer. An unknown token is as good as a used one. */
export async function linkState(db: Db, asker: Asker, purpose: "confirmEmail" | "resetPassword", token: string): Promise<LinkState> {
  await spend("token", asker.addressHash);
  const found = await people.findToken(db, purpose, sha256(token));
  const state = found ? tokenStateOf(found, asker.now) : "used";
  return found && state === "valid" ? { state, email: await repo.findEmail(db, found.person.id) } : { state: state === "expired" ? "expired" : "used" };
}

/** The button behind the letter's link: the person is confirmed, counted once, and may be signed in. Throws registration.linkGone. */
export async function confirm(asker: Asker, { token, key }: { token: string; key: string }): Promise<Ticket> {
  return await byToken(asker, "people.confirm", key, "confirmEmail", token, "registration.linkGone", async (_db, { id, sessionVersion }) => ({ personId: id, sessionVersion }));
}

/** A new password ends every session. Throws password.linkGone, password.tooWeak. */
export async function reset(asker: Asker, { token, key, password }: { token: string; key: string; password: string }): Promise<Ticket> {
  requireStrong(password, []);
  const passwordHash = await hashPassword(password);
  return await byToken(asker, "people.reset", key, "resetPassword", token, "password.linkGone", async (db, person) => {
    const email = await repo.findEmail(db, person.id);
    requireStrong(password, [email, person.familyName, person.givenName]);
    if (email) await letters.sendPasswordChanged(db, { email, ...person }, `people.changed:${sha256(token)}`);
    await people.endTokens(db, person.id, "slip", asker.now);
    return { personId: person.id, sessionVersion: await people.setPassword(db, person.id, passwordHash) };
  });
}

/** Somebody with an account takes part in the marathon of their municipality. Throws registration.alreadyJoined, -.municipalityAbsent. */
export async function joinMarathon({ actor, now }: Pick<Context, "actor" | "now">, place: Place): Promise<typeof said> {
  return await transaction(async (db) => {
    const found = actor.personId === null ? null : await repo.findPersonFacts(db, actor.personId);
    authorise(personPolicy, actor, "join", found?.facts ?? null);
    if (!found || actor.personId === null) throw AppError.notSignedIn();
    const marathonId = await checkPlace(db, place, now);
    await join(db, { id: actor.personId, isConfirmed: found.assurance !== "selfDeclared", attribution: attributionOf(found.facts) }, marathonId, place, { at: now, actorId: actor.personId });
    return said;
  });
}

function attributionOf({ registeredById }: { registeredById: string | null }) {
  return registeredById === null ? ("resident" as const) : ("coordinator" as const);
}

/** The same answer in the same time, whether the address is known, unknown or has had its letters for the hour. */
async function writeToOwner(asker: Asker, kind: "registration" | "reset", email: string, write: (db: Db, owner: people.EmailOwner) => Promise<void>): Promise<typeof said> {
  await spend("registration", asker.addressHash);
  return await evenly(async () => {
    if (!(await takeLetter(kind, email, asker.addressHash))) return said;
    return await transaction(async (db) => {
      await people.lockEmail(db, email);
      const owner = await people.findEmailOwner(db, email);
      if (owner && owner.person.erasedAt === null && owner.person.mergedIntoId === null) await write(db, owner);
      return said;
    });
  });
}

type Holder = NonNullable<Awaited<ReturnType<typeof people.findToken>>>["person"];

/** A token of a letter, used once: it proves the address whatever else it is for. */
async function byToken(
  asker: Asker, procedure: string, key: string, purpose: "confirmEmail" | "resetPassword", token: string, gone: "registration.linkGone" | "password.linkGone",
  work: (db: Db, person: Holder) => Promise<SessionClaims>,
): Promise<Ticket> {
  await spend("token", asker.addressHash);
  const hash = sha256(token);
  const claims = await transaction(async (db) => await onceFor(db, { owner: ownerOf(asker), procedure, key, input: { hash } }, async () => {
    const found = await people.findToken(db, purpose, hash);
    const isOurs = found && found.person.erasedAt === null && found.person.mergedIntoId === null;
    if (!isOurs || !(await people.useToken(db, found.id, asker.now))) throw new AppError(gone);
    const { person } = found;
    await repo.confirmEmail(db, person.id, asker.now);
    await countOnce(db, person.id, "resident", { at: asker.now, actorId: person.id });
    return await work(db, person);
  }));
  return makeTicket(claims, asker.now);
}
