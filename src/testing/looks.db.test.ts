import { beforeAll, expect, test } from "vitest";
import { db } from "@/platform/db/client";
import { executeSql, sql } from "@/platform/db/sql";
import { matrix } from "./matrix/all";
import { ask } from "./matrix/ask";
import { expectedOf, signedIn, type Noun, type Target } from "./matrix/table";
import { reach, targets } from "./matrix/targets";
import { makeWorld, now, type World } from "./matrix/world";
import { useTestDatabase } from "./database";

useTestDatabase();

const family = "Приметова";
const phone = "+79990001122";
const isAbout = (said: unknown) => JSON.stringify(said)?.match(/Приметова|primetova|79990001122/)?.[0];

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

/** Whoever holds no post bears one name and one number: found in an answer, it is a resident's. */
async function markResidents(): Promise<void> {
  const noPost = sql`not exists (select 1 from "Appointment" a where a."personId" = p."id")`;
  await executeSql(db, sql`update "Person" p set "familyName" = ${family} where p."familyName" <> ${family} and ${noPost}`);
  await executeSql(db, sql`update "Contact" c set "value" = 'primetova' || c."id"::text || '@example.org' from "Person" p where p."id" = c."personId" and c."kind" = 'email' and c."value" not like 'primetova%' and ${noPost}`);
  await executeSql(db, sql`
    insert into "Contact" ("id", "personId", "kind", "value", "createdAt") select gen_random_uuid(), p."id", 'phone', ${phone}, ${now} from "Person" p
    where ${noPost} and not exists (select 1 from "Contact" c where c."personId" = p."id" and c."kind" = 'phone')`);
}

async function targetOf(noun: Noun | null): Promise<Target> {
  const { home } = world;
  return noun === null ? { id: "", number: 0, municipalityId: home.municipalityId } : await targets[noun](world, "own");
}

test("кто из сотрудников увидел имя или связь жителя – тот в журнале, который видит житель, какой бы процедурой ни смотрел", async () => {
  const silent: string[] = [];
  let looks = 0;
  // lists have something to show
  for (const noun of ["initiative", "draft", "ticket", "person"] as const) await targets[noun](world, "own");
  for (const [path, line] of Object.entries(matrix)) {
    if (line.noun !== null && !reach[line.noun].includes("own")) continue;
    const target = await targetOf(line.noun);
    await markResidents();
    for (const asker of signedIn) {
      const actor = world.actors.get(asker);
      // whoever is refused is told nothing (matrix.db.test.ts)
      if (!actor || actor.posts.length === 0 || actor.personId === null || expectedOf(line, "own", asker) !== "through") continue;
      const byId = actor.personId;
      await db.accessLogEntry.deleteMany({ where: { byId } });
      const { outcome, said } = await ask(path, actor, line.input(target, world.home, "own"));
      const shown = outcome === "through" ? isAbout(said) : undefined;
      if (!shown) continue;
      looks += 1;
      const logged = await db.accessLogEntry.findMany({ where: { byId }, select: { role: true, personId: true } });
      if (logged.length === 0) silent.push(`${path} tells ${asker}: ${shown}`);
      for (const { role, personId } of logged) {
        expect(role, path).not.toBe("person");
        expect(personId).not.toBe(byId);
      }
    }
  }
  expect(silent).toEqual([]);
  expect(looks).toBeGreaterThan(10);
}, 120_000);
