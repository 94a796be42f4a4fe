import { beforeAll, expect, test, vi } from "vitest";
import { anonymous, type Actor } from "@/access/actor";
import type { Role } from "@/access/roles";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { smsGateway } from "@/platform/sms/gateway";
import { visitorOf } from "@/platform/trpc/context";
import { parseOneTimeCode, type OneTimeCode } from "@/shared/codes/one-time-code";
import type { Phone } from "@/shared/codes/phone";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeConsentDocument } from "@/testing/factories/make-consent";
import { makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeOrganisation } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { factoryNow, nextNumber } from "@/testing/factories/sequence";
import { issueSlip, readPerson } from "../desk/server/service";
import { openAccount } from "../slip/server/service";
import { authenticatePerson, chooseWho } from "../session/server/service";
import { readTicket } from "../server/ticket";
import type { PhoneRegisterInput } from "./schema";
import { hashSmsCode } from "./server/codes";
import * as service from "./server/service";

vi.mock("@/platform/sms/gateway", { spy: true });

useTestDatabase();

let municipalityId: string;
let schoolId: string;
let processingDocumentId: string;
let coordinator: Actor;
let responsible: Actor;
let neighbour: Actor;
let director: Actor;

async function appointed(role: Role, unitId: string): Promise<Actor> {
  const person = await makePerson(db);
  await makeAppointment(db, { personId: person.id, role, unitId });
  return await loadActor({ personId: person.id, sessionVersion: 1 }, factoryNow);
}

beforeAll(async () => {
  ({ id: municipalityId } = await makeMunicipality(db));
  const { id: elsewhereId } = await makeMunicipality(db);
  const [school, foreign] = [await makeOrganisation(db, { parentId: municipalityId }), await makeOrganisation(db, { parentId: elsewhereId })];
  schoolId = school.id;
  await makeMarathon(db, { municipalityIds: [municipalityId, elsewhereId] });
  ({ id: processingDocumentId } = await makeConsentDocument(db, "processing"));
  [coordinator, responsible, neighbour, director] = [await appointed("coordinator", school.id), await appointed("responsiblePerson", municipalityId), await appointed("coordinator", foreign.id), await appointed("director", school.id)];
});

const asker = (actor: Actor = anonymous, now = factoryNow) => ({ db, actor, visitor: visitorOf(undefined, () => undefined), now, locale: "ru" as const, addressHash: String(nextNumber()) });
const newPhone = () => `+7912${String(nextNumber()).padStart(7, "0")}` as Phone;
const password = "тёплый снег вечером";
const wish = (own: Partial<PhoneRegisterInput> = {}): PhoneRegisterInput => ({
  familyName: "Ёлкин", givenName: "Пётр", patronymic: null, phone: newPhone(), password, municipalityId, organisationId: null, hiddenFromOrganisation: false, isMinor: false, birthDate: null,
  processingDocumentId, publishNameDocumentId: null, key: newId(), ...own,
});
async function registered(own: Partial<PhoneRegisterInput> = {}) {
  const input = wish(own);
  const outcome = await service.registerByPhone(asker(), input);
  const person = await db.person.findFirstOrThrow({ where: { contacts: { some: { value: input.phone } }, givenName: input.givenName }, include: { registrations: true, consents: true, tokens: true }, orderBy: { createdAt: "desc" } });
  return { input, outcome, person };
}
const seen = (personId: string) => ({ personId, documentSeen: true as const, key: newId() });
const countings = async (personId: string) => (await db.event.findMany({ where: { type: { in: ["person.joined", "person.confirmed"] } } })).filter(({ payload }) => (payload as { personId: string }).personId === personId).map(({ type }) => type);

test("записавшийся по телефону не входит и не считается, пока его не увидели лично", async () => {
  const { input, outcome, person } = await registered();
  expect(outcome).toEqual({ ok: true, byCode: false });
  expect(person).toMatchObject({ assurance: "selfDeclared", registrations: [{ countedAt: null }], consents: [{ channel: "self" }], tokens: [] });
  await expect(authenticatePerson({ login: input.phone, password })).rejects.toMatchObject({ code: "session.phoneNotConfirmed" });
  expect(await authenticatePerson({ login: input.phone, password: "не тот пароль" })).toBeNull();
});

test("чужому координатору, директору и жителю ждущие не видны и не подтвердить", async () => {
  const { input, person } = await registered();
  for (const other of [neighbour, director, { personId: newId(), posts: [] }]) {
    expect(await service.findWaiting(asker(other), { phone: input.phone })).toEqual([]);
    await expect(service.confirmInPerson(asker(other), seen(person.id))).rejects.toMatchObject({ code: "request.notFound" });
  }
  await expect(service.confirmInPerson(asker(), seen(person.id))).rejects.toMatchObject({ code: "request.notSignedIn" });
  const known = await makePerson(db);
  await expect(service.confirmInPerson(asker(coordinator), seen(known.id))).rejects.toMatchObject({ code: "request.notFound" });
});

test("координатор находит по полному номеру, подтверждает с документом, человек считается один раз и видит, кто смотрел", async () => {
  const { input, person } = await registered();
  expect((await service.findWaiting(asker(coordinator), { phone: input.phone })).map(({ id, name }) => [id, name])).toEqual([[person.id, "Ёлкин Пётр"]]);
  const outcomes = await Promise.allSettled([coordinator, responsible, coordinator].map(async (actor) => await service.confirmInPerson(asker(actor), seen(person.id))));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(outcomes.flatMap((one) => (one.status === "rejected" ? [(one.reason as { code: string }).code] : []))).toEqual(["person.alreadyConfirmed", "person.alreadyConfirmed"]);
  const after = await db.person.findUniqueOrThrow({ where: { id: person.id }, include: { registrations: true } });
  expect(after).toMatchObject({ assurance: "confirmedInPerson", registrations: [{ countedAt: factoryNow }] });
  expect([coordinator.personId, responsible.personId]).toContain(after.registeredById);
  expect(await countings(person.id)).toEqual(["person.joined", "person.confirmed"]);
  expect((await db.accessLogEntry.findMany({ where: { personId: person.id }, orderBy: { id: "asc" } })).map(({ what }) => what).toSorted()).toEqual(["confirmed", "record"]);
  expect(await authenticatePerson({ login: `8${input.phone.slice(2)}`, password })).toMatchObject({ personId: person.id });
  expect(await service.findWaiting(asker(coordinator), { phone: input.phone })).toEqual([]);
});

test("исполнитель, подтвердивший назначенного по коду главу, не становится его регистратором, и листка на него нет ни у кого", async () => {
  const executor = await appointed("executor", schoolId);
  const head = await makePerson(db, { email: null, phone: newPhone(), confirmed: false, passwordHash: "set by the code" });
  await makeAppointment(db, { personId: head.id, role: "head", unitId: municipalityId });
  await service.confirmInPerson(asker(executor), seen(head.id));
  expect(await db.person.findUniqueOrThrow({ where: { id: head.id } })).toMatchObject({ assurance: "confirmedInPerson", registeredById: null, registeredAtUnitId: null });
  await expect(issueSlip(asker(executor), head.id, "http://localhost")).rejects.toMatchObject({ code: "request.notFound" });
  // registered by him before the appointment
  await db.person.update({ where: { id: head.id }, data: { registeredById: executor.personId, registeredAtUnitId: schoolId } });
  await expect(issueSlip(asker(executor), head.id, "http://localhost")).rejects.toMatchObject({ code: "slip.staff" });
  expect(await readPerson(asker(executor), head.id)).toMatchObject({ mayIssueSlip: false });
  expect(await db.oneTimeToken.count({ where: { personId: head.id } })).toBe(0);
});

test("забывшему пароль без почты новый листок печатает ответственный за марафон: находит по номеру, с записью о просмотре; прежний пароль кончается с новым", async () => {
  const { input, person } = await registered();
  await db.person.update({ where: { id: person.id }, data: { assurance: "phoneConfirmed" } });
  const [withMail, staff] = [await makePerson(db, { phone: input.phone }), await makePerson(db, { email: null, phone: input.phone })];
  await db.registration.create({ data: { id: newId(), marathonId: person.registrations[0]?.marathonId ?? "", personId: withMail.id, municipalityId, joinedAt: factoryNow } });
  await makeAppointment(db, { personId: staff.id, role: "head", unitId: municipalityId });
  for (const other of [coordinator, neighbour, director, { personId: newId(), posts: [] }]) {
    expect(await service.findConfirmed(asker(other), { phone: input.phone })).toEqual([]);
    await expect(issueSlip(asker(other), person.id, "http://localhost")).rejects.toMatchObject({ code: "request.notFound" });
  }
  expect((await service.findConfirmed(asker(responsible), { phone: input.phone })).map(({ id }) => id)).toEqual([person.id]);
  await expect(issueSlip(asker(responsible), withMail.id, "http://localhost")).rejects.toMatchObject({ code: "slip.notNeeded" });
  await expect(issueSlip(asker(responsible), staff.id, "http://localhost")).rejects.toMatchObject({ code: expect.stringMatching(/^(?:slip\.staff|request\.notFound)$/) as string });
  const { code } = await issueSlip(asker(responsible), person.id, "http://localhost");
  expect(await authenticatePerson({ login: input.phone, password })).toMatchObject({ personId: person.id });
  await openAccount(asker(), { code: parseOneTimeCode(code) as OneTimeCode, email: null, phone: null, password: "новые тихие слова", key: newId() });
  expect(await authenticatePerson({ login: input.phone, password })).toBeNull();
  expect(await authenticatePerson({ login: input.phone, password: "новые тихие слова" })).toMatchObject({ personId: person.id, sessionVersion: 2 });
  expect((await db.accessLogEntry.findMany({ where: { personId: person.id, byId: responsible.personId ?? "" } })).map(({ what, role }) => `${what} ${role}`).toSorted()).toEqual(["record responsiblePerson", "slip responsiblePerson"]);
});

test("листок, напечатанный до назначения, после него ничего не открывает", async () => {
  const resident = await makePerson(db, { email: null, phone: newPhone(), registeredById: coordinator.personId, registeredAtUnitId: schoolId });
  const { code } = await issueSlip(asker(coordinator), resident.id, "http://localhost");
  await makeAppointment(db, { personId: resident.id, role: "head", unitId: municipalityId });
  const opening = { code: parseOneTimeCode(code) as OneTimeCode, email: null, phone: null, password, key: newId() };
  await expect(openAccount(asker(), opening)).rejects.toMatchObject({ code: "slip.staff" });
  expect(await db.person.findUniqueOrThrow({ where: { id: resident.id } })).toMatchObject({ passwordHash: null, sessionVersion: 1 });
});

test("повтор того же нажатия отвечает то же и ничего не считает заново", async () => {
  const { person } = await registered();
  const [from, once] = [asker(coordinator), seen(person.id)];
  expect(await service.confirmInPerson(from, once)).toEqual(await service.confirmInPerson(from, once));
  expect(await countings(person.id)).toHaveLength(2);
});

test("на семейном телефоне входит тот, чей пароль; при одинаковом пароле человек выбирает себя, а до верного пароля имён не видно", async () => {
  const phone = newPhone();
  const family = [await registered({ phone, givenName: "Мария" }), await registered({ phone, givenName: "Пётр" }), await registered({ phone, givenName: "Анна", password: "совсем другие слова" })];
  for (const { person } of family.slice(0, 2)) await service.confirmInPerson(asker(coordinator), seen(person.id));
  // who waits with the same password is nobody yet
  await registered({ phone, givenName: "Чужая" });
  await expect(authenticatePerson({ login: phone, password })).rejects.toMatchObject({ code: "session.chooseWho" });
  await expect(authenticatePerson({ login: phone, password: "совсем другие слова" })).rejects.toMatchObject({ code: "session.phoneNotConfirmed" });
  expect(await chooseWho({ login: phone, password: "наугад взятые слова" }, "a", factoryNow)).toEqual([]);
  const choices = await chooseWho({ login: phone, password }, "b", factoryNow);
  expect(choices.map(({ name }) => name).toSorted()).toEqual(["Ёлкин Мария", "Ёлкин Пётр"]);
  for (const { name, ticket } of choices) expect(readTicket(ticket, factoryNow)?.personId).toBe(family.find(({ person }) => `Ёлкин ${person.givenName}` === name)?.person.id);
});

test("чужие заявки на номер не вытесняют того, кто по нему уже входит", async () => {
  const phone = newPhone();
  const { person } = await registered({ phone });
  await service.confirmInPerson(asker(coordinator), seen(person.id));
  for (let i = 0; i < 10; i += 1) await makePerson(db, { email: null, phone, confirmed: false, passwordHash: person.passwordHash, createdAt: new Date(0) });
  expect(await authenticatePerson({ login: phone, password })).toMatchObject({ personId: person.id });
});

test("с одного адреса на один номер не записаться больше пяти раз в час, а хозяин номера со своего адреса записывается", async () => {
  const phone = newPhone();
  const stranger = asker();
  for (let i = 0; i < 5; i += 1) await service.registerByPhone(stranger, wish({ phone, givenName: "Чужая" }));
  await expect(service.registerByPhone(stranger, wish({ phone }))).rejects.toMatchObject({ code: "request.tooMany" });
  await expect(service.resendCode(stranger, { phone, password })).rejects.toMatchObject({ code: "request.tooMany" });
  expect((await registered({ phone, givenName: "Хозяин" })).outcome).toEqual({ ok: true, byCode: false });
});

test("номера за столом не перебрать: после пятнадцати промахов – подождать, найденные не в счёт", async () => {
  const desk = await appointed("coordinator", (await makeOrganisation(db, { parentId: municipalityId })).id);
  const { input } = await registered();
  for (let i = 0; i < 14; i += 1) expect(await service.findWaiting(asker(desk), { phone: newPhone() })).toEqual([]);
  for (let i = 0; i < 3; i += 1) expect(await service.findWaiting(asker(desk), { phone: input.phone })).toHaveLength(1);
  await service.findWaiting(asker(desk), { phone: newPhone() });
  await expect(service.findWaiting(asker(desk), { phone: input.phone })).rejects.toMatchObject({ code: "request.tooMany" });
});

test("код подтверждает того, чей пароль: чужую заявку на свой номер его хозяин не подтвердит, и сообщений на номер не больше десяти в час", async () => {
  const sent: { to: string; text: string }[] = [];
  const gateway = vi.mocked(smsGateway).mockReturnValue({ delivers: true, send: async (message) => await Promise.resolve(sent.push(message) > 0) });
  const codeIn = (text = "") => /\d{6}/.exec(text)?.[0] ?? "";
  try {
    const phone = newPhone();
    const mine = await registered({ phone, givenName: "Хозяин" });
    const myCode = codeIn(sent.at(-1)?.text);
    const foreign = await registered({ phone, givenName: "Чужая", password: "слова чужого человека" });
    const foreignCode = codeIn(sent.at(-1)?.text);
    if (myCode !== foreignCode) await expect(service.confirmByCode(asker(), { phone, password, code: foreignCode, key: newId() })).rejects.toMatchObject({ code: "registration.codeWrong" });
    // whoever left the page with the field comes back with the password
    await service.resendCode(asker(), { phone, password });
    const claims = readTicket(await service.confirmByCode(asker(), { phone, password, code: codeIn(sent.at(-1)?.text), key: newId() }), factoryNow);
    expect(claims?.personId).toBe(mine.person.id);
    expect(await db.person.findUniqueOrThrow({ where: { id: foreign.person.id } })).toMatchObject({ assurance: "selfDeclared" });
    for (let i = 0; i < 12; i += 1) await service.registerByPhone(asker(), wish({ phone }));
    expect(sent.filter(({ to }) => to === phone)).toHaveLength(10);
  } finally {
    gateway.mockReset();
  }
});

test("код от шлюза: чужой, прежний, вчерашний и подобранный не подходят, верный подтверждает и считает один раз", async () => {
  const sent: { to: string; text: string }[] = [];
  const gateway = vi.mocked(smsGateway).mockReturnValue({ delivers: true, send: async (message) => await Promise.resolve(sent.push(message) > 0) });
  try {
    const { input, outcome, person } = await registered();
    expect(outcome.byCode).toBe(true);
    const codeIn = (text = "") => /\d{6}/.exec(text)?.[0] ?? "";
    const first = codeIn(sent.at(-1)?.text);
    expect(sent.at(-1)?.to).toBe(input.phone);
    await service.resendCode(asker(), { phone: input.phone, password });
    const second = codeIn(sent.at(-1)?.text);
    const wrong = second === "111111" ? "222222" : "111111";
    const confirm = async (code: string, now = factoryNow) => await service.confirmByCode(asker(anonymous, now), { phone: input.phone, password, code, key: newId() });
    if (first !== second) await expect(confirm(first)).rejects.toMatchObject({ code: "registration.codeWrong" });
    await expect(confirm(wrong)).rejects.toMatchObject({ code: "registration.codeWrong" });
    await expect(confirm(second, new Date(factoryNow.getTime() + 600_000))).rejects.toMatchObject({ code: "registration.codeWrong" });
    expect(await db.oneTimeToken.count({ where: { hash: { contains: second } } })).toBe(0);
    expect(await db.oneTimeToken.count({ where: { hash: hashSmsCode(person.id, second), personId: person.id } })).toBe(1);
    expect(readTicket(await confirm(second), factoryNow)?.personId).toBe(person.id);
    expect(await db.person.findUnique({ where: { id: person.id } })).toMatchObject({ assurance: "phoneConfirmed" });
    expect(await countings(person.id)).toEqual(["person.joined", "person.confirmed"]);
    await expect(confirm(second)).rejects.toMatchObject({ code: "registration.codeWrong" });
    const other = await registered();
    const guesser = asker();
    for (let i = 0; i < 6; i += 1) await service.confirmByCode(guesser, { phone: other.input.phone, password, code: "999999", key: newId() }).catch(() => undefined);
    await expect(service.confirmByCode(guesser, { phone: other.input.phone, password, code: codeIn(sent.at(-1)?.text), key: newId() })).rejects.toMatchObject({ code: "request.tooMany" });
  } finally {
    gateway.mockReset();
  }
  expect(smsGateway().delivers).toBe(false);
});
