import { beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/platform/db/client";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { actorAt, makeWorld, now, type World } from "@/testing/worlds/indicators";
import type { TargetChange } from "./schema";
import { listTargets, setTargets } from "./server/service";

useTestDatabase();

let world: World;
let head: Awaited<ReturnType<typeof actorAt>>;
beforeAll(async () => {
  world = await makeWorld();
  head = await actorAt("head", world.home.id);
});
beforeEach(async () => void (await db.target.deleteMany()));

const change = (over: Partial<TargetChange> = {}): TargetChange => ({ metric: "initiatives", directionId: null, organisationId: null, value: 190, version: null, ...over });
const set = async (changes: TargetChange[], { actor = head, at = now, key = newId(), municipalityId = world.home.id }: { actor?: typeof head; at?: Date; key?: string; municipalityId?: string } = {}) =>
  await setTargets({ actor, now: at }, `person:${actor.personId}`, { municipalityId, key, changes });

test("цели ставит только глава: ответственному 403, соседнему главе и совету другого региона 404", async () => {
  await expect(set([change()], { actor: await actorAt("responsiblePerson", world.home.id) })).rejects.toMatchObject({ code: "request.forbidden" });
  await expect(set([change()], { actor: await actorAt("councilStaff", world.region.id) })).rejects.toMatchObject({ code: "request.forbidden" });
  await expect(set([change()], { actor: await actorAt("head", world.neighbour.id) })).rejects.toMatchObject({ code: "request.notFound" });
  await expect(set([change()], { actor: await actorAt("councilStaff", world.otherRegion.id) })).rejects.toMatchObject({ code: "request.notFound" });
  expect(await db.target.count()).toBe(0);
});

test("район не ставит целей поселению", async () => {
  await expect(set([change()], { municipalityId: world.nested.id })).rejects.toMatchObject({ code: "request.notFound" });
});

test("чужая организация и чужое направление под своим муниципалитетом — не найдены, и ничего не сохранено", async () => {
  await expect(set([change(), change({ organisationId: world.foreignSchool.id })])).rejects.toMatchObject({ code: "request.notFound" });
  await expect(set([change(), change({ directionId: newId() })])).rejects.toMatchObject({ code: "request.notFound" });
  expect(await db.target.count()).toBe(0);
});

test("двойной щелчок ставит цели один раз, тот же ключ с другими числами отклоняется", async () => {
  const key = newId();
  const [first, second] = await Promise.all([set([change()], { key }), set([change()], { key })]);
  expect(first).toEqual(second);
  expect(await db.target.count()).toBe(1);
  await expect(set([change({ value: 5 })], { key })).rejects.toMatchObject({ code: "idempotency.keyReused" });
});

test("из двух вкладок вторая узнаёт, что цели уже изменены, и чужого не затирает", async () => {
  await set([change()]);
  await expect(set([change({ value: 10 })])).rejects.toMatchObject({ code: "target.changedMeanwhile" });
  await set([change({ value: 200, version: 1 })]);
  await expect(set([change({ value: 300, version: 1 })])).rejects.toMatchObject({ code: "target.changedMeanwhile" });
  expect(await db.target.findFirstOrThrow()).toMatchObject({ value: 200, version: 2 });
});

test("одновременно поставленные цели не удваиваются: один ставит, другой узнаёт", async () => {
  const outcomes = await Promise.allSettled([set([change({ value: 1 })]), set([change({ value: 2 })]), set([change({ value: 3 })])]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db.target.count()).toBe(1);
});

test("пустое поле убирает цель", async () => {
  await set([change(), change({ metric: "users", value: 2400 })]);
  await set([change({ value: null, version: 1 })]);
  expect((await listTargets(db, { actor: head, now }, { municipalityId: world.home.id })).targets.map(({ metric, value }) => [metric, value])).toEqual([["users", 2400]]);
});

test("после конца сбора цели не ставятся", async () => {
  await expect(set([change()], { at: new Date("2026-04-05T09:00:00Z") })).rejects.toMatchObject({ code: "marathon.closed" });
});

test("итоги показывают цель своего часа: изменить её можно только после того, как они закреплены", async () => {
  await set([change()]);
  const checkpoint = await db.checkpoint.create({ data: { id: newId(), marathonId: world.marathon.id, name: "Итоги", date: new Date("2026-03-11"), minutes: 600 } });
  const hour = new Date("2026-03-11T07:00:00Z");
  await expect(set([change({ value: 300, version: 1 })], { at: new Date(hour.getTime() + 60_000) })).rejects.toMatchObject({ code: "target.closingNow" });
  await set([change({ value: 300, version: 1 })], { at: new Date(hour.getTime() + 3 * 60_000) });
  expect(await db.checkpointFigure.findUniqueOrThrow({ where: { checkpointId_municipalityId: { checkpointId: checkpoint.id, municipalityId: world.home.id } } })).toMatchObject({ initiativesTarget: 190 });
});
