import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/access/actor";
import { loadActorOfSession } from "@/platform/auth/actor";
import { openSession } from "@/platform/auth/sessions";
import { db } from "@/platform/db/client";
import { wipeSpentLinks } from "@/platform/mail/links";
import { visitorOf } from "@/platform/trpc/context";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makePerson } from "@/testing/factories/make-person";
import { factoryNow, nextNumber } from "@/testing/factories/sequence";
import { hashPassword } from "../server/passwords";
import { readTicket } from "../server/ticket";
import { authenticatePerson, listSessions, endSession, endSessions } from "../session/server/service";
import * as service from "./server/service";

useTestDatabase();

const hour = 3_600_000;
const old = "тёплый снег вечером";
let passwordHash: string;
beforeAll(async () => void (passwordHash = await hashPassword(old)));

const newEmail = () => `new${nextNumber()}@example.org`;
async function somebody(own: { phone?: string } = {}) {
  const { id, email } = await makePerson(db, { passwordHash, ...own });
  return { id, email: email ?? "", actor: { personId: id, posts: [] } satisfies Actor };
}
const asker = (actor: Actor, now = factoryNow) => ({ actor, visitor: visitorOf(undefined, () => undefined), now, db, addressHash: newId() });
const nobody: Actor = { personId: null, posts: [] };
const lettersTo = async (email: string) => await db.email.findMany({ where: { toAddress: email }, orderBy: { createdAt: "asc" } });
const subjects = async (email: string) => (await lettersTo(email)).map(({ subject }) => subject);
const tokenTo = async (email: string) => /token=([\w-]{43})/.exec((await lettersTo(email)).at(-1)?.text ?? "")?.[1] ?? "";
const addressesOf = async (personId: string) => (await db.contact.findMany({ where: { personId, kind: "email" } })).map(({ value }) => value);

test("без входа и с неверным нынешним паролем не меняется ничего", async () => {
  const me = await somebody();
  const password = { key: newId(), current: old, password: "совсем другой пароль" };
  await expect(service.changePassword(asker(nobody), password)).rejects.toMatchObject({ code: "request.notSignedIn" });
  await expect(service.changePassword(asker(me.actor), { ...password, current: "не тот" })).rejects.toMatchObject({ code: "password.wrongCurrent" });
  await expect(service.changePassword(asker(me.actor), { ...password, password: me.email })).rejects.toMatchObject({ code: "password.tooWeak" });
  await expect(service.changeEmail(asker(me.actor), { key: newId(), email: newEmail(), current: "не тот" })).rejects.toMatchObject({ code: "password.wrongCurrent" });
  expect(await authenticatePerson({ login: me.email, password: old })).toMatchObject({ sessionVersion: 1 });
  expect(await subjects(me.email)).toEqual([]);
});

test("нынешний пароль по открытому сеансу не подобрать", async () => {
  const me = await somebody();
  const guess = async () => await service.changePassword(asker(me.actor), { key: newId(), current: "не тот", password: "совсем другой пароль" }).catch((error: unknown) => (error as { code: string }).code);
  const answers = [];
  for (let time = 0; time < 12; time += 1) answers.push(await guess());
  expect(answers.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => "password.wrongCurrent"));
  expect(answers.slice(10)).toEqual(["request.tooMany", "request.tooMany"]);
});

test("новый пароль завершает вход везде, билет впускает обратно, хозяин узнаёт из письма", async () => {
  const me = await somebody();
  const elsewhere = await openSession({ personId: me.id, sessionVersion: 1 }, { userAgent: "", address: "" }, factoryNow);
  const ticket = await service.changePassword(asker(me.actor), { key: newId(), current: old, password: "совсем другой пароль" });
  expect((await loadActorOfSession(elsewhere, factoryNow)).personId).toBeNull();
  expect(readTicket(ticket, factoryNow)).toEqual({ personId: me.id, sessionVersion: 2, isProven: true });
  expect(await authenticatePerson({ login: me.email, password: old })).toBeNull();
  expect(await authenticatePerson({ login: me.email, password: "совсем другой пароль" })).toMatchObject({ personId: me.id });
  expect(await subjects(me.email)).toEqual(["Пароль изменён"]);
});

test("на общем телефоне двух одинаковых паролей не бывает", async () => {
  const phone = "+79120000077";
  await makePerson(db, { phone, passwordHash: await hashPassword("пароль мамы давний") });
  const me = await somebody({ phone });
  await expect(service.changePassword(asker(me.actor), { key: newId(), current: old, password: "пароль мамы давний" })).rejects.toMatchObject({ code: "password.tooWeak" });
});

test("пока новый адрес не подтверждён, действует прежний, и на него сообщили", async () => {
  const me = await somebody();
  const email = newEmail();
  await service.changeEmail(asker(me.actor), { key: newId(), email, current: old });
  expect(await addressesOf(me.id)).toEqual([me.email]);
  expect(await subjects(me.email)).toEqual(["Кто-то меняет адрес вашей учётной записи"]);
  expect(await authenticatePerson({ login: email, password: old })).toBeNull();
  const late = new Date(factoryNow.getTime() + 48 * hour);
  await expect(service.confirmNewAddress(asker(nobody, late), { token: await tokenTo(email), key: newId() })).rejects.toMatchObject({ code: "registration.linkGone" });
});

test("новый адрес занимает место выбранного, остальные адреса остаются и впускают; чужой контакт не назвать", async () => {
  const [me, other] = [await somebody(), await somebody()];
  const second = await db.contact.create({ data: { id: newId(), personId: me.id, kind: "email", value: newEmail(), verifiedAt: factoryNow, createdAt: new Date(factoryNow.getTime() + 1) } });
  const theirs = await db.contact.findFirstOrThrow({ where: { personId: other.id } });
  await expect(service.changeEmail(asker(me.actor), { key: newId(), email: newEmail(), current: old, replaces: theirs.id })).rejects.toMatchObject({ code: "request.notFound" });
  const email = newEmail();
  await service.changeEmail(asker(me.actor), { key: newId(), email, current: old, replaces: second.id });
  await service.confirmNewAddress(asker(nobody), { token: await tokenTo(email), key: newId() });
  expect((await addressesOf(me.id)).toSorted()).toEqual([email, me.email].toSorted());
  for (const login of [email, me.email]) expect(await authenticatePerson({ login, password: old })).toMatchObject({ personId: me.id });
  expect(await authenticatePerson({ login: second.value, password: old })).toBeNull();
  expect(await addressesOf(other.id)).toEqual([other.email]);
});

test("лишний адрес или телефон убирает тот, кто знает пароль; последнее, по чему входят, не убрать, даже двумя нажатиями разом", async () => {
  const [me, other] = [await somebody({ phone: `+7912${String(nextNumber()).padStart(7, "0")}` }), await somebody()];
  const contactOf = async (personId: string, kind: "email" | "phone") => await db.contact.findFirstOrThrow({ where: { personId, kind } });
  const [mail, phone, theirs] = [await contactOf(me.id, "email"), await contactOf(me.id, "phone"), await contactOf(other.id, "email")];
  const remove = async (contactId: string, current = old) => await service.removeContact(asker(me.actor), { contactId, current, key: newId() });
  await expect(remove(mail.id, "не тот")).rejects.toMatchObject({ code: "password.wrongCurrent" });
  await expect(remove(theirs.id)).rejects.toMatchObject({ code: "request.notFound" });
  const outcomes = await Promise.allSettled([remove(mail.id), remove(phone.id)]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(outcomes.flatMap((one) => (one.status === "rejected" ? [(one.reason as { code: string }).code] : []))).toEqual(["person.lastContact"]);
  expect(await db.contact.count({ where: { personId: me.id } })).toBe(1);
  expect(await addressesOf(other.id)).toEqual([other.email]);
});

test("убранный адрес не впускает, его ссылки мертвы, и хозяину о том написано", async () => {
  const me = await somebody({ phone: `+7912${String(nextNumber()).padStart(7, "0")}` });
  const { id } = await db.contact.findFirstOrThrow({ where: { personId: me.id, kind: "email" } });
  await db.oneTimeToken.create({ data: { id: newId(), personId: me.id, purpose: "resetPassword", hash: newId(), expiresAt: new Date(factoryNow.getTime() + hour), createdAt: factoryNow } });
  await service.removeContact(asker(me.actor), { contactId: id, current: old, key: newId() });
  expect(await authenticatePerson({ login: me.email, password: old })).toBeNull();
  expect(await db.oneTimeToken.count({ where: { personId: me.id, usedAt: null } })).toBe(0);
  expect(await subjects(me.email)).toEqual(["Адрес вашей учётной записи изменён"]);
});

test("единственный адрес сменяется новым: прежний не впускает, и его ссылки мертвы", async () => {
  const me = await somebody();
  const email = newEmail();
  await db.oneTimeToken.create({ data: { id: newId(), personId: me.id, purpose: "resetPassword", hash: newId(), expiresAt: new Date(factoryNow.getTime() + hour), createdAt: factoryNow } });
  await service.changeEmail(asker(me.actor), { key: newId(), email, current: old });
  const token = await tokenTo(email);
  expect(await service.newAddressState(db, asker(nobody), token)).toEqual({ state: "valid", email });
  expect(await service.confirmNewAddress(asker(nobody), { token, key: newId() })).toEqual({ email });
  expect(await addressesOf(me.id)).toEqual([email]);
  expect(await db.oneTimeToken.count({ where: { personId: me.id, usedAt: null } })).toBe(0);
  expect(await authenticatePerson({ login: me.email, password: old })).toBeNull();
  expect(await authenticatePerson({ login: email, password: old })).toMatchObject({ personId: me.id });
  expect(await subjects(me.email)).toEqual(["Кто-то меняет адрес вашей учётной записи", "Адрес вашей учётной записи изменён"]);
  await expect(service.confirmNewAddress(asker(nobody), { token, key: newId() })).rejects.toMatchObject({ code: "registration.linkGone" });
});

test("чужой адрес не забрать: просящий слышит то же, что всегда, хозяину приходит письмо", async () => {
  const [me, other] = [await somebody(), await somebody()];
  const free = newEmail();
  expect(await service.changeEmail(asker(me.actor), { key: newId(), email: other.email, current: old })).toEqual(await service.changeEmail(asker(me.actor), { key: newId(), email: free, current: old }));
  expect(await subjects(other.email)).toEqual(["Вы уже зарегистрированы"]);
  // taken by somebody else between the letter and its link
  const token = await tokenTo(free);
  await db.contact.create({ data: { id: newId(), personId: other.id, kind: "email", value: free, verifiedAt: factoryNow, createdAt: factoryNow } });
  await expect(service.confirmNewAddress(asker(nobody), { token, key: newId() })).rejects.toMatchObject({ code: "person.contactTaken" });
  expect(await addressesOf(me.id)).toEqual([me.email]);
});

test("новая просьба убивает прежнюю ссылку; свой же адрес не новый", async () => {
  const me = await somebody();
  const [first, second] = [newEmail(), newEmail()];
  await service.changeEmail(asker(me.actor), { key: newId(), email: first, current: old });
  await service.changeEmail(asker(me.actor), { key: newId(), email: second, current: old });
  await expect(service.confirmNewAddress(asker(nobody), { token: await tokenTo(first), key: newId() })).rejects.toMatchObject({ code: "registration.linkGone" });
  await expect(service.changeEmail(asker(me.actor), { key: newId(), email: me.email, current: old })).rejects.toMatchObject({ code: "person.sameAddress" });
});

test("человек видит свои входы, завершает любой, чужого не видит и не завершает", async () => {
  const [me, other] = [await somebody(), await somebody()];
  const enter = async (personId: string) => await openSession({ personId, sessionVersion: 1 }, { userAgent: "", address: "" }, factoryNow);
  const [here, phone, theirs] = [await enter(me.id), await enter(me.id), await enter(other.id)];
  const actor = await loadActorOfSession(here, factoryNow);
  expect(Object.fromEntries((await listSessions(db, actor, factoryNow)).map(({ id, isCurrent }) => [id, isCurrent]))).toEqual({ [here.sessionId]: true, [phone.sessionId]: false });
  await expect(endSession(db, actor, theirs.sessionId, factoryNow)).rejects.toMatchObject({ code: "request.notFound" });
  await endSession(db, actor, phone.sessionId, factoryNow);
  await endSession(db, actor, phone.sessionId, factoryNow);
  expect((await loadActorOfSession(phone, factoryNow)).personId).toBeNull();
  expect((await loadActorOfSession(theirs, factoryNow)).personId).toBe(other.id);
  await endSessions(db, actor);
  expect((await loadActorOfSession(here, factoryNow)).personId).toBeNull();
  expect(await listSessions(db, actor, factoryNow)).toEqual([]);
});

test("письмо с использованной или истёкшей ссылкой её больше не хранит; ждущее отправки – хранит", async () => {
  const me = await somebody();
  const [used, expired, waiting] = [newEmail(), newEmail(), newEmail()];
  for (const email of [used, expired, waiting]) {
    await service.changeEmail(asker(me.actor), { key: newId(), email, current: old });
    if (email === used) await service.confirmNewAddress(asker(nobody), { token: await tokenTo(email), key: newId() });
  }
  const textOf = async (email: string) => (await lettersTo(email)).find(({ tokenHash }) => tokenHash !== null)?.text;
  await db.email.updateMany({ where: { toAddress: { in: [used, expired] } }, data: { status: "sent" } });
  await wipeSpentLinks(db, new Date(factoryNow.getTime() + 49 * hour));
  expect([await textOf(used), await textOf(expired)]).toEqual(["", ""]);
  expect(await textOf(waiting)).toContain("token=");
});
