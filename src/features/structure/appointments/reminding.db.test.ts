import { expect, test } from "vitest";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { visitorOf } from "@/platform/trpc/context";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeOrganisation } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import * as appointments from "./server/service";

useTestDatabase();

test("об инструктаже напоминают раз в сутки муниципалитета, всем сразу или одному: ночью на Камчатке это один и тот же день", async () => {
  const municipality = await makeMunicipality(db, { timeZone: "Asia/Kamchatka" });
  const marathon = await makeMarathon(db, { municipalityIds: [municipality.id] });
  const school = await makeOrganisation(db, { parentId: municipality.id });
  const [person, coordinator] = [await makePerson(db), await makePerson(db)];
  await makeAppointment(db, { personId: person.id, role: "responsiblePerson", unitId: municipality.id });
  const held = await makeAppointment(db, { personId: coordinator.id, role: "coordinator", unitId: school.id, marathonId: marathon.id });
  const asker = async (at: string) => {
    const now = new Date(at);
    return { actor: await loadActor({ personId: person.id, sessionVersion: 1 }, now), now, db, visitor: visitorOf("v".repeat(43), null), addressHash: newId() };
  };
  await appointments.brief(await asker("2026-03-10T08:00:00Z"), { appointmentId: held.id, material: "Памятка координатора", key: newId() });
  const letters = async () => await db.email.count({ where: { dedupeKey: { startsWith: `structure.briefingReminder:${held.id}` } } });
  const one = async (at: string) => { await appointments.remindOne(await asker(at), { appointmentId: held.id, key: newId() }); return await letters(); };
  const all = async (at: string) => { await appointments.remindAll(await asker(at), { municipalityId: municipality.id, key: newId() }); return await letters(); };
  expect([await all("2026-03-10T13:00:00Z"), await one("2026-03-10T13:05:00Z"), await one("2026-03-11T11:00:00Z")]).toEqual([1, 1, 1]);
  expect([await one("2026-03-11T12:30:00Z"), await all("2026-03-11T13:00:00Z")]).toEqual([2, 2]);
});
