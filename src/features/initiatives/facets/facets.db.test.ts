import { beforeAll, expect, test } from "vitest";
import { anonymous } from "@/access/actor";
import { publicInitiativeStatuses } from "@/access/rules/initiative";
import { db } from "@/platform/db/client";
import { useTestDatabase } from "@/testing/database";
import { makeInitiative } from "@/testing/factories/make-initiative";
import { makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality } from "@/testing/factories/make-municipality";
import { factoryNow as now } from "@/testing/factories/sequence";
import { Chance } from "@seed/random";
import { catalogueInput } from "../catalogue/schema";
import { listCatalogue } from "../catalogue/server/service";
import { initiativeStatuses } from "../lifecycle";
import { periods } from "./rules";
import type { FacetsInput } from "./schema";
import { countFacets, countPlaces, fold } from "./server/service";

useTestDatabase();

let marathonId: string;
let municipalityIds: string[];
let directionIds: string[];
beforeAll(async () => {
  municipalityIds = [(await makeMunicipality(db)).id, (await makeMunicipality(db)).id];
  const marathon = await makeMarathon(db, { municipalityIds });
  [marathonId, directionIds] = [marathon.id, marathon.directions.map(({ id }) => id)];
});

/** What the list itself shows for a choice. */
async function listed({ municipalityId, directionId, status, period }: FacetsInput): Promise<number> {
  const { rows } = await listCatalogue(db, anonymous, { ...catalogueInput.parse({ limit: 50 }), municipalityId, directionId, statuses: status ? [status] : undefined, period }, "ru", now);
  return rows.length;
}

const choices = (): FacetsInput[] =>
  [undefined, ...municipalityIds].flatMap((municipalityId) => [undefined, ...directionIds].flatMap((directionId) => [undefined, ...publicInitiativeStatuses].flatMap((status) =>
    [undefined, ...periods].map((period) => ({ municipalityId, directionId, status, period })))));

/** Every count beside every filter is the length of the list behind it. */
async function expectTrue(): Promise<void> {
  await fold();
  const lengths = new Map<string, number>();
  for (const choice of choices()) lengths.set(JSON.stringify(choice), await listed(choice));
  const length = (choice: FacetsInput) => lengths.get(JSON.stringify({ municipalityId: choice.municipalityId, directionId: choice.directionId, status: choice.status, period: choice.period }));
  for (const choice of choices()) {
    const facets = await countFacets(db, choice, now);
    const counted: Record<string, number | null | undefined> = { total: facets.total };
    const real: Record<string, number | null | undefined> = { total: facets.total === null ? null : length(choice) };
    const compare = <T>(name: string, rows: readonly T[] | null, all: readonly string[], idOf: (row: T) => string, countOf: (row: T) => number, key: keyof FacetsInput) => {
      for (const id of rows === null ? [] : all) {
        counted[`${name} ${id}`] = rows?.find((row) => idOf(row) === id) ? countOf(rows.find((row) => idOf(row) === id)!) : 0;
        real[`${name} ${id}`] = length({ ...choice, [key]: id });
      }
    };
    compare("municipality", facets.municipalities, municipalityIds, ({ id }) => id, ({ count }) => count, "municipalityId");
    compare("direction", facets.directions, directionIds, ({ id }) => id, ({ count }) => count, "directionId");
    compare("status", facets.statuses, publicInitiativeStatuses, ({ status }) => status, ({ count }) => count, "status");
    compare("period", facets.periods, periods, ({ period }) => period, ({ count }) => count, "period");
    expect(counted, JSON.stringify(choice)).toEqual(real);
  }
}

test("число у каждого фильтра равно длине списка за ним, что бы ни происходило с инициативами", async () => {
  const chance = new Chance("facets");
  const made: string[] = [];
  for (let count = 0; count < 30; count += 1) {
    const submittedAt = new Date(now.getTime() - chance.whole(0, 40) * 86_400_000);
    const { id } = await makeInitiative(db, { marathonId, municipalityId: chance.pick(municipalityIds), directionId: chance.pick(directionIds), status: chance.pick([...initiativeStatuses]), submittedAt, authorId: null });
    made.push(id);
  }
  await expectTrue();
  for (const id of made) {
    const roll = chance.next();
    if (roll < 0.4) await db.initiative.update({ where: { id }, data: { status: chance.pick([...initiativeStatuses]) } });
    else if (roll < 0.6) await db.initiative.update({ where: { id }, data: { municipalityId: chance.pick(municipalityIds), directionId: chance.pick(directionIds) } });
    else if (roll < 0.7) await db.initiative.update({ where: { id }, data: { supportCount: 3, answer: "Сделаем" } });
  }
  await expectTrue();
  expect(await db.initiativeFacetDelta.count()).toBe(0);
}, 120_000);

test("чего нельзя сосчитать за ограниченное время, того не пишут: состояние внутри недели", async () => {
  expect(await countFacets(db, { status: "nominated", period: "week" }, now)).toMatchObject({ total: null, statuses: null, municipalities: null });
});

test("подача и поддержка счётчикам ничего не стоят, а сворачивают многие сразу без потерь", async () => {
  await fold();
  const { id } = await makeInitiative(db, { marathonId, municipalityId: municipalityIds[0]!, directionId: directionIds[0]!, status: "submitted" });
  await db.initiative.update({ where: { id }, data: { supportCount: 5, updatedAt: now } });
  expect(await db.initiativeFacetDelta.count()).toBe(0);
  const before = (await countFacets(db, {}, now)).total ?? 0;
  await db.initiative.update({ where: { id }, data: { status: "inConsideration" } });
  await Promise.all([fold(), fold(), fold()]);
  await fold();
  expect((await countFacets(db, {}, now)).total).toBe(before + 1);
});

test("на карте каждый участник, и тот, где пока ничего нет", async () => {
  const empty = await makeMunicipality(db);
  await db.participation.create({ data: { marathonId, municipalityId: empty.id } });
  const places = await countPlaces(db, {}, now);
  expect(places.map(({ id }) => id).toSorted()).toEqual([...municipalityIds, empty.id].toSorted());
  expect(places.find(({ id }) => id === empty.id)?.count).toBe(0);
  expect(places.reduce((sum, { count }) => sum + count, 0)).toBe((await countFacets(db, {}, now)).total);
});
