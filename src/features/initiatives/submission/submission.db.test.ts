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
import * as drafts from "../drafts/server/service";
import { draftContent, type DraftContent } from "../schema";
import { submitDraft } from "./server/service";

useTestDatabase();

const signedIn = async (personId: string): Promise<Actor> => await loadActor({ personId, sessionVersion: 1 }, now);
let place: Awaited<ReturnType<typeof makePlace>>;

async function makePlace() {
  const municipality = await makeMunicipality(db, { timeZone: "Europe/Kirov" });
  const neighbour = await makeMunicipality(db);
  const marathon = await makeMarathon(db, { municipalityIds: [municipality.id, neighbour.id] });
  const [direction] = marathon.directions;
  const group = await makeBody(db, { marathonId: marathon.id, municipalityId: municipality.id, directionIds: [direction!.id] });
  const neighboursDirection = await db.direction.create({ data: { id: newId(), marathonId: marathon.id, municipalityId: neighbour.id, key: "own", name: "Своё", nameEn: "Own", position: 9 } });
  return {
    marathon, municipality, direction: direction!, group, neighboursDirection,
    school: await makeOrganisation(db, { parentId: municipality.id }),
    foreignSchool: await makeOrganisation(db, { parentId: (await makeMunicipality(db)).id }),
  };
}

beforeAll(async () => {
  place = await makePlace();
});

function content(overrides: Partial<DraftContent> = {}): DraftContent {
  return draftContent.parse({
    title: "Осветить улицу Мира", essence: "Вечером на улице темно, дети идут из школы по проезжей части.", expectedResult: "Фонари горят вдоль всей улицы.",
    municipalityId: place.municipality.id, directionId: place.direction.id, organisationId: place.school.id, initiatorKind: "parent", ...overrides,
  });
}

async function joined(overrides: Parameters<typeof makePerson>[1] = {}): Promise<Actor> {
  const person = await makePerson(db, overrides);
  await db.registration.create({ data: { id: newId(), marathonId: place.marathon.id, personId: person.id, municipalityId: place.municipality.id, joinedAt: now } });
  return await signedIn(person.id);
}

async function begin(actor: Actor, overrides: Partial<DraftContent> = {}) {
  const draft = await drafts.startDraft(db, actor, { id: newId(), content: content(overrides) }, now);
  return { draftId: draft.id, version: draft.version };
}

const stays = async (draftId: string) => await db.initiativeDraft.count({ where: { id: draftId } });

test("чужой черновик не подать, без входа не подать никакой", async () => {
  const asked = await begin(await joined());
  await expect(submitDraft(db, await joined(), asked, now)).rejects.toMatchObject({ code: "request.notFound" });
  await expect(submitDraft(db, anonymous, asked, now)).rejects.toMatchObject({ code: "request.notSignedIn" });
  expect(await stays(asked.draftId)).toBe(1);
});

test("неподтверждённый человек не подаёт, черновик остаётся", async () => {
  const actor = await joined({ confirmed: false });
  const asked = await begin(actor);
  await expect(submitDraft(db, actor, asked, now)).rejects.toMatchObject({ code: "person.notConfirmed" });
  expect(await stays(asked.draftId)).toBe(1);
});

test("не вступивший в марафон узнаёт об этом ответом, черновик остаётся", async () => {
  const actor = await signedIn((await makePerson(db)).id);
  const asked = await begin(actor);
  expect(await submitDraft(db, actor, asked, now)).toEqual({ ok: false, reason: "notJoined", marathonId: place.marathon.id });
  expect(await stays(asked.draftId)).toBe(1);
});

test("после последнего дня по местному времени приём закрыт, до первого — не открыт, и черновик цел", async () => {
  const actor = await joined();
  const asked = await begin(actor);
  await expect(submitDraft(db, actor, asked, new Date("2026-03-31T21:00:00Z"))).rejects.toMatchObject({ code: "marathon.closed" });
  await expect(submitDraft(db, actor, asked, new Date("2026-02-15T12:00:00Z"))).rejects.toMatchObject({ code: "marathon.notStarted" });
  expect(await stays(asked.draftId)).toBe(1);
  expect(await submitDraft(db, actor, asked, new Date("2026-03-31T20:59:59Z"))).toMatchObject({ ok: true });
});

test("организация другого муниципалитета, чужое направление и не участвующий муниципалитет не принимаются", async () => {
  const actor = await joined();
  const outside = await makeMunicipality(db);
  const cases = [
    [{ organisationId: place.foreignSchool.id }, { organisationId: "field.choice" }],
    [{ organisationId: place.group.id }, { organisationId: "field.choice" }],
    [{ directionId: place.neighboursDirection.id }, { directionId: "field.choice" }],
    [{ municipalityId: outside.id, organisationId: null }, { municipalityId: "field.choice" }],
    [{ title: "Кратко" }, { title: "field.tooShort" }],
  ] as const;
  for (const [overrides, fields] of cases) {
    const asked = await begin(actor, overrides);
    await expect(submitDraft(db, actor, asked, now)).rejects.toMatchObject({ code: "initiative.draftIncomplete", fields });
    expect(await stays(asked.draftId)).toBe(1);
  }
});

test("подаётся та версия, которую человек проверил", async () => {
  const actor = await joined();
  const asked = await begin(actor);
  await drafts.saveDraft(db, actor, { id: asked.draftId, version: 1, content: content({ title: "Другое название улицы" }) }, now);
  await expect(submitDraft(db, actor, asked, now)).rejects.toMatchObject({ code: "initiative.changedMeanwhile" });
});

test("пятьдесят одновременных подач одного черновика делают одну инициативу, и все узнают её номер", async () => {
  const actor = await joined();
  const asked = await begin(actor);
  const answers = await Promise.all(Array.from({ length: 50 }, async () => await submitDraft(db, actor, asked, now)));
  expect(new Set(answers.map((answer) => (answer.ok ? answer.number : null))).size).toBe(1);
  expect(await db.initiative.count({ where: { authorId: actor.personId } })).toBe(1);
  expect(await db.initiativeEvent.count({ where: { initiativeId: asked.draftId } })).toBe(1);
  expect(await db.event.count({ where: { type: "initiative.submitted", payload: { path: ["initiativeId"], equals: asked.draftId } } })).toBe(1);
  expect(await stays(asked.draftId)).toBe(0);
});

test("числа инициатив одного человека ничто не ограничивает", async () => {
  const actor = await joined();
  for (let count = 0; count < 5; count += 1) expect(await submitDraft(db, actor, await begin(actor), now)).toMatchObject({ ok: true });
});

test("поданное лежит у группы направления, со сроком реакции в рабочих днях и без имени автора", async () => {
  const actor = await joined();
  const asked = await begin(actor);
  await submitDraft(db, actor, asked, now);
  expect(await db.initiative.findUniqueOrThrow({ where: { id: asked.draftId } })).toMatchObject({
    status: "submitted", consideringId: place.group.id, originatingId: place.school.id, authorId: actor.personId, helperId: null, namePublished: false,
    submittedAt: now, dueAt: new Date("2026-03-17T21:00:00Z"), initiatorKind: "parent", version: 1, supportCount: 0,
  });
});

test("имя открывается только по действующему согласию", async () => {
  const [agreed, withdrawn] = [await joined(), await joined()];
  const document = await db.consentDocument.create({ data: { id: newId(), purpose: "publishName", version: 1, title: "Согласие", text: "…", operator: "…", publishedAt: now } });
  for (const [actor, withdrawnAt] of [[agreed, null], [withdrawn, now]] as const) {
    await db.consent.create({ data: { id: newId(), personId: actor.personId!, documentId: document.id, channel: "self", givenAt: now, withdrawnAt } });
  }
  for (const [actor, namePublished] of [[agreed, true], [withdrawn, false]] as const) {
    const asked = await begin(actor);
    await submitDraft(db, actor, asked, now);
    expect(await db.initiative.findUniqueOrThrow({ where: { id: asked.draftId } })).toMatchObject({ namePublished });
  }
});

test("при содействии координатора: автор — человек, помощник назван, собрано в организации координатора", async () => {
  const coordinator = await makePerson(db);
  const post = await makeAppointment(db, { personId: coordinator.id, role: "coordinator", unitId: place.school.id });
  const helped = (await joined({ registeredById: coordinator.id, registeredAtUnitId: place.school.id })).personId!;
  const beside = { assisting: { personId: helped, name: "" } };
  const actor = { ...(await signedIn(coordinator.id)), ...beside };
  const draftId = await drafts.startDraftWith(db, actor, { personId: helped, organisationId: place.school.id }, now);
  await drafts.saveDraft(db, actor, { id: draftId, version: 1, content: content({ organisationId: null }) }, now);
  expect(await submitDraft(db, actor, { draftId, version: 2 }, now)).toMatchObject({ ok: true });
  expect(await db.initiative.findUniqueOrThrow({ where: { id: draftId } })).toMatchObject({ authorId: helped, helperId: coordinator.id, originatingId: place.school.id });
  expect(await db.initiativeEvent.findFirstOrThrow({ where: { initiativeId: draftId } })).toMatchObject({ byId: coordinator.id, byRole: "coordinator", data: { helperUnitId: place.school.id } });

  const later = await drafts.startDraftWith(db, actor, { personId: helped, organisationId: place.school.id }, now);
  await drafts.saveDraft(db, actor, { id: later, version: 1, content: content() }, now);
  await db.appointment.update({ where: { id: post.id }, data: { unitId: place.foreignSchool.id } });
  await expect(submitDraft(db, await signedIn(coordinator.id), { draftId: later, version: 2 }, now)).rejects.toMatchObject({ code: "request.notFound" });
  await expect(submitDraft(db, { ...(await signedIn(coordinator.id)), ...beside }, { draftId: later, version: 2 }, now)).rejects.toMatchObject({ code: "session.assisting" });
});
