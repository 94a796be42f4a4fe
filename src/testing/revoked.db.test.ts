import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/access/actor";
import { roles, type Role } from "@/access/roles";
import { db } from "@/platform/db/client";
import { useTestDatabase } from "./database";
import { makePerson } from "./factories/make-person";
import { matrix } from "./matrix/all";
import { ask, procedures } from "./matrix/ask";
import { expectedOf, type Target } from "./matrix/table";
import { reach, targets } from "./matrix/targets";
import { makeStanding, type Standing } from "./matrix/walk";
import { actorOf, makeWorld, now, type World } from "./matrix/world";

useTestDatabase();

const later = new Date(now.getTime() + 1000);
let world: World;
let standing: Standing;
const former = new Map<Role, Actor>();
let outsider: Actor;

/** Everybody's appointment has ended a second ago; nothing else has changed. */
beforeAll(async () => {
  world = await makeWorld();
  standing = await makeStanding(world);
  await db.appointment.updateMany({ data: { endsAt: later } });
  for (const role of roles) former.set(role, await actorOf(world.actors.get(role)!.personId!, later));
  outsider = await actorOf((await makePerson(db)).id, later);
});

test("до конца назначения роль есть у каждого, после – ни у кого", () => {
  expect(roles.filter((role) => world.actors.get(role)!.posts.every((post) => post.role !== role))).toEqual([]);
  expect([...former.values()].flatMap(({ posts }) => posts)).toEqual([]);
});

/** Whoever was let through by a post asks as whoever never held any does. Out: those who are answered otherwise. */
async function leftRights(path: string): Promise<string[]> {
  const line = matrix[path]!;
  const { noun, input } = line;
  const isChange = procedures.get(path)?.type === "mutation";
  const left: string[] = [];
  for (const relation of noun === null ? (["own"] as const) : reach[noun]) {
    const target = async (isFresh: boolean): Promise<Target> => (noun === null ? { id: "", number: 0, municipalityId: world.home.municipalityId } : isFresh ? await targets[noun](world, relation) : standing.get(`${noun} ${relation}`)!);
    const outcome = async (actor: Actor, isFresh: boolean) => (await ask(path, actor, input(await target(isFresh), world.home, relation), later)).outcome;
    const holders = [...former].filter(([role]) => expectedOf(line, relation, role) === "through");
    if (holders.length === 0) continue;
    const plain = await outcome(outsider, false);
    for (const [role, actor] of holders) {
      const answered = await outcome(actor, isChange && plain === "through");
      if (answered !== plain) left.push(`${relation} · ${role}: ${answered} instead of ${plain}`);
    }
  }
  return left;
}

describe("все назначения кончились секунду назад: бывшему отвечают как любому", () => {
  for (const path of Object.keys(matrix)) test(path, async () => expect(await leftRights(path)).toEqual([]), 60_000);
});
