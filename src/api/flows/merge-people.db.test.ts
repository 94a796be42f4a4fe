import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/access/actor";
import type { Role } from "@/access/roles";
import { personConfirmed, personJoined } from "@/features/people/events";
import { listDuplicates, keepApart, readPair } from "@/features/people/duplicates/server/service";
import { hashPassword } from "@/features/people/server/passwords";
import { authenticatePerson } from "@/features/people/session/server/service";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { queryRows, sql } from "@/platform/db/sql";
import { transaction } from "@/platform/db/transaction";
import { announce } from "@/platform/events/outbox";
import { visitorOf } from "@/platform/trpc/context";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeConsentDocument } from "@/testing/factories/make-consent";
import { makeInitiative } from "@/testing/factories/make-initiative";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeOrganisation } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { makeStoredFile } from "@/testing/factories/make-stored-file";
import { makeTicket } from "@/testing/factories/make-ticket";
import { factoryNow, nextNumber } from "@/testing/factories/sequence";
import * as z from "zod";
import { registerLedger } from "../subscriptions/ledger";
import { movedColumns, standingColumns } from "./merge-people-columns";
import { mergePeople } from "./merge-people";

useTestDatabase();

const info = { at: factoryNow, actorId: null };
const later = new Date(factoryNow.getTime() + 3_600_000);
let marathon: Awaited<ReturnType<typeof makeMarathon>>;
let municipalityId: string;
let schoolId: string;
let responsible: Actor;
let second: Actor;
let neighbour: Actor;
let coordinator: Actor;

async function appointed(role: Role, unitId: string): Promise<Actor> {
  const person = await makePerson(db);
  await makeAppointment(db, { personId: person.id, role, unitId });
  return await loadActor({ personId: person.id, sessionVersion: 1 }, factoryNow);
}

beforeAll(async () => {
  registerLedger();
  ({ id: municipalityId } = await makeMunicipality(db));
  const { id: elsewhereId } = await makeMunicipality(db);
  ({ id: schoolId } = await makeOrganisation(db, { parentId: municipalityId }));
  marathon = await makeMarathon(db, { municipalityIds: [municipalityId, elsewhereId] });
  await makeConsentDocument(db, "processing");
  await makeConsentDocument(db, "publishName");
  [responsible, second, neighbour, coordinator] = [await appointed("responsiblePerson", municipalityId), await appointed("responsiblePerson", municipalityId), await appointed("responsiblePerson", elsewhereId), await appointed("coordinator", schoolId)];
});

const asker = (actor: Actor, now = later) => ({ actor, visitor: visitorOf(undefined, () => undefined), now });
const wish = (survivorId: string, mergedId: string) => ({ survivorId, mergedId, askedPerson: true as const, key: newId() });

type Own = Parameters<typeof makePerson>[1] & { at?: string | null; counted?: boolean; organisationId?: string | null; marathonId?: string };
async function joined({ at = municipalityId, counted = true, organisationId = null, marathonId = marathon.id, ...own }: Own = {}) {
  const person = await makePerson(db, { confirmed: counted, ...own });
  if (at !== null) await join(person.id, at, counted, organisationId, marathonId);
  return person;
}
async function join(personId: string, at: string, counted: boolean, organisationId: string | null = null, marathonId = marathon.id) {
  const registrationId = newId();
  const attribution = counted && organisationId !== null ? ("coordinator" as const) : ("resident" as const);
  await db.registration.create({ data: { id: registrationId, marathonId, personId, municipalityId: at, organisationId, joinedAt: factoryNow, countedAt: counted ? factoryNow : null } });
  await transaction(async (tx) => await announce(tx, personJoined, { registrationId, personId, marathonId, municipalityId: at, organisationId, attribution, confirmed: counted }, info));
  return registrationId;
}
const figures = async () => (await queryRows(db, z.object({ users: z.coerce.number(), unconfirmed: z.coerce.number() }), sql`select coalesce(sum("users"), 0) as "users", coalesce(sum("unconfirmed"), 0) as "unconfirmed" from "LedgerEntry" where "municipalityId" = ${municipalityId}::uuid`))[0];
/** Each figure row must be somebody's: nothing negative is left in any of them. */
const rowsBelowZero = async () => await queryRows(db, z.object({ users: z.coerce.number() }), sql`
  select sum("users") as "users" from "LedgerEntry" group by "marathonId", "municipalityId", "organisationId", "directionId", "attribution" having sum("users") < 0 or sum("unconfirmed") < 0`);

test("объединить может только ответственный за муниципалитет обеих записей; свою запись, одну и ту же и чужого начальника – никто", async () => {
  const [a, b, far] = [await joined(), await joined(), await makePerson(db)];
  for (const [actor, code] of [[neighbour, "request.notFound"], [coordinator, "request.notFound"], [{ personId: newId(), posts: [] }, "request.notFound"], [{ personId: null, posts: [] }, "request.notSignedIn"]] as const)
    await expect(mergePeople(asker(actor), wish(a.id, b.id)), code).rejects.toMatchObject({ code });
  await expect(mergePeople(asker(responsible), wish(a.id, far.id))).rejects.toMatchObject({ code: "request.notFound" });
  await expect(mergePeople(asker(responsible), wish(far.id, a.id))).rejects.toMatchObject({ code: "request.notFound" });
  await expect(mergePeople(asker(responsible), wish(a.id, a.id))).rejects.toMatchObject({ code: "person.mergeWithSelf" });
  await join(second.personId ?? "", municipalityId, true);
  await expect(mergePeople(asker(second), wish(a.id, second.personId ?? ""))).rejects.toMatchObject({ code: "person.mergeOwn" });
  const head = await joined();
  await makeAppointment(db, { personId: head.id, role: "head", unitId: municipalityId });
  for (const two of [[a.id, head.id], [head.id, a.id]] as const) await expect(mergePeople(asker(responsible), wish(...two))).rejects.toMatchObject({ code: "person.mergeStaff" });
  expect(await db.personMerge.count()).toBe(0);
});

test("всё переходит к оставшейся записи: инициативы, поддержки без повторов и своих, черновики, вопросы, сообщения, согласия, контакты, назначения, журнал", async () => {
  const [directionId] = marathon.directions.map(({ id }) => id) as [string];
  const at = { marathonId: marathon.id, municipalityId, directionId };
  const passwordHash = await hashPassword("тёплый снег вечером");
  const s = await joined({ email: null, phone: "+79121110001", familyName: "Ёлкина", passwordHash: null, assurance: "confirmedInPerson" });
  const m = await joined({ phone: "+79121110001", familyName: "Елкина", passwordHash });
  const written = await makeInitiative(db, { ...at, authorId: m.id, namePublished: true, supportCount: 1 });
  const [both, one] = [await makeInitiative(db, { ...at, supportCount: 2 }), await makeInitiative(db, { ...at, supportCount: 1 })];
  for (const [initiativeId, personId] of [[written.id, s.id], [both.id, s.id], [both.id, m.id], [one.id, m.id]] as const) await db.initiativeSupport.create({ data: { initiativeId, personId, at: factoryNow } });
  await db.initiativeDraft.create({ data: { id: newId(), authorId: m.id, marathonId: marathon.id, content: {}, createdAt: factoryNow, updatedAt: factoryNow } });
  const hotline = await makeBody(db, { marathonId: marathon.id, municipalityId, kind: "hotline", name: "Горячая линия" });
  const ticket = await makeTicket(db, { marathonId: marathon.id, municipalityId, hotlineId: hotline.id, personId: m.id });
  await db.notification.create({ data: { id: newId(), personId: m.id, kind: "initiativeSubmitted", params: {}, dedupeKey: newId(), at: factoryNow } });
  const documents = await db.consentDocument.findMany();
  for (const { id: documentId } of documents) await db.consent.create({ data: { id: newId(), personId: m.id, documentId, channel: "self", givenAt: factoryNow } });
  const paper = await makeStoredFile(db, { kind: "consentScan", ownerId: m.id });
  await makeAppointment(db, { personId: s.id, role: "executor", unitId: schoolId });
  for (const role of ["executor", "coordinator"] as const) await makeAppointment(db, { personId: m.id, role, unitId: schoolId });
  const helped = await makePerson(db, { registeredById: m.id });
  await db.oneTimeToken.create({ data: { id: newId(), personId: m.id, purpose: "resetPassword", hash: newId(), expiresAt: later } });

  await mergePeople(asker(responsible), wish(s.id, m.id));
  expect(await db.storedFile.findUniqueOrThrow({ where: { id: paper.id } })).toMatchObject({ ownerId: s.id });

  expect(await db.initiative.findUnique({ where: { id: written.id } })).toMatchObject({ authorId: s.id, supportCount: 0, namePublished: false });
  expect((await db.initiative.findMany({ where: { id: { in: [both.id, one.id] } } })).map(({ supportCount }) => supportCount)).toEqual([1, 1]);
  expect((await db.initiativeSupport.findMany({ where: { personId: { in: [s.id, m.id] } } })).map(({ personId, initiativeId }) => `${personId} ${initiativeId}`).toSorted()).toEqual([`${s.id} ${both.id}`, `${s.id} ${one.id}`].toSorted());
  expect((await db.initiativeDraft.findMany({ where: { authorId: s.id } })).length).toBe(1);
  expect((await db.ticket.findUnique({ where: { id: ticket.id } }))?.personId).toBe(s.id);
  expect(await db.notification.count({ where: { personId: s.id } })).toBe(1);
  expect(await db.consent.findMany({ where: { personId: s.id, withdrawnAt: null }, select: { document: { select: { purpose: true } } } })).toEqual([{ document: { purpose: "processing" } }]);
  expect((await db.contact.findMany({ where: { personId: s.id } })).map(({ kind }) => kind).toSorted()).toEqual(["email", "phone"]);
  expect(await db.contact.count({ where: { personId: m.id } })).toBe(0);
  expect((await loadActor({ personId: s.id, sessionVersion: 1 }, later)).posts.map(({ role }) => role).toSorted()).toEqual(["coordinator", "executor"]);
  expect((await loadActor({ personId: m.id, sessionVersion: 1 }, later)).personId).toBeNull();
  expect((await db.person.findUnique({ where: { id: helped.id } }))?.registeredById).toBe(s.id);
  expect(await db.oneTimeToken.count({ where: { usedAt: null, personId: { in: [s.id, m.id] } } })).toBe(0);
  expect(await db.person.findUnique({ where: { id: m.id } })).toMatchObject({ mergedIntoId: s.id, passwordHash: null, sessionVersion: 2, familyName: "Елкина" });
  // both the address and the phone open the survivor, by the only password that there was
  for (const login of [m.email ?? "", "8 912 111-00-01"]) expect(await authenticatePerson({ login, password: "тёплый снег вечером" })).toMatchObject({ personId: s.id });
  expect((await db.email.findMany({ where: { toAddress: m.email ?? "" } })).map(({ subject }) => subject)).toEqual(["Две ваши записи объединены"]);
  expect((await db.accessLogEntry.findMany({ where: { personId: s.id } })).map(({ what, byId }) => [what, byId])).toEqual([["merged", responsible.personId]]);
});

test("пароль того, кто ничем не подтвердил, что он это он, чужой записи не открывает", async () => {
  const passwordHash = await hashPassword("слова чужого человека");
  const s = await joined({ email: null, phone: "+79121110077", familyName: "Дёмина", passwordHash: null, assurance: "confirmedInPerson" });
  const m = await joined({ email: null, phone: "+79121110077", familyName: "Демина", passwordHash, confirmed: false });
  await mergePeople(asker(responsible), wish(s.id, m.id));
  expect(await db.person.findUnique({ where: { id: s.id } })).toMatchObject({ passwordHash: null });
  expect(await authenticatePerson({ login: "8 912 111-00-77", password: "слова чужого человека" })).toBeNull();
});

test("второй фактор не теряется: свой остаётся, а где его не было – переходит; коды с листка прежней записи не действуют", async () => {
  const factor = async (personId: string) => await db.secondFactor.create({ data: { personId, secret: personId, keyMark: "x", confirmedAt: factoryNow, createdAt: factoryNow } });
  const [bare, guarded, own] = [await joined({ phone: "+79121110078", familyName: "Жукова" }), await joined({ phone: "+79121110078", familyName: "Жукова" }), await joined({ phone: "+79121110078", familyName: "Жукова" })];
  await factor(guarded.id);
  await factor(own.id);
  await db.recoveryCode.create({ data: { id: newId(), personId: guarded.id, hash: newId(), createdAt: factoryNow } });
  await mergePeople(asker(responsible), wish(bare.id, guarded.id));
  await mergePeople(asker(responsible), wish(bare.id, own.id));
  expect(await db.secondFactor.findMany({ where: { personId: { in: [bare.id, guarded.id, own.id] } }, select: { personId: true, secret: true } })).toEqual([{ personId: bare.id, secret: guarded.id }]);
  expect(await db.recoveryCode.count({ where: { personId: { in: [bare.id, guarded.id] } } })).toBe(0);
});

test.each([
  { of: "оба учтены", s: true, m: true, users: -1, unconfirmed: 0 },
  { of: "учтён оставшийся", s: true, m: false, users: 0, unconfirmed: -1 },
  { of: "учтён объединяемый", s: false, m: true, users: 0, unconfirmed: -1 },
  { of: "никто не учтён", s: false, m: false, users: 0, unconfirmed: -1 },
])("в марафоне человек считается один раз: $of", async ({ s: isSurvivorCounted, m: isMergedCounted, users, unconfirmed }) => {
  const [s, m] = [await joined({ counted: isSurvivorCounted }), await joined({ counted: isMergedCounted, organisationId: isMergedCounted ? schoolId : null })];
  const before = await figures();
  await mergePeople(asker(responsible), wish(s.id, m.id));
  const after = await figures();
  expect([(after?.users ?? 0) - (before?.users ?? 0), (after?.unconfirmed ?? 0) - (before?.unconfirmed ?? 0)]).toEqual([users, unconfirmed]);
  expect(await rowsBelowZero()).toEqual([]);
  expect(await db.registration.count({ where: { personId: s.id } })).toBe(1);
  expect(await db.ledgerEntry.count({ where: { at: later, users: { lt: 0 } } })).toBeGreaterThanOrEqual(isMergedCounted ? 1 : 0);
});

test("поправка датирована часом объединения и подтвердивший потом второго раза не считается; закрытый рубеж остаётся как был", async () => {
  const checkpoint = await db.checkpoint.create({ data: { id: newId(), marathonId: marathon.id, municipalityId, name: "Рубеж", date: new Date("2026-03-01"), minutes: 1080 } });
  await db.checkpointFigure.create({ data: { checkpointId: checkpoint.id, municipalityId, users: 42, unconfirmed: 7, gross: 1, net: 1, frozenAt: factoryNow } });
  const [s, m] = [await joined(), await joined({ counted: false })];
  const registration = await db.registration.findFirstOrThrow({ where: { personId: m.id } });
  await transaction(async (tx) => await announce(tx, personConfirmed, { registrationId: registration.id, personId: m.id, marathonId: marathon.id, municipalityId, organisationId: null, attribution: "resident", confirmed: true }, info));
  const before = await figures();
  await mergePeople(asker(responsible), wish(s.id, m.id));
  expect((await figures())?.users).toBe((before?.users ?? 0) - 1);
  const entries = await db.ledgerEntry.findMany({ where: { subjectId: registration.id }, orderBy: { id: "asc" } });
  expect(entries.map(({ users, unconfirmed, at }) => [users, unconfirmed, at])).toEqual([[0, 1, factoryNow], [1, -1, factoryNow], [-1, 0, later]]);
  expect(await db.checkpointFigure.findFirst({ where: { checkpointId: checkpoint.id } })).toMatchObject({ users: 42, unconfirmed: 7 });
});

test("участие в другом марафоне переходит вместе с человеком и считается дальше", async () => {
  const { id: otherMarathonId } = await makeMarathon(db, { municipalityIds: [municipalityId] });
  const [s, m] = [await joined(), await joined()];
  const registrationId = await join(m.id, municipalityId, true, null, otherMarathonId);
  await db.registration.updateMany({ where: { personId: s.id }, data: { joinedAt: later } });
  await mergePeople(asker(responsible), wish(s.id, m.id));
  expect(await db.registration.findUnique({ where: { id: registrationId } })).toMatchObject({ personId: s.id, countedAt: factoryNow });
  expect(await db.ledgerEntry.count({ where: { subjectId: registrationId } })).toBe(1);
});

test("двое ответственных разом и повтор того же нажатия объединяют один раз", async () => {
  const [s, m] = [await joined(), await joined()];
  const before = await figures();
  const from = asker(responsible);
  const once = wish(s.id, m.id);
  const outcomes = await Promise.allSettled([mergePeople(from, once), mergePeople(from, once), mergePeople(asker(second), wish(s.id, m.id)), mergePeople(asker(second), wish(m.id, s.id))]);
  const refused = outcomes.flatMap((one) => (one.status === "rejected" ? [(one.reason as { code: string }).code] : []));
  expect(new Set(refused)).toEqual(new Set(["person.alreadyMerged"]));
  expect(await db.personMerge.count({ where: { mergedId: { in: [s.id, m.id] } } })).toBe(1);
  expect((await figures())?.users).toBe((before?.users ?? 0) - 1);
});

test("объединённое в объединённую ведёт к последней", async () => {
  const [a, b, c] = [await joined(), await joined(), await joined()];
  await mergePeople(asker(responsible), wish(b.id, a.id));
  await mergePeople(asker(responsible), wish(c.id, b.id));
  expect((await db.person.findMany({ where: { id: { in: [a.id, b.id] } } })).map(({ mergedIntoId }) => mergedIntoId)).toEqual([c.id, c.id]);
  await expect(mergePeople(asker(responsible), wish(c.id, a.id))).rejects.toMatchObject({ code: "person.alreadyMerged" });
});

test("пара предложена ответственному своего муниципалитета, каждый просмотр записан, «разные люди» больше не предлагаются, объединённые видны с обеими именами", async () => {
  const phone = `+7913${String(nextNumber()).padStart(7, "0")}`;
  const [a, b] = [await joined({ familyName: "Ёжикова", phone }), await joined({ familyName: "Ежикова", phone, patronymic: "И." })];
  const relative = await joined({ familyName: "Ежикова", phone, givenName: "Мария" });
  const pairsOf = async (actor: Actor) => (await listDuplicates(db, actor, factoryNow)).candidates.filter(({ oneName }) => /Ёжикова|Ежикова/.test(oneName));
  expect(await pairsOf(neighbour)).toEqual([]);
  expect(await pairsOf(coordinator)).toEqual([]);
  const [pair, ...others] = await pairsOf(responsible);
  expect(others).toEqual([]);
  expect(new Set([pair?.oneId, pair?.otherId])).toEqual(new Set([a.id, b.id]));
  expect(pair?.reasons).toEqual(["initials", "phone", "municipality"]);
  await expect(readPair(asker(coordinator), { oneId: a.id, otherId: b.id })).rejects.toMatchObject({ code: "request.notFound" });
  const { one, survivorId } = await readPair(asker(responsible), { oneId: a.id, otherId: b.id });
  expect([one.name, survivorId]).toEqual(["Ёжикова Анна Ивановна", [a.id, b.id].includes(survivorId) ? survivorId : "nobody"]);
  expect(await db.accessLogEntry.count({ where: { personId: { in: [a.id, b.id] }, what: "record" } })).toBe(2);
  await keepApart(asker(responsible), { oneId: b.id, otherId: a.id, key: newId() });
  await keepApart(asker(second), { oneId: a.id, otherId: b.id, key: newId() });
  expect(await pairsOf(second)).toEqual([]);
  // who is sure may still merge
  await mergePeople(asker(responsible), wish(a.id, b.id));
  expect((await listDuplicates(db, second, factoryNow)).merged.find(({ survivorId: id }) => id === a.id)).toMatchObject({ survivorName: "Ёжикова Анна Ивановна", mergedName: "Ежикова Анна И." });
  await expect(readPair(asker(responsible), { oneId: a.id, otherId: b.id })).rejects.toMatchObject({ code: "person.alreadyMerged" });
  expect(relative.mergedIntoId).toBeNull();
});

test("у каждого столбца, который говорит о человеке, решено: переходит или остаётся", async () => {
  const columns = await queryRows(db, z.object({ name: z.string() }), sql`
    select table_name || '.' || column_name as "name" from information_schema.columns
    where table_schema = 'public' and data_type = 'uuid' and column_name ~ '^(personId|authorId|helperId|assigneeId|actorId|survivorId|mergedId|byId|\\w+ById)$'`);
  expect(columns.map(({ name }) => name).toSorted()).toEqual([...movedColumns, ...standingColumns].toSorted());
});
