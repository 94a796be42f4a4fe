import { beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { db } from "@/platform/db/client";
import { executeSql, queryRows, sql } from "@/platform/db/sql";
import { matrix } from "./matrix/all";
import { ask } from "./matrix/ask";
import { expectedOf, signedIn, type Noun, type Target } from "./matrix/table";
import { reach, targets } from "./matrix/targets";
import { makeWorld, now, type World } from "./matrix/world";
import { useTestDatabase } from "./database";

useTestDatabase();

/** A name, an address and a number that are one resident's: four figures tell whose. */
const markOf = (at: number) => ({ family: `Приметова${String(at).padStart(4, "0")}`, address: `primetova${String(at).padStart(4, "0")}`, phone: `+7999000${String(at).padStart(4, "0")}` });
const marks = /(?:Приметова|primetova|7999000)(\d{4})/g;
/** Residents by their mark. */
const marked: string[] = [];
const shownIn = (said: unknown): string[] => [...new Set([...(JSON.stringify(said) ?? "").matchAll(marks)].map(([, at]) => marked[Number(at)] ?? ""))];

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

/** Whoever holds no post bears marks of their own: found in an answer, they tell which resident was shown. */
async function markResidents(): Promise<void> {
  const unmarked = await queryRows(db, z.object({ id: z.string() }), sql`
    select p."id" from "Person" p where p."familyName" not like 'Приметова%' and not exists (select 1 from "Appointment" a where a."personId" = p."id") order by p."id"`);
  for (const { id } of unmarked) {
    const { family, address, phone } = markOf(marked.push(id) - 1);
    await executeSql(db, sql`update "Person" set "familyName" = ${family} where "id" = ${id}::uuid`);
    await executeSql(db, sql`update "Contact" set "value" = ${address} || "id"::text || '@example.org' where "personId" = ${id}::uuid and "kind" = 'email'`);
    await executeSql(db, sql`
      insert into "Contact" ("id", "personId", "kind", "value", "createdAt") select gen_random_uuid(), ${id}::uuid, 'phone', ${phone}, ${now}
      where not exists (select 1 from "Contact" c where c."personId" = ${id}::uuid and c."kind" = 'phone')`);
  }
}

async function targetOf(noun: Noun | null): Promise<Target> {
  const { home } = world;
  return noun === null ? { id: "", number: 0, municipalityId: home.municipalityId } : await targets[noun](world, "own");
}

test("кто из сотрудников увидел имя или связь жителя – тот в журнале, который видит житель, какой бы процедурой ни смотрел", async () => {
  const silent: string[] = [];
  let looks = 0;
  let several = 0;
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
      const shown = outcome === "through" ? shownIn(said) : [];
      if (shown.length === 0) continue;
      looks += 1;
      several += shown.length > 1 ? 1 : 0;
      const logged = await db.accessLogEntry.findMany({ where: { byId }, select: { role: true, personId: true } });
      const known = new Set(logged.map(({ personId }) => personId));
      const unsaid = shown.filter((personId) => !known.has(personId));
      if (unsaid.length > 0) silent.push(`${path} tells ${asker}: ${unsaid.length} of ${shown.length} are in no journal`);
      for (const { role, personId } of logged) {
        expect(role, path).not.toBe("person");
        expect(personId).not.toBe(byId);
      }
    }
  }
  expect(silent).toEqual([]);
  expect(looks).toBeGreaterThan(10);
  // lists that show more than one
  expect(several).toBeGreaterThan(1);
}, 120_000);
