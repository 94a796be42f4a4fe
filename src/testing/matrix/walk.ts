import { matrix } from "./all";
import { ask, isTaken, procedures } from "./ask";
import { holes } from "./holes";
import { askers, expectedOf, relations, type Asker, type Noun, type Relation, type Target, type Wanted } from "./table";
import { reach, targets } from "./targets";
import { foreignName, type World } from "./world";

/** Rows in every relation, shared by all who are refused: they change nothing. */
export type Standing = ReadonlyMap<string, Target>;

export async function makeStanding(world: World): Promise<Standing> {
  const standing = new Map<string, Target>();
  for (const noun of Object.keys(reach) as Noun[]) for (const relation of reach[noun]) standing.set(`${noun} ${relation}`, await targets[noun](world, relation));
  return standing;
}

async function targetFor(world: World, standing: Standing, noun: Noun | null, relation: Relation, isFresh: boolean): Promise<Target> {
  if (noun === null) return { id: "", number: 0, municipalityId: world.home.municipalityId };
  const shared = standing.get(`${noun} ${relation}`);
  return isFresh || !shared ? await targets[noun](world, relation) : shared;
}

/** What the matrix asks for, or what a known hole answers instead. */
function answerOf(path: string, relation: Relation, asker: Asker): Wanted {
  const hole = holes.find((one) => one.path === path && one.asker === asker && one.relations.includes(relation));
  return hole?.answered ?? expectedOf(matrix[path]!, relation, asker);
}

/** Everybody, or those who are let through, ask one procedure for a row in every relation. Out: the answers that are others than the matrix says. */
export async function wrongAnswers(world: World, standing: Standing, path: string, who: "everybody" | "allowed" = "everybody"): Promise<string[]> {
  const line = matrix[path]!;
  const wrong: string[] = [];
  const isChange = procedures.get(path)?.type === "mutation";
  for (const relation of line.noun === null ? (["own"] as const) : reach[line.noun].toSorted((a, b) => relations.indexOf(a) - relations.indexOf(b))) {
    const answers = async (asker: Asker) => {
      const expected = answerOf(path, relation, asker);
      const input = line.input(await targetFor(world, standing, line.noun, relation, isChange && expected === "through"), world.home, relation);
      if (!isTaken(path, input)) throw new Error(`${path} takes no such input: ${JSON.stringify(input)}`);
      const { outcome, said } = await ask(path, world.actors.get(asker)!, input);
      if (outcome !== expected && !(expected === "refused" && (outcome === 403 || outcome === 404))) wrong.push(`${relation} · ${asker}: ${outcome} instead of ${expected} (${outcome === "through" ? JSON.stringify(said)?.slice(0, 160) : String(said)})`);
      if (outcome === "through" && relation === "own" && JSON.stringify(said)?.includes(foreignName)) wrong.push(`${asker} is told of somebody in another municipality: ${JSON.stringify(said).slice(0, 300)}`);
    };
    // who is refused asks first: what the others change then can't hide anything
    if (who === "everybody") await Promise.all(askers.filter((asker) => answerOf(path, relation, asker) !== "through").map(answers));
    await Promise.all(askers.filter((asker) => answerOf(path, relation, asker) === "through").map(answers));
  }
  return wrong;
}
