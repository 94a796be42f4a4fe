import { expect, test } from "vitest";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import type { Role } from "@/platform/db/client/client";
import { visitorOf } from "@/platform/trpc/context";
import { plainDate } from "@/shared/dates/plain-date";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeOrganisation } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import * as appointments from "../appointments/server/service";
import * as setup from "./server/service";

useTestDatabase();

/** One o'clock at night in Kamchatka; in UTC it is the day before, and the database's own day is another still. */
const now = new Date("2096-03-10T13:00:00Z");
const code = async (work: Promise<unknown>) => await work.then(() => "done", (error: { code?: string }) => error.code ?? String(error));

async function asker(role: Role, seat: { bodyId: string } | { unitId: string }) {
  const person = await makePerson(db);
  await makeAppointment(db, { personId: person.id, role, ...seat });
  return { actor: await loadActor({ personId: person.id, sessionVersion: 1 }, now), db, now, visitor: visitorOf("v".repeat(43), null), addressHash: newId() };
}

test("организацию отвязали ночью на Камчатке — прежняя группа в ту же минуту не видит и не снимает её людей", async () => {
  const municipality = await makeMunicipality(db, { timeZone: "Asia/Kamchatka" });
  const marathon = await makeMarathon(db, { municipalityIds: [municipality.id], startsOn: new Date("2096-02-16"), endsOn: new Date("2096-03-31"), closingEndsOn: new Date("2096-04-30") });
  const group = await makeBody(db, { marathonId: marathon.id, municipalityId: municipality.id });
  const school = await makeOrganisation(db, { parentId: municipality.id });
  await db.organisationLink.create({ data: { id: newId(), organisationId: school.id, bodyId: group.id, startsOn: new Date("2096-02-16") } });
  const held = await makeAppointment(db, { personId: (await makePerson(db)).id, role: "coordinator", unitId: school.id, marathonId: marathon.id });
  const [responsible, lead] = [await asker("responsiblePerson", { unitId: municipality.id }), await asker("workingGroupLead", { bodyId: group.id })];
  const staff = async () => (await appointments.listStaff(lead, { municipalityId: municipality.id, q: "", filter: "all" })).rows.map(({ id }) => id);
  expect((await appointments.readAppointment(lead, held.id)).may.end).toBe(true);
  expect(await staff()).toContain(held.id);
  await setup.linkOrganisation(responsible, { municipalityId: municipality.id, organisationId: school.id, groupIds: [], seen: [group.id], key: newId() });
  expect(await code(appointments.readAppointment(lead, held.id))).toBe("request.notFound");
  expect(await code(appointments.setAct(lead, { appointmentId: held.id, act: { kind: "order", number: "1", date: plainDate("2096-03-01") }, seen: held.actNumber, key: newId() }))).toBe("request.notFound");
  expect(await staff()).not.toContain(held.id);
  expect((await appointments.readAppointment(responsible, held.id)).may.end).toBe(true);
});
