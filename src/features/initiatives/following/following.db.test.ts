import { beforeAll, expect, test, vi } from "vitest";
import { anonymous, type Actor } from "@/access/actor";
import { registerMessages } from "@/api/subscriptions/messages";
import { readersAtOnce, registerReaders } from "@/api/subscriptions/readers";
import { loadActor } from "@/platform/auth/actor";
import { db, pool } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { dispatchAll } from "@/platform/events/dispatcher";
import { announce } from "@/platform/events/outbox";
import { visitorOf } from "@/platform/trpc/context";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeInitiative } from "@/testing/factories/make-initiative";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { factoryNow as now } from "@/testing/factories/sequence";
import { merge } from "../considering/merging/server/service";
import { initiativeMoved } from "../events";
import { readMergedInto, setSupport } from "../record/server/service";
import { withdraw } from "../record/server/steps";
import { listFollowed, nextReaders, setFollowing } from "./server/service";

useTestDatabase();

let place: { marathonId: string; municipalityId: string; directionId: string };
beforeAll(async () => {
  registerMessages();
  registerReaders();
  const municipality = await makeMunicipality(db);
  const marathon = await makeMarathon(db, { municipalityIds: [municipality.id] });
  place = { marathonId: marathon.id, municipalityId: municipality.id, directionId: marathon.directions[0]!.id };
});

const signedIn = async (personId: string): Promise<Actor> => await loadActor({ personId, sessionVersion: 1 }, now);
const someone = async () => await signedIn((await makePerson(db)).id);
const put = async (status: "inConsideration" | "submitted" | "withdrawn" = "inConsideration") => await makeInitiative(db, { ...place, status });
const toldOf = async ({ personId }: Actor) => (await db.notification.findMany({ where: { personId: personId!, kind: "followedMoved" } })).map(({ href }) => href);

async function announceDecision({ id: initiativeId, number, authorId }: Awaited<ReturnType<typeof put>>, visibility: "public" | "author" | "internal" = "public", actorId: string | null = null) {
  const event = await db.initiativeEvent.create({ data: { id: newId(), initiativeId, kind: "decided", visibility, text: "Фонари поставят в мае", toStatus: "includedInProgramme", at: now } });
  const scopes = { initiativeId, number, ...place, originatingId: null, consideringId: null, handedToId: null, authorId, helperId: null };
  await transaction(async (tx) => await announce(tx, initiativeMoved, { ...scopes, eventId: event.id, action: "decide", from: "inConsideration", to: "includedInProgramme" }, { at: now, actorId }));
}

async function decide(...decided: Parameters<typeof announceDecision>) {
  await announceDecision(...decided);
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
  expect(await toldOf(follower)).toEqual([]);
  await decide(initiative);
  await db.event.updateMany({ data: { dispatchedAt: null } });
  await dispatchEverything();
  expect(await toldOf(follower)).toEqual([`/initiatives/${initiative.number}`]);
  expect(await toldOf(gone)).toEqual([]);
});

const strangers = async (length: number) => await Promise.all(Array.from({ length }, async () => (await makePerson(db, { confirmed: false })).id));
const news = async ({ number }: { number: number }) => await db.notification.findMany({ where: { href: `/initiatives/${number}` }, select: { kind: true, personId: true } });

test("кто поддержал и следит, узнаёт о решении один раз и как поддержавший; автор и решивший – не из этого списка", async () => {
  const initiative = await put();
  const [both, follower, supporter] = await strangers(3) as [string, string, string];
  const decider = await someone();
  for (const personId of [both, supporter, initiative.authorId!, decider.personId!]) await db.initiativeSupport.create({ data: { initiativeId: initiative.id, personId, at: now } });
  for (const personId of [both, follower, initiative.authorId!, decider.personId!]) await db.initiativeFollow.create({ data: { initiativeId: initiative.id, personId, at: now } });
  await decide(initiative, "public", decider.personId);
  expect((await news(initiative)).toSorted((a, b) => (a.personId < b.personId ? -1 : 1))).toEqual(
    [{ kind: "supportedDecided", personId: both }, { kind: "followedMoved", personId: follower }, { kind: "supportedDecided", personId: supporter }].toSorted((a, b) => (a.personId < b.personId ? -1 : 1)),
  );
});

test("сколько бы людей ни поддержало и ни следило, решение никому не пишет, узнают все по частям; прерванная рассылка идёт с того же места", async () => {
  const initiative = await put();
  const people = await strangers(2 * readersAtOnce + 5);
  await db.initiativeSupport.createMany({ data: people.slice(0, 150).map((personId) => ({ initiativeId: initiative.id, personId, at: now })) });
  await db.initiativeFollow.createMany({ data: people.slice(100).map((personId) => ({ initiativeId: initiative.id, personId, at: now })) });
  await announceDecision(initiative);
  expect(await news(initiative)).toEqual([]);
  // a dispatch hands out what was there when it began: the first begins the telling, the next tells one part
  await dispatchAll();
  await dispatchAll();
  expect(await news(initiative)).toHaveLength(readersAtOnce);
  await db.event.updateMany({ data: { dispatchedAt: null } });
  await dispatchEverything();
  const told = await news(initiative);
  expect(told.map(({ personId }) => personId).toSorted()).toEqual(people.toSorted());
  expect(told.filter(({ kind }) => kind === "supportedDecided")).toHaveLength(150);
});

test("двадцать тысяч поддержавших читаются частями, каждый один раз", async () => {
  const { id } = await put();
  await db.$executeRaw`insert into "InitiativeSupport" ("initiativeId", "personId", "at") select ${id}::uuid, gen_random_uuid(), now() from generate_series(1, 20000)`;
  await db.$executeRaw`insert into "InitiativeFollow" ("initiativeId", "personId", "at") select ${id}::uuid, "personId", now() from "InitiativeSupport" where "initiativeId" = ${id}::uuid order by "personId" limit 5000`;
  const seen = new Set<string>();
  let after: string | null = null;
  for (let read = 0; ; read += 1) {
    const part = await nextReaders(db, id, { supporters: true, followers: true }, after, 1_000);
    expect(part.length).toBeLessThanOrEqual(1_000);
    part.forEach(({ personId }) => seen.add(personId));
    after = part.at(-1)?.personId ?? null;
    if (part.length < 1_000) break;
    expect(read).toBeLessThan(21);
  }
  expect(seen.size).toBe(20_000);
});

test("объединённая: сторонники и те, кто следит, узнают об этом и дальше – с общей; её авторы тоже узнают, каждый один раз", async () => {
  const [from, into] = [await put(), await put()];
  const [supporter, follower, both] = await strangers(3) as [string, string, string];
  for (const personId of [supporter, both]) await db.initiativeSupport.create({ data: { initiativeId: from.id, personId, at: now } });
  // its author follows the one that goes into theirs
  for (const personId of [follower, both, into.authorId!]) await db.initiativeFollow.create({ data: { initiativeId: from.id, personId, at: now } });
  const body = await makeBody(db, { marathonId: place.marathonId, municipalityId: place.municipalityId, directionIds: [place.directionId] });
  await db.initiative.updateMany({ where: { id: { in: [from.id, into.id] } }, data: { consideringId: body.id } });
  const lead = await makePerson(db);
  await makeAppointment(db, { personId: lead.id, role: "workingGroupLead", bodyId: body.id });
  await merge({ actor: await signedIn(lead.id), now, visitor: visitorOf(undefined, null) }, { initiativeId: from.id, intoId: into.id, version: 1, key: newId(), reason: "" });
  await dispatchEverything();
  const told = await news(into);
  expect(told.toSorted((a, b) => a.kind.localeCompare(b.kind) || (a.personId < b.personId ? -1 : 1))).toEqual([
    { kind: "followedMoved", personId: follower },
    { kind: "initiativeJoined", personId: into.authorId },
    ...[supporter, both].toSorted().map((personId) => ({ kind: "supportedMerged", personId })),
  ]);
  expect(await db.notification.findMany({ where: { personId: from.authorId! }, select: { kind: true, href: true } })).toEqual([{ kind: "initiativeMerged", href: `/my/${from.number}` }]);
  expect((await db.initiativeFollow.findMany({ where: { initiativeId: into.id } })).map(({ personId }) => personId).toSorted()).toEqual([follower, both].toSorted());
  // the number of the one leads to the other, as long as that one is public
  expect(await readMergedInto(db, anonymous, from.number)).toEqual({ number: into.number });
  expect(await readMergedInto(db, anonymous, into.number)).toEqual({ number: null });
  await db.initiative.update({ where: { id: into.id }, data: { status: "withdrawn" } });
  expect(await readMergedInto(db, anonymous, from.number)).toEqual({ number: null });
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

test.each(["поддержка", "слежение"])("%s приходит, пока другое соединение объединяет: считается один раз, у той, в которую вошла", async (wish) => {
  const fan = await someone();
  const [from, into] = [await put(), await put()];
  const merging = await pool.connect();
  try {
    // as merge does, up to its end: its row is locked, what it says isn't there for anybody yet
    await merging.query("begin");
    await merging.query('select 1 from "Initiative" where "id" = any($1::uuid[]) order by "id" for update', [[from.id, into.id]]);
    await merging.query(`update "Initiative" set "status" = 'merged', "mergedIntoId" = $2, "version" = "version" + 1 where "id" = $1`, [from.id, into.id]);
    const set = wish === "поддержка" ? setSupport : setFollowing;
    const asked = set(db, fan, from.number, true, now);
    await vi.waitFor(async () => expect((await pool.query("select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")).rowCount).toBe(1), { timeout: 10_000 });
    await merging.query("commit");
    expect(await asked).toMatchObject(wish === "поддержка" ? { supported: true, supportCount: 1 } : { following: true });
  } finally {
    merging.release();
  }
  const rows = wish === "поддержка" ? await db.initiativeSupport.findMany({ where: { personId: fan.personId! } }) : await db.initiativeFollow.findMany({ where: { personId: fan.personId! } });
  expect(rows.map(({ initiativeId }) => initiativeId)).toEqual([into.id]);
  expect((await db.initiative.findUniqueOrThrow({ where: { id: from.id } })).supportCount).toBe(0);
});

test("отозванную автором: кто поддержал, узнаёт об этом, и ссылка не ведёт на страницу, которой нет", async () => {
  const [fan, { number, authorId, version }] = [await someone(), await put()];
  await setSupport(db, fan, number, true, now);
  await withdraw(await signedIn(authorId!), { number, version, key: newId(), reason: "Передумал" }, now);
  await dispatchEverything();
  const told = await db.notification.findMany({ where: { personId: fan.personId! } });
  expect(told.map(({ kind, href }) => ({ kind, href }))).toEqual([{ kind: "supportedWithdrawn", href: "/initiatives" }]);
  expect(JSON.stringify(told)).not.toContain("Передумал");
});
