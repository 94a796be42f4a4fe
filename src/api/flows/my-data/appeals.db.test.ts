import { beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { registerSubscriptions } from "@/api/subscriptions";
import type { Actor } from "@/access/actor";
import { readAuthor, readRecord } from "@/features/initiatives/considering/record/server/service";
import { hashPassword } from "@/features/people/server/passwords";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { queryRows, sql } from "@/platform/db/sql";
import { dispatchAll } from "@/platform/events/dispatcher";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeInitiative } from "@/testing/factories/make-initiative";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { makeStoredFile } from "@/testing/factories/make-stored-file";
import { factoryNow as now, nextNumber } from "@/testing/factories/sequence";
import { erase } from "./erase";
import { endKeeping } from "./sweep";
import { overview } from "./take-out";

useTestDatabase();

const password = "тёплый снег вечером";
let passwordHash: string;
let place: { marathonId: string; municipalityId: string; directionId: string };

beforeAll(async () => {
  registerSubscriptions();
  passwordHash = await hashPassword(password);
  const { id: municipalityId } = await makeMunicipality(db);
  const marathon = await makeMarathon(db, { municipalityIds: [municipalityId] });
  const directionId = marathon.directions[0]?.id ?? "";
  await makeBody(db, { marathonId: marathon.id, municipalityId, directionIds: [directionId] });
  place = { marathonId: marathon.id, municipalityId, directionId };
});

const signedIn = async (personId: string): Promise<Actor> => await loadActor({ personId, sessionVersion: 1 }, now);
const eraseBy = async (actor: Actor) => await erase({ db, actor, now }, { password, understood: true, key: newId() });

function raise(): never {
  throw new Error("nothing was made");
}

/** One appeal in each state, with a word that its author has said and a file. */
async function makeAppeals(authorId: string) {
  const of = { ...place, authorId, isAppeal: true, appealDueAt: new Date("2026-04-01T00:00:00Z"), dueAt: new Date("2026-04-01T00:00:00Z") };
  const made = [];
  for (const status of ["submitted", "returned", "moderated", "inConsideration", "clarification", "notSupported", "withdrawn"] as const) {
    const one = await makeInitiative(db, { ...of, status, namePublished: true, essence: `Суть обращения: ${status}`, ...(status === "notSupported" ? { decidedAt: now, dueAt: null } : {}) });
    await db.initiativeEvent.create({ data: { id: newId(), initiativeId: one.id, kind: "said", visibility: "author", byId: authorId, text: `Сказано автором: ${status}`, toStatus: status, at: now } });
    await makeStoredFile(db, { kind: "attachment", ownerId: one.id });
    made.push(one);
  }
  return made;
}

test("обращение не отзывается и не пустеет: ответят по имени и адресу, отложенным отдельно; самой учётной записи нет", async () => {
  const email = `appellant${nextNumber()}@example.org`;
  const person = await makePerson(db, { familyName: "Челобитная", givenName: "Дарья", patronymic: null, passwordHash, email });
  const appeals = await makeAppeals(person.id);
  const plain = await makeInitiative(db, { ...place, authorId: person.id, status: "returned", title: "Просто инициатива" });
  const said = await overview({ db, actor: await signedIn(person.id), now });
  expect(said).toMatchObject({ keptAppeals: 7, publicInitiatives: 4, privateInitiatives: 1 });

  await eraseBy(await signedIn(person.id));
  await dispatchAll();

  const states: Record<string, string> = { returned: "submitted", clarification: "inConsideration" };
  for (const before of appeals) {
    const after = await db.initiative.findUniqueOrThrow({ where: { id: before.id }, include: { kept: true, events: true } });
    expect(after, before.status).toMatchObject({ status: states[before.status] ?? before.status, title: before.title, essence: before.essence, dueAt: before.dueAt, authorId: null, authorErasedAt: now, namePublished: false });
    expect(after.kept, before.status).toMatchObject({ personId: person.id, name: "Челобитная Дарья", contact: email });
    expect(after.events.filter(({ text, byId }) => text !== null && byId === null), before.status).toHaveLength(1);
    expect(await db.storedFile.count({ where: { ownerId: before.id, removedAt: null } }), before.status).toBe(1);
  }
  expect(await db.initiative.findUniqueOrThrow({ where: { id: plain.id } })).toMatchObject({ status: "withdrawn", title: "Удалено по просьбе человека", authorId: null, authorDueAt: null });
  const found = await queryRows(db, z.object({ name: z.string() }), sql`
    select 'Person' as "name" from "Person" where "familyName" = 'Челобитная' union all select 'Contact' from "Contact" where "value" = ${email}`);
  expect(found).toEqual([]);
});

test("имя и адрес обращения открывает тот, кто готовит ответ, с записью о просмотре; остальным автора нет", async () => {
  const person = await makePerson(db, { familyName: "Челобитов", givenName: "Лев", patronymic: null, passwordHash });
  const [appeal] = await makeAppeals(person.id);
  const { id, consideringId } = appeal ?? raise();
  const [secretary, member, head] = [await makePerson(db), await makePerson(db), await makePerson(db)];
  await makeAppointment(db, { personId: secretary.id, role: "workingGroupSecretary", bodyId: consideringId });
  await makeAppointment(db, { personId: member.id, role: "workingGroupMember", bodyId: consideringId });
  await makeAppointment(db, { personId: head.id, role: "head", unitId: place.municipalityId });
  await eraseBy(await signedIn(person.id));
  for (const other of [member, head]) {
    const asker = { db, actor: await signedIn(other.id), now };
    expect(JSON.stringify(await readRecord(asker, id))).not.toMatch(/Челобитов|@example/);
    await expect(readAuthor(asker, id)).rejects.toMatchObject({ code: "request.forbidden" });
  }
  const asker = { db, actor: await signedIn(secretary.id), now };
  const record = await readRecord(asker, id);
  expect(record).toMatchObject({ canSeeAuthor: true, isAuthorErased: true, publicAuthor: null });
  expect(JSON.stringify(record)).not.toMatch(/Челобитов/);
  expect(await readAuthor(asker, id)).toEqual({ name: "Челобитов Лев", kept: { contact: person.email }, coAuthors: [] });
  expect(await db.accessLogEntry.findMany({ where: { personId: person.id }, select: { byId: true, role: true, what: true } })).toEqual([{ byId: secretary.id, role: "workingGroupSecretary", what: `initiative:${appeal?.number}` }]);
});

test("обращения уходят, когда кончился их срок хранения, – не раньше; неоконченное ждёт ответа сколько нужно", async () => {
  const person = await makePerson(db, { familyName: "Давняя", givenName: "Вера", passwordHash });
  const appeals = await makeAppeals(person.id);
  await eraseBy(await signedIn(person.id));
  const kept = async () => (await db.keptAppeal.findMany({ where: { personId: person.id }, include: { initiative: true } })).map(({ initiative }) => initiative.status).toSorted();
  await endKeeping(new Date("2031-12-31T23:00:00Z"));
  expect(await kept()).toHaveLength(7);
  const over = new Date("2032-01-01T03:50:00Z");
  await endKeeping(over);
  await dispatchAll();
  expect(await kept()).toEqual(["inConsideration", "inConsideration", "moderated", "submitted", "submitted"]);
  const gone = appeals.filter(({ status }) => status === "withdrawn" || status === "notSupported");
  for (const { id, status, essence } of gone) {
    const row = await db.initiative.findUniqueOrThrow({ where: { id }, include: { events: true } });
    // what was public stays with nobody's name, the rest goes
    expect(row, status).toMatchObject({ authorId: null, authorErasedAt: now, essence: status === "withdrawn" ? "Текст удалён вместе с данными человека." : essence });
    expect(row.events.map(({ text }) => text).filter(Boolean), status).toEqual([]);
    expect(await db.storedFile.count({ where: { ownerId: id, removedAt: null } }), status).toBe(0);
  }
  expect(await endKeeping(over)).toBe(0);
});

test("давнее обращение, которое хранить уже не нужно, уходит сразу", async () => {
  const person = await makePerson(db, { passwordHash });
  const old = new Date("2019-05-01T00:00:00Z");
  const { id } = await makeInitiative(db, { ...place, authorId: person.id, isAppeal: true, status: "withdrawn", submittedAt: old });
  await eraseBy(await signedIn(person.id));
  expect(await db.initiative.findUniqueOrThrow({ where: { id }, include: { kept: true } })).toMatchObject({ kept: null, authorId: null, essence: "Текст удалён вместе с данными человека." });
});
