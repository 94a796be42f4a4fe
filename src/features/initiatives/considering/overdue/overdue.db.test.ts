import { beforeAll, expect, test } from "vitest";
import { db } from "@/platform/db/client";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { buildWay, by, code, on, put, seen, start, text, verdictOf, world } from "@/testing/worlds/way";
import * as own from "../../record/server/steps";
import { answerObjection } from "../objection/server/service";
import * as service from "../server/service";
import { raiseOverdueObjections, settleSilent } from "./server/service";

useTestDatabase();
beforeAll(buildWay);

test("возражение, на которое не ответили в срок, уходит уровнем выше со своим сроком; выше страны некуда; отвечает тот, у кого оно теперь", async () => {
  const { id, number } = await put("notSupported");
  await own.object(world.actors.author!, { number, version: 1, key: newId(), text }, start);
  const days = (count: number) => new Date(start.getTime() + count * 86_400_000);
  await raiseOverdueObjections(days(5));
  expect((await seen(id)).objectionAtId).toBe(world.firstId);
  // two processes look at once
  await Promise.all([raiseOverdueObjections(days(20)), raiseOverdueObjections(days(20))]);
  const raised = await seen(id);
  expect(raised).toMatchObject({ status: "notSupported", objectionAtId: world.regionId, version: 3, objection: { toUnitId: world.regionId, dueAt: raised.dueAt } });
  expect(raised.dueAt! > days(20)).toBe(true);
  expect(raised.events.filter(({ kind }) => kind === "objectionRaised")).toMatchObject([{ byId: null, visibility: "public" }]);
  expect(await code(answerObjection(by("head", days(21)), { ...(await on(id)), ...verdictOf("notSupported") }))).toBe("request.forbidden");
  await raiseOverdueObjections(days(60));
  await raiseOverdueObjections(days(100));
  const { parentId } = await db.unit.findUniqueOrThrow({ where: { id: world.regionId } });
  expect((await seen(id)).objectionAtId).toBe(parentId);
  expect(await code(answerObjection(by("country", days(101)), { ...(await on(id)), ...verdictOf("includedInProgramme") }))).toBe("done");
  expect(await seen(id)).toMatchObject({ status: "includedInProgramme", objectionAtId: null, dueAt: null });
});

test("возвращённую модератором и не исправленную напоминают один раз, потом закрывают; исправленную – нет; обращение возвращается к модератору", async () => {
  const days = (count: number) => new Date(start.getTime() + count * 86_400_000);
  const [silent, changed, appeal] = [await put(), await put(), await put("submitted", { isAppeal: true, appealDueAt: days(30) })];
  for (const { id } of [silent, changed, appeal]) await service.returnToAuthor(by("moderator"), { ...(await on(id)), found: ["personalData"], remark: text });
  await settleSilent(days(5));
  expect((await seen(silent.id)).remindedAt).toBeNull();
  await Promise.all([settleSilent(days(20)), settleSilent(days(20))]);
  expect(await seen(silent.id)).toMatchObject({ status: "returned", remindedAt: days(20), pausedLeft: 10, dueAt: null });
  expect((await seen(silent.id)).events.filter(({ kind }) => kind === "reminded")).toMatchObject([{ byId: null, visibility: "author" }]);
  // the author comes in the last moment
  await own.resubmit(world.actors.author!, { number: changed.number, version: (await seen(changed.id)).version, key: newId(), title: "Новые слова заголовка", essence: text, expectedResult: text, placeText: null }, days(21));
  await settleSilent(days(60));
  expect(await seen(silent.id)).toMatchObject({ status: "withdrawn", authorDueAt: null, pausedLeft: null });
  expect((await seen(silent.id)).events.at(-1)).toMatchObject({ kind: "lapsed", byId: null, toStatus: "withdrawn" });
  expect(await seen(changed.id)).toMatchObject({ status: "submitted", remindedAt: null });
  expect(await seen(appeal.id)).toMatchObject({ status: "submitted", authorDueAt: null, dueAt: new Date("2026-03-24T21:00:00Z") });
  expect((await seen(appeal.id)).events.at(-1)).toMatchObject({ kind: "broughtBack", byId: null, toStatus: "submitted" });
  expect(await code(own.resubmit(world.actors.author!, { number: silent.number, version: (await seen(silent.id)).version, key: newId(), title: "Новые слова заголовка", essence: text, expectedResult: text, placeText: null }, days(61)))).toBe("initiative.alreadyWithdrawn");
});

test("обращение отвечают в срок закона, сколько бы его ни спрашивали и куда бы ни направляли", async () => {
  const law = new Date("2026-03-16T21:00:00Z");
  const { id, number } = await put("submitted", { isAppeal: true, appealDueAt: law, dueAt: law });
  await db.marathon.update({ where: { id: world.marathonId }, data: { moderatesFirst: false } });
  await service.accept(by("secretary"), await on(id));
  // fifteen working days would end later
  expect((await seen(id)).dueAt).toEqual(law);
  await service.clarify(by("secretary"), { ...(await on(id)), question: text });
  expect(await seen(id)).toMatchObject({ dueAt: law, pausedLeft: null });
  await own.correctPlace(world.actors.author!, { number, version: (await seen(id)).version, key: newId(), municipalityId: world.secondId, directionId: world.directionId }, start);
  expect(await seen(id)).toMatchObject({ status: "clarification", dueAt: law, pausedLeft: null, appealDueAt: law });
});
