import { beforeAll, expect, test } from "vitest";
import { anonymous, type Actor } from "@/access/actor";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { visitorOf } from "@/platform/trpc/context";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeOrganisation } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { factoryNow as now } from "@/testing/factories/sequence";
import * as drafts from "../drafts/server/service";
import { draftContent, type DraftContent } from "../schema";
import { submitDraft } from "../submission/server/service";
import * as questions from "./server/service";

useTestDatabase();

let place: Awaited<ReturnType<typeof makePlace>>;
beforeAll(async () => {
  place = await makePlace();
});

async function makePlace() {
  const [municipality, other] = [await makeMunicipality(db), await makeMunicipality(db)];
  const marathon = await makeMarathon(db, { municipalityIds: [municipality.id, other.id] });
  const of = { marathonId: marathon.id, directionIds: [marathon.directions[0]!.id] };
  const [group, foreignGroup] = [await makeBody(db, { ...of, municipalityId: municipality.id }), await makeBody(db, { ...of, municipalityId: other.id })];
  return { marathon, municipality, other, group, foreignGroup, directionId: of.directionIds[0]!, school: await makeOrganisation(db, { parentId: municipality.id }) };
}

const signedIn = async (personId: string): Promise<Actor> => await loadActor({ personId, sessionVersion: 1 }, now);
const asker = (actor: Actor) => ({ actor, db, now, visitor: visitorOf(undefined, () => undefined) });
async function holder(role: "head" | "workingGroupLead" | "workingGroupSecretary", seat: { unitId: string } | { bodyId: string }): Promise<Actor> {
  const { id } = await makePerson(db);
  await makeAppointment(db, { personId: id, role, ...seat });
  return await signedIn(id);
}
const wish = (bodyId: string | null = null, municipalityId = place.municipality.id) => ({ municipalityId, bodyId, text: "Каким вы хотите видеть парк?", explanation: "", key: newId() });
const shown = async (municipalityId?: string) => (await questions.listQuestions(asker(anonymous), { municipalityId, limit: 50 })).rows;

async function submit(overrides: Partial<DraftContent>, personId?: string) {
  const id = personId ?? (await makePerson(db)).id;
  await db.registration.create({ data: { id: newId(), marathonId: place.marathon.id, personId: id, municipalityId: place.municipality.id, joinedAt: now } });
  const actor = await signedIn(id);
  const content = draftContent.parse({
    title: "Осветить улицу Мира", essence: "Вечером на улице темно, дети идут из школы по проезжей части.", expectedResult: "Фонари горят вдоль всей улицы.",
    municipalityId: place.municipality.id, directionId: place.directionId, initiatorKind: "parent", ...overrides,
  });
  const draft = await drafts.startDraft(db, actor, { id: newId(), content }, now);
  await submitDraft(db, actor, { draftId: draft.id, version: 1 }, now);
  return await db.initiative.findUniqueOrThrow({ where: { id: draft.id } });
}

test("спрашивают глава за муниципалитет и руководитель за свою группу; секретарь, соседний глава и чужая группа – нет", async () => {
  const [head, lead] = [await holder("head", { unitId: place.municipality.id }), await holder("workingGroupLead", { bodyId: place.group.id })];
  await expect(questions.publishQuestion(asker(await holder("head", { unitId: place.other.id })), wish())).rejects.toMatchObject({ code: "request.forbidden" });
  await expect(questions.publishQuestion(asker(await holder("workingGroupSecretary", { bodyId: place.group.id })), wish(place.group.id))).rejects.toMatchObject({ code: "request.forbidden" });
  await expect(questions.publishQuestion(asker(lead), wish())).rejects.toMatchObject({ code: "request.forbidden" });
  await expect(questions.publishQuestion(asker(head), wish(place.foreignGroup.id))).rejects.toMatchObject({ code: "request.notFound" });
  await questions.publishQuestion(asker(head), wish());
  await questions.publishQuestion(asker(lead), wish(place.group.id));
  const rows = await shown(place.municipality.id);
  expect(rows.map(({ group, directionId }) => [group, directionId])).toEqual(expect.arrayContaining([[null, null], [place.group.name, place.directionId]]));
  expect(await shown(place.other.id)).toEqual([]);
  expect((await questions.ownQuestions(asker(lead))).seats).toMatchObject([{ bodyId: place.group.id }]);
});

test("дважды нажатое публикуется один раз; закрытый больше не спрашивает", async () => {
  const head = await holder("head", { unitId: place.other.id });
  const once = wish(null, place.other.id);
  const [first] = await Promise.all(Array.from({ length: 6 }, async () => await questions.publishQuestion(asker(head), once)));
  expect(await shown(place.other.id)).toHaveLength(1);
  await expect(questions.closeQuestion(asker(await holder("head", { unitId: place.municipality.id })), first!.id)).rejects.toMatchObject({ code: "request.forbidden" });
  await questions.closeQuestion(asker(head), first!.id);
  await questions.closeQuestion(asker(head), first!.id);
  expect(await shown(place.other.id)).toEqual([]);
  expect(await questions.openQuestion(db, first!.id)).toBeNull();
});

test("инициатива отвечает на вопрос своего муниципалитета, пока он открыт; на чужой и на закрытый – нет, а черновик остаётся", async () => {
  const head = await holder("head", { unitId: place.municipality.id });
  const { id: keyQuestionId } = await questions.publishQuestion(asker(head), wish());
  expect(await submit({ keyQuestionId })).toMatchObject({ keyQuestionId });
  const foreign = await questions.publishQuestion(asker(await holder("head", { unitId: place.other.id })), wish(null, place.other.id));
  await expect(submit({ keyQuestionId: foreign.id })).rejects.toMatchObject({ fields: { keyQuestionId: "field.questionClosed" } });
  await questions.closeQuestion(asker(head), keyQuestionId);
  await expect(submit({ keyQuestionId })).rejects.toMatchObject({ fields: { keyQuestionId: "field.questionClosed" } });
});

test("от имени организации подаёт только её руководитель сейчас", async () => {
  const organisation = { organisationId: place.school.id, fromOrganisation: true };
  await expect(submit(organisation)).rejects.toMatchObject({ fields: { fromOrganisation: "field.notDirector" } });
  const [director, former] = [await makePerson(db), await makePerson(db)];
  await makeAppointment(db, { personId: director.id, role: "director", unitId: place.school.id });
  const post = await makeAppointment(db, { personId: former.id, role: "director", unitId: place.school.id });
  await db.appointment.update({ where: { id: post.id }, data: { endsAt: now } });
  await expect(submit(organisation, former.id)).rejects.toMatchObject({ fields: { fromOrganisation: "field.notDirector" } });
  expect(await submit(organisation, director.id)).toMatchObject({ fromOrganisation: true, originatingId: place.school.id });
});

test("обращением оформляют, только где это предлагает марафон; точка на карте доходит числами, опечатка в ней названа", async () => {
  expect(await submit({ isAppeal: true, point: "58,6035; 49,6680" })).toMatchObject({ isAppeal: false, latitude: 58.6035, longitude: 49.668 });
  await db.marathon.update({ where: { id: place.marathon.id }, data: { appealsOffered: true } });
  expect(await submit({ isAppeal: true })).toMatchObject({ isAppeal: true, latitude: null, longitude: null });
  await expect(submit({ point: "где-то у реки" })).rejects.toMatchObject({ fields: { point: "field.point" } });
});
