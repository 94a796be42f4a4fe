import { beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/platform/db/client";
import { plainDate } from "@/shared/dates/plain-date";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { fold } from "../ledger/server/service";
import { actorAt, join, makeWorld, now, submit, type World } from "@/testing/worlds/indicators";
import { approveCheckpoint, createCheckpoint, freezeDueCheckpoints, listCheckpoints, removeCheckpoint, takeNote, councilCheckpoint } from "./server/service";

useTestDatabase();

let world: World;
let head: Awaited<ReturnType<typeof actorAt>>;
beforeAll(async () => {
  world = await makeWorld();
  head = await actorAt("head", world.home.id);
});
beforeEach(async () => {
  await db.checkpointFigure.deleteMany();
  await db.checkpoint.deleteMany();
});

const common = async (date: string, minutes: number) => (await db.checkpoint.create({ data: { id: newId(), marathonId: world.marathon.id, name: "Общие итоги", date: new Date(date), minutes } })).id;
const create = async ({ actor = head, key = newId(), date = "2026-03-15", time = "24:00", municipalityId = world.home.id } = {}) =>
  await createCheckpoint({ actor, now }, `person:${actor.personId}`, { municipalityId, key, name: "Итоги месяца", date: plainDate(date), time });
const figure = async (checkpointId: string, municipalityId = world.home.id) => await db.checkpointFigure.findUnique({ where: { checkpointId_municipalityId: { checkpointId, municipalityId } } });

test("дату назначает глава своего муниципалитета, больше никто", async () => {
  await expect(create({ actor: await actorAt("responsiblePerson", world.home.id) })).rejects.toMatchObject({ code: "request.forbidden" });
  await expect(create({ actor: await actorAt("head", world.neighbour.id) })).rejects.toMatchObject({ code: "request.notFound" });
  await expect(create({ municipalityId: world.nested.id })).rejects.toMatchObject({ code: "request.notFound" });
  expect(await db.checkpoint.count()).toBe(0);
});

test("дата вне марафона не назначается, двойной щелчок назначает одну", async () => {
  await expect(create({ date: "2026-05-01" })).rejects.toMatchObject({ code: "checkpoint.outsideMarathon" });
  await expect(create({ date: "2026-03-10", time: "09:00" })).rejects.toMatchObject({ code: "checkpoint.inPast" });
  const key = newId();
  const [one, other] = await Promise.all([create({ key }), create({ key })]);
  expect(one).toEqual(other);
  expect(await db.checkpoint.count()).toBe(1);
});

test("общую дату здесь не убрать, чужую не увидеть, свою — можно до её часа", async () => {
  const shared = await common("2026-03-20", 1440);
  await expect(removeCheckpoint({ actor: head, now }, { checkpointId: shared, municipalityId: world.home.id })).rejects.toMatchObject({ code: "checkpoint.fixedAbove" });
  const { id } = await create();
  const neighbour = await actorAt("head", world.neighbour.id);
  await expect(removeCheckpoint({ actor: neighbour, now }, { checkpointId: id, municipalityId: world.neighbour.id })).rejects.toMatchObject({ code: "checkpoint.notFound" });
  await expect(removeCheckpoint({ actor: head, now: new Date("2026-03-16T12:00:00Z") }, { checkpointId: id, municipalityId: world.home.id })).rejects.toMatchObject({ code: "checkpoint.alreadyFrozen" });
  await removeCheckpoint({ actor: head, now }, { checkpointId: id, municipalityId: world.home.id });
  expect(await db.checkpoint.count()).toBe(1);
});

test("показатели закрепляются на свой час, когда бы ни сработало задание, и в скольких бы процессах", async () => {
  const hour = new Date("2026-03-11T15:00:00Z"); // 18:00 in Kirov
  await submit(world, world.home.id, 4, { at: new Date(hour.getTime() - 1) });
  await submit(world, world.home.id, 2, { at: hour });
  await join(world, world.home.id, 3, { at: new Date(hour.getTime() - 60_000) });
  await fold();
  const id = await common("2026-03-11", 1080);
  await freezeDueCheckpoints(new Date(hour.getTime() + 60_000));
  expect(await figure(id), "ждём, пока допишутся начатые вовремя").toBeNull();
  await submit(world, world.home.id, 9, { at: new Date(hour.getTime() + 3_600_000) });
  await Promise.all([1, 2, 3].map(async () => await freezeDueCheckpoints(new Date(hour.getTime() + 5 * 86_400_000))));
  expect(await figure(id)).toMatchObject({ net: 4, gross: 4, users: 3 });
  await submit(world, world.home.id, 1, { at: new Date(hour.getTime() - 2) });
  await freezeDueCheckpoints(new Date(hour.getTime() + 6 * 86_400_000));
  expect(await figure(id), "закреплённое не меняется").toMatchObject({ net: 4 });
});

test("общий час наступает в каждом муниципалитете по его часам", async () => {
  await db.unit.update({ where: { id: world.abroad.id }, data: { timeZone: "Asia/Kamchatka" } });
  const id = await common("2026-03-12", 1440);
  await freezeDueCheckpoints(new Date("2026-03-12T13:00:00Z"));
  expect(await figure(id, world.abroad.id)).not.toBeNull();
  expect(await figure(id)).toBeNull();
});

test("утвердить может глава, записать «на бумаге» — ответственный; второй раз и раньше часа нельзя", async () => {
  const id = await common("2026-03-09", 600);
  const target = { checkpointId: id, municipalityId: world.home.id };
  await expect(approveCheckpoint({ actor: head, now }, target, false)).rejects.toMatchObject({ code: "checkpoint.notYet" });
  await freezeDueCheckpoints(now);
  const responsible = await actorAt("responsiblePerson", world.home.id);
  await expect(approveCheckpoint({ actor: responsible, now }, target, false)).rejects.toMatchObject({ code: "request.forbidden" });
  await expect(approveCheckpoint({ actor: await actorAt("head", world.neighbour.id), now }, target, false)).rejects.toMatchObject({ code: "request.notFound" });
  await approveCheckpoint({ actor: responsible, now }, target, true);
  await expect(approveCheckpoint({ actor: head, now }, target, false)).rejects.toMatchObject({ code: "checkpoint.alreadyApproved" });
  expect(await figure(id)).toMatchObject({ approvedOnPaper: true, approvedById: responsible.personId });
});

test("совет принимает к сведению утверждённое в своём регионе; другой совет и глава — нет", async () => {
  const id = await common("2026-03-09", 600);
  await freezeDueCheckpoints(now);
  const council = await actorAt("councilStaff", world.region.id);
  const note = async (actor: typeof council, ...municipalityIds: string[]) => await takeNote({ actor, now }, { checkpointId: id, municipalityIds });
  await expect(note(council, world.home.id)).rejects.toMatchObject({ code: "checkpoint.notApproved" });
  await approveCheckpoint({ actor: head, now }, { checkpointId: id, municipalityId: world.home.id }, false);
  await expect(note(await actorAt("councilStaff", world.otherRegion.id), world.home.id)).rejects.toMatchObject({ code: "request.notFound" });
  await expect(note(head, world.home.id)).rejects.toMatchObject({ code: "request.forbidden" });
  await expect(note(council, world.home.id, world.abroad.id)).rejects.toMatchObject({ code: "request.notFound" });
  expect(await note(council, world.home.id)).toBe(1);
  expect(await note(council, world.home.id)).toBe(0);
  const seen = await councilCheckpoint(db, { actor: council, now }, {});
  expect(seen?.rows.map(({ shortName, figures }) => [shortName, figures.notedAt !== null])).toEqual([["Тужинский район", false], ["Яранский район", true], ["Яранское поселение", false]]);
});

test("что пришло после часа итогов, показано рядом", async () => {
  await common("2026-03-09", 600);
  await freezeDueCheckpoints(now);
  await submit(world, world.home.id, 2);
  const { checkpoints } = await listCheckpoints(db, { actor: head, now }, { municipalityId: world.home.id });
  const [first] = checkpoints;
  expect(first?.figures).not.toBeNull();
  expect(first?.since?.net).toBeGreaterThanOrEqual(2);
});
