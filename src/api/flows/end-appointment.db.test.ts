import { beforeAll, beforeEach, expect, test } from "vitest";
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
import { endAppointment, readOpenWork } from "./end-appointment";

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
