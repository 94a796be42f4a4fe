import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/access/actor";
import type { Role } from "@/access/roles";
import { hashPassword } from "@/features/people/server/passwords";
import { authenticatePerson } from "@/features/people/session/server/service";
import { openAccount } from "@/features/people/slip/server/service";
import { anonymous } from "@/access/actor";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { visitorOf } from "@/platform/trpc/context";
import { parseOneTimeCode, type OneTimeCode } from "@/shared/codes/one-time-code";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeMunicipality, makeOrganisation } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { factoryNow as now, nextNumber } from "@/testing/factories/sequence";
import { issueStaffSlip } from "./staff-slip";

useTestDatabase();

const old = "тёплый снег вечером";
let municipalityId: string;
let schoolId: string;
let passwordHash: string;
let responsible: Actor;
let head: Actor;
let executor: Actor;

async function appointed(role: Role, unitId: string, own: object = {}) {
  const phone = `+7912${String(nextNumber()).padStart(7, "0")}`;
  const person = await makePerson(db, { email: null, phone, passwordHash, ...own });
  const post = await makeAppointment(db, { personId: person.id, role, unitId });
  return { id: person.id, phone, appointmentId: post.id, actor: await loadActor({ personId: person.id, sessionVersion: 1 }, now) };
}
const slip = async (actor: Actor, appointmentId: string) => await issueStaffSlip({ actor, now }, { appointmentId, documentSeen: true }, "http://localhost");
const open = async (code: string, password: string, at = now) => await openAccount({ actor: anonymous, visitor: visitorOf(undefined, () => undefined), now: at, addressHash: newId() }, { code: parseOneTimeCode(code) as OneTimeCode, email: null, phone: null, password, key: newId() });

beforeAll(async () => {
  passwordHash = await hashPassword(old);
  ({ id: municipalityId } = await makeMunicipality(db));
  ({ id: schoolId } = await makeOrganisation(db, { parentId: municipalityId }));
  [responsible, head, executor] = [(await appointed("responsiblePerson", municipalityId)).actor, (await appointed("head", municipalityId)).actor, (await appointed("executor", schoolId)).actor];
});

test("новый код сотруднику без почты печатает тот, кто назначает: ни сам себе, ни подчинённый, ни сосед", async () => {
  const [coordinator, leader] = [await appointed("coordinator", schoolId), await appointed("head", municipalityId)];
  const { id: elsewhereId } = await makeMunicipality(db);
  const neighbour = (await appointed("responsiblePerson", elsewhereId)).actor;
  for (const other of [executor, coordinator.actor, neighbour, anonymous]) await expect(slip(other, coordinator.appointmentId)).rejects.toMatchObject({ code: expect.stringMatching(/^request\.(?:notFound|forbidden|notSignedIn)$/) as string });
  for (const other of [executor, responsible, head]) await expect(slip(other, leader.appointmentId)).rejects.toMatchObject({ code: expect.stringMatching(/^request\.(?:notFound|forbidden)$/) as string });
  expect(await db.oneTimeToken.count({ where: { personId: { in: [coordinator.id, leader.id] } } })).toBe(0);

  const { code } = await slip(responsible, coordinator.appointmentId);
  expect((await loadActor({ personId: coordinator.id, sessionVersion: 1 }, now)).posts).toHaveLength(1);
  await open(code, "новые тихие слова");
  expect((await loadActor({ personId: coordinator.id, sessionVersion: 1 }, now)).personId).toBeNull();
  expect(await authenticatePerson({ login: coordinator.phone, password: old })).toBeNull();
  expect(await authenticatePerson({ login: coordinator.phone, password: "новые тихие слова" })).toMatchObject({ personId: coordinator.id });
  expect(await db.accessLogEntry.findMany({ where: { personId: coordinator.id }, select: { what: true, role: true, byId: true } })).toEqual([{ what: "slip", role: "responsiblePerson", byId: responsible.personId }]);
});

test("код через меньшее назначение не открывает большего, и старый код не переживает нового назначения", async () => {
  const both = await appointed("coordinator", schoolId);
  const { code } = await slip(responsible, both.appointmentId);
  await makeAppointment(db, { personId: both.id, role: "head", unitId: municipalityId, createdAt: new Date(now.getTime() + 1_000) });
  await expect(open(code, "новые тихие слова", new Date(now.getTime() + 2_000))).rejects.toMatchObject({ code: "slip.staff" });
  await expect(slip(responsible, both.appointmentId)).rejects.toMatchObject({ code: "request.forbidden" });
  expect(await authenticatePerson({ login: both.phone, password: old })).toMatchObject({ personId: both.id });
});

test("кому придёт письмо, тому код не печатают; второй фактор код не снимает", async () => {
  const [withMail, guarded] = [await appointed("coordinator", schoolId, { email: `own${nextNumber()}@example.org` }), await appointed("coordinator", schoolId)];
  await expect(slip(responsible, withMail.appointmentId)).rejects.toMatchObject({ code: "slip.notNeeded" });
  await db.secondFactor.create({ data: { personId: guarded.id, secret: "x", keyMark: "x", confirmedAt: now, createdAt: now } });
  await open((await slip(responsible, guarded.appointmentId)).code, "новые тихие слова");
  expect(await db.secondFactor.count({ where: { personId: guarded.id } })).toBe(1);
});
