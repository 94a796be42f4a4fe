import { beforeEach, describe, expect, test } from "vitest";
import { anonymous } from "@/access/actor";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { visitorOf } from "@/platform/trpc/context";
import { usualSchedule } from "@/shared/dates/office-calendar";
import { plainDate } from "@/shared/dates/plain-date";
import { zonedDateToInstant } from "@/shared/dates/zone";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeRegion } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { dueAt, termFor, usualRegulation } from "./rules";
import { officeSchedule, type RegulationTerm, type SetHours, type Tighten } from "./schema";
import { readMarathonRegulation, readRegulation, regulationOf, setHours, setRegulation, tighten } from "./server/service";

useTestDatabase();

const usual = officeSchedule.parse(usualSchedule);
const zone = "Asia/Kamchatka";
const now = new Date("2026-03-10T02:00:00Z"); // Tuesday, 14:00 on Kamchatka
const later = new Date("2026-03-12T02:00:00Z");
let home: string;
let far: string;
let marathonId: string;
let responsible: Asker;
let head: Asker;
let administrator: Asker;

type Asker = Awaited<ReturnType<typeof asking>>;
async function asking(role: "responsiblePerson" | "head" | "administrator", unitId: string) {
  const { id } = await makePerson(db);
  await makeAppointment(db, { personId: id, role, unitId });
  return { actor: await loadActor({ personId: id, sessionVersion: 1 }, now), now, visitor: visitorOf(undefined, () => {}) };
}
const nobody = { actor: anonymous, now, visitor: visitorOf(undefined, () => {}) };

beforeEach(async () => {
  const region = await makeRegion(db, { timeZone: zone });
  // the municipality has no clock of its own: it lives by the region's
  home = (await makeMunicipality(db, { parentId: region.id, timeZone: null })).id;
  far = (await makeMunicipality(db, {})).id;
  const marathon = await makeMarathon(db, { municipalityIds: [home, far], terms: [{ subject: "initiativeAnswer", amount: 10 }] });
  marathonId = marathon.id;
  responsible = await asking("responsiblePerson", home);
  head = await asking("head", home);
  administrator = await asking("administrator", marathon.scopeUnitId);
});

const wish = (more: Partial<Tighten> = {}): Tighten => ({ municipalityId: home, marathonId, terms: [{ subject: "initiativeAnswer", amount: 7, basis: "Постановление № 5" }], startsOn: null, seen: { marathon: 1, own: 0 }, key: newId(), ...more });
const hours = (more: Partial<SetHours> = {}): SetHours => ({ municipalityId: home, schedule: { ...usual, lunch: { from: "13:00", to: "14:00" } }, reason: "Распоряжение № 1", seen: 0, key: newId(), ...more });
const answerIn = async (municipalityId: string, at = now) => termFor((await regulationOf(db, marathonId, municipalityId, at)).terms, "initiativeAnswer");

test("срок ответа на обращение не сделать длиннее, чем по закону, ни числом, ни единицей", async () => {
  const terms = (own: Partial<RegulationTerm>) => usualRegulation.map((term) => (term.subject === "appealAnswer" ? { ...term, ...own } : term));
  const set = async (own: Partial<RegulationTerm>) => await setRegulation(administrator, { marathonId, terms: terms(own), startsOn: null, seen: (await readMarathonRegulation(db, administrator, marathonId)).number, key: newId() });
  await expect(set({ amount: 31 })).rejects.toMatchObject({ code: "regulation.overLaw" });
  await expect(set({ amount: 30, unit: "workingDays" })).rejects.toMatchObject({ code: "regulation.overLaw" });
  await set({ amount: 20 });
  expect(termFor((await regulationOf(db, marathonId, home, later)).terms, "appealAnswer")).toMatchObject({ amount: 20, unit: "calendarDays" });
});

describe("муниципалитет ужесточает", () => {
  test("чужой муниципалитет, глава и администратор не ужесточают", async () => {
    await expect(tighten(responsible, wish({ municipalityId: far }))).rejects.toMatchObject({ code: "request.forbidden" });
    await expect(tighten(head, wish())).rejects.toMatchObject({ code: "request.forbidden" });
    await expect(tighten(administrator, wish())).rejects.toMatchObject({ code: "request.forbidden" });
    await expect(tighten(nobody, wish())).rejects.toMatchObject({ code: "request.notSignedIn" });
    expect(await answerIn(home)).toMatchObject({ amount: 10, shortenedFrom: null });
  });

  test("длиннее срока марафона не записать, и отмечена строка", async () => {
    await expect(tighten(responsible, wish({ terms: [{ subject: "initiativeAnswer", amount: 11, basis: "" }] }))).rejects.toMatchObject({ code: "regulation.loosens", fields: { initiativeAnswer: "regulation.loosens" } });
  });

  test("и мимо программы база более длинный срок или другие единицы не принимает", async () => {
    const edition = await db.regulationEdition.create({ data: { id: newId(), marathonId, municipalityId: home, number: 1, startsAt: now, setAt: now } });
    const term: RegulationTerm = termFor(usualRegulation, "initiativeAnswer");
    const write = async (own: Partial<RegulationTerm>) => await db.regulationTerm.create({ data: { editionId: edition.id, ...term, ...own } });
    await expect(write({ amount: 11 })).rejects.toThrow(/tighten/);
    await expect(write({ amount: 5, unit: "calendarDays" })).rejects.toThrow(/tighten/);
    await write({ amount: 10 });
    await expect(db.regulationTerm.update({ where: { editionId_subject: { editionId: edition.id, subject: "initiativeAnswer" } }, data: { amount: 12 } })).rejects.toThrow(/tighten/);
  });

  test("короче – действует у него и только у него, двойное нажатие пишет одно", async () => {
    const asked = wish();
    expect(await tighten(responsible, asked)).toEqual({ number: 1 });
    expect(await tighten(responsible, asked)).toEqual({ number: 1 });
    expect(await answerIn(home)).toMatchObject({ amount: 7, shortenedFrom: 10, basis: "Постановление № 5" });
    expect(await answerIn(far)).toMatchObject({ amount: 10 });
  });

  test("из двух правок по одной странице вторая узнаёт о первой", async () => {
    await tighten(responsible, wish());
    await expect(tighten(responsible, wish({ terms: [] }))).rejects.toMatchObject({ code: "regulation.changedMeanwhile" });
    await setRegulation(administrator, { marathonId, terms: [...usualRegulation], startsOn: null, seen: 1, key: newId() });
    await expect(tighten(responsible, wish({ seen: { marathon: 1, own: 1 } }))).rejects.toMatchObject({ code: "regulation.changedMeanwhile" });
  });

  test("у марафона без своего регламента ужесточают обычный", async () => {
    const plain = await makeMarathon(db, { municipalityIds: [home] });
    await tighten(responsible, wish({ marathonId: plain.id, terms: [{ subject: "ticketFirstResponse", amount: 2, basis: "" }], seen: { marathon: 0, own: 0 } }));
    // one that begins only tomorrow is no measure for today
    const ahead = await makeMarathon(db, { municipalityIds: [home] });
    await setRegulation(administrator, { marathonId: ahead.id, terms: [...usualRegulation], startsOn: plainDate("2026-03-12"), seen: 0, key: newId() });
    await tighten(responsible, wish({ marathonId: ahead.id }));
    const { terms } = await regulationOf(db, plain.id, home, now);
    expect(termFor(terms, "ticketFirstResponse")).toMatchObject({ amount: 2, unit: "workingHours", shortenedFrom: 4 });
  });
});

describe("марафон устанавливает", () => {
  test("только администратор", async () => {
    const set = { marathonId, terms: [...usualRegulation], startsOn: null, seen: 1, key: newId() };
    for (const asker of [responsible, head]) await expect(setRegulation(asker, { ...set, key: newId() })).rejects.toMatchObject({ code: "request.notFound" });
    await expect(setRegulation(nobody, set)).rejects.toMatchObject({ code: "request.notSignedIn" });
  });

  test("задним числом не вводят, а новая редакция действует со своего дня", async () => {
    const terms = usualRegulation.map((term) => (term.subject === "initiativeAnswer" ? { ...term, amount: 5 } : term));
    await expect(setRegulation(administrator, { marathonId, terms, startsOn: plainDate("2026-03-10"), seen: 1, key: newId() })).rejects.toMatchObject({ code: "regulation.startsInPast" });
    await setRegulation(administrator, { marathonId, terms, startsOn: plainDate("2026-03-11"), seen: 1, key: newId() });
    expect([(await answerIn(home)).amount, (await answerIn(home, later)).amount]).toEqual([10, 5]);
    expect((await readRegulation(db, nobody, { municipalityId: home })).ahead).toMatchObject([{ of: "marathon", number: 2 }]);
    expect((await readMarathonRegulation(db, { ...nobody, now: later }, marathonId)).editions.map(({ number }) => number)).toEqual([2, 1]);
  });
});

describe("часы работы муниципалитета", () => {
  test("глава только читает, чужой не меняет", async () => {
    await expect(setHours(head, hours())).rejects.toMatchObject({ code: "request.forbidden" });
    await expect(setHours(responsible, hours({ municipalityId: far }))).rejects.toMatchObject({ code: "request.forbidden" });
    expect((await readRegulation(db, head, { municipalityId: home })).maySetHours).toBe(false);
  });

  test("невозможные часы не записать", async () => {
    await expect(setHours(responsible, hours({ schedule: { ...usual, lunch: { from: "20:00", to: "21:00" } } }))).rejects.toMatchObject({ code: "regulation.hoursWrong", fields: { schedule: "field.lunchOutside" } });
  });

  test("срок в часах идёт по ним, в поясе региона, с обедом и выходным региона", async () => {
    const at = (day: string, time: string) => zonedDateToInstant(plainDate(day), time, zone);
    await setHours(responsible, hours({ schedule: { ...usual, lunch: { from: "13:00", to: "14:00" }, daysOff: [plainDate("2026-03-11")] } }));
    const { terms, office } = await regulationOf(db, marathonId, home, now);
    const response = termFor(terms, "ticketFirstResponse");
    expect(dueAt(at("2026-03-10", "12:00"), response, office)).toEqual(at("2026-03-10", "17:00"));
    expect(dueAt(at("2026-03-10", "16:00"), response, office)).toEqual(at("2026-03-12", "11:00"));
    expect(dueAt(at("2026-03-10", "16:00"), { amount: 1, unit: "workingDays" }, office)).toEqual(at("2026-03-12", "24:00"));
    await expect(setHours(responsible, hours())).rejects.toMatchObject({ code: "regulation.changedMeanwhile" });
  });
});
