import { beforeAll, describe, expect, test } from "vitest";
import { useTestDatabase } from "./database";
import { matrix } from "./matrix/all";
import { ask, isTaken, procedures } from "./matrix/ask";
import { askers, expectedOf, relations, type Noun, type Relation, type Target } from "./matrix/table";
import { reach, targets } from "./matrix/targets";
import { foreignName, makeWorld, type World } from "./matrix/world";

useTestDatabase();

let world: World;
/** Shared by all who are refused: they change nothing. */
const standing = new Map<string, Target>();

beforeAll(async () => {
  world = await makeWorld();
  for (const noun of Object.keys(reach) as Noun[]) for (const relation of reach[noun]) standing.set(`${noun} ${relation}`, await targets[noun](world, relation));
});

async function targetFor(noun: Noun | null, relation: Relation, isFresh: boolean): Promise<Target> {
  if (noun === null) return { id: "", number: 0, municipalityId: world.home.municipalityId };
  const shared = standing.get(`${noun} ${relation}`);
  return isFresh || !shared ? await targets[noun](world, relation) : shared;
}

test("у каждой процедуры есть строка, у каждой строки – процедура", () => {
  expect([...procedures.keys()].filter((path) => !(path in matrix))).toEqual([]);
  expect(Object.keys(matrix).filter((path) => !procedures.has(path))).toEqual([]);
});

test("строка называет только те отношения, которые бывают у её предмета", () => {
  for (const [path, { noun, expected }] of Object.entries(matrix)) {
    const known: readonly Relation[] = noun === null ? ["own"] : reach[noun];
    expect(Object.keys(expected).filter((relation) => expected[relation as Relation] !== "" && !known.includes(relation as Relation)), path).toEqual([]);
  }
});

describe("кого пускают", () => {
  for (const [path, line] of Object.entries(matrix)) {
    test(path, async () => {
      const wrong: string[] = [];
      const isChange = procedures.get(path)?.type === "mutation";
      for (const relation of line.noun === null ? (["own"] as const) : reach[line.noun].toSorted((a, b) => relations.indexOf(a) - relations.indexOf(b))) {
        // who is refused asks first: what the others change then can't hide anything
        const inTurn = askers.toSorted((a, b) => Number(expectedOf(line, relation, a) === "through") - Number(expectedOf(line, relation, b) === "through"));
        for (const asker of inTurn) {
          const expected = expectedOf(line, relation, asker);
          const input = line.input(await targetFor(line.noun, relation, isChange && expected === "through"), world.home, relation);
          if (!isTaken(path, input)) throw new Error(`${path} takes no such input: ${JSON.stringify(input)}`);
          const { outcome, said } = await ask(path, world.actors.get(asker)!, input);
          if (outcome !== expected) wrong.push(`${relation} · ${asker}: ${outcome} instead of ${expected} (${outcome === "through" ? JSON.stringify(said)?.slice(0, 160) : String(said)})`);
          if (outcome === "through" && relation === "own" && JSON.stringify(said)?.includes(foreignName)) wrong.push(`${asker} is told of somebody in another municipality: ${JSON.stringify(said).slice(0, 300)}`);
        }
      }
      expect(wrong).toEqual([]);
    }, 60_000);
  }
});
