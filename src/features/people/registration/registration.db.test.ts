import { beforeAll, expect, test } from "vitest";
import { anonymous, type Actor } from "@/access/actor";
import { db } from "@/platform/db/client";
import { visitorOf } from "@/platform/trpc/context";
import { plainDate } from "@/shared/dates/plain-date";
import { sha256 } from "@/shared/ids/hash";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeConsentDocument } from "@/testing/factories/make-consent";
import { makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeOrganisation } from "@/testing/factories/make-municipality";
import { makePerson } from "@/testing/factories/make-person";
import { factoryNow, nextNumber } from "@/testing/factories/sequence";
import { authenticatePerson } from "../session/server/service";
import { readTicket } from "../server/ticket";
import type { RegisterInput } from "./schema";
import * as service from "./server/service";

useTestDatabase();

const hour = 3_600_000;
let municipalityId: string;
let elsewhereId: string;
let schoolId: string;
let processingDocumentId: string;
beforeAll(async () => {
  ({ id: municipalityId } = await makeMunicipality(db));
  ({ id: elsewhereId } = await makeMunicipality(db));
  ({ id: schoolId } = await makeOrganisation(db, { parentId: municipalityId }));
  await makeMarathon(db, { municipalityIds: [municipalityId] });
  ({ id: processingDocumentId } = await makeConsentDocument(db, "processing"));
  await makeConsentDocument(db, "publishName");
});

const asker = (now = factoryNow, actor: Actor = anonymous) => ({ actor, visitor: visitorOf(undefined, () => undefined), now, locale: "ru" as const, addressHash: String(nextNumber()) });
const wish = (own: Partial<RegisterInput> = {}): RegisterInput => ({
  familyName: "Смирнова", givenName: "Анна", patronymic: null, email: `anna${nextNumber()}@example.org`, password: "тёплый снег вечером", municipalityId,
  organisationId: null, hiddenFromOrganisation: false, isMinor: false, birthDate: null, processingDocumentId, publishNameDocumentId: null, key: newId(), ...own,
});
const lettersTo = async (email: string) => await db.email.findMany({ where: { toAddress: email }, orderBy: { createdAt: "asc" } });
const tokenIn = (text: string) => /token=([\w-]{43})/.exec(text)?.[1] ?? "";
const lastToken = async (email: string) => tokenIn((await lettersTo(email)).at(-1)?.text ?? "");
const personOf = async (email: string) => (await db.contact.findFirst({ where: { value: email }, select: { person: { include: { registrations: true, consents: true } } } }))?.person ?? null;

test("слабый пароль, чужая организация, муниципалитет вне марафона и устаревшее согласие не проходят, и ничего не записано", async () => {
  const foreign = await makeOrganisation(db, { parentId: elsewhereId });
  const refusals: [Partial<RegisterInput>, string][] = [
    [{ password: "1111111111" }, "password.tooWeak"],
    [{ organisationId: foreign.id }, "request.invalid"],
    [{ municipalityId: elsewhereId }, "registration.municipalityAbsent"],
    [{ processingDocumentId: newId() }, "consent.outdated"],
  ];
  for (const [own, code] of refusals) {
    const input = wish(own);
    await expect(service.register(asker(), input), code).rejects.toMatchObject({ code });
    expect(await personOf(input.email)).toBeNull();
  }
});

test("самому – с 16 лет; младшим сказано, что делать; дату рождения взрослого никто не хранит", async () => {
  const refusals: [Partial<RegisterInput>, string][] = [
    [{ isMinor: true }, "request.invalid"], [{ isMinor: true, birthDate: plainDate("2012-03-11") }, "registration.tooYoung"], [{ isMinor: true, birthDate: plainDate("2010-03-11") }, "registration.representativeInPerson"],
  ];
  for (const [own, code] of refusals) {
    const input = wish(own);
    await expect(service.register(asker(), input), code).rejects.toMatchObject({ code });
    expect(await personOf(input.email)).toBeNull();
  }
  const [alone, adult] = [wish({ isMinor: true, birthDate: plainDate("2010-03-10") }), wish({ birthDate: plainDate("1980-01-01") })];
  for (const input of [alone, adult]) await service.register(asker(), input);
  expect((await personOf(alone.email))?.birthDate).toEqual(new Date("2010-03-10"));
  expect((await personOf(adult.email))?.birthDate).toBeNull();
});

test("неподтверждённый не входит и не считается; подтвердивший считается с той минуты", async () => {
  const input = wish({ organisationId: schoolId, hiddenFromOrganisation: true });
  await service.register(asker(), input);
  await expect(authenticatePerson({ login: input.email, password: input.password })).rejects.toMatchObject({ code: "session.emailNotConfirmed" });
  expect(await personOf(input.email)).toMatchObject({ assurance: "selfDeclared", registrations: [{ countedAt: null, organisationId: schoolId, hiddenFromOrganisation: true }], consents: [{ channel: "self" }] });

  const later = new Date(factoryNow.getTime() + hour);
  const ticket = await service.confirm(asker(later), { token: await lastToken(input.email), key: newId() });
  const person = await personOf(input.email);
  expect(person).toMatchObject({ assurance: "emailConfirmed", registrations: [{ countedAt: later }] });
  expect(readTicket(ticket, later)).toEqual({ personId: person?.id, sessionVersion: 1, isProven: false });
  expect(await authenticatePerson({ login: ` ${input.email.toUpperCase()} `, password: input.password })).toMatchObject({ personId: person?.id });
  expect(await authenticatePerson({ login: input.email, password: "не тот пароль" })).toBeNull();
});

test("ссылка из письма не действует второй раз, по чужому коду и через 48 часов", async () => {
  const input = wish();
  await service.register(asker(), input);
  const token = await lastToken(input.email);
  expect(await db.oneTimeToken.count({ where: { hash: token } })).toBe(0);
  expect(await db.oneTimeToken.count({ where: { hash: sha256(token) } })).toBe(1);
  const late = new Date(factoryNow.getTime() + 48 * hour);
  await expect(service.confirm(asker(late), { token, key: newId() })).rejects.toMatchObject({ code: "registration.linkGone" });
  await expect(service.confirm(asker(), { token: "x".repeat(43), key: newId() })).rejects.toMatchObject({ code: "registration.linkGone" });
  expect(await service.linkState(db, asker(late), "confirmEmail", token)).toEqual({ state: "expired" });
  expect(await service.linkState(db, asker(), "confirmEmail", token)).toEqual({ state: "valid", email: input.email });
  // a link for a password is none for an address
  await expect(service.reset(asker(), { token, key: newId(), password: "совсем другой пароль" })).rejects.toMatchObject({ code: "password.linkGone" });
  await service.confirm(asker(), { token, key: newId() });
  await expect(service.confirm(asker(), { token, key: newId() })).rejects.toMatchObject({ code: "registration.linkGone" });
});

test("одновременные подтверждения считают человека один раз", async () => {
  const input = wish();
  await service.register(asker(), input);
  const token = await lastToken(input.email);
  const outcomes = await Promise.allSettled(Array.from({ length: 6 }, async () => await service.confirm(asker(), { token, key: newId() })));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const events = await db.event.findMany({ where: { type: "person.confirmed" } });
  const registration = (await personOf(input.email))?.registrations[0]?.id;
  expect(events.filter(({ payload }) => (payload as { registrationId: string }).registrationId === registration)).toHaveLength(1);
});

test("двойное нажатие регистрирует один раз и пишет одно письмо; повтор подтверждения получает тот же ответ", async () => {
  const input = wish();
  const from = asker();
  from.visitor.ensureTokenHash();
  await Promise.all([service.register(from, input), service.register(from, input)]);
  expect(await lettersTo(input.email)).toHaveLength(1);
  expect(await db.registration.count({ where: { person: { contacts: { some: { value: input.email } } } } })).toBe(1);
  const confirmation = { token: await lastToken(input.email), key: newId() };
  const [one, other] = [await service.confirm(from, confirmation), await service.confirm(from, confirmation)];
  expect(readTicket(one, factoryNow)).toEqual(readTicket(other, factoryNow));
});

test("ответ известному и неизвестному адресу один и тот же, а узнаёт об этом только хозяин адреса", async () => {
  const known = await makePerson(db);
  const unknown = wish();
  const taken = wish({ email: known.email ?? "" });
  const timed = async (input: RegisterInput) => {
    const start = performance.now();
    const answer = await service.register(asker(), input);
    return { answer, ms: performance.now() - start };
  };
  const [first, second] = [await timed(unknown), await timed(taken)];
  expect(first.answer).toEqual(second.answer);
  expect(Math.abs(first.ms - second.ms)).toBeLessThan(150);
  expect((await lettersTo(known.email ?? "")).map(({ subject }) => subject)).toEqual(["Вы уже зарегистрированы"]);
  expect(await db.person.count({ where: { contacts: { some: { value: known.email ?? "" } } } })).toBe(1);
  expect(await service.forgot(asker(), { email: "nobody@example.org" })).toEqual(await service.forgot(asker(), { email: known.email ?? "" }));
  expect(await lettersTo("nobody@example.org")).toEqual([]);
});

test("чужой не может закрепить за собой мой неподтверждённый адрес: действует последнее письмо", async () => {
  const theirs = wish({ givenName: "Чужой", password: "пароль злоумышленника" });
  await service.register(asker(), theirs);
  const theirToken = await lastToken(theirs.email);
  const mine = wish({ email: theirs.email });
  await service.register(asker(new Date(factoryNow.getTime() + 1_000)), mine);
  await expect(service.confirm(asker(), { token: theirToken, key: newId() })).rejects.toMatchObject({ code: "registration.linkGone" });
  await service.confirm(asker(), { token: await lastToken(mine.email), key: newId() });
  expect(await authenticatePerson({ login: mine.email, password: theirs.password })).toBeNull();
  expect(await authenticatePerson({ login: mine.email, password: mine.password })).not.toBeNull();
});

test("на один адрес приходит не больше пяти писем в час от одного просящего и двадцати от всех", async () => {
  const input = wish();
  const one = asker();
  await service.register(one, input);
  for (let time = 0; time < 6; time += 1) await service.resend({ ...one, now: new Date(factoryNow.getTime() + time) }, { email: input.email });
  expect(await lettersTo(input.email)).toHaveLength(5);
  for (let time = 0; time < 18; time += 1) await service.resend(asker(new Date(factoryNow.getTime() + 10 + time)), { email: input.email });
  expect(await lettersTo(input.email)).toHaveLength(20);
});

test("после пяти регистраций чужим на мой адрес шестая, моя, получает письмо, и подтвердить можно только мой пароль", async () => {
  const stranger = asker();
  const email = `victim${nextNumber()}@example.org`;
  const tokens: string[] = [];
  for (let time = 0; time < 5; time += 1) {
    await service.register(stranger, wish({ email, password: "пароль злоумышленника" }));
    tokens.push(await lastToken(email));
  }
  const mine = wish({ email });
  await service.register(asker(new Date(factoryNow.getTime() + 1_000)), mine);
  expect(await lettersTo(email)).toHaveLength(6);
  for (const token of tokens) await expect(service.confirm(asker(), { token, key: newId() })).rejects.toMatchObject({ code: "registration.linkGone" });
  await service.confirm(asker(), { token: await lastToken(email), key: newId() });
  expect(await authenticatePerson({ login: email, password: "пароль злоумышленника" })).toBeNull();
  expect(await authenticatePerson({ login: email, password: mine.password })).not.toBeNull();
});

test("и без письма адрес переходит к тому, кто спросил последним: прежние ссылки мертвы, письмо можно попросить позже", async () => {
  // from behind one address with the stranger, who has used up its letters
  const shared = asker();
  const email = `victim${nextNumber()}@example.org`;
  for (let time = 0; time < 5; time += 1) await service.register(shared, wish({ email, password: "пароль злоумышленника" }));
  const token = await lastToken(email);
  const mine = wish({ email });
  await service.register(shared, mine);
  expect(await lettersTo(email)).toHaveLength(5);
  await expect(service.confirm(asker(), { token, key: newId() })).rejects.toMatchObject({ code: "registration.linkGone" });
  await service.resend(asker(new Date(factoryNow.getTime() + 1_000)), { email });
  await service.confirm(asker(), { token: await lastToken(email), key: newId() });
  expect(await authenticatePerson({ login: email, password: mine.password })).not.toBeNull();
});

test("чужой, попросивший все свои письма, не лишает хозяина письма о новом пароле", async () => {
  const { email } = await makePerson(db);
  const stranger = asker();
  for (let time = 0; time < 7; time += 1) await service.forgot({ ...stranger, now: new Date(factoryNow.getTime() + time) }, { email: email ?? "" });
  for (let time = 0; time < 7; time += 1) await service.register(asker(new Date(factoryNow.getTime() + 10 + time)), wish({ email: email ?? "" }));
  const before = (await lettersTo(email ?? "")).filter(({ text }) => tokenIn(text) !== "");
  expect(before).toHaveLength(5);
  await service.forgot(asker(new Date(factoryNow.getTime() + 1_000)), { email: email ?? "" });
  expect((await lettersTo(email ?? "")).filter(({ text }) => tokenIn(text) !== "")).toHaveLength(6);
});

test("новый пароль кончает прежние сеансы и подтверждает адрес", async () => {
  const input = wish();
  await service.register(asker(), input);
  await service.forgot(asker(), { email: input.email });
  const token = await lastToken(input.email);
  await expect(service.reset(asker(), { token, key: newId(), password: "смирнова12" })).rejects.toMatchObject({ code: "password.tooWeak" });
  await service.reset(asker(), { token, key: newId(), password: "новый длинный пароль" });
  expect(await authenticatePerson({ login: input.email, password: input.password })).toBeNull();
  expect(await authenticatePerson({ login: input.email, password: "новый длинный пароль" })).toMatchObject({ sessionVersion: 2 });
  expect(await personOf(input.email)).toMatchObject({ registrations: [{ countedAt: factoryNow }] });
});

test("подделанный, чужой и вчерашний билет входа – никто", () => {
  const claims = { personId: newId(), sessionVersion: 1 };
  expect(readTicket({ login: `ticket:${claims.personId}`, password: "e30.AAAA" }, factoryNow)).toBeNull();
  expect(readTicket({ login: "ticket:x", password: "" }, factoryNow)).toBeNull();
});

test("вступить в марафон можно один раз, без входа нельзя", async () => {
  const person = await makePerson(db);
  const me: Actor = { personId: person.id, posts: [] };
  const place = { municipalityId, organisationId: null, hiddenFromOrganisation: false };
  await expect(service.joinMarathon(asker(), place)).rejects.toMatchObject({ code: "request.notSignedIn" });
  await expect(service.joinMarathon(asker(factoryNow, me), { ...place, municipalityId: elsewhereId })).rejects.toMatchObject({ code: "registration.municipalityAbsent" });
  await service.joinMarathon(asker(factoryNow, me), place);
  await expect(service.joinMarathon(asker(factoryNow, me), place)).rejects.toMatchObject({ code: "registration.alreadyJoined" });
  expect(await db.registration.findMany({ where: { personId: person.id }, select: { countedAt: true } })).toEqual([{ countedAt: factoryNow }]);
});
