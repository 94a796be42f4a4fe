import { beforeAll, expect, test } from "vitest";
import * as z from "zod";
import type { Actor } from "@/access/actor";
import * as merging from "@/features/initiatives/considering/merging/server/service";
import { settleSilent } from "@/features/initiatives/considering/overdue/server/service";
import * as service from "@/features/initiatives/considering/server/service";
import * as transfer from "@/features/initiatives/considering/transfer/server/service";
import { initiativeSubmitted } from "@/features/initiatives/events";
import * as own from "@/features/initiatives/record/server/steps";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import type { Role } from "@/platform/db/client/client";
import { column, queryRows, sql } from "@/platform/db/sql";
import { transaction } from "@/platform/db/transaction";
import { dispatchAll } from "@/platform/events/dispatcher";
import { announce } from "@/platform/events/outbox";
import { visitorOf } from "@/platform/trpc/context";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeInitiative } from "@/testing/factories/make-initiative";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeRegion } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { registerLedger } from "./ledger";
import { registerMessages } from "./messages";
import { registerReaders } from "./readers";

useTestDatabase();

const submittedAt = new Date("2026-03-02T09:00:00Z");
const now = new Date("2026-03-10T12:00:00Z");
const text = "Достаточно длинные слова о том, что и почему.";
const world = {} as { marathonId: string; regionId: string; firstId: string; secondId: string; directionId: string; otherDirectionId: string };
type Asker = ReturnType<typeof asking>;
let [lead, responsibleThere, head] = [] as unknown as [Asker, Asker, Asker];

let ticks = 0;
/** Each request comes a moment after the one before. */
const asking = (actor: Actor) => ({ actor, get now() { return new Date(now.getTime() + (ticks += 1)); }, visitor: visitorOf(undefined, null) });

beforeAll(async () => {
  registerLedger();
  registerReaders();
  registerMessages();
  const region = await makeRegion(db);
  const [first, second] = [await makeMunicipality(db, { parentId: region.id }), await makeMunicipality(db, { parentId: region.id })];
  const marathon = await makeMarathon(db, { municipalityIds: [first.id, second.id] });
  const [directionId, otherDirectionId] = marathon.directions.map(({ id }) => id) as [string, string];
  const group = await makeBody(db, { marathonId: marathon.id, municipalityId: first.id, directionIds: [directionId] });
  await makeBody(db, { marathonId: marathon.id, municipalityId: first.id, directionIds: [otherDirectionId] });
  await makeBody(db, { marathonId: marathon.id, municipalityId: second.id, directionIds: [directionId] });
  const asker = async (role: Role, seat: { bodyId: string } | { unitId: string }) => {
    const person = await makePerson(db);
    await makeAppointment(db, { personId: person.id, role, ...seat });
    return asking(await loadActor({ personId: person.id, sessionVersion: 1 }, now));
  };
  Object.assign(world, { marathonId: marathon.id, regionId: region.id, firstId: first.id, secondId: second.id, directionId, otherDirectionId });
  [lead, responsibleThere, head] = [await asker("workingGroupLead", { bodyId: group.id }), await asker("responsiblePerson", { unitId: second.id }), await asker("head", { unitId: first.id })];
});

/** Submitted a week ago, and counted then. */
async function submitted(authorId?: string) {
  const { marathonId, firstId: municipalityId, directionId } = world;
  const row = await makeInitiative(db, { marathonId, municipalityId, directionId, status: "inConsideration", dueAt: new Date("2026-03-24T21:00:00Z"), submittedAt, ...(authorId ? { authorId } : {}) });
  const { id: initiativeId, number, originatingId, consideringId, handedToId, helperId } = row;
  await transaction(async (tx) => await announce(tx, initiativeSubmitted, { initiativeId, number, marathonId, municipalityId, directionId, originatingId, consideringId, handedToId, authorId: row.authorId, helperId }, { at: submittedAt, actorId: row.authorId }));
  return row;
}
const on = async (id: string) => ({ initiativeId: id, version: (await db.initiative.findUniqueOrThrow({ where: { id } })).version, key: newId() });

const row = z.object({ municipalityId: z.string(), directionId: z.string(), day: column.day, gross: column.int, net: column.int, answered: column.int });
/** By place, theme and day. */
const figures = async (...ids: readonly string[]) => (await queryRows(db, row, sql`
  select l."municipalityId", l."directionId", l."day"::text, sum(l."gross")::int as "gross", sum(l."net")::int as "net", sum(l."answered")::int as "answered"
  from "LedgerEntry" l where l."subjectId" = any(${[...ids]}::uuid[]) group by 1, 2, 3 order by 3, 4`));
const [then, today] = ["2026-03-02", "2026-03-10"];

test("принятое другим муниципалитетом: один теряет, другой получает, сегодняшним днём; прежний день остался как был", async () => {
  const { id } = await submitted();
  await transfer.offer(lead, { ...(await on(id)), municipalityId: world.secondId, reason: text });
  expect(await figures(id)).toEqual([{ municipalityId: world.firstId, directionId: world.directionId, day: then, gross: 1, net: 1, answered: 0 }]);
  await transfer.acceptOffer(responsibleThere, { ...(await on(id)), directionId: world.directionId });
  expect(await figures(id)).toEqual([
    { municipalityId: world.firstId, directionId: world.directionId, day: then, gross: 1, net: 1, answered: 0 },
    { municipalityId: world.firstId, directionId: world.directionId, day: today, gross: -1, net: -1, answered: 0 },
    { municipalityId: world.secondId, directionId: world.directionId, day: today, gross: 1, net: 1, answered: 0 },
  ]);
});

test("другое направление: сумма муниципалитета та же", async () => {
  const { id } = await submitted();
  await transfer.redirect(lead, { ...(await on(id)), directionId: world.otherDirectionId, reason: text });
  const found = await figures(id);
  expect(found.reduce((sum, one) => sum + one.net, 0)).toBe(1);
  expect(found.filter(({ day }) => day === today).map(({ directionId, net }) => [directionId, net])).toEqual([[world.directionId, -1], [world.otherDirectionId, 1]]);
});

test("объединённая выходит из чистого счёта и остаётся в поданных, выделенная входит в оба, и авторы со сторонниками узнают", async () => {
  const [author, fan] = [await makePerson(db), await makePerson(db)];
  const [from, into] = [await submitted(author.id), await submitted()];
  await db.initiativeSupport.create({ data: { initiativeId: from.id, personId: fan.id, at: submittedAt } });
  await merging.merge(lead, { ...(await on(from.id)), intoId: into.id, reason: "" });
  expect((await figures(from.id)).map(({ day, gross, net }) => [day, gross, net])).toEqual([[then, 1, 1], [today, 0, -1]]);
  const part = await merging.split(lead, { ...(await on(into.id)), title: "Вторая часть просьбы", essence: text, expectedResult: text, directionId: world.otherDirectionId, reason: "" });
  expect((await figures(part.initiativeId)).map(({ day, gross, net }) => [day, gross, net])).toEqual([[today, 1, 1]]);
  await service.decide(lead, { ...(await on(into.id)), decision: "includedInProgramme", competence: null, text: "Сделаем в этом году." });
  do await dispatchAll();
  while ((await db.event.count({ where: { dispatchedAt: null } })) > 0);
  const told = async (personId: string) => (await db.notification.findMany({ where: { personId }, orderBy: { at: "asc" } })).map(({ kind, href }) => [kind, href]);
  // the author of what was merged is told of the other one's course
  expect(await told(author.id)).toEqual([["initiativeSubmitted", `/my/${from.number}`], ["initiativeMerged", `/my/${from.number}`], ["initiativeSplit", `/initiatives/${into.number}`], ["initiativeDecided", `/initiatives/${into.number}`]]);
  expect((await told(fan.id)).map(([kind]) => kind)).toEqual(["supportedMerged", "supportedDecided"]);
});

test("закрытая за молчанием автора выходит из чистого счёта тем днём и остаётся в поданных; автор узнаёт и о напоминании, и об этом", async () => {
  const author = await makePerson(db);
  const { id, number } = await submitted(author.id);
  await db.initiative.update({ where: { id }, data: { status: "returned", dueAt: null, pausedLeft: 5, authorDueAt: now } });
  await settleSilent(now);
  await settleSilent(new Date("2026-04-10T12:00:00Z"));
  expect((await figures(id)).map(({ day, gross, net }) => [day, gross, net])).toEqual([[then, 1, 1], ["2026-04-10", 0, -1]]);
  await dispatchAll();
  expect((await db.notification.findMany({ where: { personId: author.id }, orderBy: { at: "asc" } })).map(({ kind, href }) => [kind, href])).toEqual([["initiativeSubmitted", `/my/${number}`], ["initiativeReminded", `/my/${number}`], ["initiativeLapsed", `/my/${number}`]]);
});

test("возражение не отнимает ответа у показателя, и о нём знают те, кому отвечать", async () => {
  const author = await makePerson(db);
  const { id, number } = await submitted(author.id);
  await service.decide(lead, { ...(await on(id)), decision: "notSupported", competence: null, text });
  const actor = await loadActor({ personId: author.id, sessionVersion: 1 }, now);
  await own.object(actor, { number, version: 2, key: newId(), text }, new Date(now.getTime() + 5000));
  await dispatchAll();
  expect((await figures(id)).reduce((sum, one) => sum + one.answered, 0)).toBe(1);
  expect((await db.notification.findMany({ where: { personId: head.actor.personId! } })).map(({ kind }) => kind)).toContain("objectionReceived");
});
