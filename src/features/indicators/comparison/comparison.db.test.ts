import { beforeAll, expect, test } from "vitest";
import { anonymous } from "@/access/actor";
import { visible } from "@/access/policy";
import { indicator } from "@/access/rules/indicator";
import { db } from "@/platform/db/client";
import { plainDate } from "@/shared/dates/plain-date";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { exportComparison, exportMunicipality } from "../exports/server/service";
import { fold } from "../ledger/server/service";
import { progress, regionProgress } from "../progress/server/service";
import { actorAt, makeWorld, now, submit, type World } from "@/testing/worlds/indicators";
import { sumRows } from "./rules";
import { findRows } from "./server/repo";
import { comparison } from "./server/service";

useTestDatabase();

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await submit(world, world.home.id, 5);
  await submit(world, world.nested.id, 7);
  await fold();
  await submit(world, world.neighbour.id, 11);
  await submit(world, world.abroad.id, 13);
});

test("сравнивать муниципалитеты без входа нельзя (401), главе нельзя (403), чужой регион не существует (404)", async () => {
  await expect(comparison(db, { actor: anonymous, now }, {})).rejects.toMatchObject({ code: "request.notSignedIn" });
  await expect(comparison(db, { actor: await actorAt("head", world.home.id), now }, {})).rejects.toMatchObject({ code: "request.forbidden" });
  const council = await actorAt("councilStaff", world.region.id);
  await expect(comparison(db, { actor: council, now }, { regionId: world.otherRegion.id })).rejects.toMatchObject({ code: "request.notFound" });
  await expect(comparison(db, { actor: council, now }, { marathonId: newId() })).rejects.toMatchObject({ code: "request.notFound" });
});

test("выгружать может ответственный своё, но не рабочая группа и не соседний глава", async () => {
  const wish = { municipalityId: world.home.id };
  await expect(exportMunicipality(db, { actor: await actorAt("workingGroupLead", world.home.id), now }, wish, "ru")).rejects.toMatchObject({ code: "request.forbidden" });
  await expect(exportMunicipality(db, { actor: await actorAt("head", world.neighbour.id), now }, wish, "ru")).rejects.toMatchObject({ code: "request.notFound" });
  expect((await exportMunicipality(db, { actor: await actorAt("responsiblePerson", world.home.id), now }, wish, "ru")).tables[0]?.rows[0]?.slice(0, 2)).toEqual(["Всего", "Всего"]);
});

test("совет видит все муниципалитеты своего региона и ни одного чужого, сумма — сумма строк", async () => {
  const found = await comparison(db, { actor: await actorAt("councilStaff", world.region.id), now }, {});
  expect(found?.rows.map(({ name, figures }) => [name, figures.net])).toEqual([["Тужинский район", 11], ["Яранский район", 5], ["Яранское поселение", 7]]);
  expect(found).toMatchObject({ level: "municipalities", hasNested: true, canGoUp: false });
  expect(found && sumRows(found.rows, found.round).figures.net).toBe(23);
});

test("область видимости стоит в самом запросе: район видит себя и стоящие внутри, а не весь регион", async () => {
  const seen = visible(indicator, await actorAt("head", world.home.id), "read");
  const rows = await findRows(db, seen, { marathonId: world.marathon.id, startsOn: plainDate("2026-02-16"), regionId: null, level: "municipalities" });
  expect(rows.map(({ name }) => name)).toEqual(["Яранский район", "Яранское поселение"]);
});

test("наблюдатель по стране видит регионы, а из региона — его муниципалитеты; суммы сходятся", async () => {
  const actor = await actorAt("countryObserver", (await db.unit.findFirstOrThrow({ where: { kind: "country" } })).id);
  const regions = await comparison(db, { actor, now }, {});
  expect(regions).toMatchObject({ level: "regions" });
  expect(new Map(regions?.rows.map(({ id, figures }) => [id, figures.net]))).toEqual(new Map([[world.region.id, 23], [world.otherRegion.id, 13]]));
  const inside = await comparison(db, { actor, now }, { regionId: world.region.id });
  expect(inside && sumRows(inside.rows, inside.round).figures.net).toBe(23);
});

test("в выгрузке совета последняя строка — сумма остальных, при любом виде поселений", async () => {
  const actor = await actorAt("councilStaff", world.region.id);
  for (const [nesting, sum, count] of [["apart", 23, 3], ["together", 23, 2], ["without", 16, 2]] as const) {
    const { tables } = await exportComparison(db, { actor, now }, { nesting }, "ru");
    const [table] = tables;
    const column = table?.columns.findIndex(({ header }) => header === "Инициатив с учётом снятых") ?? -1;
    const values = table?.rows.map((row) => Number(row[column])) ?? [];
    expect(values).toHaveLength(count + 1);
    expect(values.at(-1)).toBe(sum);
    expect(values.slice(0, -1).reduce((all, one) => all + one, 0)).toBe(sum);
  }
});

test("для всех открыто только то, что открыл глава: ни строки, ни следа в сумме", async () => {
  await db.participation.update({ where: { marathonId_municipalityId: { marathonId: world.marathon.id, municipalityId: world.neighbour.id } }, data: { figuresPublic: false } });
  const found = await progress(db, now);
  expect(found).toMatchObject({ municipalities: 4, released: 3, total: { net: 25 } });
  expect(found?.days.reduce((sum, one) => sum + one, 0)).toBe(25);
  expect(found?.directions.reduce((sum, { net }) => sum + net, 0)).toBe(25);
  const region = await regionProgress(db, now, { code: found?.regions.find(({ id }) => id === world.region.id)?.code ?? "" });
  expect(region.places.map(({ name }) => name)).toEqual(["Яранский район", "Яранское поселение"]);
  await expect(regionProgress(db, now, { code: "99999999" })).rejects.toMatchObject({ code: "unit.notFound" });
});
