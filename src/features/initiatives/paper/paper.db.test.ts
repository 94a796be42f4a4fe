import { beforeAll, expect, test } from "vitest";
import { anonymous, type Actor } from "@/access/actor";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeOrganisation } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { factoryNow as now } from "@/testing/factories/sequence";
import { readRecord } from "../considering/record/server/service";
import { readOwnRecord, readPublicRecord } from "../record/server/service";
import { takeSheetInput, type TakeSheetInput } from "./schema";
import { takeSheet } from "./server/service";

useTestDatabase();

const signedIn = async (personId: string): Promise<Actor> => await loadActor({ personId, sessionVersion: 1 }, now);
const code = async (work: Promise<unknown>) => await work.then(() => "done", (error: { code?: string; fields?: unknown }) => (error.fields ? [error.code, error.fields] : (error.code ?? String(error))));

const world = {} as { schoolId: string; foreignSchoolId: string; directionId: string; groupId: string; marathonId: string; municipalityId: string; postId: string };
let coordinator: Actor;
let personId: string;

async function registered(byId: string | null, isJoined = true): Promise<string> {
  const person = await makePerson(db, { email: null, assurance: "confirmedInPerson", registeredById: byId, registeredAtUnitId: byId && world.schoolId });
  if (isJoined) await db.registration.create({ data: { id: newId(), marathonId: world.marathonId, personId: person.id, municipalityId: world.municipalityId, joinedAt: now } });
  return person.id;
}

beforeAll(async () => {
  const municipality = await makeMunicipality(db, { timeZone: "Europe/Kirov" });
  const { id: marathonId, directions } = await makeMarathon(db, { municipalityIds: [municipality.id] });
  const directionId = directions[0]?.id ?? "";
  const group = await makeBody(db, { marathonId, municipalityId: municipality.id, directionIds: [directionId] });
  const [school, foreign] = [await makeOrganisation(db, { parentId: municipality.id }), await makeOrganisation(db, { parentId: municipality.id })];
  const staff = await makePerson(db);
  const post = await makeAppointment(db, { personId: staff.id, role: "coordinator", unitId: school.id });
  Object.assign(world, { schoolId: school.id, foreignSchoolId: foreign.id, directionId, groupId: group.id, marathonId, municipalityId: municipality.id, postId: post.id });
  coordinator = await signedIn(staff.id);
  personId = await registered(staff.id);
});

const sheet = (overrides: Partial<TakeSheetInput> = {}, words: Partial<TakeSheetInput["content"]> = {}): TakeSheetInput => takeSheetInput.parse({
  id: newId(), atUnitId: world.schoolId, personId, takenOn: "2026-03-09", paperCase: "дело № 4-М", ...overrides,
  content: { title: "Осветить улицу Мира", essence: "Вечером на улице темно, дети идут из школы по проезжей части.", expectedResult: "Фонари горят вдоль всей улицы.", directionId: world.directionId, organisationId: world.schoolId, initiatorKind: "parent", ...words },
});
const take = async (input: TakeSheetInput, actor = coordinator) => await takeSheet(actor, input, now);

test("лист вводит только тот, кто зарегистрировал человека, и только в своей организации", async () => {
  const stranger = await signedIn((await makePerson(db)).id);
  const other = await makePerson(db);
  await makeAppointment(db, { personId: other.id, role: "coordinator", unitId: world.schoolId });
  for (const actor of [stranger, await signedIn(other.id), await signedIn(personId)]) expect(await code(take(sheet(), actor))).toMatch(/^request\.(?:notFound|forbidden)$/);
  expect(await code(take(sheet({ atUnitId: world.foreignSchoolId })))).toBe("request.forbidden");
  expect(await code(take(sheet({ personId: await registered(other.id) })))).toBe("request.notFound");
  expect(await code(take(sheet({ personId: newId() })))).toBe("request.notFound");
  expect([await db.initiative.count(), await db.initiativeDraft.count()]).toEqual([0, 0]);
});

test("неполный лист не принят и не оставляет черновика: названы поля", async () => {
  expect(await code(take(sheet({}, { title: "Свет", initiatorKind: null })))).toEqual(["initiative.draftIncomplete", { title: "field.tooShort", initiatorKind: expect.any(String) as string }]);
  expect(await code(take(sheet({}, { directionId: newId() })))).toEqual(["initiative.draftIncomplete", { directionId: "field.choice" }]);
  for (const takenOn of ["2026-03-11", "2024-03-09"] as const) expect(await code(take(sheet({ takenOn: takenOn as TakeSheetInput["takenOn"] })))).toEqual(["initiative.draftIncomplete", { takenOn: "field.date" }]);
  expect(await code(takeSheet(coordinator, sheet({ takenOn: "2026-04-02" as TakeSheetInput["takenOn"] }), new Date("2026-04-05T09:00:00Z")))).toBe("marathon.closed");
  expect(await take(sheet({ personId: await registered(coordinator.personId, false) }))).toMatchObject({ ok: false, reason: "notJoined" });
  expect([await db.initiative.count(), await db.initiativeDraft.count()]).toEqual([0, 0]);
});

test("автор – человек, помогал координатор; «принято на месте» и «поступило» хранятся оба, дело названо", async () => {
  const outcome = await take(sheet());
  const [made] = await db.initiative.findMany({ include: { events: true } });
  expect(outcome).toMatchObject({ ok: true, number: made?.number });
  expect(made).toMatchObject({ authorId: personId, helperId: coordinator.personId, originatingId: world.schoolId, consideringId: world.groupId, status: "submitted", submittedAt: now, takenAt: new Date("2026-03-08T21:00:00Z") });
  expect(made?.events).toMatchObject([{ kind: "submitted", byRole: "coordinator", data: { helperUnitId: world.schoolId, paperCase: "дело № 4-М" } }]);
});

test("«принято на месте» и дело знают автор, тот, кто помог, и группа, которая рассматривает; посторонним их не говорят", async () => {
  const made = await db.initiative.findFirstOrThrow({ where: { authorId: personId } });
  await db.initiative.update({ where: { id: made.id }, data: { status: "inConsideration" } });
  const { id: leadId } = await makePerson(db);
  await makeAppointment(db, { personId: leadId, role: "workingGroupLead", bodyId: world.groupId });
  const told = { takenAt: new Date("2026-03-08T21:00:00Z"), paperCase: "дело № 4-М", isOnScan: false, scanId: null };
  expect((await readOwnRecord(db, await signedIn(personId), made.number, "ru", now)).paper).toEqual(told);
  expect((await readOwnRecord(db, coordinator, made.number, "ru", now)).paper).toEqual(told);
  expect((await readRecord({ db, actor: await signedIn(leadId), now }, made.id)).paper).toEqual(told);
  const open = await readPublicRecord(db, anonymous, made.number, "ru");
  expect(JSON.stringify(open)).not.toContain("дело № 4-М");
  expect(Object.keys(open)).not.toContain("takenAt");
  const { id: directorId } = await makePerson(db);
  await makeAppointment(db, { personId: directorId, role: "director", unitId: world.schoolId });
  expect((await readOwnRecord(db, await signedIn(directorId), made.number, "ru", now)).paper).toBeNull();
});

test("один лист, посланный дважды и десять раз сразу, – одна инициатива", async () => {
  const input = sheet();
  const numbers = await Promise.all(Array.from({ length: 10 }, async () => await take(input)));
  expect(new Set(numbers.map((outcome) => outcome.ok && outcome.number)).size).toBe(1);
  expect(await take(input)).toEqual(numbers[0]);
  expect([await db.initiative.count({ where: { id: input.id } }), await db.initiativeDraft.count()]).toEqual([1, 0]);
});

test("кончилось назначение – кончились и листы", async () => {
  await db.appointment.update({ where: { id: world.postId }, data: { endsAt: new Date(now.getTime() - 1) } });
  expect(await code(take(sheet(), await signedIn(coordinator.personId ?? "")))).toBe("request.notFound");
});
