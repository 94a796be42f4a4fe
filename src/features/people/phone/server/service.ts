import { actingRole, authorise, visible } from "@/access/policy";
import { postsOf, type Actor } from "@/access/actor";
import { phoneRegistration } from "@/access/rules/phone-registration";
import { transaction } from "@/platform/db/transaction";
import { onceFor, ownerOf } from "@/platform/idempotency";
import { smsGateway } from "@/platform/sms/gateway";
import type { SessionClaims } from "@/platform/auth/session";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { sha256 } from "@/shared/ids/hash";
import { isPasswordWeak } from "../../rules";
import type { Ticket } from "../../schema";
import { checkPlace, countOnce, join, requireAlone, requireDocument } from "../../server/joining";
import { evenly, giveBack, spend } from "../../server/limits";
import { hashPassword } from "../../server/passwords";
import * as people from "../../server/repo";
import { makeTicket } from "../../server/ticket";
import type { ConfirmByCodeInput, PhoneRegistered, PhoneRegisterInput, Waiting } from "../schema";
import { hashSmsCode, sendCode } from "./codes";
import * as repo from "./repo";

type Asker = Pick<Context, "actor" | "visitor" | "now" | "locale" | "addressHash">;

/**
 * Registers by a phone, which a family may share: a new person each time, nobody's account is touched or told of. They
 * count once a coordinator has seen them or a code has come. Throws password.tooWeak, registration.tooYoung, registration.representativeInPerson, registration.municipalityAbsent,
 * consent.outdated, request.tooMany.
 */
export async function registerByPhone(asker: Asker, { key, password, ...input }: PhoneRegisterInput): Promise<PhoneRegistered> {
  await spend("registration", asker.addressHash);
  await spend("phone", sha256(input.phone));
  if (isPasswordWeak(password, [input.phone, input.phone.replace(/^\+7/, "8"), input.familyName, input.givenName])) throw new AppError("password.tooWeak", undefined, { fields: { password: "password.tooWeak" } });
  const birthDate = requireAlone(input, asker.now);
  const passwordHash = await hashPassword(password);
  return await transaction(async (db) => await onceFor(db, { owner: ownerOf(asker), procedure: "people.phone.register", key, input }, async () => {
    const { familyName, givenName, patronymic, phone } = input;
    const { now, locale } = asker;
    const marathonId = await checkPlace(db, input, now);
    const documents = [await requireDocument(db, "processing", input.processingDocumentId), ...(input.publishNameDocumentId === null ? [] : [await requireDocument(db, "publishName", input.publishNameDocumentId)])];
    const id = await people.insertPerson(db, { familyName, givenName, patronymic, birthDate, locale, assurance: "selfDeclared", passwordHash, registeredById: null, registeredAtUnitId: null }, now);
    await people.insertContact(db, { personId: id, kind: "phone", value: phone, verifiedAt: null }, now);
    for (const documentId of documents) await people.insertConsent(db, { personId: id, documentId, channel: "self", recordedById: null, paperCase: null }, now);
    await join(db, { id, isConfirmed: false, attribution: "resident" }, marathonId, input, { at: now, actorId: id });
    await sendCode(db, { id, locale }, phone, now);
    return said();
  }));
}

/** The code once more, to the latest of those who wait; nobody is told whether there was anybody. */
export async function resendCode(asker: Asker, { phone }: { phone: string }): Promise<PhoneRegistered> {
  await spend("registration", asker.addressHash);
  await spend("phone", sha256(phone));
  return await evenly(async () => await transaction(async (db) => {
    const person = await repo.findLastWaiting(db, phone);
    if (person) await sendCode(db, person, phone, asker.now);
    return said();
  }));
}

/** The code came, so the number is theirs: confirmed, counted once, and may be signed in. Throws registration.codeWrong, request.tooMany. */
export async function confirmByCode(asker: Asker, { phone, code, key }: ConfirmByCodeInput): Promise<Ticket> {
  await spend("token", asker.addressHash);
  await spend("smsCode", sha256(phone));
  const claims = await transaction(async (db) => await onceFor(db, { owner: ownerOf(asker), procedure: "people.phone.confirmByCode", key, input: { phone, code: sha256(code) } }, async (): Promise<SessionClaims> => {
    const found = (await repo.findCodes(db, phone, asker.now)).find(({ hash, person }) => hash === hashSmsCode(person.id, code));
    if (!found || !(await people.useToken(db, found.id, asker.now)) || !(await repo.confirm(db, found.person.id, "phoneConfirmed", null))) throw new AppError("registration.codeWrong", undefined, { fields: { code: "registration.codeWrong" } });
    await repo.verifyPhone(db, found.person.id, phone, asker.now);
    await countOnce(db, found.person.id, "resident", { at: asker.now, actorId: found.person.id });
    return { personId: found.person.id, sessionVersion: found.person.sessionVersion };
  }));
  await giveBack("smsCode", sha256(phone));
  return makeTicket(claims, asker.now);
}

/** Who of the asker's municipality registered by this number and waits. Each of them can read that they were looked at. */
export async function findWaiting({ actor, now }: Pick<Context, "actor" | "now">, { phone }: { phone: string }): Promise<Waiting[]> {
  const { personId } = actor;
  if (personId === null) throw AppError.notSignedIn();
  return await transaction(async (db) => {
    const found = await repo.findWaiting(db, phone, visible(phoneRegistration, actor, "read"));
    for (const { id } of found) {
      const role = actingRole(phoneRegistration, actor, "read", factsOf(await repo.findHolder(db, id))) ?? "person";
      if (id !== personId) await people.insertAccessLogEntry(db, { byId: personId, role, personId: id, what: "record" }, now);
    }
    return found;
  });
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
      if (!(await repo.confirm(db, personId, "confirmedInPerson", { registrarId, unitId: deskOf(actor, facts.municipalityId) }))) throw new AppError("person.alreadyConfirmed");
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
