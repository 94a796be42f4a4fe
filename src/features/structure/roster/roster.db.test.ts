import { beforeAll, describe, expect, test } from "vitest";
import { writeCalendar } from "@/platform/calendar";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { visitorOf } from "@/platform/trpc/context";
import { plainDate } from "@/shared/dates/plain-date";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeRegion } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import * as roster from "./server/service";

useTestDatabase();

const now = new Date("2026-03-10T07:00:00Z");
const asking = async (personId: string, at = now) => ({ actor: await loadActor({ personId, sessionVersion: 1 }, at), get db() { return db; }, now: at, visitor: visitorOf("v".repeat(43), null) });
type Asker = Awaited<ReturnType<typeof asking>>;
const code = async (work: Promise<unknown>) => await work.then(() => "done", (error: { code?: string }) => error.code ?? String(error));

const world = {} as { municipalityId: string; marathonId: string; hotlineId: string; anna: string; boris: string };
let responsible: Asker, anna: Asker, boris: Asker, stranger: Asker;
const appointed = async (role: "responsiblePerson" | "operator", seat: { unitId: string } | { bodyId: string }) => {
  const person = await makePerson(db);
  await makeAppointment(db, { personId: person.id, role, ...seat });
  return person.id;
};

beforeAll(async () => {
  const region = await makeRegion(db);
  const [home, other] = [await makeMunicipality(db, { parentId: region.id, timeZone: "Europe/Moscow" }), await makeMunicipality(db, { parentId: region.id })];
  const marathon = await makeMarathon(db, { municipalityIds: [home.id, other.id] });
  const hotline = await makeBody(db, { marathonId: marathon.id, municipalityId: home.id, kind: "hotline", name: "Горячая линия" });
  Object.assign(world, { municipalityId: home.id, marathonId: marathon.id, hotlineId: hotline.id, anna: await appointed("operator", { bodyId: hotline.id }), boris: await appointed("operator", { bodyId: hotline.id }) });
  responsible = await asking(await appointed("responsiblePerson", { unitId: home.id }));
  stranger = await asking(await appointed("responsiblePerson", { unitId: other.id }));
  [anna, boris] = [await asking(world.anna), await asking(world.boris)];
});

const plan = (personId: string, more: object = {}) => ({ hotlineId: world.hotlineId, personId, startsOn: plainDate("2026-03-10"), endsOn: plainDate("2026-03-12"), weekdays: [1, 2, 3, 4, 5], from: "08:00", to: "12:00", key: newId(), ...more });
const read = async (who: Asker) => await roster.readRoster(who, { hotlineId: world.hotlineId, from: null });

describe("чего нельзя", () => {
  test("сосед графика не видит, оператор его не составляет", async () => {
    expect(await code(read(stranger))).toBe("request.notFound");
    expect(await code(roster.plan(stranger, plan(world.anna)))).toBe("request.notFound");
    expect(await code(roster.plan(anna, plan(world.anna)))).toBe("request.forbidden");
    expect(await db.dutyShift.count()).toBe(0);
  });

  test("дежурит только оператор этой линии", async () => {
    expect(await code(roster.plan(responsible, plan(responsible.actor.personId ?? "")))).toBe("duty.notOperator");
  });

  test("без графика о дежурных не говорят ничего", async () => {
    expect(await roster.readPresence(db, world.municipalityId, world.marathonId, now)).toBeNull();
  });
});

test("одна запись заполняет дни, двойное нажатие не удваивает, второй раз в те же часы нельзя", async () => {
  const input = plan(world.anna);
  expect(await roster.plan(responsible, input)).toEqual({ shifts: 3 });
  expect(await roster.plan(responsible, input)).toEqual({ shifts: 3 });
  expect(await db.dutyShift.count()).toBe(3);
  expect(await code(roster.plan(responsible, plan(world.anna, { from: "11:00" })))).toBe("duty.overlaps");
});

test("пробелы видны в часы линии, пока их никто не закрыл", async () => {
  expect(await code(roster.setHours(responsible, { hotlineId: world.hotlineId, from: "08:00", to: "17:00", daily: false, seen: { from: 1, to: 2, daily: true }, key: newId() }))).toBe("request.changedMeanwhile");
  await roster.setHours(responsible, { hotlineId: world.hotlineId, from: "08:00", to: "17:00", daily: false, seen: null, key: newId() });
  const gaps = async () => (await read(responsible)).days.find(({ day }) => day === "2026-03-11")?.gaps;
  expect(await gaps()).toEqual([{ startsAt: new Date("2026-03-11T09:00:00Z"), endsAt: new Date("2026-03-11T14:00:00Z") }]);
  await roster.plan(responsible, plan(world.boris, { from: "12:00", to: "17:00" }));
  expect(await gaps()).toEqual([]);
});

test("людям говорят, есть ли кто на линии, и ничьего имени", async () => {
  expect(await roster.readPresence(db, world.municipalityId, world.marathonId, now)).toEqual({ isThere: true, at: new Date("2026-03-10T14:00:00Z") });
  expect(await roster.readPresence(db, world.municipalityId, world.marathonId, new Date("2026-03-10T18:00:00Z"))).toEqual({ isThere: false, at: new Date("2026-03-11T05:00:00Z") });
});

test("смену отдают только тому, кто берёт: до этого она за прежним; второй берущий опоздал", async () => {
  const shift = (await read(anna)).days.find(({ day }) => day === "2026-03-11")?.shifts.find(({ personId }) => personId === world.anna);
  const shiftId = shift?.id ?? "";
  expect(await code(roster.take(boris, { shiftId, seen: world.anna, key: newId() }))).toBe("duty.notOffered");
  expect(await code(roster.offer(boris, { shiftId, isOffered: true, key: newId() }))).toBe("request.forbidden");
  await roster.offer(anna, { shiftId, isOffered: true, key: newId() });
  expect((await read(anna)).days.flatMap(({ shifts }) => shifts).find(({ id }) => id === shiftId)).toMatchObject({ personId: world.anna, isOffered: true });
  const third = await asking(await appointed("operator", { bodyId: world.hotlineId }));
  const answers = await Promise.all([code(roster.take(boris, { shiftId, seen: world.anna, key: newId() })), code(roster.take(third, { shiftId, seen: world.anna, key: newId() }))]);
  expect(answers.toSorted()).toEqual(["done", "duty.notOffered"]);
});

test("чьё назначение кончилось, тот не дежурит, а его часы — пробел", async () => {
  const leaving = await makePerson(db);
  const post = await makeAppointment(db, { personId: leaving.id, role: "operator", bodyId: world.hotlineId });
  await roster.plan(responsible, plan(leaving.id, { startsOn: plainDate("2026-03-16"), endsOn: plainDate("2026-03-16"), from: "08:00", to: "17:00" }));
  const monday = async () => (await read(responsible)).days.find(({ day }) => day === "2026-03-16");
  expect((await monday())?.gaps).toEqual([]);
  await db.appointment.update({ where: { id: post.id }, data: { endsAt: new Date("2026-03-13T00:00:00Z") } });
  expect((await monday())?.gaps).toHaveLength(1);
  expect((await monday())?.shifts).toMatchObject([{ isHeld: false }]);
});

test("в календарь попадают только свои смены, запятые и переводы строк читаются", async () => {
  const mine = await roster.listMine(boris);
  expect(mine.length).toBeGreaterThan(0);
  expect((await db.dutyShift.findMany({ where: { id: { in: mine.map(({ id }) => id) } } })).every(({ personId }) => personId === world.boris)).toBe(true);
  const file = writeCalendar("Дежурства", [{ id: "a", startsAt: now, endsAt: new Date("2026-03-10T12:00:00Z"), summary: "Линия, город;\nвторая строка" }], now);
  expect(file).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(file).toContain("DTSTART:20260310T070000Z\r\n");
  expect(file).toContain("SUMMARY:Линия\\, город\\;\\nвторая строка\r\n");
});
