import { beforeAll, expect, test } from "vitest";
import { anonymous, type Actor } from "@/access/actor";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeInitiative } from "@/testing/factories/make-initiative";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeOrganisation } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { factoryNow as now } from "@/testing/factories/sequence";
import * as record from "./server/service";
import * as steps from "./server/steps";

useTestDatabase();

let place: Awaited<ReturnType<typeof makePlace>>;
const signedIn = async (personId: string): Promise<Actor> => await loadActor({ personId, sessionVersion: 1 }, now);
const someone = async () => await signedIn((await makePerson(db)).id);
const step = (number: number, version = 1) => ({ number, version, key: newId() });

async function makePlace() {
  const municipality = await makeMunicipality(db, { timeZone: "Europe/Kirov" });
  const other = await makeMunicipality(db, { timeZone: "Asia/Yekaterinburg" });
  const outside = await makeMunicipality(db);
  const marathon = await makeMarathon(db, { municipalityIds: [municipality.id, other.id] });
  const directionIds = marathon.directions.map(({ id }) => id);
  const group = await makeBody(db, { marathonId: marathon.id, municipalityId: municipality.id, directionIds });
  const otherGroup = await makeBody(db, { marathonId: marathon.id, municipalityId: other.id, directionIds });
  return { marathon, municipality, other, outside, group, otherGroup, directionId: directionIds[0]!, school: await makeOrganisation(db, { parentId: municipality.id }) };
}

beforeAll(async () => {
  place = await makePlace();
});

async function put(overrides: Record<string, unknown> = {}) {
  return await makeInitiative(db, { marathonId: place.marathon.id, municipalityId: place.municipality.id, directionId: place.directionId, status: "inConsideration", ...overrides });
}

test("не принятую инициативу видит автор, а для всех остальных её нет", async () => {
  const { number, authorId } = await put({ status: "submitted" });
  await expect(record.readPublicRecord(db, anonymous, number, "ru")).rejects.toMatchObject({ code: "initiative.notFound" });
  await expect(record.readOwnRecord(db, await someone(), number, "ru", now)).rejects.toMatchObject({ code: "initiative.notFound" });
  await expect(record.readOwnRecord(db, anonymous, number, "ru", now)).rejects.toMatchObject({ code: "request.notSignedIn" });
  expect(await record.readOwnRecord(db, await signedIn(authorId!), number, "ru", now)).toMatchObject({ isMine: true, isPublic: false, may: { withdraw: true, correctPlace: true, answerClarification: false } });
});

test("имя автора без согласия не называется, внутренние и личные записи хода не показываются", async () => {
  const { number, id } = await put();
  for (const visibility of ["author", "internal"] as const) await db.initiativeEvent.create({ data: { id: newId(), initiativeId: id, kind: "note", visibility, text: `тайна ${visibility}`, at: now } });
  const shown = await record.readPublicRecord(db, anonymous, number, "ru");
  expect(shown.authorName).toBeNull();
  expect(JSON.stringify(shown)).not.toMatch(/тайна|Фамилия/);
});

test("с согласием автор назван именем и первой буквой фамилии, координатор — по должности, без имени", async () => {
  const coordinator = await makePerson(db, { familyName: "Тайный" });
  const { number } = await put({ namePublished: true, helperId: coordinator.id, originatingId: place.school.id });
  const shown = await record.readPublicRecord(db, anonymous, number, "ru");
  expect(shown).toMatchObject({ authorName: expect.stringMatching(/^Анна\u00a0Ф\.$/), helpedAt: place.school.shortName });
  expect(JSON.stringify(shown)).not.toContain("Тайный");
});

test("«не показывать моей организации»: координатору и директору её нет, а в чужой организации её нет никому", async () => {
  const coordinator = await makePerson(db);
  await makeAppointment(db, { personId: coordinator.id, role: "coordinator", unitId: place.school.id });
  const hidden = await put({ originatingId: place.school.id, hiddenFromOrganisation: true });
  const shown = await put({ originatingId: place.school.id });
  const actor = await signedIn(coordinator.id);
  const listed = (await record.listRecords(db, actor, "organisation", { limit: 50 }, "ru", now)).rows;
  expect(listed.map((row) => row.number)).toContain(shown.number);
  expect(listed.map((row) => row.number)).not.toContain(hidden.number);
  expect(listed.every((row) => row.authorName === null && row.question === null)).toBe(true);
  await expect(record.readOwnRecord(db, actor, hidden.number, "ru", now)).rejects.toMatchObject({ code: "initiative.notFound" });
  expect((await record.readPublicRecord(db, anonymous, hidden.number, "ru")).helpedAt).toBeNull();
  expect((await record.listRecords(db, await someone(), "organisation", { limit: 50 }, "ru", now)).rows).toEqual([]);
});

test("координатор читает чужую для себя инициативу своей школы без имени автора", async () => {
  const coordinator = await makePerson(db);
  await makeAppointment(db, { personId: coordinator.id, role: "coordinator", unitId: place.school.id });
  const { number } = await put({ originatingId: place.school.id, status: "submitted" });
  expect(await record.readOwnRecord(db, await signedIn(coordinator.id), number, "ru", now)).toMatchObject({ authorName: null, isMine: false, may: { withdraw: false, correctPlace: false, answerClarification: false } });
});

test("помогавший видит имя автора, и автор видит, кто смотрел", async () => {
  const coordinator = await makePerson(db);
  await makeAppointment(db, { personId: coordinator.id, role: "coordinator", unitId: place.school.id });
  const { number, authorId } = await put({ originatingId: place.school.id, helperId: coordinator.id, status: "submitted" });
  const seen = await record.readOwnRecord(db, await signedIn(coordinator.id), number, "ru", now);
  expect(seen.authorName).not.toBeNull();
  await record.readOwnRecord(db, await signedIn(authorId!), number, "ru", now);
  expect(await db.accessLogEntry.findMany({ where: { personId: authorId! }, select: { byId: true, role: true, what: true } })).toEqual([{ byId: coordinator.id, role: "coordinator", what: `initiative:${number}` }]);
});

test("свою инициативу не поддержать, не опубликованной для поддержки нет", async () => {
  const mine = await put();
  await expect(record.setSupport(db, await signedIn(mine.authorId!), mine.number, true, now)).rejects.toMatchObject({ code: "initiative.supportOwn" });
  const closed = await put({ status: "submitted" });
  await expect(record.setSupport(db, await someone(), closed.number, true, now)).rejects.toMatchObject({ code: "initiative.notFound" });
  await expect(record.setSupport(db, anonymous, mine.number, true, now)).rejects.toMatchObject({ code: "request.notSignedIn" });
});

test("поддержка одного человека считается один раз, как бы быстро он ни нажимал", async () => {
  const { number, id } = await put();
  const [anna, boris] = [await someone(), await someone()];
  await Promise.all(Array.from({ length: 12 }, async () => await record.setSupport(db, anna, number, true, now)));
  expect(await record.setSupport(db, boris, number, true, now)).toMatchObject({ supported: true, supportCount: 2 });
  expect(await record.setSupport(db, anna, number, false, now)).toMatchObject({ supported: false, supportCount: 1 });
  expect(await record.setSupport(db, anna, number, false, now)).toMatchObject({ supportCount: 1 });
  expect(await record.readSupport(db, boris, number)).toEqual({ supported: true, following: false, supportCount: 1, isMine: false });
  expect(await db.initiativeSupport.count({ where: { initiativeId: id } })).toBe(1);
});

test("чужую инициативу не отозвать, не перенести и за автора не ответить", async () => {
  const { number } = await put({ status: "clarification" });
  const stranger = await someone();
  const nobody = { code: "request.notFound" };
  await expect(steps.withdraw(stranger, { ...step(number), reason: null }, now)).rejects.toMatchObject(nobody);
  await expect(steps.answerClarification(stranger, { ...step(number), text: "Да" }, now)).rejects.toMatchObject(nobody);
  await expect(steps.correctPlace(stranger, { ...step(number), municipalityId: place.other.id, directionId: place.directionId }, now)).rejects.toMatchObject(nobody);
});

test("решённое не отозвать, не уточняемому не отвечают, а поверх чужого изменения не пишут", async () => {
  const decided = await put({ status: "notSupported" });
  await expect(steps.withdraw(await signedIn(decided.authorId!), { ...step(decided.number), reason: null }, now)).rejects.toMatchObject({ code: "initiative.alreadyDecided" });
  const open = await put();
  const author = await signedIn(open.authorId!);
  await expect(steps.answerClarification(author, { ...step(open.number), text: "Да" }, now)).rejects.toMatchObject({ code: "initiative.notAwaitingAuthor" });
  await expect(steps.withdraw(author, { ...step(open.number, 7), reason: null }, now)).rejects.toMatchObject({ code: "initiative.changedMeanwhile" });
});

test("отзыв заканчивает срок и остаётся в ходе; повтор того же нажатия даёт тот же ответ", async () => {
  const { number, id, authorId } = await put({ dueAt: now });
  const author = await signedIn(authorId!);
  const asked = { ...step(number), reason: "Уже сделали" };
  expect(await steps.withdraw(author, asked, now)).toEqual({ number, status: "withdrawn", version: 2 });
  expect(await steps.withdraw(author, asked, now)).toEqual({ number, status: "withdrawn", version: 2 });
  expect(await db.initiative.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "withdrawn", dueAt: null });
  expect(await db.initiativeEvent.count({ where: { initiativeId: id, kind: "withdrawn" } })).toBe(1);
  await expect(steps.withdraw(author, { ...step(number, 2), reason: null }, now)).rejects.toMatchObject({ code: "initiative.alreadyWithdrawn" });
});

test("ответ на уточнение возобновляет срок с того места, где он остановился", async () => {
  const { number, id, authorId } = await put({ status: "clarification", pausedLeft: 3 });
  await db.initiativeEvent.create({ data: { id: newId(), initiativeId: id, kind: "clarificationAsked", visibility: "author", text: "У какого дома?", toStatus: "clarification", at: now } });
  const author = await signedIn(authorId!);
  expect(await record.readOwnRecord(db, author, number, "ru", now)).toMatchObject({ question: "У какого дома?", may: { answerClarification: true } });
  expect((await record.listRecords(db, author, "author", { limit: 10 }, "ru", now)).rows).toMatchObject([{ question: "У какого дома?" }]);
  await steps.answerClarification(author, { ...step(number), text: "У дома 5" }, now);
  // 10 марта 2026, вторник + 3 рабочих дня = пятница 13 марта
  expect(await db.initiative.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "inConsideration", pausedLeft: null, dueAt: new Date("2026-03-13T21:00:00Z") });
  expect((await record.readPublicRecord(db, anonymous, number, "ru")).course.map(({ kind }) => kind)).toEqual(["submitted"]);
});

test("адрес и точку автор исправляет, срок и группа остаются; ничего не исправив, он слышит об этом; чужой не исправит", async () => {
  const { number, id, authorId, dueAt, consideringId } = await put({ status: "submitted" });
  const author = await signedIn(authorId!);
  const here = { municipalityId: place.municipality.id, directionId: place.directionId };
  const point = { latitude: 58.6035, longitude: 49.668 };
  await expect(steps.correctPlace(await signedIn((await makePerson(db)).id), { ...step(number), ...here, point }, now)).rejects.toMatchObject({ code: "request.notFound" });
  await expect(steps.correctPlace(author, { ...step(number), ...here }, now)).rejects.toMatchObject({ code: "initiative.redirectToSame" });
  await steps.correctPlace(author, { ...step(number), ...here, placeText: "улица Мира, 3", point }, now);
  expect(await db.initiative.findUniqueOrThrow({ where: { id } })).toMatchObject({ placeText: "улица Мира, 3", latitude: 58.6035, longitude: 49.668, dueAt, consideringId, status: "submitted" });
  await steps.correctPlace(author, { ...step(number), version: 2, ...here, point: null }, now);
  expect(await db.initiative.findUniqueOrThrow({ where: { id } })).toMatchObject({ placeText: "улица Мира, 3", latitude: null, longitude: null });
  expect(await db.initiativeEvent.count({ where: { initiativeId: id, kind: "placeCorrected" } })).toBe(2);
});

test("исправленный муниципалитет передаёт инициативу группе направления там; где марафона нет, туда не перенести", async () => {
  const { number, id, authorId } = await put({ status: "submitted" });
  const author = await signedIn(authorId!);
  const to = (municipalityId: string) => ({ ...step(number), municipalityId, directionId: place.directionId });
  await expect(steps.correctPlace(author, to(place.outside.id), now)).rejects.toMatchObject({ code: "request.invalid" });
  await expect(steps.correctPlace(author, to(place.municipality.id), now)).rejects.toMatchObject({ code: "initiative.redirectToSame" });
  await steps.correctPlace(author, to(place.other.id), now);
  expect(await db.initiative.findUniqueOrThrow({ where: { id } })).toMatchObject({ municipalityId: place.other.id, consideringId: place.otherGroup.id, status: "submitted", dueAt: new Date("2026-03-17T19:00:00Z") });
  expect(await db.event.findFirstOrThrow({ where: { type: "initiative.placeCorrected" } })).toMatchObject({ payload: { initiativeId: id, municipalityId: place.other.id, fromMunicipalityId: place.municipality.id } });
});
