import { actingRole, authorise, canSomewhere, visible } from "@/access/policy";
import { postsOf, type Actor } from "@/access/actor";
import { person as personPolicy } from "@/access/rules/person";
import { phoneRegistration } from "@/access/rules/phone-registration";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { onceFor, ownerOf } from "@/platform/idempotency";
import { smsGateway } from "@/platform/sms/gateway";
import type { SessionClaims } from "@/platform/auth/session";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { sha256 } from "@/shared/ids/hash";
import * as desk from "../../desk/server/repo";
import { isPasswordWeak } from "../../rules";
import type { Ticket } from "../../schema";
import { checkPlace, countOnce, join, requireAlone, requireDocument } from "../../server/joining";
import { evenly } from "../../server/evenly";
import { giveBack, spend, takePoint } from "../../server/limits";
import { fitsPassword, hashPassword } from "../../server/passwords";
import * as people from "../../server/repo";
import { makeTicket } from "../../server/ticket";
import type { ConfirmByCodeInput, PhoneRegistered, PhoneRegisterInput, Waiting } from "../schema";
import { hashSmsCode, sendCode } from "./codes";
import * as repo from "./repo";

type Asker = Pick<Context, "db" | "actor" | "visitor" | "now" | "locale" | "addressHash">;

/**
 * Registers by a phone, which a family may share: a new person each time, nobody's account is touched or told of. They
 * count once a coordinator has seen them or a code has come. Throws password.tooWeak, registration.tooYoung, registration.representativeInPerson, registration.municipalityAbsent,
 * consent.outdated, request.tooMany.
 */
export async function registerByPhone(asker: Asker, { key, password, ...input }: PhoneRegisterInput): Promise<PhoneRegistered> {
  await spend("registration", asker.addressHash);
  await spend("phone", fromHere(asker, input.phone));
  if (isPasswordWeak(password, [input.phone, input.phone.replace(/^\+7/, "8"), input.familyName, input.givenName])) throw new AppError("password.tooWeak", undefined, { fields: { password: "password.tooWeak" } });
  const birthDate = requireAlone(input, asker.now);
  const passwordHash = await hashPassword(password);
  const maySend = await takeMessage(input.phone);
  return await transaction(async (db) => await onceFor(db, { owner: ownerOf(asker), procedure: "people.phone.register", key, input }, async () => {
    const { familyName, givenName, patronymic, phone } = input;
    const { now, locale } = asker;
    const marathonId = await checkPlace(db, input, now);
    const documents = [await requireDocument(db, "processing", input.processingDocumentId), ...(input.publishNameDocumentId === null ? [] : [await requireDocument(db, "publishName", input.publishNameDocumentId)])];
    const id = await people.insertPerson(db, { familyName, givenName, patronymic, birthDate, locale, assurance: "selfDeclared", passwordHash, registeredById: null, registeredAtUnitId: null }, now);
    await people.insertContact(db, { personId: id, kind: "phone", value: phone, verifiedAt: null }, now);
    for (const documentId of documents) await people.insertConsent(db, { personId: id, documentId, channel: "self", recordedById: null, paperCase: null }, now);
    await join(db, { id, isConfirmed: false, attribution: "resident" }, marathonId, input, { at: now, actorId: id });
    if (maySend) await sendCode(db, { id, locale }, phone, now);
    return said();
  }));
}

/** The code once more, to whoever registered by the number with this password; nobody is told whether there was anybody. */
export async function resendCode(asker: Asker, { phone, password }: { phone: string; password: string }): Promise<PhoneRegistered> {
  await spend("registration", asker.addressHash);
  await spend("phone", fromHere(asker, phone));
  return await evenly(async () => {
    const person = await findWaitingBy(asker.db, phone, password);
    if (await takeMessage(phone)) await transaction(async (db) => { if (person) await sendCode(db, person, phone, asker.now); });
    return said();
  });
}

/**
 * The code came, so the number is theirs who set this password: confirmed, counted once, and may be signed in. Throws
 * registration.codeWrong, request.tooMany.
 */
export async function confirmByCode(asker: Asker, { phone, password, code, key }: ConfirmByCodeInput): Promise<Ticket> {
  await spend("token", asker.addressHash);
  const attempt = fromHere(asker, phone);
  await spend("smsCode", attempt);
  const person = await evenly(async () => await findWaitingBy(asker.db, phone, password));
  const claims = await transaction(async (db) => await onceFor(db, { owner: ownerOf(asker), procedure: "people.phone.confirmByCode", key, input: { phone, code: sha256(code) } }, async (): Promise<SessionClaims> => {
    const token = person && (await repo.findCode(db, person.id, hashSmsCode(person.id, code), asker.now));
    if (!person || !token || !(await people.useToken(db, token.id, asker.now)) || !(await repo.confirm(db, person.id, "phoneConfirmed", null, asker.now))) throw new AppError("registration.codeWrong", undefined, { fields: { code: "registration.codeWrong" } });
    await repo.verifyPhone(db, person.id, phone, asker.now);
    await countOnce(db, person.id, "resident", { at: asker.now, actorId: person.id });
    return { personId: person.id, sessionVersion: person.sessionVersion };
  }));
  await giveBack("smsCode", attempt);
  return makeTicket(claims, asker.now);
}

/** As much work for a number that nobody has. */
async function findWaitingBy(db: Db, phone: string, password: string) {
  const waiting = await repo.listWaiting(db, phone);
  if (waiting.length === 0) await fitsPassword(password, null);
  for (const { passwordHash, ...person } of waiting) if (await fitsPassword(password, passwordHash)) return person;
  return null;
}

/** Out: may one more message go to the number? Never asked inside a transaction. */
async function takeMessage(phone: string): Promise<boolean> {
  return !smsGateway().delivers || (await takePoint("sms", sha256(phone))) === null;
}

function fromHere({ addressHash }: Pick<Asker, "addressHash">, phone: string): string {
  return sha256(`${phone} ${addressHash}`);
}

/**
 * Who of the asker's municipality registered by this number and waits. Each of them can read that they were looked at.
 * Numbers can't be tried out: throws request.tooMany.
 */
export async function findWaiting({ actor, now }: Pick<Context, "actor" | "now">, { phone }: { phone: string }): Promise<Waiting[]> {
  const { personId } = actor;
  if (personId === null) throw AppError.notSignedIn();
  if (!canSomewhere(phoneRegistration, actor, "read")) return [];
  return await searching(personId, async () => await transaction(async (db) => {
    const found = await repo.findWaiting(db, phone, visible(phoneRegistration, actor, "read"));
    for (const { id } of found) {
      const role = actingRole(phoneRegistration, actor, "read", factsOf(await repo.findHolder(db, id))) ?? "person";
      if (id !== personId) await people.insertAccessLogEntry(db, { byId: personId, role, personId: id, what: "record" }, now);
    }
    return found;
  }));
}

/**
 * Who of the asker's municipality signs in by this number and has no e-mail for a new password: for a new slip. Each of
 * them can read that they were looked at. Numbers can't be tried out: throws request.tooMany.
 */
export async function findConfirmed({ actor, now }: Pick<Context, "actor" | "now">, { phone }: { phone: string }): Promise<Waiting[]> {
  const { personId } = actor;
  if (personId === null) throw AppError.notSignedIn();
  if (!canSomewhere(personPolicy, actor, "find")) return [];
  return await searching(personId, async () => await transaction(async (db) => {
    const may = visible(personPolicy, actor, "find");
    const found = [];
    for (const one of await repo.findConfirmed(db, phone, may, now)) {
      const known = await desk.findPerson(db, one.id, may, personId, now);
      if (!known) continue;
      found.push(one);
      await people.insertAccessLogEntry(db, { byId: personId, role: actingRole(personPolicy, actor, "find", known.facts) ?? "person", personId: one.id, what: "record" }, now);
    }
    return found;
  }));
}

/** Many misses in a row are somebody who tries numbers out. */
async function searching(personId: string, search: () => Promise<Waiting[]>): Promise<Waiting[]> {
  await spend("deskSearch", personId);
  await spend("deskMiss", personId);
  const found = await search();
  if (found.length > 0) await giveBack("deskMiss", personId);
  return found;
}

/**
 * The person stood at the desk with a document in hand: confirmed, counted once. Throws what `authorise` does,
 * person.alreadyConfirmed for who comes second.
 */
export async function confirmInPerson(asker: Asker, { personId, key }: { personId: string; documentSeen: true; key: string }): Promise<{ ok: true }> {
  const { actor, now } = asker;
  return await transaction(async (db) => {
    const holder = await repo.findHolder(db, personId);
    // who may see the waiting is told that another was quicker; a stranger hears nothing of it
    const facts = holder && { ...holder, assurance: "selfDeclared" };
    authorise(phoneRegistration, actor, "confirmInPerson", facts);
    if (!facts || actor.personId === null || personId === actor.personId) throw AppError.notFound();
    const registrarId = actor.personId;
    return await onceFor(db, { owner: ownerOf(asker), procedure: "people.phone.confirmInPerson", key, input: { personId } }, async () => {
      if (!(await repo.confirm(db, personId, "confirmedInPerson", { registrarId, unitId: deskOf(actor, facts.municipalityId) }, now))) throw new AppError("person.alreadyConfirmed");
      await people.endTokens(db, personId, "confirmPhone", now);
      await people.insertAccessLogEntry(db, { byId: registrarId, role: actingRole(phoneRegistration, actor, "confirmInPerson", facts) ?? "person", personId, what: "confirmed" }, now);
      // as they had joined by themselves, so they leave the unconfirmed ones
      await countOnce(db, personId, "resident", { at: now, actorId: registrarId });
      return { ok: true as const };
    });
  });
}

function said(): PhoneRegistered {
  return { ok: true, byCode: smsGateway().delivers };
}

/** The organisation of the asker's post there; the responsible person has none. */
function deskOf(actor: Actor, municipalityId: string): string | null {
  return postsOf(actor, "coordinator", "executor").find((post) => post.municipalityId === municipalityId)?.unitId ?? null;
}

function factsOf<T>(holder: T | null): T {
  if (holder === null) throw AppError.notFound();
  return holder;
}
