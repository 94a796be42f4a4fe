import { beforeAll, beforeEach, expect, test } from "vitest";
import { readChart } from "@/features/structure/chart/server/service";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import type { Role } from "@/platform/db/client/client";
import { visitorOf } from "@/platform/trpc/context";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeInitiative } from "@/testing/factories/make-initiative";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeOrganisation } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { makeTicket } from "@/testing/factories/make-ticket";
import { endAppointment, readOpenWork } from "./end-appointment";
import { handOverLeft } from "./left-work";

useTestDatabase();

const now = new Date("2026-03-10T12:00:00Z");
const code = async (work: Promise<unknown>) => await work.then(() => "done", (error: { code?: string }) => error.code ?? String(error));
const world = {} as { marathonId: string; municipalityId: string; directionId: string; groupId: string; hotlineId: string; schoolId: string };
type Seat = { bodyId: string } | { unitId: string };

/** A person with a post there. */
async function worker(role: Role, seat: Seat, more: { startsAt?: Date; endsAt?: Date; substitutesId?: string } = {}) {
  const { id: personId } = await makePerson(db);
  const { id: appointmentId } = await makeAppointment(db, { personId, role, ...seat, marathonId: world.marathonId, ...more });
  return { personId, appointmentId };
}

let responsible: Awaited<ReturnType<typeof asker>>;
async function asker(role: Role, seat: Seat) {
  const { personId } = await worker(role, seat);
  return { actor: await loadActor({ personId, sessionVersion: 1 }, now), now, db, visitor: visitorOf("v".repeat(43), null), addressHash: newId() };
}

beforeAll(async () => {
  const municipality = await makeMunicipality(db);
  const marathon = await makeMarathon(db, { municipalityIds: [municipality.id] });
  Object.assign(world, { municipalityId: municipality.id, marathonId: marathon.id, directionId: marathon.directions[0]?.id });
  responsible = await asker("responsiblePerson", { unitId: municipality.id });
});

beforeEach(async () => {
  const of = { marathonId: world.marathonId, municipalityId: world.municipalityId };
  const [group, hotline, school] = [await makeBody(db, of), await makeBody(db, { ...of, kind: "hotline" }), await makeOrganisation(db, { parentId: world.municipalityId })];
  Object.assign(world, { groupId: group.id, hotlineId: hotline.id, schoolId: school.id });
});

const end = async (appointmentId: string, handToId: string | null = null) => await endAppointment(responsible, { appointmentId, handToId, key: newId() });
const inHandsOf = async (assigneeId: string, status: "inConsideration" | "carriedOut" = "inConsideration", consideringId = world.groupId) =>
  await makeInitiative(db, { marathonId: world.marathonId, municipalityId: world.municipalityId, directionId: world.directionId, consideringId, assigneeId, status });
const assigneeOf = async ({ id }: { id: string }) => (await db.initiative.findUniqueOrThrow({ where: { id } })).assigneeId;

test("инициативы ушедшего из группы получает выбранный коллега; выполненная и чужой группы остаются", async () => {
  const [member, lead] = [await worker("workingGroupMember", { bodyId: world.groupId }), await worker("workingGroupLead", { bodyId: world.groupId })];
  const elsewhere = await makeBody(db, { marathonId: world.marathonId, municipalityId: world.municipalityId });
  const [open, done, other] = [await inHandsOf(member.personId), await inHandsOf(member.personId, "carriedOut"), await inHandsOf(member.personId, "inConsideration", elsewhere.id)];
  expect(await readOpenWork(db, responsible, member.appointmentId)).toMatchObject({ initiatives: 1, tickets: 0, drafts: 0 });
  expect(await end(member.appointmentId, lead.personId)).toMatchObject({ initiatives: 1 });
  expect([await assigneeOf(open), await assigneeOf(done), await assigneeOf(other)]).toEqual([lead.personId, member.personId, member.personId]);
  expect(await db.initiative.findUniqueOrThrow({ where: { id: open.id }, include: { events: { orderBy: { at: "asc" } } } })).toMatchObject({ version: 2, events: [{ kind: "submitted" }, { kind: "assigned", visibility: "internal", byId: responsible.actor.personId }] });
});

test("коллеги нет или он не выбран — инициатива остаётся у группы, ни у кого в отдельности; чужому её не передать", async () => {
  const member = await worker("workingGroupMember", { bodyId: world.groupId });
  const open = await inHandsOf(member.personId);
  const alien = await worker("workingGroupMember", { bodyId: (await makeBody(db, { marathonId: world.marathonId, municipalityId: world.municipalityId })).id });
  expect(await code(end(member.appointmentId, alien.personId))).toBe("request.notFound");
  expect(await assigneeOf(open)).toBe(member.personId);
  await end(member.appointmentId);
  expect(await assigneeOf(open)).toBeNull();
});

const school = () => ({ unitId: world.schoolId });
const line = () => ({ bodyId: world.hotlineId });
const draftOf = async (helperId: string) => await db.initiativeDraft.create({ data: { id: newId(), authorId: (await makePerson(db)).id, helperId, helperUnitId: world.schoolId, marathonId: world.marathonId, content: {}, updatedAt: now } });
const helperOf = async ({ id }: { id: string }) => (await db.initiativeDraft.findUniqueOrThrow({ where: { id } })).helperId;
const registeredBy = async (registeredById: string) => await makePerson(db, { registeredById, registeredAtUnitId: world.schoolId });
const registrarOf = async ({ id }: { id: string }) => (await db.person.findUniqueOrThrow({ where: { id } })).registeredById;
const ask = async (claimedById: string | null, status: "open" | "claimed" | "waitingForPerson") => await makeTicket(db, { marathonId: world.marathonId, municipalityId: world.municipalityId, hotlineId: world.hotlineId, claimedById, status });
const holderOf = async ({ id }: { id: string }) => await db.ticket.findUniqueOrThrow({ where: { id }, select: { claimedById: true, status: true } });

test("с назначением завершается и замещение: его дела получает тот же коллега, а самому замещающему их не передать", async () => {
  const holder = await worker("coordinator", school());
  const [deputy, colleague] = [await worker("coordinator", school(), { substitutesId: holder.appointmentId }), await worker("executor", school())];
  const [own, deputys] = [await draftOf(holder.personId), await draftOf(deputy.personId)];
  const met = await registeredBy(deputy.personId);
  expect(await readOpenWork(db, responsible, holder.appointmentId)).toMatchObject({ drafts: 2, colleagues: [{ personId: colleague.personId }] });
  expect(await code(end(holder.appointmentId))).toBe("appointment.openWork");
  expect(await code(end(holder.appointmentId, deputy.personId))).toBe("request.notFound");
  expect(await end(holder.appointmentId, colleague.personId)).toMatchObject({ drafts: 2 });
  expect([await helperOf(own), await helperOf(deputys), await registrarOf(met)]).toEqual([colleague.personId, colleague.personId, colleague.personId]);
});

test("снятого с замещения заменяет тот, кого он замещал: кого он зарегистрировал, переходят к нему; кто работает там и сам, оставляет своё", async () => {
  const holder = await worker("coordinator", school());
  const [deputy, executor] = [await worker("coordinator", school(), { substitutesId: holder.appointmentId }), await worker("executor", school())];
  const { id: second } = await makeAppointment(db, { personId: executor.personId, role: "coordinator", ...school(), marathonId: world.marathonId, substitutesId: holder.appointmentId });
  const [met, executors] = [await registeredBy(deputy.personId), await registeredBy(executor.personId)];
  await end(deputy.appointmentId);
  await end(second);
  expect([await registrarOf(met), await registrarOf(executors)]).toEqual([holder.personId, executor.personId]);
});

test("последнего оператора не снять, пока на линии ждут ответа; замещающий его не заменяет", async () => {
  const holder = await worker("operator", line());
  await worker("operator", line(), { substitutesId: holder.appointmentId });
  const ticket = await ask(null, "open");
  expect(await code(readOpenWork(db, responsible, holder.appointmentId))).toBe("appointment.lastOperator");
  expect(await code(end(holder.appointmentId))).toBe("appointment.lastOperator");
  await worker("operator", line());
  expect(await code(end(holder.appointmentId))).toBe("done");
  expect(await holderOf(ticket)).toEqual({ claimedById: null, status: "open" });
});

const yesterday = new Date("2026-03-09T21:00:00Z");

test("замещение кончилось по дате — его дела сами переходят к тому, кого замещали; повтор ничего не меняет", async () => {
  const [holder, operator, lead] = [await worker("coordinator", school()), await worker("operator", line()), await worker("workingGroupLead", { bodyId: world.groupId })];
  await worker("coordinator", school());
  const until = (substitutesId: string) => ({ substitutesId, endsAt: yesterday });
  const deputies = [await worker("coordinator", school(), until(holder.appointmentId)), await worker("operator", line(), until(operator.appointmentId)), await worker("workingGroupLead", { bodyId: world.groupId }, until(lead.appointmentId))];
  const [helped, answering, considering] = deputies.map(({ personId }) => personId) as [string, string, string];
  const [draft, met, claimed, waiting, initiative] = [await draftOf(helped), await registeredBy(helped), await ask(answering, "claimed"), await ask(answering, "waitingForPerson"), await inHandsOf(considering)];
  await handOverLeft(now);
  const state = async () => [await helperOf(draft), await registrarOf(met), await holderOf(claimed), await holderOf(waiting), await assigneeOf(initiative), (await db.initiative.findUniqueOrThrow({ where: { id: initiative.id } })).version];
  const expected = [holder.personId, holder.personId, { claimedById: operator.personId, status: "claimed" }, { claimedById: operator.personId, status: "waitingForPerson" }, lead.personId, 2];
  expect(await state()).toEqual(expected);
  await handOverLeft(now);
  expect(await state()).toEqual(expected);
});

test("некого замещать — черновики получает первый в организации, вопросы и инициативы идут в очередь, ждущий ответа вопрос — оператору", async () => {
  const over = { endsAt: yesterday };
  const [coordinator, operator, member] = [await worker("coordinator", school(), over), await worker("operator", line(), over), await worker("workingGroupMember", { bodyId: world.groupId }, over)];
  const [draft, met, claimed, waiting, initiative] = [await draftOf(coordinator.personId), await registeredBy(coordinator.personId), await ask(operator.personId, "claimed"), await ask(operator.personId, "waitingForPerson"), await inHandsOf(member.personId)];
  await handOverLeft(now);
  expect([await helperOf(draft), await registrarOf(met), await holderOf(waiting)], "пока никого нет, всё остаётся").toEqual([coordinator.personId, coordinator.personId, { claimedById: operator.personId, status: "waitingForPerson" }]);
  expect([await holderOf(claimed), await assigneeOf(initiative)]).toEqual([{ claimedById: null, status: "open" }, null]);
  const left = async () => (await readChart(responsible, world.municipalityId)).gaps.flatMap(({ kind, id, role, mayMend }) => (kind === "leftWork" && [world.schoolId, world.hotlineId].includes(id ?? "") ? [`${role} ${mayMend}`] : [])).toSorted();
  expect(await left()).toEqual(["coordinator true", "operator true"]);
  await worker("director", school());
  const [executor, next] = [await worker("executor", school()), await worker("operator", line())];
  await handOverLeft(now);
  expect([await helperOf(draft), await registrarOf(met), await holderOf(waiting)]).toEqual([executor.personId, executor.personId, { claimedById: next.personId, status: "waitingForPerson" }]);
  expect(await left()).toEqual([]);
});

test("кого назначили снова, тот продолжает своё; дел прошедшего марафона никто не получает", async () => {
  const [again, old] = [await worker("coordinator", school(), { endsAt: yesterday }), await worker("coordinator", school(), { endsAt: yesterday })];
  await makeAppointment(db, { personId: again.personId, role: "executor", ...school(), marathonId: world.marathonId });
  const past = await makeMarathon(db, { startsOn: new Date("2025-02-16"), endsOn: new Date("2025-03-31"), closingEndsOn: new Date("2025-04-30") });
  await db.appointment.update({ where: { id: old.appointmentId }, data: { marathonId: past.id } });
  const [own, olds] = [await draftOf(again.personId), await draftOf(old.personId)];
  await handOverLeft(now);
  expect([await helperOf(own), await helperOf(olds)]).toEqual([again.personId, old.personId]);
});
