import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/access/actor";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import type { Role } from "@/platform/db/client/client";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeCountry, makeMunicipality, makeRegion } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { importBoundaries, listRegions, previewImport } from "./server/service";

useTestDatabase();

const now = new Date("2026-03-10T12:00:00Z");
const asking = (actor: Actor) => ({ actor, db, now });
type Asker = ReturnType<typeof asking>;
const code = async (work: Promise<unknown>) => await work.then(() => "done", (error: { code?: string }) => error.code ?? String(error));
const square = (west: number, south: number) => [[west, south], [west + 1, south], [west + 1, south + 1], [west, south + 1], [west, south]];
const file = (...names: readonly string[]) => new TextEncoder().encode(JSON.stringify({ type: "FeatureCollection", features: names.map((district, at) => ({ type: "Feature", properties: { district }, geometry: { type: "Polygon", coordinates: [square(50 + at, 58)] } })) }));

const world = {} as { regionId: string; otherRegionId: string; ids: string[] };
let administrator: Asker;

async function asker(role: Role, unitId: string): Promise<Asker> {
  const person = await makePerson(db);
  await makeAppointment(db, { personId: person.id, role, unitId });
  return asking(await loadActor({ personId: person.id, sessionVersion: 1 }, now));
}

beforeAll(async () => {
  const [region, other] = [await makeRegion(db), await makeRegion(db)];
  const made = [];
  for (const name of ["Арбажский муниципальный район", "Георгиевский муниципальный округ", "город Киров"]) made.push(await makeMunicipality(db, { parentId: region.id, name }));
  await makeMunicipality(db, { parentId: other.id, name: "Соседний муниципальный район" });
  Object.assign(world, { regionId: region.id, otherRegionId: other.id, ids: made.map(({ id }) => id) });
  administrator = await asker("administrator", (await makeCountry(db)).id);
});

const preview = async (who: Asker, bytes: Uint8Array, more: object = {}) => await previewImport(who, bytes, { regionId: world.regionId, property: null, decisions: {}, ...more });
const take = async (who: Asker, bytes: Uint8Array, previewHash: string, more: object = {}) => await importBoundaries(who, bytes, { regionId: world.regionId, property: "district", decisions: {}, attribution: "© участники OpenStreetMap, ODbL", previewHash, ...more });

test("границы загружает только администратор; остальные страницы не находят", async () => {
  const nobody = asking({ personId: null, posts: [] });
  const bytes = file("Арбажский район");
  for (const who of [await asker("head", world.ids[0] ?? ""), await asker("councilStaff", world.regionId), await asker("responsiblePerson", world.ids[0] ?? "")]) {
    expect([await code(preview(who, bytes)), await code(take(who, bytes, "0".repeat(64))), await code(listRegions(who))]).toEqual(["request.notFound", "request.notFound", "request.notFound"]);
  }
  expect([await code(preview(nobody, bytes)), await code(listRegions(nobody))]).toEqual(["request.notSignedIn", "request.notSignedIn"]);
  expect(await code(preview(administrator, bytes, { regionId: world.ids[0] }))).toBe("request.notFound");
  expect(await code(preview(administrator, bytes, { regionId: newId() }))).toBe("request.notFound");
});

test("предпросмотр ничего не пишет, а загружается только то, что показано", async () => {
  const bytes = file("Арбажский район", "Георгиевский", "Георгиевск", "Неведомое");
  const seen = await preview(administrator, bytes);
  expect([seen.property, seen.rows.map(({ value, unitId, certainty }) => [value, world.ids.indexOf(unitId ?? ""), certainty])]).toEqual(["district", [["Неведомое", -1, null], ["Георгиевск", 1, "likely"], ["Арбажский район", 0, "exact"], ["Георгиевский", 1, "exact"]]]);
  expect(seen.missing).toEqual([world.ids[2]]);
  expect(await db.boundary.count()).toBe(0);
  expect(await code(take(administrator, file("Арбажский район"), seen.hash))).toBe("import.changedMeanwhile");
  expect(await code(take(administrator, bytes, seen.hash, { decisions: { Неведомое: world.ids[2] } }))).toBe("import.changedMeanwhile");
  expect(await db.boundary.count()).toBe(0);
  expect(await take(administrator, bytes, seen.hash)).toMatchObject({ units: 2 });
  const [first, second] = await db.boundary.findMany({ orderBy: { unitId: "asc" }, where: { unitId: { in: world.ids } } });
  expect([first?.attribution, second?.regionId]).toEqual(["© участники OpenStreetMap, ODbL", world.regionId]);
  const merged = (await db.boundary.findUniqueOrThrow({ where: { unitId: world.ids[1] ?? "" } })).geometry as { coordinates: number[][][][] };
  expect(merged.coordinates).toHaveLength(1);
});

test("вторая загрузка заменяет первую и не трогает соседний регион", async () => {
  const other = file("Соседний район");
  const elsewhere = await preview(administrator, other, { regionId: world.otherRegionId });
  await take(administrator, other, elsewhere.hash, { regionId: world.otherRegionId });
  const bytes = file("Киров");
  const seen = await preview(administrator, bytes);
  expect(seen.standing).toBe(2);
  await take(administrator, bytes, seen.hash);
  expect((await db.boundary.findMany({ where: { regionId: world.regionId } })).map(({ unitId }) => unitId)).toEqual([world.ids[2]]);
  expect(await db.boundary.count({ where: { regionId: world.otherRegionId } })).toBe(1);
  expect((await listRegions(administrator)).find(({ id }) => id === world.regionId)).toMatchObject({ outlined: 1, municipalities: 3 });
});

test("ничего не подошло — ничего не стёрто", async () => {
  const bytes = file("Неведомое");
  const seen = await preview(administrator, bytes);
  expect(await code(take(administrator, bytes, seen.hash))).toBe("boundaries.nothingMatched");
  expect(await db.boundary.count({ where: { regionId: world.regionId } })).toBe(1);
});
