import { beforeAll, expect, test } from "vitest";
import { anonymous, type Actor } from "@/access/actor";
import { registerRemarks } from "@/api/subscriptions/remarks";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { dispatchAll } from "@/platform/events/dispatcher";
import { visitorOf } from "@/platform/trpc/context";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeInitiative } from "@/testing/factories/make-initiative";
import { makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { factoryNow as now } from "@/testing/factories/sequence";
import * as remarks from "./server/service";

useTestDatabase();

let place: { marathonId: string; municipalityId: string; directionId: string };
let moderator: Actor;
let neighbour: Actor;
beforeAll(async () => {
  registerRemarks();
  const [municipality, other] = [await makeMunicipality(db), await makeMunicipality(db)];
  const marathon = await makeMarathon(db, { municipalityIds: [municipality.id, other.id], questionsToAuthors: true });
  place = { marathonId: marathon.id, municipalityId: municipality.id, directionId: marathon.directions[0]!.id };
  [moderator, neighbour] = [await moderatorOf(municipality.id), await moderatorOf(other.id)];
});

async function moderatorOf(unitId: string): Promise<Actor> {
  const { id } = await makePerson(db);
  await makeAppointment(db, { personId: id, role: "moderator", unitId });
  return await signedIn(id);
}
const signedIn = async (personId: string): Promise<Actor> => await loadActor({ personId, sessionVersion: 1 }, now);
const someone = async () => await signedIn((await makePerson(db)).id);
const asker = (actor: Actor, addressHash = newId()) => ({ actor, db, now, addressHash, visitor: visitorOf(undefined, () => undefined) });
const put = async (own: object = {}) => await makeInitiative(db, { ...place, status: "inConsideration", questionsOpen: true, ...own });
const question = "Когда построят остановку?";
const ask = async (actor: Actor, number: number) => await remarks.ask(asker(actor), { number, text: question, key: newId() });
const waiting = async (actor: Actor) => (await remarks.listRemarks(db, actor, { limit: 50 })).rows;
const onlyOf = async (number: number) => (await waiting(moderator)).find((row) => row.number === number)!;
const settle = async (actor: Actor, remarkId: string, action: "pass" | "publish" | "refuse" | "dismiss" | "passOn", reason = "") => await remarks.settle(asker(actor), { remarkId, action, reason, key: newId() });
const told = async (personId: string) => {
  await dispatchAll();
  return (await db.notification.findMany({ where: { personId }, orderBy: { at: "asc" } })).map(({ kind }) => kind);
};

test("вопросы по умолчанию выключены: нужны и марафон, и автор; о своей и о не опубликованной не спрашивают", async () => {
  const closed = await put({ questionsOpen: false });
  await expect(ask(await someone(), closed.number)).rejects.toMatchObject({ code: "initiative.questionsClosed" });
  const other = await makeMarathon(db, { municipalityIds: [place.municipalityId] });
  const notOffered = await put({ marathonId: other.id, directionId: other.directions[0]!.id });
  await expect(ask(await someone(), notOffered.number)).rejects.toMatchObject({ code: "initiative.questionsClosed" });
  const open = await put();
  await expect(ask(await signedIn(open.authorId!), open.number)).rejects.toMatchObject({ code: "request.forbidden" });
  await expect(ask(anonymous, open.number)).rejects.toMatchObject({ code: "request.notSignedIn" });
  await expect(ask(await someone(), (await put({ status: "submitted" })).number)).rejects.toMatchObject({ code: "initiative.notFound" });
  expect((await remarks.publicTalk(db, anonymous, closed.number)).mayAsk).toBe(false);
  expect((await remarks.publicTalk(db, anonymous, open.number)).mayAsk).toBe(true);
});

test("включает вопросы только автор", async () => {
  const { number, authorId } = await put({ questionsOpen: false });
  await expect(remarks.openQuestions(asker(await someone()), number, true)).rejects.toMatchObject({ code: "request.notFound" });
  await expect(remarks.openQuestions(asker(moderator), number, true)).rejects.toMatchObject({ code: "request.forbidden" });
  expect(await remarks.openQuestions(asker(await signedIn(authorId!)), number, true)).toMatchObject({ offered: true, open: true });
  expect((await remarks.publicTalk(db, anonymous, number)).mayAsk).toBe(true);
});

test("вопрос не виден никому, пока его не прочёл модератор; всем – лишь вместе с проверенным ответом", async () => {
  const { number, authorId } = await put();
  const [reader, author] = [await someone(), await signedIn(authorId!)];
  const shown = async () => (await remarks.publicTalk(db, anonymous, number)).questions;
  await ask(reader, number);
  expect(await shown()).toEqual([]);
  expect((await remarks.ownQuestions(db, author, number)).waiting).toEqual([]);
  const { id } = await onlyOf(number);
  await expect(settle(neighbour, id, "pass")).rejects.toMatchObject({ code: "request.notFound" });
  await expect(settle(reader, id, "pass")).rejects.toMatchObject({ code: "request.notFound" });
  await expect(settle(moderator, id, "publish")).rejects.toMatchObject({ code: "remark.settled" });
  await settle(moderator, id, "pass");
  expect(await told(authorId!)).toEqual(["questionToAuthor"]);
  expect((await remarks.ownQuestions(db, author, number)).waiting).toMatchObject([{ id, text: question }]);
  await expect(remarks.answerQuestion(asker(reader), { remarkId: id, answer: "Скоро", key: newId() })).rejects.toMatchObject({ code: "request.notFound" });
  await remarks.answerQuestion(asker(author), { remarkId: id, answer: "Обещали в мае", key: newId() });
  expect(await shown()).toEqual([]);
  await settle(moderator, id, "publish");
  expect(await shown()).toMatchObject([{ text: question, answer: "Обещали в мае" }]);
  expect(await told(reader.personId!)).toEqual(["questionAnswered"]);
  expect(JSON.stringify([await waiting(moderator), await shown()])).not.toContain(reader.personId!);
});

test("не опубликовать – значит объяснить спросившему; автор может не отвечать", async () => {
  const { number, authorId } = await put();
  const [one, other] = [await someone(), await someone()];
  await ask(one, number);
  const { id } = await onlyOf(number);
  await expect(settle(moderator, id, "refuse")).rejects.toMatchObject({ fields: { reason: "field.required" } });
  await settle(moderator, id, "refuse", "В вопросе названа фамилия соседа");
  expect(await told(one.personId!)).toEqual(["questionRefused"]);
  await ask(other, number);
  const second = await onlyOf(number);
  await settle(moderator, second.id, "pass");
  await remarks.answerQuestion(asker(await signedIn(authorId!)), { remarkId: second.id, answer: null, key: newId() });
  expect(await told(other.personId!)).toEqual(["questionRefused"]);
  expect((await remarks.publicTalk(db, anonymous, number)).questions).toEqual([]);
});

test("двое модераторов сразу: один решает, второй узнаёт, что уже решено", async () => {
  const { number } = await put();
  await ask(await someone(), number);
  const { id } = await onlyOf(number);
  const second = await moderatorOf(place.municipalityId);
  const results = await Promise.allSettled([settle(moderator, id, "pass"), settle(second, id, "refuse", "Повтор вопроса")]);
  expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "remark.settled" } });
});

test("пожаловаться может любой, без входа; повтор того же нажатия – одна жалоба; ждёт только своего модератора", async () => {
  const { number } = await put();
  const input = { number, reason: "personalData" as const, text: "Назван телефон", key: newId() };
  const visitor = asker(await someone());
  await Promise.all(Array.from({ length: 8 }, async () => await remarks.report(visitor, input)));
  await remarks.report(asker(anonymous), { ...input, key: newId() });
  expect((await waiting(moderator)).filter((row) => row.number === number)).toHaveLength(2);
  expect((await waiting(neighbour)).filter((row) => row.number === number)).toEqual([]);
  expect(await remarks.countRemarks(db, neighbour)).toBe(0);
});

test("верная жалоба доходит до группы внутренней записью словами, которой публично не видно", async () => {
  const { number, id: initiativeId } = await put();
  await remarks.report(asker(anonymous), { number, reason: "insult", text: "Третья строка", key: newId() });
  const { id } = await onlyOf(number);
  await settle(moderator, id, "passOn");
  expect(await db.initiativeEvent.findFirstOrThrow({ where: { initiativeId, kind: "note" } })).toMatchObject({ visibility: "internal", text: "Жалоба читателя: оскорбление. Третья строка", byRole: "moderator" });
});

test("с одного адреса не больше двадцати жалоб в час, один человек не больше пяти вопросов", async () => {
  const { number } = await put();
  const one = asker(anonymous, "один адрес");
  for (let sent = 0; sent < 20; sent += 1) await remarks.report(one, { number, reason: "other", text: "", key: newId() });
  await expect(remarks.report(one, { number, reason: "other", text: "", key: newId() })).rejects.toMatchObject({ code: "request.tooMany" });
  const reader = await someone();
  for (let sent = 0; sent < 5; sent += 1) await ask(reader, number);
  await expect(ask(reader, number)).rejects.toMatchObject({ code: "request.tooMany" });
});
