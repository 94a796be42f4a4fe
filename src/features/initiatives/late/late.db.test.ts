import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/access/actor";
import { registerSubscriptions } from "@/api/subscriptions";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { dispatchAll } from "@/platform/events/dispatcher";
import { visitorOf } from "@/platform/trpc/context";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeOrganisation } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { factoryNow } from "@/testing/factories/sequence";
import { takeSheetInput, type TakeSheetInput } from "../paper/schema";
import { takeSheet } from "../paper/server/service";
import { decideLateInput } from "./schema";
import { decideLate, listLate } from "./server/service";

useTestDatabase();

/** The collection is over, the closing period goes on. */
const late = new Date("2026-04-03T09:00:00Z");
const decided = new Date("2026-04-06T09:00:00Z");
const signedIn = async (personId: string, at = late): Promise<Actor> => await loadActor({ personId, sessionVersion: 1 }, at);
const code = async (work: Promise<unknown>) => await work.then(() => "done", (error: { code?: string }) => error.code ?? String(error));

const world = {} as { schoolId: string; directionId: string; groupId: string; municipalityId: string; authorId: string; postId: string };
let coordinator: Actor;
let responsible: Actor;

beforeAll(async () => {
  registerSubscriptions();
  const municipality = await makeMunicipality(db, { timeZone: "Europe/Kirov" });
  const { id: marathonId, directions } = await makeMarathon(db, { municipalityIds: [municipality.id] });
  const directionId = directions[0]?.id ?? "";
  const group = await makeBody(db, { marathonId, municipalityId: municipality.id, directionIds: [directionId] });
  const school = await makeOrganisation(db, { parentId: municipality.id });
  const [staff, answerable] = [await makePerson(db), await makePerson(db)];
  const post = await makeAppointment(db, { personId: staff.id, role: "coordinator", unitId: school.id });
  await makeAppointment(db, { personId: answerable.id, role: "responsiblePerson", unitId: municipality.id });
  const author = await makePerson(db, { email: null, assurance: "confirmedInPerson", registeredById: staff.id, registeredAtUnitId: school.id });
  await db.registration.create({ data: { id: newId(), marathonId, personId: author.id, municipalityId: municipality.id, joinedAt: factoryNow } });
  Object.assign(world, { schoolId: school.id, directionId, groupId: group.id, municipalityId: municipality.id, authorId: author.id, postId: post.id });
  [coordinator, responsible] = [await signedIn(staff.id), await signedIn(answerable.id)];
});

const sheet = (overrides: Partial<TakeSheetInput> = {}): TakeSheetInput => takeSheetInput.parse({
  id: newId(), atUnitId: world.schoolId, personId: world.authorId, takenOn: "2026-03-30", paperCase: "дело № 4-М", ...overrides,
  content: { title: "Осветить улицу Мира", essence: "Вечером на улице темно, дети идут из школы по проезжей части.", expectedResult: "Фонари горят вдоль всей улицы.", directionId: world.directionId, organisationId: world.schoolId, initiatorKind: "parent" },
});
const asker = (actor: Actor) => ({ actor, visitor: visitorOf("v".repeat(43), null), now: decided });
const decide = async (id: string, letIn: boolean, { actor = responsible, reason = "Лист без подписи автора", key = newId() } = {}) => await decideLate(asker(actor), letIn ? { id, letIn, key } : { id, letIn, reason, key });
const arrived = async (): Promise<string> => {
  const input = sheet();
  expect(await takeSheet(coordinator, input, late)).toEqual({ ok: false, reason: "late", state: "waiting" });
  return input.id;
};
const figures = async () => await db.ledgerEntry.aggregate({ where: { municipalityId: world.municipalityId }, _sum: { gross: true } });

test("записанное после закрытия не принимают вовсе, записанное вовремя ждёт решения и ничего не считает", async () => {
  expect(await code(takeSheet(coordinator, sheet({ takenOn: "2026-04-02" as TakeSheetInput["takenOn"] }), late))).toBe("marathon.closed");
  const before = await figures();
  const input = sheet();
  const outcomes = await Promise.all(Array.from({ length: 5 }, async () => await takeSheet(coordinator, input, late)));
  for (const outcome of outcomes) expect(outcome).toEqual({ ok: false, reason: "late", state: "waiting" });
  expect([await db.lateSheet.count({ where: { id: input.id } }), await db.initiative.count({ where: { id: input.id } }), await db.initiativeDraft.count()]).toEqual([1, 0, 0]);
  expect(await figures()).toEqual(before);
  expect((await listLate(db, asker(responsible), { limit: 20 })).rows.filter(({ id }) => id === input.id)).toMatchObject([{ paperCase: "дело № 4-М", takenAt: new Date("2026-03-29T21:00:00Z"), arrivedAt: late }]);
  expect((await listLate(db, asker(coordinator), { limit: 20 })).rows).toEqual([]);
});

test("неполное не принято и после закрытия: названы поля; после окончания марафона – никак", async () => {
  const input = sheet();
  expect(await code(takeSheet(coordinator, { ...input, content: { ...input.content, title: "Свет" } }, late))).toBe("initiative.draftIncomplete");
  expect(await code(takeSheet(coordinator, input, new Date("2026-05-10T09:00:00Z")))).toBe("marathon.municipalityAbsent");
  expect(await db.lateSheet.count({ where: { id: input.id } })).toBe(0);
});

test("решает только ответственный этого муниципалитета и только один раз", async () => {
  const id = await arrived();
  const elsewhere = await makePerson(db);
  await makeAppointment(db, { personId: elsewhere.id, role: "responsiblePerson", unitId: (await makeMunicipality(db)).id });
  for (const actor of [coordinator, await signedIn(world.authorId), await signedIn(elsewhere.id)]) expect(await code(decide(id, true, { actor }))).toBe("request.notFound");
  expect(decideLateInput.safeParse({ id, letIn: false, key: newId(), reason: "нет" }).error?.issues[0]?.message).toBe("field.tooShort");
  const outcomes = await Promise.all([true, false, true, false].map(async (letIn) => await code(decide(id, letIn))));
  expect(outcomes.toSorted()).toEqual(["done", "lateSheet.settled", "lateSheet.settled", "lateSheet.settled"]);
});

test("принятое – инициатива прежнего автора: «поступило» – когда пришло, счёт и срок – со дня решения; повтор с устройства даёт её номер", async () => {
  const id = await arrived();
  const [before, key] = [await figures(), newId()];
  const [first, again] = await Promise.all([decide(id, true, { key }), decide(id, true, { key })]);
  expect(again).toEqual(first);
  const made = await db.initiative.findUniqueOrThrow({ where: { id }, include: { events: true } });
  expect(made).toMatchObject({ authorId: world.authorId, helperId: coordinator.personId, originatingId: world.schoolId, consideringId: world.groupId, status: "submitted", submittedAt: late, takenAt: new Date("2026-03-29T21:00:00Z") });
  expect(made.dueAt! > decided).toBe(true);
  expect(made.events).toMatchObject([{ kind: "submitted", byId: responsible.personId, byRole: "responsiblePerson" }]);
  expect((await figures())._sum.gross).toBe((before._sum.gross ?? 0) + 1);
  const [counted] = await db.ledgerEntry.findMany({ where: { subjectId: id } });
  expect(counted?.at).toEqual(decided);
  expect(await takeSheet(coordinator, { ...sheet(), id }, decided)).toMatchObject({ ok: true, number: made.number });
  expect((await db.lateSheet.findUniqueOrThrow({ where: { id } })).content).toEqual({});
  await dispatchAll();
  expect((await db.notification.findMany({ where: { kind: { in: ["lateSheetLetIn", "initiativeSubmitted"] } } })).map(({ kind, personId }) => [kind, personId])).toEqual(expect.arrayContaining([["initiativeSubmitted", world.authorId], ["lateSheetLetIn", coordinator.personId]]));
});

test("не принятое остаётся с причиной, её читают автор и координатор; повтор с устройства ничего не возвращает в очередь", async () => {
  const id = await arrived();
  await decide(id, false);
  expect(await db.lateSheet.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "declined", reason: "Лист без подписи автора", decidedById: responsible.personId });
  expect(await takeSheet(coordinator, { ...sheet(), id }, decided)).toEqual({ ok: false, reason: "late", state: "declined" });
  await dispatchAll();
  const told = await db.notification.findMany({ where: { kind: "lateSheetDeclined", dedupeKey: { startsWith: `lateSheetDeclined:${id}` } } });
  expect(new Set(told.map(({ personId }) => personId))).toEqual(new Set([world.authorId, coordinator.personId]));
  expect(JSON.stringify(told)).toContain("Лист без подписи автора");
});

test("назначение координатора кончилось – поступившее раньше решают всё равно", async () => {
  const id = await arrived();
  await db.appointment.update({ where: { id: world.postId }, data: { endsAt: late } });
  expect(await code(takeSheet(await signedIn(coordinator.personId ?? "", decided), sheet(), decided))).toBe("request.notFound");
  expect(await decide(id, true)).toMatchObject({ state: "accepted" });
});
