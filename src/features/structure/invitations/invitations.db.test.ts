import { beforeAll, describe, expect, test } from "vitest";
import { accept, openInvitation } from "@/api/flows/accept-invitation";
import { findWaiting } from "@/features/people/phone/server/service";
import { authenticatePerson } from "@/features/people/server/service";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { visitorOf } from "@/platform/trpc/context";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeConsentDocument } from "@/testing/factories/make-consent";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeOrganisation, makeRegion } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import * as appointments from "../appointments/server/service";
import { readChart } from "../chart/server/service";
import { setUpAlone } from "../setup/server/one-person";
import * as setup from "../setup/server/service";
import * as bulk from "./bulk/server/service";

useTestDatabase();

const now = new Date("2026-03-10T12:00:00Z");
let ticks = 0;
const asking = async (personId: string | null) => ({ actor: personId === null ? { personId: null, posts: [] } : await loadActor({ personId, sessionVersion: 1 }, now), get db() { return db; }, visitor: visitorOf("v".repeat(43), null), addressHash: newId(), get now() { return new Date(now.getTime() + (ticks += 1)); } });
type Asker = Awaited<ReturnType<typeof asking>>;
const code = async (work: Promise<unknown>) => await work.then(() => "done", (error: { code?: string }) => error.code ?? String(error));

const world = {} as { homeId: string; schoolId: string; libraryId: string; groupId: string; otherId: string; documentId: string };
let responsible: Asker, lead: Asker, nobody: Asker, alone: Asker;

beforeAll(async () => {
  const region = await makeRegion(db);
  const [home, other] = [await makeMunicipality(db, { parentId: region.id }), await makeMunicipality(db, { parentId: region.id })];
  const marathon = await makeMarathon(db, { municipalityIds: [home.id, other.id] });
  const group = await makeBody(db, { marathonId: marathon.id, municipalityId: home.id, directionIds: marathon.directions.map(({ id }) => id) });
  const [school, library] = [await makeOrganisation(db, { parentId: home.id, name: "Школа № 1", shortName: "Школа № 1" }), await makeOrganisation(db, { parentId: home.id, name: "Библиотека", shortName: "Библиотека" })];
  await db.organisationLink.create({ data: { id: newId(), organisationId: school.id, bodyId: group.id, startsOn: new Date("2026-02-16") } });
  await makeOrganisation(db, { parentId: other.id });
  Object.assign(world, { homeId: home.id, otherId: other.id, schoolId: school.id, libraryId: library.id, groupId: group.id, documentId: (await makeConsentDocument(db, "processing")).id });
  const hold = async (role: "responsiblePerson" | "workingGroupLead", seat: { unitId: string } | { bodyId: string }) => {
    const person = await makePerson(db);
    await makeAppointment(db, { personId: person.id, role, ...seat });
    return await asking(person.id);
  };
  [responsible, lead, nobody, alone] = [await hold("responsiblePerson", { unitId: home.id }), await hold("workingGroupLead", { bodyId: group.id }), await asking(null), await hold("responsiblePerson", { unitId: other.id })];
});

const byCode = (familyName: string) => ({ role: "coordinator" as const, seatId: world.schoolId, person: { by: "code" as const, familyName, givenName: "Анна", patronymic: null }, startsOn: null, endsOn: null, act: null, key: newId() });
const opening = (token: string, login: string) => ({ token, password: "тёплый снег вечером", login, documentId: world.documentId, key: newId() });

describe("листок с кодом", () => {
  test("его печатает только тот, кто назначает, и только тому, кто ещё не входил", async () => {
    const { appointmentId } = await appointments.appoint(responsible, byCode("Кодова"));
    expect(await code(appointments.issueCode(alone, { appointmentId: appointmentId, inPerson: true }))).toBe("request.notFound");
    expect(await code(appointments.issueCode(nobody, { appointmentId: appointmentId, inPerson: true }))).toBe("request.notSignedIn");
    const known = await makePerson(db);
    const held = await makeAppointment(db, { personId: known.id, role: "coordinator", unitId: world.schoolId });
    expect(await code(appointments.issueCode(responsible, { appointmentId: held.id, inPerson: true }))).toBe("appointment.alreadyAccepted");
  });

  test("записанного у стола человека код не открывает: его запись не в руках назначающего", async () => {
    const registered = await makePerson(db, { confirmed: false, passwordHash: null, registeredById: responsible.actor.personId });
    const held = await makeAppointment(db, { personId: registered.id, role: "coordinator", unitId: world.schoolId });
    expect(await code(appointments.issueCode(responsible, { appointmentId: held.id, inPerson: true }))).toBe("appointment.alreadyAccepted");
  });

  test("новый листок отменяет прежний; код открывает запись один раз и нигде не хранится", async () => {
    const { appointmentId } = await appointments.appoint(responsible, byCode("Листова"));
    const [lost, sheet] = [await appointments.issueCode(responsible, { appointmentId: appointmentId, inPerson: true }), await appointments.issueCode(responsible, { appointmentId: appointmentId, inPerson: true })];
    expect(await db.oneTimeToken.count({ where: { hash: { contains: sheet.code.replace("-", "") } } })).toBe(0);
    expect((await openInvitation(nobody, lost.code)).state).toBe("used");
    expect(await openInvitation(nobody, sheet.code.toLowerCase().replace("-", " "))).toMatchObject({ state: "valid", email: null, name: "Листова Анна" });
    expect(await code(accept(nobody, opening(sheet.code, "")))).toBe("registration.contactMissing");
    expect(await code(accept(nobody, opening(sheet.code, "12")))).toBe("request.invalid");
    expect(await code(accept(nobody, opening(sheet.code, "+7 912 000-11-22")))).toBe("done");
    expect(await code(accept(nobody, opening(sheet.code, "+7 912 000-11-22")))).toBe("invitation.gone");
    expect(await authenticatePerson({ login: "8 912 000-11-22", password: "тёплый снег вечером" })).not.toBeNull();
  });

  test("листок, который отдали не глядя, личности не подтверждает: почту подтвердит письмо, телефон – координатор; отметка «вижу» подтверждает", async () => {
    const opened = async (familyName: string, login: string, inPerson: boolean) => {
      const { appointmentId } = await appointments.appoint(responsible, byCode(familyName));
      const sheet = await appointments.issueCode(responsible, { appointmentId, inPerson });
      expect(await code(accept(nobody, opening(sheet.code, login)))).toBe("done");
      return await db.person.findFirstOrThrow({ where: { familyName }, select: { id: true, assurance: true } });
    };
    expect(await opened("Виденова", "+79120003344", true)).toMatchObject({ assurance: "confirmedInPerson" });
    const byMail = await opened("Почтова", "pochtova@example.org", false);
    expect(byMail).toMatchObject({ assurance: "selfDeclared" });
    expect(await db.email.count({ where: { toAddress: "pochtova@example.org", dedupeKey: { startsWith: "people.confirm:" } } })).toBe(1);
    await expect(authenticatePerson({ login: "pochtova@example.org", password: "тёплый снег вечером" })).rejects.toMatchObject({ code: "session.emailNotConfirmed" });
    const byPhone = await opened("Телефонова", "+79120003355", false);
    await expect(authenticatePerson({ login: "+79120003355", password: "тёплый снег вечером" })).rejects.toMatchObject({ code: "session.phoneNotConfirmed" });
    expect((await findWaiting(responsible, { phone: "+79120003355" })).map(({ id }) => id)).toEqual([byPhone.id]);
    expect(await findWaiting(alone, { phone: "+79120003355" })).toEqual([]);
  });

  test("через две недели код не работает", async () => {
    const { appointmentId } = await appointments.appoint(responsible, byCode("Позднова"));
    const sheet = await appointments.issueCode(responsible, { appointmentId: appointmentId, inPerson: true });
    expect((await openInvitation({ ...nobody, now: new Date(sheet.until.getTime()) }, sheet.code)).state).toBe("expired");
  });
});

describe("много людей сразу", () => {
  const text = "Школа № 1; Первова Ольга Ивановна; first@example.org\nШкола № 9; Вторая Анна; second@example.org\nБиблиотека; Третья Яна";

  test("сосед и не вошедший списка не посылают, у каждой строки сказано, что не так", async () => {
    const input = { municipalityId: world.homeId, role: "coordinator" as const, text };
    expect(await code(bulk.previewAll(alone, input))).toBe("request.notFound");
    expect(await code(bulk.previewAll(nobody, input))).toBe("request.notSignedIn");
    expect((await bulk.previewAll(responsible, input)).lines.map(({ problem }) => problem)).toEqual([null, "unknownPlace", null]);
    expect((await bulk.previewAll(lead, input)).lines.map(({ problem }) => problem)).toEqual([null, "unknownPlace", "mayNot"]);
    expect(await db.person.count({ where: { familyName: "Первова" } })).toBe(0);
  });

  test("назначены ровно готовые строки, остальные вернулись, двойное нажатие никого не удваивает", async () => {
    const input = { municipalityId: world.homeId, role: "coordinator" as const, text, expected: 2, key: newId() };
    expect(await code(bulk.inviteAll(responsible, { ...input, expected: 3, key: newId() }))).toBe("request.changedMeanwhile");
    const done = await bulk.inviteAll(responsible, input);
    expect(await bulk.inviteAll(responsible, input)).toEqual(done);
    expect(done.appointed.map(({ name, byCode: isByCode }) => [name, isByCode])).toEqual([["Первова Ольга Ивановна", false], ["Третья Яна", true]]);
    expect(done.left).toBe("Школа № 9; Вторая Анна; second@example.org");
    expect(await db.appointment.count({ where: { person: { familyName: { in: ["Первова", "Третья"] } } } })).toBe(2);
    expect(await db.email.count({ where: { toAddress: "first@example.org" } })).toBe(1);
    expect((await bulk.previewAll(responsible, { ...input, text: "Школа № 1; Первова Ольга; first@example.org\nШкола № 1; Чужая Ольга; first@example.org" })).lines.map(({ problem }) => problem)).toEqual(["already", "twice"]);
  });
});

test("кто не отметил инструктаж, тому напоминают раз в день, кому писать некуда — тех называют числом", async () => {
  const holders = [await makePerson(db), await makePerson(db, { confirmed: false, passwordHash: null })];
  for (const person of holders) {
    const held = await makeAppointment(db, { personId: person.id, role: "coordinator", unitId: world.schoolId });
    await appointments.brief(responsible, { appointmentId: held.id, material: "Как помочь подать инициативу", key: newId() });
  }
  const remind = async (who: Asker) => await appointments.remindAll(who, { municipalityId: world.homeId, key: newId() });
  const letters = async () => await db.email.count({ where: { toAddress: holders[0]?.email ?? "", dedupeKey: { startsWith: "structure.briefingReminder" } } });
  expect(await code(remind(alone))).toBe("request.notFound");
  expect(await remind(responsible)).toEqual({ reminded: 1, unreachable: 1 });
  await remind(lead);
  expect(await letters()).toBe(1);
  const list = await appointments.listStaff(responsible, { municipalityId: world.homeId, q: "", filter: "notAcknowledged" });
  expect(list.rows.map(({ personId }) => personId).toSorted()).toEqual(holders.map(({ id }) => id).toSorted());
});

test("муниципалитет одного человека готов после одной кнопки; второе нажатие ничего не меняет", async () => {
  const input = { municipalityId: world.otherId, phone: "8 833 264-00-00", hours: "с 8 до 17", seen: { phone: null, hours: null }, key: newId() };
  expect(await code(setUpAlone(responsible, { ...input, key: newId() }))).toBe("request.notFound");
  await setUpAlone(alone, input);
  const chart = await readChart(alone, world.otherId);
  const gaps = async () => (await readChart(alone, world.otherId)).gaps.map(({ kind }) => kind).filter((kind) => kind !== "withoutAct" && kind !== "withoutScan" && kind !== "coordinatorWithoutBriefing");
  expect(await gaps()).toEqual(["hotlineWithoutDuty"]);
  const shift = { bodyId: chart.bodies.find(({ kind }) => kind === "hotline")?.id ?? "", startsAt: new Date(now.getTime() + 86_400_000), endsAt: new Date(now.getTime() + 100_000_000), createdAt: now };
  await db.dutyShift.create({ data: { id: newId(), personId: responsible.actor.personId ?? "", ...shift } });
  // whoever is no operator there stands in for nobody
  expect(await gaps()).toEqual(["hotlineWithoutDuty"]);
  await db.dutyShift.create({ data: { id: newId(), personId: alone.actor.personId ?? "", ...shift } });
  expect(await gaps()).toEqual([]);
  expect(chart.bodies.filter(({ kind }) => kind === "workingGroup")).toHaveLength(1);
  const posts = await db.appointment.count({ where: { personId: alone.actor.personId ?? "" } });
  const again = await asking(alone.actor.personId);
  await setUpAlone(again, { ...input, seen: { phone: "+78332640000", hours: "с 8 до 17" }, key: newId() });
  expect(await db.appointment.count({ where: { personId: alone.actor.personId ?? "" } })).toBe(posts);
  expect(await code(setup.finish(again, { municipalityId: world.otherId, key: newId() }))).toBe("done");
});
