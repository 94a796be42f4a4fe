import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/platform/db/client";
import { newId } from "@/shared/ids/id";
import { createTestDatabase } from "./database";
import { useDatabase } from "@/platform/db/client";
import { makeInitiative } from "./factories/make-initiative";
import { makeBody, makeMarathon } from "./factories/make-marathon";
import { makeMunicipality, makeOrganisation } from "./factories/make-municipality";
import { makeAppointment, makePerson } from "./factories/make-person";
import { startProcesses, type Answering } from "./processes/start";

let processes: Answering[] = [];
let closing: (() => Promise<void>)[] = [];
beforeAll(async () => {
  const { url, drop } = await createTestDatabase();
  closing = [useDatabase(url), drop];
  processes = await startProcesses(2, url);
});
afterAll(async () => {
  await Promise.all(processes.map(async (one) => await one.stop()));
  for (const close of closing) await close();
});

async function makeHome() {
  const municipality = await makeMunicipality(db);
  const marathon = await makeMarathon(db, { municipalityIds: [municipality.id], endsOn: new Date("2099-01-01"), closingEndsOn: new Date("2099-02-01") });
  const directionId = marathon.directions[0]!.id;
  const group = await makeBody(db, { marathonId: marathon.id, municipalityId: municipality.id, directionIds: [directionId] });
  const initiative = await makeInitiative(db, { marathonId: marathon.id, municipalityId: municipality.id, directionId });
  const appoint = async (role: "workingGroupLead" | "head" | "responsiblePerson" | "coordinator", seat: { unitId: string } | { bodyId: string }, more: object = {}) => {
    const person = await makePerson(db);
    return { personId: person.id, appointmentId: (await makeAppointment(db, { personId: person.id, role, ...seat, ...more })).id };
  };
  return { municipality, group, initiative, appoint };
}
/** What each process answers to the same question, asked at once. */
const all = async (personId: string, procedure: string, input: unknown) => (await Promise.all(processes.map(async (one) => await one.ask(personId, procedure, input)))).map(({ status }) => status);

test("назначение завершено в одном процессе – в другом следующий же запрос без права", async () => {
  const { municipality, group, initiative, appoint } = await makeHome();
  const [lead, head] = [await appoint("workingGroupLead", { bodyId: group.id }), await appoint("head", { unitId: municipality.id })];
  const record = { initiativeId: initiative.id };
  for (let again = 0; again < 3; again += 1) expect(await all(lead.personId, "considering.record", record)).toEqual([200, 200]);
  expect(await processes[0]!.ask(head.personId, "staff.end", { appointmentId: lead.appointmentId, handToId: null, key: newId() }, "mutation")).toMatchObject({ status: 200 });
  expect(await all(lead.personId, "considering.record", record)).toEqual([404, 404]);
});

test("сеанс закрыт – ни один процесс его больше не знает", async () => {
  const { group, initiative, appoint } = await makeHome();
  const lead = await appoint("workingGroupLead", { bodyId: group.id });
  const record = { initiativeId: initiative.id };
  expect(await all(lead.personId, "considering.record", record)).toEqual([200, 200]);
  await db.session.updateMany({ where: { personId: lead.personId }, data: { endedAt: new Date() } });
  expect(await all(lead.personId, "considering.record", record)).toEqual([401, 401]);
});

test("замещение завершено – замещающий больше не видит, замещаемый видит", async () => {
  const { municipality, group, initiative, appoint } = await makeHome();
  const [lead, head] = [await appoint("workingGroupLead", { bodyId: group.id }), await appoint("head", { unitId: municipality.id })];
  const substitute = await appoint("workingGroupLead", { bodyId: group.id }, { substitutesId: lead.appointmentId });
  const record = { initiativeId: initiative.id };
  expect(await all(substitute.personId, "considering.record", record)).toEqual([200, 200]);
  expect(await processes[1]!.ask(head.personId, "staff.end", { appointmentId: substitute.appointmentId, handToId: null, key: newId() }, "mutation")).toMatchObject({ status: 200 });
  expect(await all(substitute.personId, "considering.record", record)).toEqual([404, 404]);
  expect(await all(lead.personId, "considering.record", record)).toEqual([200, 200]);
});

test("организация закрыта в одном процессе – в другом её координатор работает уже у преемника", async () => {
  const { municipality, appoint } = await makeHome();
  const [school, heir] = [await makeOrganisation(db, { parentId: municipality.id }), await makeOrganisation(db, { parentId: municipality.id })];
  const [coordinator, head] = [await appoint("coordinator", { unitId: school.id }), await appoint("head", { unitId: municipality.id })];
  const figures = (organisationId: string) => ({ organisationId });
  expect(await all(coordinator.personId, "indicator.organisation", figures(heir.id))).toEqual([404, 404]);
  const decision = { decision: { kind: "end", unitId: school.id, toId: heir.id }, takesEffectOn: new Date().toISOString().slice(0, 10), reason: "Решение думы", act: null, seen: school.name, key: newId() };
  expect(await processes[0]!.ask(head.personId, "structure.units.decide", decision, "mutation")).toMatchObject({ status: 200 });
  expect(await all(coordinator.personId, "indicator.organisation", figures(heir.id))).toEqual([200, 200]);
});
