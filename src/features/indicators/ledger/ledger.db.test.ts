import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { lifecycle, reachedBy, type InitiativeStatus } from "@/features/initiatives/rules";
import { db } from "@/platform/db/client";
import { column, queryRows, sql } from "@/platform/db/sql";
import { transaction } from "@/platform/db/transaction";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeOrganisation } from "@/testing/factories/make-municipality";
import { addFigures, noFigures } from "../rules";
import { figuresOutput, type Figures } from "../schema";
import { figureSums, ledgerRows } from "./server/repo";
import { fold, recordConfirming, recordJoining, recordMove, recordPlaceCorrection, recordSubmission } from "./server/service";
import * as z from "zod";

useTestDatabase();

let marathonId: string;
let directionIds: string[];
let places: { id: string; schoolId: string }[];
beforeAll(async () => {
  const made = [await makeMunicipality(db), await makeMunicipality(db, { timeZone: "Asia/Kamchatka" })];
  places = [];
  for (const { id } of made) places.push({ id, schoolId: (await makeOrganisation(db, { parentId: id })).id });
  const marathon = await makeMarathon(db, { municipalityIds: made.map(({ id }) => id) });
  marathonId = marathon.id;
  directionIds = marathon.directions.map(({ id }) => id);
});

const at = new Date("2026-03-10T15:30:00Z");
const scopes = (place = 0, direction = 0, school = false) => ({
  initiativeId: newId(), number: 1, marathonId, municipalityId: places[place]!.id, directionId: directionIds[direction]!, originatingId: school ? places[place]!.schoolId : null,
  consideringId: null, handedToId: null, authorId: null, helperId: null,
});

const read = async () => {
  const rows = await queryRows(db, figuresOutput.extend({ municipalityId: z.string() }), sql`select l."municipalityId", ${figureSums} from ${ledgerRows(sql`l."marathonId" = ${marathonId}::uuid`)} l group by 1`);
  return new Map(rows.map(({ municipalityId, ...figures }) => [municipalityId, figures]));
};
const total = async () => addFigures(...(await read()).values());

test("запись о несуществующем муниципалитете отменяет то, что её вызвало", async () => {
  await expect(transaction(async (tx) => await recordSubmission(tx, { ...scopes(), municipalityId: newId() }, at))).rejects.toThrow();
  expect(await total()).toEqual(noFigures);
});

test("отменённая подача не оставляет следа в показателях", async () => {
  await expect(transaction(async (tx) => { await recordSubmission(tx, scopes(), at); throw new Error("undone"); })).rejects.toThrow("undone");
  expect(await total()).toEqual(noFigures);
});

test("подавший сразу видит свою инициативу в показателях, до и после свёртки", async () => {
  await transaction(async (tx) => await recordSubmission(tx, scopes(), at));
  expect(await total()).toMatchObject({ gross: 1, net: 1 });
  expect(await fold()).toBe(1);
  expect(await total()).toMatchObject({ gross: 1, net: 1 });
  expect(await fold()).toBe(0);
});

test("день показателя — день муниципалитета: на Камчатке уже завтра", async () => {
  await transaction(async (tx) => await recordSubmission(tx, scopes(0), at));
  await transaction(async (tx) => await recordSubmission(tx, scopes(1), at));
  const days = await queryRows(db, z.object({ id: z.string(), day: column.day }), sql`select "municipalityId" as "id", "day"::text from "LedgerEntry" where not "folded"`);
  expect(new Map(days.map(({ id, day }) => [id, day]))).toEqual(new Map([[places[0]!.id, "2026-03-10"], [places[1]!.id, "2026-03-11"]]));
});

test("исправленный муниципалитет: один теряет ровно то, что получает другой", async () => {
  const before = await read();
  const right = scopes(1, 1);
  await transaction(async (tx) => await recordPlaceCorrection(tx, { ...right, fromMunicipalityId: places[0]!.id, fromDirectionId: directionIds[0]!, fromOriginatingId: null }, at));
  const after = await read();
  const change = (place: number) => after.get(places[place]!.id)!.net - before.get(places[place]!.id)!.net;
  expect([change(0), change(1)]).toEqual([-1, 1]);
});

test("неподтверждённый стоит рядом с числом пользователей, подтверждённый переходит в него", async () => {
  const before = await total();
  const registration = { registrationId: newId(), marathonId, municipalityId: places[0]!.id, organisationId: null, attribution: "resident" as const };
  await transaction(async (tx) => await recordJoining(tx, { ...registration, confirmed: false }, at));
  expect(await total()).toMatchObject({ users: before.users, unconfirmed: before.unconfirmed + 1 });
  await transaction(async (tx) => await recordConfirming(tx, registration, at));
  expect(await total()).toMatchObject({ users: before.users + 1, unconfirmed: before.unconfirmed });
});

/** A course by the lifecycle's own table, as many steps as wanted. */
const course = fc.record({ place: fc.nat(1), direction: fc.nat(1), school: fc.boolean(), picks: fc.array(fc.nat(1000), { maxLength: 6 }) });
function walk(picks: readonly number[]): InitiativeStatus[] {
  const path: InitiativeStatus[] = ["submitted"];
  for (const pick of picks) {
    const next = lifecycle.filter((row) => row.from.includes(path.at(-1)!)).flatMap((row) => reachedBy(row, path.at(-1)!));
    if (next.length > 0) path.push(next[pick % next.length]!);
  }
  return path;
}
const finalFigures = (path: readonly InitiativeStatus[]): Figures => {
  const last = path.at(-1)!;
  return {
    ...noFigures, gross: 1, net: ["withdrawn", "merged"].includes(last) ? 0 : 1,
    answered: ["nominated", "includedInProgramme", "alreadyUnderWay", "beyondCompetence", "notSupported", "carriedOut"].includes(last) ? 1 : 0,
    included: ["nominated", "includedInProgramme", "carriedOut"].includes(last) ? 1 : 0,
  };
};

test("случайные события вперемежку со свёртками в нескольких процессах: ничего не потеряно и не удвоено", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(course, { minLength: 1, maxLength: 12 }), async (courses) => {
      const before = await total();
      const live = async ({ place, direction, school, picks }: (typeof courses)[number]) => {
        const initiative = scopes(place, direction, school);
        const path = walk(picks);
        await transaction(async (tx) => await recordSubmission(tx, initiative, at));
        for (const [index, to] of path.entries()) {
          if (index > 0) await transaction(async (tx) => await recordMove(tx, { ...initiative, from: path[index - 1]!, to }, at));
        }
        return finalFigures(path);
      };
      const folding = [0, 1, 2].map(async () => { for (let round = 0; round < 4; round += 1) await fold(); });
      const expected = addFigures(before, ...(await Promise.all(courses.map(live))));
      await Promise.all(folding);
      expect(await total()).toEqual(expected);
      await fold();
      expect(await total()).toEqual(expected);
    }),
    { numRuns: 15 },
  );
});

test("читающий во время свёртки видит одно и то же", async () => {
  for (let round = 0; round < 40; round += 1) await transaction(async (tx) => await recordSubmission(tx, scopes(round % 2), at));
  const expected = await total();
  const seen: Figures[] = [];
  await Promise.all([fold(), ...Array.from({ length: 20 }, async () => void seen.push(await total()))]);
  for (const one of seen) expect(one).toEqual(expected);
});
