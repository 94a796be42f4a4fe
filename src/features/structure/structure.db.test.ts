import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/access/actor";
import { endAppointment, readOpenWork } from "@/api/flows/end-appointment";
import { accept } from "@/api/flows/accept-invitation";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import type { Role } from "@/platform/db/client/client";
import { transaction } from "@/platform/db/transaction";
import { visitorOf } from "@/platform/trpc/context";
import { plainDate } from "@/shared/dates/plain-date";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeOrganisation, makeRegion } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { makeTicket } from "@/testing/factories/make-ticket";
import * as administration from "./administration/server/service";
import * as appointments from "./appointments/server/service";
import type { PersonWish } from "./appointments/schema";
import { readChart } from "./chart/server/service";
import { readInvitation } from "./invitations/server/service";
import * as setup from "./setup/server/service";
import { myMunicipalities } from "./server/service";

useTestDatabase();

const now = new Date("2026-03-10T12:00:00Z");
let ticks = 0;
/** Each request comes a moment after the one before. */
const asking = (actor: Actor) => ({ actor, get db() { return db; }, visitor: visitorOf("v".repeat(43), null), addressHash: newId(), get now() { return new Date(now.getTime() + (ticks += 1)); } });
type Asker = ReturnType<typeof asking>;
const nobody = asking({ personId: null, posts: [] });
const code = async (work: Promise<unknown>) => await work.then(() => "done", (error: { code?: string }) => error.code ?? String(error));
const load = async (personId: string, at = now) => await loadActor({ personId, sessionVersion: 1 }, at);

async function asker(role: Role, seat: { bodyId: string } | { unitId: string }, more: { endsAt?: Date } = {}): Promise<Asker> {
  const person = await makePerson(db);
  await makeAppointment(db, { personId: person.id, role, ...seat, ...more });
  return asking(await load(person.id));
}

const world = {} as { regionId: string; marathonId: string; homeId: string; neighbourId: string; groupId: string; otherGroupId: string; hotlineId: string; schoolId: string; libraryId: string; foreignSchoolId: string; foreignGroupId: string; directions: string[] };
let responsible: Asker, head: Asker, lead: Asker, administrator: Asker, stranger: Asker;

beforeAll(async () => {
  const region = await makeRegion(db);
  const [home, neighbour] = [await makeMunicipality(db, { parentId: region.id }), await makeMunicipality(db, { parentId: region.id })];
  const marathon = await makeMarathon(db, { municipalityIds: [home.id, neighbour.id], directionKeys: ["housing", "roads", "schools"] });
  const directions = marathon.directions.map(({ id }) => id);
  const of = { marathonId: marathon.id, municipalityId: home.id };
  const [group, other] = [await makeBody(db, { ...of, directionIds: directions.slice(0, 1) }), await makeBody(db, { ...of, directionIds: directions.slice(1, 2) })];
  const hotline = await makeBody(db, { ...of, kind: "hotline", name: "Горячая линия" });
  const foreignGroup = await makeBody(db, { marathonId: marathon.id, municipalityId: neighbour.id, directionIds: directions.slice(0, 1) });
  const [school, library, foreignSchool] = [await makeOrganisation(db, { parentId: home.id }), await makeOrganisation(db, { parentId: home.id }), await makeOrganisation(db, { parentId: neighbour.id })];
  await db.organisationLink.create({ data: { id: newId(), organisationId: school.id, bodyId: group.id, startsOn: new Date("2026-02-16") } });
  const country = await db.unit.findFirstOrThrow({ where: { kind: "country" } });
  await db.consentDocument.create({ data: { id: newId(), purpose: "processing", version: 1, title: "Согласие", text: "Текст", operator: "Оператор", publishedAt: now } });
  Object.assign(world, { regionId: region.id, marathonId: marathon.id, homeId: home.id, neighbourId: neighbour.id, groupId: group.id, otherGroupId: other.id, hotlineId: hotline.id, schoolId: school.id, libraryId: library.id, foreignSchoolId: foreignSchool.id, foreignGroupId: foreignGroup.id, directions });
  responsible = await asker("responsiblePerson", { unitId: home.id });
  head = await asker("head", { unitId: home.id });
  lead = await asker("workingGroupLead", { bodyId: group.id });
  administrator = await asker("administrator", { unitId: country.id });
  stranger = await asker("responsiblePerson", { unitId: neighbour.id });
});

let count = 0;
const newcomer = (): PersonWish & { by: "email" } => ({ by: "email", email: `new${(count += 1)}@example.org`, familyName: "Новикова", givenName: "Ольга", patronymic: null });
const wish = (role: Role, seatId: string, more: object = {}) => ({ role, seatId, person: newcomer() as PersonWish, startsOn: null, endsOn: null, act: null, key: newId(), ...more });
const letterTo = async (email: string) => await db.email.findFirst({ where: { toAddress: email }, orderBy: [{ createdAt: "desc" }, { id: "desc" }] });
const tokenIn = (text: string) => /\/invitation\/([\w-]{43})/.exec(text)?.[1] ?? "";

describe("чего нельзя", () => {
  test("не вошедший, житель и сосед ничего здесь не меняют и не видят", async () => {
    const resident = asking(await load((await makePerson(db)).id));
    const input = { municipalityId: world.homeId, key: newId() };
    for (const [who, refusal] of [[nobody, "request.notSignedIn"], [resident, "request.notFound"], [stranger, "request.notFound"]] as const) {
      expect(await code(readChart(who, world.homeId))).toBe(refusal);
      expect(await code(appointments.appoint(who, wish("coordinator", world.schoolId)))).toBe(refusal);
      expect(await code(appointments.readSeat(who, world.groupId))).toBe(refusal);
      expect(await code(setup.setHotline(who, { ...input, key: newId(), phone: "8 800 250 00 00", hours: "с 8 до 17", seen: { phone: null, hours: null } }))).toBe(refusal);
      expect(await code(setup.saveGroup(who, { ...input, key: newId(), groupId: null, name: "Группа", directionIds: [], seen: null }))).toBe(refusal);
      expect(await code(setup.addOrganisation(who, { ...input, key: newId(), name: "Школа", shortName: "", kind: "school", address: "", groupIds: [] }))).toBe(refusal);
      expect(await code(setup.finish(who, { ...input, key: newId() }))).toBe(refusal);
      expect(await code(administration.readOverview(who))).toBe(refusal);
    }
    expect(await db.appointment.count({ where: { unitId: world.schoolId } })).toBe(0);
  });

  test("внутри своего муниципалитета без права — отказ, а не «нет такого»", async () => {
    const coordinator = await asker("coordinator", { unitId: world.libraryId });
    expect(await code(setup.saveGroup(coordinator, { municipalityId: world.homeId, key: newId(), groupId: null, name: "Группа", directionIds: [], seen: null }))).toBe("request.forbidden");
    expect(await code(appointments.appoint(coordinator, wish("executor", world.libraryId)))).toBe("request.forbidden");
    expect(await code(readChart(coordinator, world.homeId))).toBe("request.notFound");
    expect(await code(appointments.listStaff(coordinator, { municipalityId: world.homeId, q: "", filter: "all" }))).toBe("request.forbidden");
  });

  test("руководитель группы назначает координаторов только в связанных с ней организациях, и никого больше", async () => {
    expect(await code(appointments.appoint(lead, wish("coordinator", world.libraryId)))).toBe("request.forbidden");
    expect(await code(appointments.appoint(lead, wish("coordinator", world.foreignSchoolId)))).toBe("request.notFound");
    expect(await code(appointments.appoint(lead, wish("director", world.schoolId)))).toBe("request.forbidden");
    expect(await code(appointments.appoint(lead, wish("workingGroupSecretary", world.groupId)))).toBe("request.forbidden");
    expect(await code(appointments.appoint(lead, wish("executor", world.schoolId)))).toBe("done");
  });

  test("ответственный не назначает главу и ответственного, администратор — никого внутри муниципалитета", async () => {
    expect(await code(appointments.appoint(responsible, wish("head", world.homeId)))).toBe("request.forbidden");
    expect(await code(appointments.appoint(responsible, wish("responsiblePerson", world.homeId)))).toBe("request.forbidden");
    expect(await code(appointments.appoint(administrator, wish("coordinator", world.schoolId)))).toBe("request.notFound");
    expect(await code(appointments.appoint(administrator, wish("head", world.homeId)))).toBe("done");
  });

  test("администратор не видит людей муниципалитета, только тех, кого назначает сам", async () => {
    const coordinator = await makePerson(db, { familyName: "Секретова" });
    const held = await makeAppointment(db, { personId: coordinator.id, role: "coordinator", unitId: world.libraryId });
    expect(await code(readChart(administrator, world.homeId))).toBe("request.notFound");
    expect(await code(appointments.readAppointment(administrator, held.id))).toBe("request.notFound");
    expect(await code(appointments.listStaff(administrator, { municipalityId: world.homeId, q: "", filter: "all" }))).toBe("request.notFound");
    const seen = JSON.stringify(await administration.listMunicipalities(administrator, world.regionId));
    expect(seen).not.toContain("Секретова");
    expect(await code(administration.listMunicipalities(responsible, world.regionId))).toBe("request.notFound");
  });

  test("роль не на своём месте, в чужие даты, второй раз и в закрытой организации не назначается", async () => {
    const closed = await makeOrganisation(db, { parentId: world.homeId, endedAt: new Date("2026-01-01") });
    const person = newcomer();
    expect(await code(appointments.appoint(responsible, wish("operator", world.groupId)))).toBe("appointment.roleNotHere");
    expect(await code(appointments.appoint(responsible, wish("coordinator", closed.id)))).toBe("unit.ended");
    expect(await code(appointments.appoint(responsible, wish("coordinator", world.schoolId, { endsOn: plainDate("2026-05-01") })))).toBe("appointment.periodInvalid");
    expect(await code(appointments.appoint(responsible, wish("coordinator", world.schoolId, { person })))).toBe("done");
    expect(await code(appointments.appoint(responsible, wish("coordinator", world.schoolId, { person })))).toBe("appointment.overlaps");
  });

  test("чужой адрес не делает назначенным постороннего", async () => {
    const known = await makePerson(db, { familyName: "Петров", givenName: "Иван" });
    const person = { ...newcomer(), email: known.email ?? "" };
    expect(await code(appointments.appoint(responsible, wish("coordinator", world.schoolId, { person })))).toBe("appointment.personDiffers");
    expect(await code(appointments.appoint(responsible, wish("coordinator", world.schoolId, { person: { ...person, familyName: "ПЕТРОВ ", givenName: "Иван" } })))).toBe("done");
  });

  test("кто занял адрес с паролем, но не подтвердил его, права по нему не получает", async () => {
    const thief = await makePerson(db, { familyName: "Новикова", givenName: "Ольга", confirmed: false, passwordHash: "x" });
    const person = { ...newcomer(), email: thief.email ?? "" };
    const { appointmentId } = await appointments.appoint(responsible, wish("coordinator", world.schoolId, { person }));
    expect((await db.appointment.findUniqueOrThrow({ where: { id: appointmentId } })).personId).not.toBe(thief.id);
    expect(await db.contact.count({ where: { personId: thief.id } })).toBe(0);
  });

  test("назначение, которое кончилось секунду назад, права уже не даёт", async () => {
    const former = await asker("responsiblePerson", { unitId: world.homeId }, { endsAt: new Date(now.getTime() - 1000) });
    expect(await code(readChart(former, world.homeId))).toBe("request.notFound");
    expect(await code(appointments.appoint(former, wish("coordinator", world.schoolId)))).toBe("request.notFound");
  });

  test("чужая группа и чужое направление под своим муниципалитетом не принимаются", async () => {
    const input = { municipalityId: world.homeId };
    const foreign = await makeMarathon(db, { directionKeys: ["alien"] });
    expect(await code(setup.addOrganisation(responsible, { ...input, key: newId(), name: "Лицей", shortName: "", kind: "school", address: "", groupIds: [world.foreignGroupId] }))).toBe("request.notFound");
    expect(await code(setup.linkOrganisation(responsible, { ...input, key: newId(), organisationId: world.foreignSchoolId, groupIds: [], seen: [] }))).toBe("request.notFound");
    expect(await code(setup.saveGroup(responsible, { ...input, key: newId(), groupId: world.foreignGroupId, name: "Наша", directionIds: [], seen: null }))).toBe("request.notFound");
    expect(await code(setup.saveGroup(responsible, { ...input, key: newId(), groupId: null, name: "Наша", directionIds: [foreign.directions[0]?.id ?? ""], seen: null }))).toBe("request.notFound");
    expect(await code(setup.endGroup(responsible, { ...input, key: newId(), groupId: world.foreignGroupId }))).toBe("request.notFound");
  });
});

describe("назначения", () => {
  test("новому человеку приходит приглашение, он открывает запись паролем и работает", async () => {
    const person = newcomer();
    const { appointmentId, isInvited } = await appointments.appoint(responsible, wish("coordinator", world.schoolId, { person }));
    expect(isInvited).toBe(true);
    const token = tokenIn((await letterTo(person.email))?.text ?? "");
    expect(await readInvitation(db, token, now)).toMatchObject({ state: "valid", email: person.email, posts: [{ role: "coordinator" }] });
    const document = await db.consentDocument.findFirstOrThrow();
    const input = { token, documentId: document.id, password: "тихая-река-7", key: newId() };
    expect(await code(accept(nobody, { ...input, password: "новикова2026", key: newId() }))).toBe("password.tooWeak");
    expect(await code(accept(nobody, { ...input, documentId: newId(), key: newId() }))).toBe("consent.outdated");
    expect((await accept(nobody, input)).login).toContain("ticket:");
    expect(await code(accept(nobody, { ...input, key: newId() }))).toBe("invitation.gone");
    const { personId } = await db.appointment.findUniqueOrThrow({ where: { id: appointmentId } });
    const stored = await db.person.findUniqueOrThrow({ where: { id: personId }, include: { contacts: true, consents: true } });
    expect([stored.assurance, stored.contacts[0]?.verifiedAt !== null, stored.consents.length]).toEqual(["emailConfirmed", true, 1]);
    expect((await loadActor({ personId, sessionVersion: stored.sessionVersion }, new Date(now.getTime() + 60_000))).posts).toMatchObject([{ role: "coordinator", unitId: world.schoolId }]);
  });

  test("из двух, кто открывает одно приглашение разом, входит один", async () => {
    const person = newcomer();
    await appointments.appoint(responsible, wish("executor", world.libraryId, { person }));
    const token = tokenIn((await letterTo(person.email))?.text ?? "");
    const document = await db.consentDocument.findFirstOrThrow();
    const both = await Promise.all([1, 2].map(async () => await code(accept(nobody, { token, documentId: document.id, password: "тихая-река-7", key: newId() }))));
    expect(both.toSorted()).toEqual(["done", "invitation.gone"]);
  });

  test("новое письмо отменяет прежнюю ссылку, а через две недели она устаревает", async () => {
    const person = newcomer();
    const { appointmentId } = await appointments.appoint(responsible, wish("coordinator", world.libraryId, { person }));
    const first = tokenIn((await letterTo(person.email))?.text ?? "");
    await appointments.inviteAgain(responsible, { appointmentId, key: newId() });
    const second = tokenIn((await letterTo(person.email))?.text ?? "");
    expect(await readInvitation(db, first, now)).toEqual({ state: "used" });
    expect((await readInvitation(db, second, now)).state).toBe("valid");
    expect((await readInvitation(db, second, new Date(now.getTime() + 15 * 86_400_000))).state).toBe("expired");
    expect((await readInvitation(db, "x".repeat(43), now)).state).toBe("used");
  });

  test("двойное нажатие назначает один раз", async () => {
    const input = wish("coordinator", world.schoolId);
    const [first, second] = [await appointments.appoint(responsible, input), await appointments.appoint(responsible, input)];
    expect(second).toEqual(first);
    const person = newcomer();
    const both = await Promise.all([1, 2].map(async () => await code(appointments.appoint(responsible, wish("coordinator", world.schoolId, { person })))));
    expect(both.toSorted()).toEqual(["appointment.overlaps", "done"]);
  });

  test("номер документа приходит потом; кто второй, узнаёт о первом", async () => {
    const { appointmentId } = await appointments.appoint(responsible, wish("coordinator", world.schoolId));
    const act = { kind: "order", number: "15-од", date: plainDate("2026-03-09") } as const;
    expect(await code(appointments.setAct(stranger, { appointmentId, act, seen: null, key: newId() }))).toBe("request.notFound");
    expect(await code(appointments.setAct(responsible, { appointmentId, act, seen: null, key: newId() }))).toBe("done");
    expect(await code(appointments.setAct(head, { appointmentId, act: { ...act, number: "16-од" }, seen: null, key: newId() }))).toBe("request.changedMeanwhile");
    expect((await appointments.readAppointment(responsible, appointmentId)).act).toEqual({ kind: "order", number: "15-од", date: "2026-03-09" });
  });

  test("замещающий — другой человек и не дольше назначенного; руководитель организации называет его сам", async () => {
    const director = await asker("director", { unitId: world.schoolId });
    const holder = await makePerson(db);
    const held = await makeAppointment(db, { personId: holder.id, role: "coordinator", unitId: world.schoolId, marathonId: world.marathonId, endsAt: new Date("2026-04-30T21:00:00Z") });
    const days = { startsOn: plainDate("2026-03-11"), endsOn: plainDate("2026-03-18") };
    const self: PersonWish = { by: "email", email: holder.email ?? "", familyName: holder.familyName, givenName: holder.givenName, patronymic: null };
    const input = (more: object = {}) => ({ appointmentId: held.id, person: newcomer() as PersonWish, ...days, key: newId(), ...more });
    expect(await code(appointments.substitute(stranger, input()))).toBe("request.notFound");
    expect(await code(appointments.appoint(director, wish("coordinator", world.schoolId)))).toBe("request.forbidden");
    expect(await code(appointments.substitute(responsible, input({ person: self })))).toBe("appointment.substituteSelf");
    expect(await code(appointments.substitute(responsible, input({ endsOn: plainDate("2026-05-20") })))).toBe("appointment.periodInvalid");
    const { appointmentId } = await appointments.substitute(director, input());
    const stored = await db.appointment.findUniqueOrThrow({ where: { id: appointmentId } });
    expect([stored.substitutesId, stored.role, stored.unitId]).toEqual([held.id, "coordinator", world.schoolId]);
    expect((await load(stored.personId, now)).posts).toEqual([]);
    expect((await load(stored.personId, new Date("2026-03-12T09:00:00Z"))).posts).toMatchObject([{ isSubstitute: true }]);
    expect((await load(stored.personId, new Date("2026-03-20T09:00:00Z"))).posts).toEqual([]);
  });

  test("коллегу того же места называют одним касанием, чужого так не назвать; снятого с замещения сегодня же можно позвать снова", async () => {
    const director = await asker("director", { unitId: world.libraryId });
    const [holder, colleague, foreign] = [await makePerson(db), await makePerson(db), await makePerson(db)];
    const held = await makeAppointment(db, { personId: holder.id, role: "coordinator", unitId: world.libraryId });
    await makeAppointment(db, { personId: colleague.id, role: "executor", unitId: world.libraryId });
    await makeAppointment(db, { personId: foreign.id, role: "executor", unitId: world.schoolId });
    const input = (personId: string) => ({ appointmentId: held.id, person: { by: "colleague" as const, personId }, startsOn: plainDate("2026-03-10"), endsOn: plainDate("2026-03-16"), key: newId() });
    expect(await code(appointments.substitute(director, input(foreign.id)))).toBe("request.notFound");
    expect(await code(appointments.substitute(director, input(holder.id)))).toBe("request.notFound");
    expect((await appointments.readAppointment(director, held.id)).colleagues.map(({ personId }) => personId)).toContain(colleague.id);
    const { appointmentId } = await appointments.substitute(director, input(colleague.id));
    expect(await code(appointments.substitute(director, input(colleague.id)))).toBe("appointment.overlaps");
    await endAppointment(responsible, { appointmentId, handToId: null, key: newId() });
    expect(await code(appointments.substitute(director, input(colleague.id)))).toBe("done");
  });

  test("инструктаж записывает тот, кому можно, а отмечает сам координатор", async () => {
    const holder = await makePerson(db);
    const held = await makeAppointment(db, { personId: holder.id, role: "coordinator", unitId: world.schoolId, marathonId: world.marathonId });
    const material = "Памятка координатора и порядок согласия на бумаге";
    expect(await code(appointments.brief(stranger, { appointmentId: held.id, material, key: newId() }))).toBe("request.notFound");
    expect(await code(appointments.brief(lead, { appointmentId: held.id, material, key: newId() }))).toBe("done");
    expect(await code(appointments.acknowledge(lead, { appointmentId: held.id, key: newId() }))).toBe("request.forbidden");
    const own = asking(await load(holder.id));
    expect((await appointments.readAppointment(own, held.id)).may.acknowledge).toBe(true);
    await appointments.acknowledge(own, { appointmentId: held.id, key: newId() });
    expect((await appointments.readAppointment(own, held.id)).briefing?.acknowledgedAt).not.toBeNull();
    expect(await letterTo(holder.email ?? "")).toMatchObject({ subject: "Инструктаж координатора: прочитайте и отметьте" });
  });

  test("инструктаж идёт за координатором в другую организацию; замещающего и соседний муниципалитет он не заменяет", async () => {
    const [holder, colleague] = [await makePerson(db), await makePerson(db)];
    const held = await makeAppointment(db, { personId: holder.id, role: "coordinator", unitId: world.schoolId, marathonId: world.marathonId });
    await makeAppointment(db, { personId: colleague.id, role: "executor", unitId: world.schoolId, marathonId: world.marathonId });
    await appointments.brief(responsible, { appointmentId: held.id, material: "Памятка координатора", key: newId() });
    await appointments.acknowledge(asking(await load(holder.id)), { appointmentId: held.id, key: newId() });
    const briefingOf = async (appointmentId: string) => await db.briefing.findFirst({ where: { appointmentId } });
    const moved = await transaction(async (tx) => await appointments.appointKnown(tx, responsible, { role: "coordinator", seatId: world.libraryId, personId: holder.id }));
    expect(await briefingOf(moved.appointmentId)).toMatchObject({ material: "Памятка координатора", acknowledgedAt: expect.any(Date) as Date });
    const substitute = await appointments.substitute(responsible, { appointmentId: held.id, person: { by: "colleague", personId: colleague.id }, startsOn: plainDate("2026-03-11"), endsOn: plainDate("2026-03-16"), key: newId() });
    expect(await briefingOf(substitute.appointmentId)).toBeNull();
    const elsewhere = await asker("responsiblePerson", { unitId: world.neighbourId });
    const foreign = await transaction(async (tx) => await appointments.appointKnown(tx, elsewhere, { role: "coordinator", seatId: world.foreignSchoolId, personId: holder.id }));
    expect(await briefingOf(foreign.appointmentId)).toBeNull();
  });
});

describe("завершение", () => {
  test("чужое не завершить, единственного ответственного не снять, завершённое не завершить второй раз", async () => {
    const post = responsible.actor.posts[0]?.appointmentId ?? "";
    const end = async (who: Asker, appointmentId: string, handToId: string | null = null) => await code(endAppointment(who, { appointmentId, handToId, key: newId() }));
    expect(await end(stranger, post)).toBe("request.notFound");
    expect(await end(responsible, post)).toBe("request.forbidden");
    expect(await end(head, post)).toBe("appointment.lastResponsible");
    const { appointmentId } = await appointments.appoint(responsible, wish("coordinator", world.libraryId));
    expect(await end(responsible, appointmentId)).toBe("done");
    expect(await end(responsible, appointmentId)).toBe("appointment.ended");
  });

  test("право уходит со следующим запросом, замещающий уходит вместе, вопросы возвращаются в очередь", async () => {
    const [holder, deputy, other] = [await makePerson(db), await makePerson(db), await makePerson(db)];
    const held = await makeAppointment(db, { personId: holder.id, role: "operator", bodyId: world.hotlineId });
    for (const more of [{ personId: deputy.id, substitutesId: held.id }, { personId: other.id }]) await makeAppointment(db, { role: "operator", bodyId: world.hotlineId, ...more });
    const ticket = await makeTicket(db, { marathonId: world.marathonId, municipalityId: world.homeId, hotlineId: world.hotlineId, status: "claimed", claimedById: holder.id });
    await endAppointment(responsible, { appointmentId: held.id, handToId: null, key: newId() });
    const later = new Date(now.getTime() + 60_000);
    expect([(await load(holder.id, later)).posts, (await load(deputy.id, later)).posts]).toEqual([[], []]);
    expect(await db.ticket.findUniqueOrThrow({ where: { id: ticket.id }, include: { messages: true } })).toMatchObject({ status: "open", claimedById: null, version: 2 });
    expect(await db.event.count({ where: { type: "appointment.ended" } })).toBeGreaterThanOrEqual(2);
  });

  test("черновики и ждущие вопросы без получателя не остаются; получает только коллега по тому же месту", async () => {
    const [holder, colleague, alien] = [await makePerson(db), await makePerson(db), await makePerson(db)];
    const held = await makeAppointment(db, { personId: holder.id, role: "coordinator", unitId: world.schoolId, marathonId: world.marathonId });
    await makeAppointment(db, { personId: colleague.id, role: "executor", unitId: world.schoolId, marathonId: world.marathonId });
    await makeAppointment(db, { personId: alien.id, role: "coordinator", unitId: world.foreignSchoolId, marathonId: world.marathonId });
    const author = await makePerson(db);
    const draft = await db.initiativeDraft.create({ data: { id: newId(), authorId: author.id, helperId: holder.id, helperUnitId: world.schoolId, marathonId: world.marathonId, content: {}, updatedAt: now } });
    const end = async (handToId: string | null) => await code(endAppointment(responsible, { appointmentId: held.id, handToId, key: newId() }));
    expect(await end(null)).toBe("appointment.openWork");
    expect(await end(alien.id)).toBe("request.notFound");
    expect((await readOpenWork(db, responsible, held.id)).colleagues.some(({ personId }) => personId === colleague.id)).toBe(true);
    expect(await end(colleague.id)).toBe("done");
    expect((await db.initiativeDraft.findUniqueOrThrow({ where: { id: draft.id } })).helperId).toBe(colleague.id);
  });
});

describe("настройка муниципалитета", () => {
  const fresh = async () => {
    const municipality = await makeMunicipality(db, { parentId: world.regionId });
    await db.participation.create({ data: { marathonId: world.marathonId, municipalityId: municipality.id } });
    return { municipalityId: municipality.id, who: await asker("responsiblePerson", { unitId: municipality.id }) };
  };

  test("от телефона до готовности", async () => {
    const { municipalityId, who } = await fresh();
    expect(await code(setup.finish(who, { municipalityId, key: newId() }))).toBe("setup.incomplete");
    expect(await code(setup.setHotline(who, { municipalityId, phone: "12", hours: "с 8 до 17", seen: { phone: null, hours: null }, key: newId() }))).toBe("request.invalid");
    await setup.setHotline(who, { municipalityId, phone: "8 (833) 264-00-00", hours: "с 8 до 17", seen: { phone: null, hours: null }, key: newId() });
    const { groupId } = await setup.saveGroup(who, { municipalityId, groupId: null, name: "Одна группа на все направления", directionIds: world.directions, seen: null, key: newId() });
    expect(await code(setup.finish(who, { municipalityId, key: newId() }))).toBe("setup.incomplete");
    await appointments.appoint(who, wish("workingGroupLead", groupId, { person: { by: "me" } }));
    const { organisationId } = await setup.addOrganisation(who, { municipalityId, name: "Школа № 1", shortName: "", kind: "school", address: "", groupIds: [groupId], key: newId() });
    await appointments.appoint(who, wish("coordinator", organisationId));
    await setup.finish(who, { municipalityId, key: newId() });
    const chart = await readChart(who, municipalityId);
    expect([chart.isSetUp, chart.hotline.phone, chart.bodies.map(({ kind }) => kind).toSorted()]).toEqual([true, "+78332640000", ["coordinationGroup", "hotline", "workingGroup"]]);
    expect(chart.gaps.map(({ kind }) => kind).toSorted()).toEqual(["coordinatorWithoutBriefing", "hotlineWithoutOperator", "notAccepted", "withoutAct", "withoutAct", "withoutScan"]);
    expect(await myMunicipalities(db, who.actor)).toMatchObject([{ id: municipalityId }]);
  });

  test("направление ведёт ровно одна группа, и из двух сохраняющих второй узнаёт о первом", async () => {
    const { municipalityId, who } = await fresh();
    const save = async (more: object) => await setup.saveGroup(who, { municipalityId, groupId: null, name: "Дороги", directionIds: [], seen: null, key: newId(), ...more });
    const [one, two, three] = world.directions as [string, string, string];
    const { groupId } = await save({ directionIds: [one, two] });
    expect(await code(save({ name: "Жильё", directionIds: [two, three] }))).toBe("direction.alreadyOwned");
    const seen = { name: "Дороги", directionIds: [one, two].toSorted() };
    await save({ groupId, directionIds: [one], seen });
    expect(await code(save({ groupId, directionIds: [one, two, three], seen }))).toBe("request.changedMeanwhile");
    const both = await Promise.all([1, 2].map(async () => await code(save({ name: "Жильё", directionIds: [two] }))));
    expect(both.toSorted()).toEqual(["direction.alreadyOwned", "done"]);
    expect(await db.bodyDirection.count({ where: { municipalityId } })).toBe(2);
  });

  test("группу с людьми не закрыть, пустую — можно; связи организаций меняются с сегодняшнего дня", async () => {
    const { municipalityId, who } = await fresh();
    const { groupId } = await setup.saveGroup(who, { municipalityId, groupId: null, name: "Дороги", directionIds: [world.directions[0] ?? ""], seen: null, key: newId() });
    const { organisationId } = await setup.addOrganisation(who, { municipalityId, name: "Школа", shortName: "", kind: "school", address: "", groupIds: [groupId], key: newId() });
    expect(await code(setup.addOrganisation(who, { municipalityId, name: "школа", shortName: "", kind: "school", address: "", groupIds: [], key: newId() }))).toBe("unit.nameTaken");
    expect(await code(setup.linkOrganisation(who, { municipalityId, organisationId, groupIds: [], seen: [], key: newId() }))).toBe("request.changedMeanwhile");
    await setup.linkOrganisation(who, { municipalityId, organisationId, groupIds: [], seen: [groupId], key: newId() });
    expect((await readChart(who, municipalityId)).organisations[0]?.groupIds).toEqual([]);
    const { appointmentId } = await appointments.appoint(who, wish("workingGroupLead", groupId));
    expect(await code(setup.endGroup(who, { municipalityId, groupId, key: newId() }))).toBe("group.hasOpenWork");
    await endAppointment(who, { appointmentId, handToId: null, key: newId() });
    await setup.endGroup(who, { municipalityId, groupId, key: newId() });
    expect((await readChart(who, municipalityId)).directions.every((one) => one.groupId === null)).toBe(true);
  });
});

describe("кто что видит", () => {
  test("руководитель организации видит свою, а не соседнюю", async () => {
    const director = await asker("director", { unitId: world.libraryId });
    const chart = await readChart(director, world.homeId);
    expect([chart.isWhole, chart.organisations.map(({ id }) => id)]).toEqual([false, [world.libraryId]]);
    expect(chart.bodies.every(({ posts }) => posts.length === 0)).toBe(true);
  });

  test("список людей находит по имени с ё и е, по месту, страницами", async () => {
    const person = await makePerson(db, { familyName: "Королёва" });
    await makeAppointment(db, { personId: person.id, role: "coordinator", unitId: world.libraryId, marathonId: world.marathonId, actNumber: null });
    const find = async (q: string, filter: "all" | "withoutAct" = "all") => (await appointments.listStaff(responsible, { municipalityId: world.homeId, q, filter })).rows.map(({ name }) => name);
    expect(await find("королева")).toEqual(["Королёва Анна Ивановна"]);
    expect(await find("Королева", "withoutAct")).toHaveLength(1);
    expect((await find("")).length).toBeGreaterThan(5);
    expect(await code(appointments.listStaff(stranger, { municipalityId: world.homeId, q: "", filter: "all" }))).toBe("request.notFound");
  });
});
