import { beforeAll, expect, test } from "vitest";
import { anonymous, type Actor } from "@/access/actor";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { sha256 } from "@/shared/ids/hash";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeOrganisation } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { factoryNow as now } from "@/testing/factories/sequence";
import { draftContent } from "../schema";
import * as drafts from "./server/service";

useTestDatabase();

let place: { municipalityId: string; organisationId: string; otherOrganisationId: string; marathonId: string };
const visitor = (token: string): Actor => ({ ...anonymous, visitorHash: sha256(token) });
const signedIn = async (personId: string): Promise<Actor> => await loadActor({ personId, sessionVersion: 1 }, now);
const typed = draftContent.parse({ title: "Тёплая остановка у больницы" });

beforeAll(async () => {
  const municipality = await makeMunicipality(db);
  const marathon = await makeMarathon(db, { municipalityIds: [municipality.id] });
  await makeBody(db, { marathonId: marathon.id, municipalityId: municipality.id, directionIds: marathon.directions.map(({ id }) => id) });
  const school = await makeOrganisation(db, { parentId: municipality.id });
  const library = await makeOrganisation(db, { parentId: municipality.id });
  place = { municipalityId: municipality.id, organisationId: school.id, otherOrganisationId: library.id, marathonId: marathon.id };
});

test("чужой черновик не виден, не меняется и не удаляется, даже если известен его номер", async () => {
  const [author, stranger] = [await signedIn((await makePerson(db)).id), await signedIn((await makePerson(db)).id)];
  const { id, version } = await drafts.startDraft(db, author, { id: newId(), content: typed }, now);
  await expect(drafts.readDraft(db, stranger, id, now)).rejects.toMatchObject({ code: "request.notFound" });
  await expect(drafts.saveDraft(db, stranger, { id, version, content: draftContent.parse({}) }, now)).rejects.toMatchObject({ code: "request.notFound" });
  await expect(drafts.discardDraft(db, stranger, id)).rejects.toMatchObject({ code: "request.notFound" });
  await expect(drafts.readDraft(db, anonymous, id, now)).rejects.toMatchObject({ code: "request.notSignedIn" });
  expect(await drafts.listDrafts(db, stranger, now)).toEqual([]);
  expect((await drafts.readDraft(db, author, id, now)).content.title).toBe(typed.title);
});

test("с ключом другого посетителя черновик не открыть и себе не забрать", async () => {
  const { id } = await drafts.startDraft(db, visitor("a"), { id: newId(), content: typed }, now);
  await expect(drafts.readDraft(db, visitor("b"), id, now)).rejects.toMatchObject({ code: "request.notSignedIn" });
  const person = await signedIn((await makePerson(db)).id);
  expect(await drafts.adoptDrafts(db, { ...person, visitorHash: sha256("b") })).toEqual([]);
  expect(await drafts.adoptDrafts(db, person)).toEqual([]);
});

test("в базе нет ключа посетителя, только его хеш", async () => {
  const { id } = await drafts.startDraft(db, visitor("секретный ключ"), { id: newId(), content: typed }, now);
  expect(JSON.stringify(await db.initiativeDraft.findUniqueOrThrow({ where: { id } }))).not.toContain("секретный ключ");
});

test("начать под номером чужого черновика нельзя", async () => {
  const { id } = await drafts.startDraft(db, visitor("c"), { id: newId(), content: typed }, now);
  await expect(drafts.startDraft(db, visitor("d"), { id, content: draftContent.parse({ title: "Подмена" }) }, now)).rejects.toMatchObject({ code: "request.notSignedIn" });
  expect((await drafts.readDraft(db, visitor("c"), id, now)).content.title).toBe(typed.title);
});

test("координатор не начнёт черновик с человеком, которого не регистрировал, и от чужой организации", async () => {
  const coordinatorPerson = await makePerson(db);
  await makeAppointment(db, { personId: coordinatorPerson.id, role: "coordinator", unitId: place.organisationId });
  const coordinator = await signedIn(coordinatorPerson.id);
  const stranger = await makePerson(db);
  const helped = await makePerson(db, { registeredById: coordinatorPerson.id, registeredAtUnitId: place.organisationId });
  await expect(drafts.startDraftWith(db, coordinator, { personId: stranger.id, organisationId: place.organisationId }, now)).rejects.toMatchObject({ code: "request.notFound" });
  await expect(drafts.startDraftWith(db, coordinator, { personId: helped.id, organisationId: place.otherOrganisationId }, now)).rejects.toMatchObject({ code: "request.forbidden" });
  await expect(drafts.startDraftWith(db, await signedIn(stranger.id), { personId: helped.id, organisationId: place.organisationId }, now)).rejects.toMatchObject({ code: "request.notFound" });
});

test("черновик, начатый с координатором, видят оба: автор — человек", async () => {
  const coordinatorPerson = await makePerson(db);
  await makeAppointment(db, { personId: coordinatorPerson.id, role: "coordinator", unitId: place.organisationId });
  const helped = await makePerson(db, { registeredById: coordinatorPerson.id, registeredAtUnitId: place.organisationId });
  const id = await drafts.startDraftWith(db, await signedIn(coordinatorPerson.id), { personId: helped.id, organisationId: place.organisationId }, now);
  expect(await db.initiativeDraft.findUniqueOrThrow({ where: { id } })).toMatchObject({ authorId: helped.id, helperId: coordinatorPerson.id, helperUnitId: place.organisationId });
  expect((await drafts.readDraft(db, await signedIn(helped.id), id, now)).helped).toMatchObject({ byMe: false });
  expect((await drafts.readDraft(db, { ...(await signedIn(coordinatorPerson.id)), assisting: { personId: helped.id, name: "" } }, id, now)).helped).toMatchObject({ byMe: true });
});

test("слова человека открываются координатору, только пока человек рядом: прочесть, сохранить, удалить; до того виден лишь автор", async () => {
  const coordinatorPerson = await makePerson(db);
  await makeAppointment(db, { personId: coordinatorPerson.id, role: "coordinator", unitId: place.organisationId });
  const [helped, next] = [await makePerson(db, { registeredById: coordinatorPerson.id, registeredAtUnitId: place.organisationId }), await makePerson(db, { registeredById: coordinatorPerson.id, registeredAtUnitId: place.organisationId })];
  const alone = await signedIn(coordinatorPerson.id);
  const beside = (personId: string) => ({ ...alone, assisting: { personId, name: "Ёлкина Анна" } });
  const id = await drafts.startDraftWith(db, alone, { personId: helped.id, organisationId: place.organisationId }, now);
  for (const actor of [alone, beside(next.id)]) {
    await expect(drafts.readDraft(db, actor, id, now)).rejects.toMatchObject({ code: "request.notFound" });
    await expect(drafts.saveDraft(db, actor, { id, version: 1, content: typed }, now)).rejects.toMatchObject({ code: "request.notFound" });
    await expect(drafts.discardDraft(db, actor, id)).rejects.toMatchObject({ code: "request.notFound" });
  }
  expect(await drafts.findMissingAuthor(db, alone, id, now)).toMatchObject({ personId: helped.id });
  await expect(drafts.findMissingAuthor(db, beside(next.id), id, now)).rejects.toMatchObject({ code: "request.notFound" });
  expect(await drafts.findMissingAuthor(db, beside(helped.id), id, now)).toBeNull();
  expect(await drafts.findMissingAuthor(db, await signedIn(helped.id), id, now)).toBeNull();
  expect((await drafts.listDrafts(db, alone, now)).map((line) => line.id)).toEqual([id]);
  expect(await drafts.listDrafts(db, beside(next.id), now)).toEqual([]);
  expect(await drafts.saveDraft(db, beside(helped.id), { id, version: 1, content: typed }, now)).toMatchObject({ ok: true });
  // what is begun with somebody beside never becomes the helper's own
  await expect(drafts.startDraft(db, beside(helped.id), { id: newId(), content: typed }, now)).rejects.toMatchObject({ code: "session.assisting", params: { name: "Ёлкина Анна" } });
});

test("сохраняет тот, кто видел последнюю версию; другой узнаёт об этом, и написанное не пропадает ни у кого", async () => {
  const me = visitor("e");
  const { id } = await drafts.startDraft(db, me, { id: newId(), content: typed }, now);
  const first = draftContent.parse({ title: "Первое окно" });
  const second = draftContent.parse({ title: "Второе окно" });
  expect(await drafts.saveDraft(db, me, { id, version: 1, content: first }, now)).toMatchObject({ ok: true, version: 2 });
  expect(await drafts.saveDraft(db, me, { id, version: 1, content: second }, now)).toMatchObject({ ok: false, reason: "changedElsewhere", draft: { version: 2, content: { title: "Первое окно" } } });
  expect(await drafts.saveDraft(db, me, { id, version: 2, content: second }, now)).toMatchObject({ ok: true, version: 3 });
});

test("повтор после потерянного ответа — не спор с самим собой", async () => {
  const me = visitor("f");
  const { id } = await drafts.startDraft(db, me, { id: newId(), content: typed }, now);
  const content = draftContent.parse({ title: "Одно и то же" });
  await drafts.saveDraft(db, me, { id, version: 1, content }, now);
  expect(await drafts.saveDraft(db, me, { id, version: 1, content }, now)).toMatchObject({ ok: true, version: 2 });
  await drafts.startDraft(db, me, { id, content: typed }, now);
  expect(await drafts.listDrafts(db, me, now)).toHaveLength(1);
});

test("после входа начатое посетителем становится своим", async () => {
  const { id } = await drafts.startDraft(db, visitor("g"), { id: newId(), content: typed }, now);
  const person = await signedIn((await makePerson(db)).id);
  expect(await drafts.adoptDrafts(db, { ...person, visitorHash: sha256("g") })).toEqual([id]);
  expect(await db.initiativeDraft.findUniqueOrThrow({ where: { id } })).toMatchObject({ authorId: person.personId, tokenHash: null });
  await expect(drafts.readDraft(db, visitor("g"), id, now)).rejects.toMatchObject({ code: "request.notSignedIn" });
});

test("плакат подставляет место и запоминается; неизвестный код просто начинает черновик", async () => {
  const creator = await makePerson(db);
  const poster = await db.posterLink.create({ data: { id: newId(), code: "SCHOOL2", marathonId: place.marathonId, municipalityId: place.municipalityId, organisationId: place.organisationId, label: "Школа, вход", createdById: creator.id } });
  const draft = await drafts.startDraft(db, visitor("h"), { id: newId(), posterCode: "SCHOOL2", content: typed }, now);
  expect(draft).toMatchObject({ posterLabel: "Школа, вход", content: { municipalityId: place.municipalityId, organisationId: place.organisationId, title: typed.title } });
  expect(await db.initiativeDraft.findUniqueOrThrow({ where: { id: draft.id } })).toMatchObject({ posterLinkId: poster.id });
  expect((await drafts.startDraft(db, visitor("h"), { id: newId(), posterCode: "NOPE", content: typed }, now)).posterLabel).toBeNull();
});
