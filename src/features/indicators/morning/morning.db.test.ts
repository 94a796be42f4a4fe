import { beforeAll, expect, test } from "vitest";
import { anonymous } from "@/access/actor";
import { db } from "@/platform/db/client";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { fold } from "../ledger/server/service";
import { addFigures } from "../rules";
import { actorAt, join, makeWorld, now, submit, type World } from "@/testing/worlds/indicators";
import { morning, organisationFigures, placesOf } from "./server/service";

useTestDatabase();

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  const { home, nested, neighbour, school, directionIds } = world;
  await submit(world, home.id, 5, { organisationId: school.id });
  await submit(world, home.id, 3, { direction: directionIds[1] });
  await submit(world, nested.id, 7);
  await submit(world, neighbour.id, 11);
  await join(world, home.id, 4, { organisationId: school.id });
  await join(world, home.id, 2);
  await fold();
  await submit(world, home.id, 1, { at: new Date("2026-03-09T12:00:00Z") });
});

test("глава соседнего муниципалитета показателей не видит, и несуществующих — тоже, одинаково", async () => {
  const actor = await actorAt("head", world.neighbour.id);
  await expect(morning(db, { actor, now }, { municipalityId: world.home.id })).rejects.toMatchObject({ code: "request.notFound" });
  await expect(morning(db, { actor, now }, { municipalityId: newId() })).rejects.toMatchObject({ code: "request.notFound" });
});

test("совет другого региона показателей муниципалитета не видит", async () => {
  const actor = await actorAt("councilStaff", world.otherRegion.id);
  await expect(morning(db, { actor, now }, { municipalityId: world.home.id })).rejects.toMatchObject({ code: "request.notFound" });
});

test("без входа — 401, житель без назначений — 404", async () => {
  await expect(morning(db, { actor: anonymous, now }, { municipalityId: world.home.id })).rejects.toMatchObject({ code: "request.notSignedIn" });
  const actor = { ...anonymous, personId: newId() };
  await expect(morning(db, { actor, now }, { municipalityId: world.home.id })).rejects.toMatchObject({ code: "request.notFound" });
  await expect(placesOf(db, { actor, now })).rejects.toMatchObject({ code: "request.forbidden" });
});

test("координатор видит только свою организацию, не муниципалитет и не чужую школу", async () => {
  const actor = await actorAt("coordinator", world.school.id);
  await expect(morning(db, { actor, now }, { municipalityId: world.home.id })).rejects.toMatchObject({ code: "request.notFound" });
  await expect(organisationFigures(db, { actor, now }, { organisationId: world.foreignSchool.id })).rejects.toMatchObject({ code: "request.notFound" });
  expect(await organisationFigures(db, { actor, now }, { organisationId: world.school.id })).toMatchObject({ figures: { users: 4, net: 5 } });
});

test("поселение не подчинено району: район видит его показатели, но не цели", async () => {
  await db.target.create({ data: { id: newId(), marathonId: world.marathon.id, municipalityId: world.nested.id, metric: "initiatives", value: 50, setById: newId(), setAt: now } });
  const district = await actorAt("head", world.home.id);
  expect(await morning(db, { actor: district, now }, { municipalityId: world.nested.id })).toMatchObject({ total: { net: 7 }, initiatives: { target: null }, abilities: { setTargets: false } });
  const own = await actorAt("head", world.nested.id);
  expect(await morning(db, { actor: own, now }, { municipalityId: world.nested.id })).toMatchObject({ initiatives: { target: 50 } });
  await expect(morning(db, { actor: own, now }, { municipalityId: world.home.id })).rejects.toMatchObject({ code: "request.notFound" });
});

test("член рабочей группы видит показатели, но не цели", async () => {
  await db.target.create({ data: { id: newId(), marathonId: world.marathon.id, municipalityId: world.neighbour.id, metric: "initiatives", value: 50, setById: newId(), setAt: now } });
  const actor = await actorAt("workingGroupMember", world.neighbour.id);
  expect(await morning(db, { actor, now }, { municipalityId: world.neighbour.id })).toMatchObject({ total: { net: 11 }, initiatives: { target: null }, abilities: { setTargets: false, export: false } });
});

test("места, которые можно открыть: свои и стоящие внутри", async () => {
  const names = async (role: "head" | "councilStaff", unitId: string) => (await placesOf(db, { actor: await actorAt(role, unitId), now })).map(({ shortName }) => shortName);
  expect(await names("head", world.home.id)).toEqual(["Яранский район", "Яранское поселение"]);
  expect(await names("councilStaff", world.region.id)).toEqual(["Тужинский район", "Яранский район", "Яранское поселение"]);
});

test("по направлениям, по организациям с «без организации» и по дням — каждая инициатива один раз", async () => {
  const actor = await actorAt("head", world.home.id);
  const found = await morning(db, { actor, now }, { municipalityId: world.home.id });
  expect(found.total).toMatchObject({ net: 9, gross: 9, users: 6 });
  expect(addFigures(...found.organisations.map(({ figures }) => figures))).toEqual(found.total);
  expect(found.organisations.at(-1)).toMatchObject({ id: null, figures: { net: 4, users: 2 } });
  expect(found.directions.map(({ figures }) => figures.net).toSorted((a, b) => a - b)).toEqual([3, 6]);
  expect(found.days.reduce((sum, { net }) => sum + net, 0)).toBe(9);
  expect(found.round).toMatchObject({ phase: "collecting", day: 23, days: 44 });
});
