import { beforeAll, expect, test } from "vitest";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { db } from "../db/client";
import { actorFromRequest, loadActor } from "./actor";

const now = new Date("2026-11-02T09:00:00+03:00");
const day = (offset: number) => new Date(now.getTime() + offset * 24 * 60 * 60 * 1000);
const school = newId();
const closedSchool = newId();

useTestDatabase();

beforeAll(async () => {
  for (const [id, endedAt] of [[school, null], [closedSchool, day(-1)]] as const)
    await db.unit.create({ data: { id, path: [id], kind: "organisation", name: "Школа", shortName: "Школа", endedAt } });
});

async function addPerson(data: { erasedAt?: Date; mergedIntoId?: string } = {}): Promise<string> {
  const { id } = await db.person.create({ data: { id: newId(), familyName: "Смирнова", givenName: "Анна", ...data } });
  return id;
}
const appoint = async (personId: string, dates: { startsAt: Date; endsAt?: Date; substitutesId?: string; unitId?: string }) =>
  await db.appointment.create({ data: { id: newId(), personId, role: "director", unitId: school, ...dates } });
const rolesOf = async (personId: string, at = now, sessionVersion = 1) => (await loadActor({ personId, sessionVersion }, at)).posts.length;

test("стёртый, объединённый и отозванный сеанс – никто", async () => {
  const kept = await addPerson();
  for (const personId of [await addPerson({ erasedAt: day(-1) }), await addPerson({ mergedIntoId: kept }), newId()])
    expect(await loadActor({ personId, sessionVersion: 1 }, now)).toMatchObject({ personId: null, posts: [] });
  expect(await loadActor({ personId: kept, sessionVersion: 2 }, now)).toMatchObject({ personId: null });
  expect(await loadActor({ personId: kept, sessionVersion: 1 }, now)).toMatchObject({ personId: kept, posts: [] });
});

test("назначение действует с первого мгновения и до последнего, не включая его", async () => {
  const person = await addPerson();
  await appoint(person, { startsAt: now, endsAt: day(10) });
  expect(await rolesOf(person, new Date(now.getTime() - 1))).toBe(0);
  expect(await rolesOf(person, now)).toBe(1);
  expect(await rolesOf(person, new Date(day(10).getTime() - 1))).toBe(1);
  expect(await rolesOf(person, day(10))).toBe(0);
});

test("с концом организации кончаются и назначения в ней", async () => {
  const person = await addPerson();
  await appoint(person, { startsAt: day(-5), unitId: closedSchool });
  expect(await rolesOf(person)).toBe(0);
  expect(await rolesOf(person, day(-2))).toBe(1);
});

test("замещающий имеет права только на своё время, замещаемый остаётся при своих", async () => {
  const [director, substitute] = [await addPerson(), await addPerson()];
  const post = await appoint(director, { startsAt: day(-30) });
  await appoint(substitute, { startsAt: day(-1), endsAt: day(1), substitutesId: post.id });
  expect((await loadActor({ personId: substitute, sessionVersion: 1 }, now)).posts).toMatchObject([{ isSubstitute: true, unitId: school }]);
  expect(await rolesOf(substitute, day(2))).toBe(0);
  expect(await rolesOf(director)).toBe(1);
});

test("без сеанса и с поддельным сеансом – никто", async () => {
  expect(await actorFromRequest({ headers: {} }, now)).toMatchObject({ personId: null });
  expect(await actorFromRequest({ headers: { cookie: "next-auth.session-token=forged" } }, now)).toMatchObject({ personId: null });
});
