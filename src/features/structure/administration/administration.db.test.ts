import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/access/actor";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import type { Role } from "@/platform/db/client/client";
import { visitorOf } from "@/platform/trpc/context";
import { plainDate } from "@/shared/dates/plain-date";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeCountry, makeMunicipality, makeOrganisation, makeRegion } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import * as appointments from "../appointments/server/service";
import * as administration from "./server/service";

useTestDatabase();

const now = new Date("2026-03-10T12:00:00Z");
let ticks = 0;
/** Each request comes a moment after the one before. */
const asking = (actor: Actor) => ({ actor, get db() { return db; }, visitor: visitorOf("v".repeat(43), null), get now() { return new Date(now.getTime() + (ticks += 1)); } });
type Asker = ReturnType<typeof asking>;
const code = async (work: Promise<unknown>) => await work.then(() => "done", (error: { code?: string }) => error.code ?? String(error));

async function asker(role: Role, unitId: string): Promise<Asker> {
  const person = await makePerson(db);
  await makeAppointment(db, { personId: person.id, role, unitId });
  return asking(await loadActor({ personId: person.id, sessionVersion: 1 }, now));
}

const world = {} as { regionId: string; marathonId: string; schoolId: string; directions: string[] };
let administrator: Asker;
let responsible: Asker;
let head: Asker;

beforeAll(async () => {
  const region = await makeRegion(db);
  const home = await makeMunicipality(db, { parentId: region.id });
  const marathon = await makeMarathon(db, { municipalityIds: [home.id] });
  const directions = marathon.directions.map(({ id }) => id);
  await makeBody(db, { marathonId: marathon.id, municipalityId: home.id, directionIds: directions.slice(0, 1) });
  const school = await makeOrganisation(db, { parentId: home.id });
  Object.assign(world, { regionId: region.id, marathonId: marathon.id, schoolId: school.id, directions });
  administrator = await asker("administrator", (await makeCountry(db)).id);
  responsible = await asker("responsiblePerson", home.id);
  head = await asker("head", home.id);
});

let count = 0;
const newcomer = () => ({ by: "email" as const, email: `new${(count += 1)}@example.org`, familyName: "Новикова", givenName: "Ольга", patronymic: null });
const wish = (role: Role, seatId: string) => ({ role, seatId, person: newcomer(), startsOn: null, endsOn: null, act: null, key: newId() });

describe("администратор", () => {
  test("заводит муниципалитет сразу в марафоне; код и имя не повторяются", async () => {
    const input = { regionId: world.regionId, name: "Новый район", shortName: "", kind: "municipalDistrict", oktmo: "33999000" as never, key: newId() } as const;
    expect(await code(administration.addMunicipality(responsible, { ...input, key: newId() }))).toBe("request.notFound");
    const { id } = await administration.addMunicipality(administrator, input);
    expect(await db.participation.count({ where: { municipalityId: id, marathonId: world.marathonId } })).toBe(1);
    expect(await code(administration.addMunicipality(administrator, { ...input, key: newId() }))).toBe("unit.codeTaken");
    expect(await code(administration.addMunicipality(administrator, { ...input, oktmo: "33999001" as never, key: newId() }))).toBe("unit.nameTaken");
    const { isInvited } = await appointments.appoint(administrator, wish("responsiblePerson", id));
    expect(isInvited).toBe(true);
  });

  test("даты идут по порядку, и роли, которые длятся до конца марафона, идут за ним", async () => {
    const round = await db.marathon.findUniqueOrThrow({ where: { id: world.marathonId } });
    const seen = { name: round.name, startsOn: "2026-02-16", endsOn: "2026-03-31", closingEndsOn: "2026-04-30" };
    const dates = { startsOn: plainDate("2026-02-16"), endsOn: plainDate("2026-04-05"), closingEndsOn: plainDate("2026-05-05") };
    const { appointmentId } = await appointments.appoint(responsible, wish("coordinator", world.schoolId));
    const set = async (more: object = {}) => await code(administration.setDates(administrator, { marathonId: world.marathonId, name: round.name, ...dates, seen, key: newId(), ...more }));
    expect(await set({ endsOn: plainDate("2026-02-01") })).toBe("marathon.periodInvalid");
    expect(await set()).toBe("done");
    expect(await set()).toBe("request.changedMeanwhile");
    expect((await db.appointment.findUniqueOrThrow({ where: { id: appointmentId } })).endsAt).toEqual(new Date("2026-05-05T21:00:00Z"));
  });

  test("направление с рабочей группой не удалить, а переименовать можно", async () => {
    const [directionId = ""] = world.directions;
    expect(await code(administration.removeDirection(administrator, { marathonId: world.marathonId, directionId, key: newId() }))).toBe("direction.inUse");
    expect(await code(administration.saveDirection(administrator, { marathonId: world.marathonId, directionId, name: "Жильё и двор", nameEn: "", seen: "Направление 1", key: newId() }))).toBe("done");
    const { id } = await administration.saveDirection(administrator, { marathonId: world.marathonId, directionId: null, name: "Спорт", nameEn: "Sport", seen: null, key: newId() });
    expect(await code(administration.removeDirection(administrator, { marathonId: world.marathonId, directionId: id, key: newId() }))).toBe("done");
    expect(await code(administration.saveDirection(head, { marathonId: world.marathonId, directionId, name: "Моё", nameEn: "", seen: "Жильё и двор", key: newId() }))).toBe("request.notFound");
  });
});
