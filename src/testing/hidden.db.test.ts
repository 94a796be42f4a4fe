import { beforeAll, expect, test } from "vitest";
import { setHidden } from "@/features/people/account/server/service";
import { registerSubscriptions } from "@/api/subscriptions";
import { db } from "@/platform/db/client";
import { makeInitiative } from "./factories/make-initiative";
import { makePerson } from "./factories/make-person";
import { newId } from "./factories/sequence";
import { matrix } from "./matrix/all";
import { ask } from "./matrix/ask";
import { expectedOf, type Asker, type Noun } from "./matrix/table";
import { reach, targets } from "./matrix/targets";
import { actorOf, makeWorld, now, type World } from "./matrix/world";
import { useTestDatabase } from "./database";

useTestDatabase();

/** Everybody who works in the organisation. */
const colleagues: readonly Asker[] = ["coordinator", "executor", "director"];
const marks = /Потайная|Скрытнова/;

let world: World;
let personId: string;
let publicTitle: string;
beforeAll(async () => {
  registerSubscriptions();
  world = await makeWorld();
  ({ id: personId } = await makePerson(db, { familyName: "Скрытнова" }));
  const { marathonId, schoolId, directionId, municipalityId } = world.home;
  await db.registration.create({ data: { id: newId(), marathonId, personId, municipalityId, organisationId: schoolId, joinedAt: now, countedAt: now } });
  // newer than what the procedures ask about: on the first page of every list
  const of = { marathonId, municipalityId, directionId, originatingId: schoolId, authorId: personId, submittedAt: now };
  for (const status of ["submitted", "withdrawn", "merged"] as const) await makeInitiative(db, { ...of, status, title: `Потайная ${status}` });
  ({ title: publicTitle } = await makeInitiative(db, { ...of, status: "inConsideration" }));
});

/** What of the author the colleagues are told, by any procedure there is, or by the one that is named. */
async function told(only?: string): Promise<string[]> {
  const found: string[] = [];
  for (const [path, line] of Object.entries(matrix)) {
    if (only && path !== only) continue;
    const noun: Noun | null = line.noun;
    if (noun !== null && !reach[noun].includes("own")) continue;
    const target = noun === null ? { id: "", number: 0, municipalityId: world.home.municipalityId } : await targets[noun](world, "own");
    // whoever is refused is told nothing (matrix.db.test.ts)
    for (const asker of colleagues.filter((one) => expectedOf(line, "own", one) === "through")) {
      const { outcome, said } = await ask(path, world.actors.get(asker)!, line.input(target, world.home, "own"));
      if (outcome === "through" && marks.test(JSON.stringify(said) ?? "")) found.push(`${path} tells ${asker}`);
    }
  }
  return found;
}
/** Every page of the organisation's list. */
async function gathered(asker: Asker): Promise<string> {
  const pages: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { said } = await ask("initiative.gathered", world.actors.get(asker)!, { scope: "organisation", limit: 50, ...(cursor ? { cursor } : {}) });
    pages.push(JSON.stringify(said));
    cursor = (said as { readonly next: string | null }).next;
  }
  return pages.join();
}

test("пока человек не скрыт, его организация видит его инициативы: иначе остальное ничего бы не доказывало", async () => {
  expect(await told("initiative.gathered")).toContain("initiative.gathered tells director");
  expect(await gathered("director")).toContain(publicTitle);
}, 60_000);

test("скрытого от своей организации не показывает ни одна процедура ни координатору, ни исполнителю, ни руководителю", async () => {
  const figures = async () => JSON.stringify((await ask("indicator.organisation", world.actors.get("director")!, { organisationId: world.home.schoolId })).said);
  const before = await figures();
  await setHidden(await actorOf(personId), true, now);
  // counted there, shown there to nobody (MODEL.md)
  expect(await figures()).toBe(before);
  expect(await told()).toEqual([]);
  for (const asker of colleagues) expect(await gathered(asker)).not.toContain(publicTitle);
}, 60_000);

test("снова показать – значит показать следующее: прежнее не открывается одним нажатием", async () => {
  await setHidden(await actorOf(personId), false, now);
  expect(await db.registration.findFirst({ where: { personId } })).toMatchObject({ hiddenFromOrganisation: false });
  expect(await told()).toEqual([]);
}, 60_000);
