import { beforeAll, expect, test } from "vitest";
import { anonymous, type Actor } from "@/access/actor";
import { followersAtOnce, registerFollowers } from "@/api/subscriptions/followers";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { dispatchAll } from "@/platform/events/dispatcher";
import { announce } from "@/platform/events/outbox";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeInitiative } from "@/testing/factories/make-initiative";
import { makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality } from "@/testing/factories/make-municipality";
import { makePerson } from "@/testing/factories/make-person";
import { factoryNow as now } from "@/testing/factories/sequence";
import { initiativeMoved } from "../events";
import { setSupport } from "../record/server/service";
import { listFollowed, setFollowing } from "./server/service";

useTestDatabase();

let place: { marathonId: string; municipalityId: string; directionId: string };
beforeAll(async () => {
  registerFollowers();
  const municipality = await makeMunicipality(db);
  const marathon = await makeMarathon(db, { municipalityIds: [municipality.id] });
  place = { marathonId: marathon.id, municipalityId: municipality.id, directionId: marathon.directions[0]!.id };
});

const signedIn = async (personId: string): Promise<Actor> => await loadActor({ personId, sessionVersion: 1 }, now);
const someone = async () => await signedIn((await makePerson(db)).id);
const put = async (status: "inConsideration" | "submitted" | "withdrawn" = "inConsideration") => await makeInitiative(db, { ...place, status });
const told = async ({ personId }: Actor) => (await db.notification.findMany({ where: { personId: personId!, kind: "followedMoved" } })).map(({ href }) => href);

async function decide({ id: initiativeId, number, authorId }: Awaited<ReturnType<typeof put>>, visibility: "public" | "author" | "internal" = "public") {
  const event = await db.initiativeEvent.create({ data: { id: newId(), initiativeId, kind: "decided", visibility, text: "Фонари поставят в мае", toStatus: "includedInProgramme", at: now } });
  const scopes = { initiativeId, number, ...place, originatingId: null, consideringId: null, handedToId: null, authorId, helperId: null };
  await transaction(async (tx) => await announce(tx, initiativeMoved, { ...scopes, eventId: event.id, action: "decide", from: "inConsideration", to: "includedInProgramme" }, { at: now, actorId: null }));
  await dispatchEverything();
}

/** What is announced while another is handed out goes with the next round. */
async function dispatchEverything() {
  do await dispatchAll();
  while ((await db.event.count({ where: { dispatchedAt: null } })) > 0);
}

test("за не опубликованной инициативой и за своей не следят, без входа тоже", async () => {
  const hidden = await put("submitted");
  await expect(setFollowing(db, await someone(), hidden.number, true, now)).rejects.toMatchObject({ code: "initiative.notFound" });
  const mine = await put();
  await expect(setFollowing(db, await signedIn(mine.authorId!), mine.number, true, now)).rejects.toMatchObject({ code: "initiative.followOwn" });
  await expect(setFollowing(db, anonymous, mine.number, true, now)).rejects.toMatchObject({ code: "request.notSignedIn" });
});

test("следить – не поддерживать: счёт не меняется; повтор ничего не меняет, отмена убирает", async () => {
  const { number } = await put();
  const actor = await someone();
  await setFollowing(db, actor, number, true, now);
  expect(await setFollowing(db, actor, number, true, now)).toEqual({ supported: false, following: true, supportCount: 0, isMine: false });
  expect((await listFollowed(db, actor, { limit: 20 })).rows).toMatchObject([{ number }]);
  expect(await setFollowing(db, actor, number, false, now)).toMatchObject({ following: false });
  expect((await listFollowed(db, actor, { limit: 20 })).rows).toEqual([]);
});

test("ставшая не публичной уходит и из списка того, кто следил", async () => {
  const followed = await put();
  const actor = await someone();
  await setFollowing(db, actor, followed.number, true, now);
  await db.initiative.update({ where: { id: followed.id }, data: { status: "withdrawn" } });
  expect((await listFollowed(db, actor, { limit: 20 })).rows).toEqual([]);
});

test("кто следит, узнаёт о публичном шаге один раз; о личном и внутреннем – никогда; кто перестал – больше не узнаёт", async () => {
  const initiative = await put();
  const [follower, gone] = [await someone(), await someone()];
  for (const actor of [follower, gone]) await setFollowing(db, actor, initiative.number, true, now);
  await setFollowing(db, gone, initiative.number, false, now);
  await decide(initiative, "author");
  await decide(initiative, "internal");
  expect(await told(follower)).toEqual([]);
  await decide(initiative);
  await db.event.updateMany({ data: { dispatchedAt: null } });
  await dispatchEverything();
  expect(await told(follower)).toEqual([`/initiatives/${initiative.number}`]);
  expect(await told(gone)).toEqual([]);
});

test("сколько бы людей ни следило, узнают все, по частям", async () => {
  const initiative = await put();
  const people = await Promise.all(Array.from({ length: followersAtOnce + 5 }, async () => await makePerson(db, { confirmed: false })));
  await db.initiativeFollow.createMany({ data: people.map(({ id }) => ({ initiativeId: initiative.id, personId: id, at: now })) });
  await decide(initiative);
  expect(await db.notification.count({ where: { kind: "followedMoved", href: `/initiatives/${initiative.number}` } })).toBe(people.length);
});

test("пятьдесят одновременных нажатий одного человека – один голос; пятьдесят разных людей – пятьдесят", async () => {
  const { number, id } = await put();
  const one = await someone();
  await Promise.all(Array.from({ length: 50 }, async () => await setSupport(db, one, number, true, now)));
  const many = await Promise.all(Array.from({ length: 49 }, someone));
  await Promise.all(many.map(async (actor) => await setSupport(db, actor, number, true, now)));
  expect(await db.initiative.findUniqueOrThrow({ where: { id }, select: { supportCount: true } })).toEqual({ supportCount: 50 });
  expect(await db.initiativeSupport.count({ where: { initiativeId: id } })).toBe(50);
  // on and off at once: whatever the order, the count is the number of rows
  await Promise.all(many.flatMap((actor, at) => [setSupport(db, actor, number, at % 2 === 0, now), setSupport(db, actor, number, at % 3 === 0, now)]));
  expect((await db.initiative.findUniqueOrThrow({ where: { id } })).supportCount).toBe(await db.initiativeSupport.count({ where: { initiativeId: id } }));
});
