import { beforeAll, expect, test } from "vitest";
import { anonymous, type Actor } from "@/access/actor";
import type { Role } from "@/access/roles";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { visitorOf } from "@/platform/trpc/context";
import { parseOneTimeCode, type OneTimeCode } from "@/shared/codes/one-time-code";
import type { Phone } from "@/shared/codes/phone";
import { plainDate } from "@/shared/dates/plain-date";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeConsentDocument } from "@/testing/factories/make-consent";
import { makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeOrganisation } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { factoryNow, nextNumber } from "@/testing/factories/sequence";
import { listLooks, readAccount, setPublishName } from "../account/server/service";
import { authenticatePerson, endSessions } from "../session/server/service";
import { openAccount, readSlip } from "../slip/server/service";
import type { DeskRegisterInput } from "./schema";
import * as service from "./server/service";

useTestDatabase();

let municipalityId: string;
let schoolId: string;
let libraryId: string;
let foreignSchoolId: string;
let processingDocumentId: string;
let coordinator: Actor;
let executor: Actor;
let librarian: Actor;
let responsible: Actor;
let foreigner: Actor;

async function appointed(role: Role, unitId: string): Promise<Actor> {
  const person = await makePerson(db);
  await makeAppointment(db, { personId: person.id, role, unitId });
  return await loadActor({ personId: person.id, sessionVersion: 1 }, factoryNow);
}

beforeAll(async () => {
  ({ id: municipalityId } = await makeMunicipality(db));
  const { id: elsewhereId } = await makeMunicipality(db);
  ({ id: schoolId } = await makeOrganisation(db, { parentId: municipalityId }));
  ({ id: libraryId } = await makeOrganisation(db, { parentId: municipalityId }));
  ({ id: foreignSchoolId } = await makeOrganisation(db, { parentId: elsewhereId }));
  await makeMarathon(db, { municipalityIds: [municipalityId, elsewhereId] });
  ({ id: processingDocumentId } = await makeConsentDocument(db, "processing"));
  await makeConsentDocument(db, "publishName");
  [coordinator, executor, librarian, responsible, foreigner] = [
    await appointed("coordinator", schoolId), await appointed("executor", schoolId), await appointed("coordinator", libraryId),
    await appointed("responsiblePerson", municipalityId), await appointed("coordinator", foreignSchoolId),
  ];
});

const asker = (actor: Actor, now = factoryNow) => ({ actor, visitor: visitorOf(undefined, () => undefined), now, locale: "ru" as const, addressHash: String(nextNumber()) });
const wish = (own: Partial<DeskRegisterInput> = {}): DeskRegisterInput => ({
  familyName: "Ёлкина", givenName: "Мария", patronymic: "Петровна", phone: `+7912${String(nextNumber()).padStart(7, "0")}` as Phone, birthDate: plainDate("1950-05-01"), organisationId: schoolId, hiddenFromOrganisation: false,
  signedOnPaper: true, processingDocumentId, paperCase: "дело № 4-М", scanId: null, publishNameDocumentId: null, representativeName: "", representativeCase: "", key: newId(), atUnitId: schoolId, isAnother: false, ...own,
});
async function registered(actor = coordinator, own: Partial<DeskRegisterInput> = {}): Promise<string> {
  const outcome = await service.registerAtDesk(asker(actor), wish(own));
  if (!outcome.ok) throw new Error("a double");
  return outcome.personId;
}
const codeOf = (text: string) => parseOneTimeCode(text) as OneTimeCode;
const slipOf = async (personId: string, now = factoryNow) => codeOf((await service.issueSlip(asker(coordinator, now), personId, "http://localhost")).code);
const account = (own: object = {}) => ({ email: null, phone: null, password: "тёплый снег вечером", key: newId(), ...own });

test("зарегистрировать на месте может только тот, кто там назначен", async () => {
  await expect(service.registerAtDesk(asker(anonymous), wish())).rejects.toMatchObject({ code: "request.notSignedIn" });
  for (const other of [librarian, foreigner, { personId: newId(), posts: [] }]) await expect(service.registerAtDesk(asker(other), wish())).rejects.toMatchObject({ code: "request.notFound" });
  await expect(service.registerAtDesk(asker(responsible), wish())).rejects.toMatchObject({ code: "request.forbidden" });
  await expect(service.registerAtDesk(asker(coordinator), wish({ atUnitId: newId() }))).rejects.toMatchObject({ code: "request.notFound" });
  await expect(service.registerAtDesk(asker(coordinator), wish({ organisationId: foreignSchoolId }))).rejects.toMatchObject({ code: "request.invalid" });
  expect((await service.listPlaces(db, coordinator)).map(({ unitId }) => unitId)).toEqual([schoolId]);
  expect(await service.listPlaces(db, responsible)).toEqual([]);
});

test("младше 14 не регистрируют, от 14 до 16 – с согласием представителя; без действующего текста согласия нельзя", async () => {
  const refusals: [Partial<DeskRegisterInput>, string][] = [
    [{ birthDate: plainDate("2012-03-11") }, "registration.tooYoung"], [{ birthDate: plainDate("2011-05-01") }, "registration.representativeMissing"], [{ birthDate: plainDate("2011-05-01"), representativeName: "Ёлкина Мария, мать" }, "registration.representativeMissing"], [{ processingDocumentId: newId() }, "consent.outdated"],
  ];
  for (const [own, code] of refusals) await expect(service.registerAtDesk(asker(coordinator), wish(own)), code).rejects.toMatchObject({ code });
  const id = await registered(coordinator, { birthDate: plainDate("2011-05-01"), representativeName: "Ёлкина Мария, мать", representativeCase: "дело № 5-М" });
  expect(await db.consent.findMany({ where: { personId: id }, select: { paperCase: true } })).toEqual([{ paperCase: "дело № 4-М" }]);
  const kept = { representativeName: true, paperCase: true, recordedById: true } as const;
  expect(await db.representativeConsent.findMany({ where: { personId: id }, select: kept })).toEqual([{ representativeName: "Ёлкина Мария, мать", paperCase: "дело № 5-М", recordedById: coordinator.personId }]);
  // who takes part alone needs nobody's word, and none is kept
  const alone = await registered(coordinator, { birthDate: plainDate("2010-03-10"), representativeName: "Кто-то", representativeCase: "дело № 6" });
  expect(await db.representativeConsent.count({ where: { personId: alone } })).toBe(0);
});

test("координатор не видит человека, которого зарегистрировал другой; ответственный видит людей своего муниципалитета", async () => {
  const id = await registered();
  for (const other of [executor, librarian, foreigner]) {
    await expect(service.readPerson(asker(other), id)).rejects.toMatchObject({ code: "request.notFound" });
    await expect(service.issueSlip(asker(other), id, "http://localhost")).rejects.toMatchObject({ code: "request.notFound" });
    expect((await service.listRegistered(db, asker(other), { limit: 50 })).rows.map((row) => row.id)).not.toContain(id);
  }
  expect((await service.readPerson(asker(responsible), id)).name).toBe("Ёлкина Мария Петровна");
  expect(await service.readPerson(asker(responsible), id)).toMatchObject({ mayIssueSlip: true, mayAssist: false });
  await expect(service.readPerson(asker(coordinator), newId())).rejects.toMatchObject({ code: "request.notFound" });
});

test("кто больше не координатор, не видит и тех, кого регистрировал сам", async () => {
  const id = await registered();
  const former: Actor = { personId: coordinator.personId, posts: [] };
  await expect(service.readPerson(asker(former), id)).rejects.toMatchObject({ code: "request.notFound" });
  expect((await service.listRegistered(db, asker(former), { limit: 50 })).rows).toEqual([]);
});

test("человек подтверждён лично и посчитан сразу, согласие на бумаге записано, имя без второй подписи не публикуется", async () => {
  const id = await registered(executor);
  expect(await db.person.findUnique({ where: { id }, include: { registrations: true, consents: { include: { document: true } } } })).toMatchObject({
    assurance: "confirmedInPerson", passwordHash: null, registeredById: executor.personId, registeredAtUnitId: schoolId,
    registrations: [{ municipalityId, organisationId: schoolId, countedAt: factoryNow }],
    consents: [{ channel: "paper", paperCase: "дело № 4-М", recordedById: executor.personId, document: { purpose: "processing" } }],
  });
  const [event] = await db.event.findMany({ where: { type: "person.joined", actorId: executor.personId } });
  expect(event?.payload).toMatchObject({ personId: id, attribution: "coordinator", confirmed: true });
});

test("двойное нажатие регистрирует одного; возможный двойник назван один раз, и можно продолжить", async () => {
  const input = wish({ familyName: "Берёзкина" });
  const from = asker(coordinator);
  const [one, other] = await Promise.all([service.registerAtDesk(from, input), service.registerAtDesk(from, input)]);
  expect(one).toEqual(other);
  const same = wish({ familyName: "березкина", phone: input.phone });
  expect(await service.registerAtDesk(asker(coordinator), same)).toMatchObject({ ok: false, known: { name: "Берёзкина Мария Петровна" } });
  expect(await service.registerAtDesk(asker(librarian), { ...same, key: newId(), atUnitId: libraryId })).toEqual({ ok: false, reason: "possibleDouble", known: null });
  expect(await service.registerAtDesk(asker(coordinator), { ...same, key: newId(), isAnother: true })).toMatchObject({ ok: true });
});

test("новый листок убивает прежний, неверный код и код через 30 дней не открывают ничего", async () => {
  const id = await registered();
  const first = await slipOf(id);
  const second = await slipOf(id);
  await expect(readSlip(db, asker(anonymous), first)).rejects.toMatchObject({ code: "slip.used" });
  await expect(readSlip(db, asker(anonymous), codeOf("22222-22222"))).rejects.toMatchObject({ code: "slip.wrong" });
  const late = new Date(factoryNow.getTime() + 30 * 24 * 3_600_000);
  await expect(openAccount(asker(anonymous, late), { code: second, ...account() })).rejects.toMatchObject({ code: "slip.expired" });
  expect(await readSlip(db, asker(anonymous), second)).toMatchObject({ givenName: "Мария", hasPhone: true });
  await openAccount(asker(anonymous), { code: second, ...account() });
  await expect(openAccount(asker(anonymous), { code: second, ...account() })).rejects.toMatchObject({ code: "slip.used" });
  expect(await db.oneTimeToken.count({ where: { hash: { contains: second } } })).toBe(0);
});

test("подбор кода с одного адреса останавливается, честный с другого адреса проходит", async () => {
  const code = await slipOf(await registered());
  const guesser = asker(anonymous);
  for (let time = 0; time < 10; time += 1) await expect(readSlip(db, guesser, codeOf("33333-33333"))).rejects.toMatchObject({ code: "slip.wrong" });
  await expect(readSlip(db, guesser, code)).rejects.toMatchObject({ code: "slip.tooManyAttempts" });
  expect(await readSlip(db, asker(anonymous), code)).toMatchObject({ givenName: "Мария" });
});

test("без почты и телефона учётную запись не открыть; занятый адрес не отнять", async () => {
  const code = await slipOf(await registered(coordinator, { phone: null }));
  const known = await makePerson(db);
  await expect(openAccount(asker(anonymous), { code, ...account() })).rejects.toMatchObject({ code: "registration.contactMissing" });
  await expect(openAccount(asker(anonymous), { code, ...account({ email: known.email }) })).rejects.toMatchObject({ code: "slip.emailTaken" });
  const email = `elkina${nextNumber()}@example.org`;
  await openAccount(asker(anonymous), { code, ...account({ email }) });
  expect(await authenticatePerson({ login: email, password: "тёплый снег вечером" })).not.toBeNull();
  expect(await db.email.count({ where: { toAddress: email } })).toBe(1);
});

test("с общим телефоном семьи входит тот, чей пароль; одинаковый пароль второму не дают", async () => {
  const phone = "+79229000001" as Phone;
  const [mother, son] = [await registered(coordinator, { phone, givenName: "Ольга" }), await registered(coordinator, { phone, givenName: "Иван" })];
  await openAccount(asker(anonymous), { code: await slipOf(mother), ...account({ password: "пароль для мамы" }) });
  const code = await slipOf(son);
  await expect(openAccount(asker(anonymous), { code, ...account({ password: "пароль для мамы" }) })).rejects.toMatchObject({ code: "password.tooWeak" });
  await openAccount(asker(anonymous), { code, ...account({ password: "пароль для сына" }) });
  expect(await authenticatePerson({ login: "8 922 900-00-01", password: "пароль для мамы" })).toMatchObject({ personId: mother });
  expect(await authenticatePerson({ login: "+7 (922) 900-00-01", password: "пароль для сына" })).toMatchObject({ personId: son });
});

test("кому придёт письмо, тому листок не делают: регистратор не войдёт в открытую учётную запись", async () => {
  const id = await registered();
  await db.contact.create({ data: { id: newId(), personId: id, kind: "email", value: `own${nextNumber()}@example.org`, verifiedAt: factoryNow } });
  await expect(service.issueSlip(asker(coordinator), id, "http://localhost")).rejects.toMatchObject({ code: "slip.notNeeded" });
});

test("человек видит, кто смотрел его данные; другой этого не видит", async () => {
  const id = await registered();
  await service.readPerson(asker(coordinator), id);
  await service.issueSlip(asker(coordinator), id, "http://localhost");
  const looks = await listLooks(db, { personId: id, posts: [] });
  expect(looks.map(({ what, role }) => [what, role])).toEqual(expect.arrayContaining([["record", "coordinator"], ["slip", "coordinator"]]));
  expect(await listLooks(db, { personId: newId(), posts: [] })).toEqual([]);
  await expect(listLooks(db, anonymous)).rejects.toMatchObject({ code: "request.notSignedIn" });
});

test("имя показывают только по согласию: отозванное исчезает у всех инициатив сразу", async () => {
  const id = await registered();
  const me: Actor = { personId: id, posts: [] };
  const { publishNameDocumentId } = await readAccount(db, me);
  await expect(setPublishName(me, { agreed: true, documentId: newId() }, factoryNow)).rejects.toMatchObject({ code: "consent.outdated" });
  await setPublishName(me, { agreed: true, documentId: publishNameDocumentId }, factoryNow);
  expect(await readAccount(db, me)).toMatchObject({ publishesName: true });
  await setPublishName(me, { agreed: false, documentId: null }, factoryNow);
  expect(await readAccount(db, me)).toMatchObject({ publishesName: false, consents: [{ purpose: "processing", withdrawnAt: null }, { purpose: "publishName", withdrawnAt: factoryNow }] });
});

test("выход на всех устройствах кончает каждый сеанс со следующим запросом", async () => {
  const person = await makePerson(db);
  await expect(endSessions(db, anonymous)).rejects.toMatchObject({ code: "request.notSignedIn" });
  await endSessions(db, { personId: person.id, posts: [] });
  expect(await loadActor({ personId: person.id, sessionVersion: 1 }, factoryNow)).toMatchObject({ personId: null });
});

test("список листается без пропусков и повторов, поиск не различает ё и е", async () => {
  const reader = await appointed("coordinator", schoolId);
  for (let time = 0; time < 7; time += 1) await registered(reader, { givenName: time === 3 ? "Алёна" : "Мария" });
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof service.listRegistered>> = await service.listRegistered(db, asker(reader), { limit: 3, cursor });
    seen.push(...page.rows.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null);
  expect(new Set(seen).size).toBe(7);
  expect(seen).toHaveLength(7);
  expect((await service.listRegistered(db, asker(reader), { limit: 30, q: "алена" })).total).toBe(1);
  await expect(service.listRegistered(db, asker(reader), { limit: 3, cursor: "zzz" })).rejects.toMatchObject({ code: "list.badCursor" });
});
