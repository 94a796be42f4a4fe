import { beforeAll, expect, test } from "vitest";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { visitorOf } from "@/platform/trpc/context";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeOrganisation, makeRegion } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { readChart } from "../../chart/server/service";
import * as clone from "./server/service";

useTestDatabase();

const now = new Date("2026-03-10T12:00:00Z");
const asking = async (personId: string) => ({ actor: await loadActor({ personId, sessionVersion: 1 }, now), get db() { return db; }, visitor: visitorOf("v".repeat(43), null), now });
type Asker = Awaited<ReturnType<typeof asking>>;
const code = async (work: Promise<unknown>) => await work.then(() => "done", (error: { code?: string }) => error.code ?? String(error));

const world = {} as { homeId: string; marathonId: string; schoolId: string; stayedId: string; erasedId: string };
let responsible: Asker, stranger: Asker;
const ended = new Date("2025-04-30T20:00:00Z");

beforeAll(async () => {
  const region = await makeRegion(db);
  const [home, other] = [await makeMunicipality(db, { parentId: region.id }), await makeMunicipality(db, { parentId: region.id })];
  const directionKeys = ["housing", "roads"];
  const last = await makeMarathon(db, { municipalityIds: [home.id], directionKeys, startsOn: new Date("2025-02-16"), endsOn: new Date("2025-03-31"), closingEndsOn: new Date("2025-04-30") });
  const next = await makeMarathon(db, { municipalityIds: [home.id, other.id], directionKeys, previousId: last.id });
  await db.participation.updateMany({ where: { marathonId: last.id }, data: { hotlinePhone: "+78332640000", hotlineHours: "с 8 до 17" } });
  const of = { marathonId: last.id, municipalityId: home.id, endedAt: new Date("2025-05-01") };
  const [group, hotline] = [await makeBody(db, { ...of, name: "Группа ЖКХ", directionIds: last.directions.map(({ id }) => id) }), await makeBody(db, { ...of, kind: "hotline", name: "Горячая линия" })];
  const [school, closed] = [await makeOrganisation(db, { parentId: home.id }), await makeOrganisation(db, { parentId: home.id, endedAt: new Date("2025-12-01") })];
  for (const { id } of [school, closed]) await db.organisationLink.create({ data: { id: newId(), organisationId: id, bodyId: group.id, startsOn: new Date("2025-02-16") } });
  const held = async (role: "coordinator" | "operator" | "workingGroupLead", seat: { unitId: string } | { bodyId: string }, more: object = {}) => {
    const person = await makePerson(db);
    return await makeAppointment(db, { personId: person.id, role, ...seat, marathonId: last.id, startsAt: new Date("2025-02-16"), endsAt: ended, ...more });
  };
  const stayed = await held("coordinator", { unitId: school.id });
  await held("operator", { bodyId: hotline.id });
  await held("workingGroupLead", { bodyId: group.id });
  // left before the end, stood in for a time, worked where nothing stands any more, asked to be forgotten
  await held("coordinator", { unitId: school.id }, { endsAt: new Date("2025-03-01") });
  await held("coordinator", { unitId: school.id }, { substitutesId: stayed.id });
  await held("coordinator", { unitId: closed.id });
  const erased = await held("coordinator", { unitId: school.id });
  await db.person.update({ where: { id: erased.personId }, data: { erasedAt: now } });
  Object.assign(world, { homeId: home.id, marathonId: next.id, schoolId: school.id, stayedId: stayed.id, erasedId: erased.id });
  const lead = async (unitId: string) => {
    const person = await makePerson(db);
    await makeAppointment(db, { personId: person.id, role: "responsiblePerson", unitId });
    return await asking(person.id);
  };
  [responsible, stranger] = [await lead(home.id), await lead(other.id)];
});

test("сосед чужого прошлого марафона не видит и не подтверждает; у кого прошлого не было, тому нечего предложить", async () => {
  expect(await code(clone.readClone(stranger, world.homeId))).toBe("request.notFound");
  expect(await code(clone.confirmClone(stranger, { municipalityId: world.homeId, appointmentIds: [], key: newId() }))).toBe("request.notFound");
  const [municipalityId] = stranger.actor.posts.flatMap((post) => post.municipalityId ?? []);
  expect(await clone.readClone(stranger, municipalityId ?? "")).toBeNull();
});

test("предлагают тех, кто был при роли до конца, там, где и теперь есть кому работать", async () => {
  const proposal = await clone.readClone(responsible, world.homeId);
  expect(proposal).toMatchObject({ hotline: { phone: "+78332640000" }, organisations: 1, groups: [{ name: "Группа ЖКХ" }] });
  expect(proposal?.posts.map(({ role }) => role).toSorted()).toEqual(["coordinator", "operator", "workingGroupLead"]);
  expect(await code(clone.confirmClone(responsible, { municipalityId: world.homeId, appointmentIds: [world.erasedId], key: newId() }))).toBe("request.notFound");
  expect(await db.body.count({ where: { marathonId: world.marathonId } })).toBe(0);
});

test("подтверждённое появляется целиком и один раз; снятых с отметки не назначают", async () => {
  const proposal = await clone.readClone(responsible, world.homeId);
  const kept = proposal?.posts.filter(({ role }) => role !== "operator").map(({ id }) => id) ?? [];
  const input = { municipalityId: world.homeId, appointmentIds: kept, key: newId() };
  const done = await clone.confirmClone(responsible, input);
  expect(done).toEqual({ groups: 1, links: 1, appointments: 2 });
  expect(await clone.confirmClone(responsible, input)).toEqual(done);
  expect(await code(clone.confirmClone(responsible, { ...input, key: newId() }))).toBe("request.changedMeanwhile");
  const chart = await readChart(responsible, world.homeId);
  const group = chart.bodies.find(({ kind }) => kind === "workingGroup");
  expect(chart.hotline.phone).toBe("+78332640000");
  expect(chart.directions.map(({ groupId }) => groupId)).toEqual([group?.id, group?.id]);
  expect(group?.posts.map(({ role }) => role)).toEqual(["workingGroupLead"]);
  expect(chart.organisations.find(({ id }) => id === world.schoolId)).toMatchObject({ groupIds: [group?.id] });
  expect(chart.gaps.map(({ kind }) => kind)).toContain("withoutAct");
  expect(chart.gaps.map(({ kind }) => kind)).toContain("hotlineWithoutOperator");
});
