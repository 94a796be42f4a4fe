import { beforeAll, expect, test } from "vitest";
import { marathonFor } from "@/features/marathon/server/service";
import { usualRegulation } from "@/features/regulation/rules";
import { copyTerms, readRegulation, setRegulation, tighten } from "@/features/regulation/server/service";
import { roundCopied } from "@/features/structure/events";
import * as administration from "@/features/structure/administration/server/service";
import { findPlace } from "@/features/structure/server/repo";
import * as clone from "@/features/structure/setup/clone/server/service";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { announce } from "@/platform/events/outbox";
import { visitorOf } from "@/platform/trpc/context";
import { plainDate } from "@/shared/dates/plain-date";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeCountry, makeMunicipality, makeOrganisation, makeRegion } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { registerRounds } from "./rounds";

useTestDatabase();

const now = new Date("2026-03-10T12:00:00Z");
/** the old round is over, the new one has not begun */
const later = new Date("2026-09-01T12:00:00Z");
const world = {} as { homeId: string; heirId: string; endedId: string; administratorId: string; responsibleId: string; lastId: string; nextId: string };

const asking = async (personId: string, at: Date) => ({ actor: await loadActor({ personId, sessionVersion: 1 }, at), db, visitor: visitorOf("v".repeat(43), null), now: at });
const shortened = usualRegulation.map((term) => ({ ...term, amount: term.amount + (term.subject === "appealAnswer" ? -2 : 2) }));
const subject = usualRegulation[0]!.subject;
const amountOf = (terms: readonly { subject: string; amount: number }[]) => terms.find((term) => term.subject === subject)?.amount;
const round = { name: "Марафон 2027", slug: "r2027", startsOn: plainDate("2027-02-16"), endsOn: plainDate("2027-03-31"), closingEndsOn: plainDate("2027-04-30") };

beforeAll(async () => {
  registerRounds();
  const region = await makeRegion(db);
  const [home, heir, ended] = [await makeMunicipality(db, { parentId: region.id }), await makeMunicipality(db, { parentId: region.id }), await makeMunicipality(db, { parentId: region.id, endedAt: new Date("2026-01-01") })];
  const last = await makeMarathon(db, { municipalityIds: [home.id, ended.id], directionKeys: ["housing"] });
  const change = await db.unitChange.create({ data: { id: newId(), kind: "merge", unitId: heir.id, takesEffectOn: new Date("2026-01-01"), reason: "Закон", decision: {}, decidedById: (await makePerson(db)).id, decidedAt: now, appliedAt: now } });
  await db.unitSuccession.create({ data: { predecessorId: ended.id, successorId: heir.id, isHeir: true, changeId: change.id } });
  await makeBody(db, { marathonId: last.id, municipalityId: home.id, directionIds: last.directions.map(({ id }) => id) });
  const [administrator, responsible] = [await makePerson(db), await makePerson(db)];
  await makeAppointment(db, { personId: administrator.id, role: "administrator", unitId: (await makeCountry(db)).id });
  await makeAppointment(db, { personId: responsible.id, role: "responsiblePerson", unitId: home.id });
  Object.assign(world, { homeId: home.id, heirId: heir.id, endedId: ended.id, administratorId: administrator.id, responsibleId: responsible.id, lastId: last.id });
  await setRegulation(await asking(administrator.id, now), { marathonId: last.id, terms: shortened, startsOn: null, seen: 0, key: newId() });
  await tighten(await asking(responsible.id, now), { municipalityId: home.id, marathonId: last.id, terms: [{ subject, amount: shortened[0]!.amount - 1, basis: "Распоряжение" }], startsOn: null, seen: { marathon: 1, own: 0 }, key: newId() });
});

test("не администратор нового марафона не создаёт", async () => {
  await expect(administration.addRound(await asking(world.responsibleId, now), { ...round, copyFromId: world.lastId, key: newId() })).rejects.toMatchObject({ code: "request.notFound" });
});

test("в новом марафоне прежние направления, участвуют прежние муниципалитеты, вместо кончившегося – его наследник, регламент прежний", async () => {
  const asker = await asking(world.administratorId, now);
  expect((await administration.readOverview(asker)).round).toMatchObject({ goingOn: 2 });
  const input = { ...round, copyFromId: world.lastId, key: newId() };
  const { id } = await administration.addRound(asker, input);
  expect(await administration.addRound(asker, input)).toEqual({ id });
  world.nextId = id;
  const joined = await db.participation.findMany({ where: { marathonId: id } });
  expect(joined.map(({ municipalityId }) => municipalityId).toSorted()).toEqual([world.homeId, world.heirId].toSorted());
  expect(await db.direction.count({ where: { marathonId: id } })).toBe(1);
  expect(amountOf((await readRegulation(db, asker, { municipalityId: world.heirId, marathonId: id })).terms)).toBe(shortened[0]!.amount);
  expect(await db.regulationEdition.count({ where: { marathonId: id } })).toBe(1);
});

test("пока идёт прежний марафон, новый его не вытесняет", async () => {
  expect((await findPlace(db, world.homeId, now))?.round?.id).toBe(world.lastId);
  expect((await marathonFor(db, world.homeId, now))?.id).toBe(world.lastId);
  expect((await findPlace(db, world.homeId, later))?.round?.id).toBe(world.nextId);
});

test("с прежним переходят и цели – по направлениям с тем же ключом и организациям, которые есть; поставленных уже не трогают", async () => {
  const municipality = await makeMunicipality(db);
  const [last, next] = [await makeMarathon(db, { municipalityIds: [municipality.id], directionKeys: ["housing", "roads"] }), await makeMarathon(db, { municipalityIds: [municipality.id], directionKeys: ["housing"] })];
  const [school, closed] = [await makeOrganisation(db, { parentId: municipality.id }), await makeOrganisation(db, { parentId: municipality.id, endedAt: now })];
  const [headId, housing, roads] = [(await makePerson(db)).id, last.directions[0]!.id, last.directions[1]!.id];
  const put = async (marathonId: string, value: number, part: { directionId?: string; organisationId?: string } = {}) =>
    await db.target.create({ data: { id: newId(), marathonId, municipalityId: municipality.id, metric: "initiatives", value, setById: headId, setAt: now, ...part } });
  for (const [value, part] of [[100, {}], [60, { directionId: housing }], [40, { directionId: roads }], [30, { organisationId: school.id }], [20, { organisationId: closed.id }]] as const) await put(last.id, value, part);
  const copy = async (municipalityId: string | null) => await transaction(async (tx) => await announce(tx, roundCopied, { marathonId: next.id, fromId: last.id, municipalityId }, { at: later, actorId: null }));
  const copied = async () => (await db.target.findMany({ where: { marathonId: next.id }, orderBy: { value: "desc" } })).map(({ value, directionId, organisationId, setById }) => [value, directionId, organisationId, setById]);
  await copy(null);
  expect(await copied()).toEqual([]);
  await copy(municipality.id);
  const expected = [[100, null, null, headId], [60, next.directions[0]!.id, null, headId], [30, null, school.id, headId]];
  expect(await copied()).toEqual(expected);
  await copy(municipality.id);
  expect(await copied()).toEqual(expected);
});

test("муниципалитет подтвердил прежнее – с ним перешли и его сроки; которые стали длиннее общих, не перешли", async () => {
  const responsible = await makePerson(db);
  await makeAppointment(db, { personId: responsible.id, role: "responsiblePerson", unitId: world.homeId, marathonId: world.nextId });
  const asker = await asking(responsible.id, later);
  await clone.confirmClone(asker, { municipalityId: world.homeId, appointmentIds: [], key: newId() });
  expect(amountOf((await readRegulation(db, asker, { municipalityId: world.homeId, marathonId: world.nextId })).terms)).toBe(shortened[0]!.amount - 1);
  // another round whose own term is the shorter one
  const { id } = await administration.addRound(await asking(world.administratorId, later), { ...round, name: "Марафон 2028", slug: "r2028", copyFromId: null, key: newId() });
  await setRegulation(await asking(world.administratorId, later), { marathonId: id, terms: shortened.map((term) => ({ ...term, amount: 1 })), startsOn: null, seen: 0, key: newId() });
  await copyTerms(db, { fromId: world.lastId, toId: id, municipalityId: world.homeId }, { setById: null, setAt: later });
  expect(await db.regulationEdition.count({ where: { marathonId: id, municipalityId: world.homeId } })).toBe(0);
});
