import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { anonymous, type Actor } from "@/access/actor";
import { hashPassword } from "@/features/people/server/passwords";
import { messagesOf } from "@/app/messages/all";
import { registerSubscriptions } from "@/api/subscriptions";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { queryRows, rawSql, sql } from "@/platform/db/sql";
import { dispatchAll } from "@/platform/events/dispatcher";
import { fileStore, keyOf } from "@/platform/files/store";
import { putIntoMailbox } from "@/platform/mail/mailbox";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeConsentDocument } from "@/testing/factories/make-consent";
import { makeInitiative } from "@/testing/factories/make-initiative";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeOrganisation } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { makeStoredFile } from "@/testing/factories/make-stored-file";
import { makeTicket } from "@/testing/factories/make-ticket";
import { factoryNow as now, nextNumber } from "@/testing/factories/sequence";
import { erase } from "./erase";
import { dataTables } from "./registry";
import { sweepErased } from "./sweep";
import { takeOut } from "./take-out";

const { folder } = await vi.hoisted(async () => {
  const [{ mkdtempSync }, { tmpdir }, { join }] = await Promise.all([import("node:fs"), import("node:os"), import("node:path")]);
  const made = mkdtempSync(join(tmpdir(), "my-data-"));
  process.env.DATA_DIR = made;
  return { folder: made };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

useTestDatabase();

const password = "тёплый снег вечером";
let passwordHash: string;
let place: { marathonId: string; municipalityId: string; directionId: string; schoolId: string; documentId: string };

beforeAll(async () => {
  registerSubscriptions();
  passwordHash = await hashPassword(password);
  const { id: municipalityId } = await makeMunicipality(db);
  const { id: schoolId } = await makeOrganisation(db, { parentId: municipalityId });
  const marathon = await makeMarathon(db, { municipalityIds: [municipalityId] });
  const directionId = marathon.directions[0]?.id ?? "";
  await makeBody(db, { marathonId: marathon.id, municipalityId, directionIds: [directionId] });
  place = { marathonId: marathon.id, municipalityId, directionId, schoolId, documentId: (await makeConsentDocument(db, "processing")).id };
});

let planted: Map<string, string>;
beforeEach(() => {
  planted = new Map();
});
/** A word that stands nowhere else, remembered by where it was put. */
function plant(where: string): string {
  const word = `примета${nextNumber()}ы`;
  planted.set(`${where} ${planted.size}`, word);
  return word;
}

/** Somebody of whom something stands in every table and column that may hold it. */
async function makeKnownPerson(own: { verifiedPhone?: string } = {}) {
  const registrar = await makePerson(db);
  const email = `${plant("Contact.value")}@example.org`;
  const person = await makePerson(db, { familyName: plant("Person.familyName"), givenName: plant("Person.givenName"), patronymic: plant("Person.patronymic"), passwordHash, registeredById: registrar.id, registeredAtUnitId: place.schoolId, birthDate: new Date("1950-01-01"), email });
  const merged = await makePerson(db, { familyName: plant("Person.familyName"), passwordHash: plant("Person.passwordHash"), mergedIntoId: person.id, email: `${plant("Contact.value")}@example.org` });
  if (own.verifiedPhone) await db.contact.create({ data: { id: newId(), personId: person.id, kind: "phone", value: own.verifiedPhone, verifiedAt: now } });
  const hash = plant("OneTimeToken.hash");
  await db.oneTimeToken.create({ data: { id: newId(), personId: person.id, purpose: "confirmEmail", hash, expiresAt: now, createdAt: now, newAddress: plant("OneTimeToken.newAddress") } });
  await db.session.create({ data: { id: newId(), personId: person.id, version: 1, browser: plant("Session.browser"), system: plant("Session.system"), network: plant("Session.network"), startedAt: now, seenAt: now } });
  const past = await makeAppointment(db, { personId: person.id, role: "executor", unitId: place.schoolId });
  await db.appointment.update({ where: { id: past.id }, data: { endsAt: now, nameAccusative: plant("Appointment.nameAccusative"), position: plant("Appointment.position") } });
  await db.assistedSession.create({ data: { id: newId(), tokenHash: plant("AssistedSession.tokenHash"), helperId: registrar.id, personId: person.id, startedAt: now, seenAt: now } });
  await db.secondFactor.create({ data: { personId: person.id, secret: plant("SecondFactor.secret"), keyMark: plant("SecondFactor.keyMark"), createdAt: now } });
  await db.recoveryCode.create({ data: { id: newId(), personId: person.id, hash: plant("RecoveryCode.hash"), createdAt: now } });
  await db.secondFactorReset.create({ data: { id: newId(), personId: person.id, byId: registrar.id, role: "administrator", reason: plant("SecondFactorReset.reason"), at: now } });
  await db.linkedIdentity.create({ data: { id: newId(), personId: person.id, issuer: plant("LinkedIdentity.issuer"), subject: plant("LinkedIdentity.subject"), provider: plant("LinkedIdentity.provider"), linkedAt: now } });
  await db.representativeConsent.create({ data: { id: newId(), personId: person.id, representativeName: plant("RepresentativeConsent.representativeName"), paperCase: plant("RepresentativeConsent.paperCase"), recordedById: registrar.id, givenAt: now } });
  await db.consent.create({ data: { id: newId(), personId: person.id, documentId: place.documentId, channel: "paper", givenAt: now, recordedById: registrar.id, paperCase: plant("Consent.paperCase") } });
  for (const [personId, countedAt] of [[person.id, now], [merged.id, null]] as const) await db.registration.create({ data: { id: newId(), marathonId: place.marathonId, personId, municipalityId: place.municipalityId, organisationId: place.schoolId, joinedAt: now, countedAt } });
  await db.accessLogEntry.create({ data: { id: newId(), byId: registrar.id, role: "coordinator", personId: person.id, what: plant("AccessLogEntry.what"), at: now } });

  const of = { marathonId: place.marathonId, municipalityId: place.municipalityId, directionId: place.directionId };
  const shown = await makeInitiative(db, { ...of, authorId: person.id, status: "inConsideration", namePublished: true, title: `Осветить переулок ${nextNumber()}`, originatingId: place.schoolId });
  const asked = await makeInitiative(db, { ...of, authorId: person.id, status: "clarification", pausedLeft: 4 });
  const hidden = [];
  for (const status of ["submitted", "withdrawn", "merged"] as const) {
    hidden.push(await makeInitiative(db, { ...of, authorId: status === "merged" ? merged.id : person.id, status, title: plant("Initiative.title"), essence: plant("Initiative.essence"), expectedResult: plant("Initiative.expectedResult"), placeText: plant("Initiative.placeText"), answer: plant("Initiative.answer") }));
  }
  for (const initiative of [shown, ...hidden]) {
    for (const visibility of ["author", "internal"] as const) await db.initiativeEvent.create({ data: { id: newId(), initiativeId: initiative.id, kind: "said", visibility, byId: person.id, text: plant("InitiativeEvent.text"), data: { text: plant("InitiativeEvent.data") }, at: now } });
  }
  for (const [number, { id: initiativeId }] of [shown, ...hidden].entries()) {
    const words = { title: plant("InitiativeWording.title"), essence: plant("InitiativeWording.essence"), expectedResult: plant("InitiativeWording.expectedResult"), placeText: plant("InitiativeWording.placeText") };
    await db.initiativeWording.create({ data: { id: newId(), initiativeId, number, ...words, replacedAt: now } });
  }
  await db.savedFilter.create({ data: { id: newId(), personId: person.id, name: plant("SavedFilter.name"), filter: { text: plant("SavedFilter.filter") }, at: now } });
  await db.decisionProposal.create({ data: { initiativeId: hidden[0]?.id ?? "", decision: "notSupported", text: plant("DecisionProposal.text"), preparedById: registrar.id, preparedAt: now, version: 1 } });
  const trip = await db.trip.create({ data: { id: newId(), personId: registrar.id, unitId: place.schoolId, documentId: place.documentId, preparedAt: now, expiresAt: now } });
  await db.tripSlip.create({ data: { id: newId(), tripId: trip.id, hash: plant("TripSlip.hash"), personId: person.id, usedAt: now } });
  await db.lateSheet.create({ data: {
    id: newId(), marathonId: place.marathonId, municipalityId: place.municipalityId, organisationId: place.schoolId, authorId: person.id, content: { title: plant("LateSheet.content") },
    paperCase: plant("LateSheet.paperCase"), takenAt: now, arrivedAt: now, state: "declined", reason: plant("LateSheet.reason"), decidedAt: now,
  } });
  const draft = await db.initiativeDraft.create({ data: { id: newId(), authorId: person.id, tokenHash: plant("InitiativeDraft.tokenHash"), marathonId: place.marathonId, content: { title: plant("InitiativeDraft.content") }, createdAt: now, updatedAt: now } });
  const shared = await db.initiativeDraft.create({ data: { id: newId(), authorId: person.id, marathonId: place.marathonId, content: {}, createdAt: now, updatedAt: now } });
  await db.draftShare.create({ data: { draftId: shared.id, authorId: person.id, codeHash: plant("DraftShare.codeHash"), takenById: registrar.id, takenUnitId: place.schoolId, createdAt: now, expiresAt: now, takenAt: now } });
  const words = (of: string) => ({ title: plant(`DraftWording.${of}`), essence: "", expectedResult: "" });
  await db.draftWording.create({ data: { id: newId(), draftId: shared.id, authorId: person.id, byId: registrar.id, unitId: place.schoolId, original: words("original"), suggested: words("suggested"), settled: words("settled"), note: plant("DraftWording.note"), at: now, settledAt: now } });
  const helped = await db.initiativeDraft.create({ data: { id: newId(), authorId: registrar.id, helperId: person.id, helperUnitId: place.schoolId, marathonId: place.marathonId, content: {}, createdAt: now, updatedAt: now } });
  const stored: string[] = [];
  for (const [kind, ownerId] of [["attachment", shown.id], ["attachment", hidden[2]?.id ?? ""], ["attachment", draft.id], ["actScan", past.id], ["consentScan", merged.id]] as const) {
    const file = await makeStoredFile(db, { kind, ownerId, name: `${plant("StoredFile.name")}.jpg`, uploadedById: registrar.id });
    await db.storedFile.update({ where: { id: file.id }, data: { sha256: plant("StoredFile.sha256"), alt: plant("StoredFile.alt") } });
    const bytes = join(folder, file.id);
    writeFileSync(bytes, plant("store"));
    await fileStore().put(keyOf(file.id), bytes);
    rmSync(bytes);
    stored.push(file.id);
  }
  const foreign = await makeStoredFile(db, { ownerId: helped.id });
  const supported = await makeInitiative(db, { ...of, status: "inConsideration", supportCount: 3 });
  await db.initiativeSupport.create({ data: { initiativeId: supported.id, personId: person.id, at: now } });
  await db.initiativeRemark.create({ data: { id: newId(), initiativeId: supported.id, kind: "question", state: "refused", text: plant("InitiativeRemark.text"), remark: plant("InitiativeRemark.remark"), byId: person.id, at: now } });
  await db.initiativeRemark.create({ data: { id: newId(), initiativeId: shown.id, kind: "question", state: "answered", text: plant("InitiativeRemark.text"), answer: plant("InitiativeRemark.answer"), at: now, answeredAt: now } });

  const plantTicket = async (whose: { personId: string | null; callerEmail: string; callerPhone?: string }) => {
    const ticket = await makeTicket(db, { marathonId: place.marathonId, municipalityId: place.municipalityId, subject: plant("Ticket.subject"), question: plant("Ticket.question"), callerName: plant("Ticket.callerName"), ...whose, callerPhone: whose.callerPhone ?? plant("Ticket.callerPhone") });
    for (const kind of ["answer", "note"] as const) await db.ticketMessage.create({ data: { id: newId(), ticketId: ticket.id, kind, text: plant("TicketMessage.text"), byId: registrar.id, at: now } });
    return ticket;
  };
  const tickets = [await plantTicket({ personId: person.id, callerEmail: plant("Ticket.callerEmail") }), await plantTicket({ personId: null, callerEmail: email, ...(own.verifiedPhone ? { callerPhone: own.verifiedPhone } : {}) })];

  const letters: string[] = [];
  const plantEmail = async (toAddress: string, dedupeKey: string) => {
    const letter = { id: newId(), subject: plant("Email.subject"), text: plant("Email.text"), html: plant("Email.html"), dedupeKey };
    await db.email.create({ data: { ...letter, toAddress, tokenHash: plant("Email.tokenHash"), lastError: plant("Email.lastError"), nextAttemptAt: now, createdAt: now } });
    await putIntoMailbox({ ...letter, to: toAddress });
    letters.push(letter.id);
  };
  await plantEmail(email.toUpperCase(), plant("Email.dedupeKey"));
  await plantEmail(`${plant("Email.toAddress")}@example.org`, `people.confirm:${hash}`);
  for (const [personId, href] of [[person.id, `/my/${plant("Notification.href")}`], [registrar.id, `/desk/queue/${hidden[0]?.id}`]] as const) {
    const dedupeKey = plant("Notification.dedupeKey");
    await db.notification.create({ data: { id: newId(), personId, kind: "initiativeSubmitted", params: { number: 1, title: plant("Notification.params") }, href, dedupeKey, at: now } });
    await plantEmail("clerk@example.org", `message:${dedupeKey}`);
  }
  await db.idempotencyKey.create({ data: { owner: `person:${person.id}`, procedure: "x", key: plant("IdempotencyKey.key"), inputHash: plant("IdempotencyKey.inputHash"), result: { said: plant("IdempotencyKey.result") } } });
  await db.idempotencyKey.create({ data: { owner: `person:${registrar.id}`, procedure: "people.registerAtDesk", key: newId(), inputHash: "", result: { json: { known: { id: person.id, name: plant("IdempotencyKey.result") } } } } });
  const together = { initiativeId: hidden[0]?.id ?? "", invitedById: registrar.id, invitedAt: now, expiresAt: now };
  await db.coAuthor.create({ data: { id: newId(), ...together, personId: person.id, state: "agreed", codeHash: plant("CoAuthor.codeHash"), email: `${plant("CoAuthor.email")}@example.org` } });
  await db.coAuthor.create({ data: { id: newId(), ...together, codeHash: plant("CoAuthor.codeHash"), email: email.toUpperCase() } });
  return { person, merged, registrar, email, shown, asked, hidden, helped, supported, tickets, letters, stored, foreign };
}

const signedIn = async (personId: string): Promise<Actor> => await loadActor({ personId, sessionVersion: 1 }, now);
const wish = (own: object = {}) => ({ password, understood: true as const, key: newId(), ...own });
const eraseBy = async (actor: Actor, own: object = {}) => await erase({ db, actor, now }, wish(own));

/** Every row of every table of every schema, as text. */
async function dump(): Promise<Map<string, string>> {
  const tables = await queryRows(db, z.object({ name: z.string() }), sql`select quote_ident(schemaname) || '.' || quote_ident(tablename) as "name" from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`);
  const found = new Map<string, string>();
  for (const { name } of tables) found.set(name.replace(/^public\.|"/g, ""), (await queryRows(db, z.object({ row: z.string() }), sql`select t::text as "row" from ${rawSql(name)} t`)).map(({ row }) => row).join("\n"));
  return found;
}
/** Everything in the data folder: letters, the file store, uploads. */
const files = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), "utf8")] as const);
const foundIn = (places: Iterable<readonly [string, string]>) => [...places].flatMap(([name, text]) => [...planted].filter(([, word]) => text.includes(word)).map(([where, word]) => `${word} of ${where} in ${name}`));

test("удаляет только сам человек, по своему паролю, и не раньше, чем передал дела", async () => {
  const { person, registrar } = await makeKnownPerson();
  await expect(eraseBy(anonymous)).rejects.toMatchObject({ code: "request.notSignedIn" });
  await expect(eraseBy(await signedIn(registrar.id))).rejects.toMatchObject({ code: "erasure.noPassword" });
  await expect(eraseBy(await signedIn(person.id), { password: "чужой пароль" })).rejects.toMatchObject({ code: "password.wrongCurrent" });
  const post = await makeAppointment(db, { personId: person.id, role: "coordinator", unitId: place.schoolId });
  await expect(eraseBy(await signedIn(person.id))).rejects.toMatchObject({ code: "erasure.holdsPost" });
  expect(await db.person.findUniqueOrThrow({ where: { id: person.id } })).toMatchObject({ erasedAt: null, familyName: person.familyName });
  await db.appointment.update({ where: { id: post.id }, data: { endsAt: now } });
  await expect(eraseBy(await signedIn(person.id))).resolves.toMatchObject({ number: expect.stringMatching(/^\w{5}-\w{5}$/) as string });
});

test("седьмая попытка угадать пароль за четверть часа не принимается", async () => {
  const person = await makePerson(db, { passwordHash });
  const actor = await signedIn(person.id);
  for (let attempt = 1; attempt <= 6; attempt++) await expect(eraseBy(actor, { password: "не тот" })).rejects.toMatchObject({ code: "password.wrongCurrent" });
  await expect(eraseBy(actor)).rejects.toMatchObject({ code: "request.tooMany" });
});

test("после удаления ни одной приметы нет ни в одной таблице, ни в одном файле", async () => {
  const { person, merged, stored, foreign } = await makeKnownPerson({ verifiedPhone: "+79120000001" });
  const before = await dump();
  // a search that finds nothing before would prove nothing after
  before.set("store ", files().map(([, text]) => text).join("\n"));
  for (const [where, word] of planted) expect(before.get(where.startsWith("store ") ? "store " : (where.split(".")[0] ?? ""))?.includes(word), `${where} was planted`).toBe(true);
  for (const { table, columns } of dataTables) {
    for (const [column, fate] of Object.entries(columns)) {
      const isWord = fate !== "nobody" && fate !== "nameless" && fate !== "public" && fate !== "kept" && !/(?:Ids?|locale|owner)$/.test(column);
      if (isWord) expect([...planted.keys()].some((where) => where.startsWith(`${table}.${column} `)), `${table}.${column} is planted`).toBe(true);
    }
  }
  expect(foundIn(files()).length).toBeGreaterThan(8);

  await eraseBy(await signedIn(person.id));
  await dispatchAll();

  expect(foundIn(await dump())).toEqual([]);
  expect(foundIn(files())).toEqual([]);
  expect(await db.storedFile.findMany({ where: { id: { in: [foreign.id, ...stored] } }, select: { id: true } })).toEqual([{ id: foreign.id }]);
  for (const id of stored) expect(await fileStore().open(keyOf(id))).toBeNull();
  for (const { table, columns } of dataTables) {
    for (const [column, fate] of Object.entries(columns)) {
      if ((fate !== "deleted" && fate !== "cleared") || !/(?:Id|owner)$/.test(column)) continue;
      const left = await queryRows(db, z.object({ value: z.string() }), sql`select ${rawSql(`"${column}"`)}::text as "value" from ${rawSql(`"${table}"`)} where strpos(${rawSql(`"${column}"`)}::text, ${person.id}) > 0 or strpos(${rawSql(`"${column}"`)}::text, ${merged.id}) > 0`);
      expect(left, `${table}.${column}`).toEqual([]);
    }
  }
  expect((await dump()).get("DataTrace")).not.toContain(person.id);
  expect(await db.person.findUniqueOrThrow({ where: { id: person.id } })).toMatchObject({ givenName: "", patronymic: null, birthDate: null, passwordHash: null, registeredById: null, registeredAtUnitId: null });
});

test("слова опубликованной инициативы остаются без имени, на её вопрос больше не ждут ответа, неопубликованная отозвана", async () => {
  const { person, shown, asked, hidden, supported } = await makeKnownPerson();
  await eraseBy(await signedIn(person.id));
  expect(await db.initiative.findUniqueOrThrow({ where: { id: shown.id } })).toMatchObject({ title: shown.title, essence: shown.essence, placeText: shown.placeText, authorId: null, namePublished: false, authorErasedAt: now, status: "inConsideration" });
  const going = await db.initiative.findUniqueOrThrow({ where: { id: asked.id } });
  expect(going).toMatchObject({ status: "inConsideration", pausedLeft: null, title: asked.title });
  expect(going.dueAt?.getTime()).toBeGreaterThan(now.getTime());
  expect((await db.initiative.findMany({ where: { id: { in: hidden.map(({ id }) => id) } }, orderBy: { number: "asc" } })).map(({ status }) => status)).toEqual(["withdrawn", "withdrawn", "merged"]);
  expect(await db.initiative.findUniqueOrThrow({ where: { id: supported.id } })).toMatchObject({ supportCount: 2 });
});

test("поиск не находит удалённых слов и находит оставшиеся", async () => {
  const { person, shown } = await makeKnownPerson();
  await eraseBy(await signedIn(person.id));
  const matches = async (word: string) => (await queryRows(db, z.object({ id: z.string() }), sql`select "id" from "Initiative" where initiative_words("title", "essence") @@ plainto_tsquery('russian', ${word})`)).length;
  for (const [where, word] of planted) if (where.startsWith("Initiative.")) expect(await matches(word), where).toBe(0);
  expect(await matches(shown.title)).toBe(1);
});

test("показатели поправлены сегодня: нет ни зарегистрированного, ни неподтверждённого, ни отозванной инициативы", async () => {
  const { person } = await makeKnownPerson();
  const sum = async () => (await db.ledgerEntry.aggregate({ _sum: { users: true, unconfirmed: true, gross: true, net: true } }))._sum;
  const before = await sum();
  await eraseBy(await signedIn(person.id));
  const after = await sum();
  expect([after.users, after.unconfirmed, after.gross, after.net].map((value, index) => (value ?? 0) - ([before.users, before.unconfirmed, before.gross, before.net][index] ?? 0))).toEqual([-1, -1, 0, -1]);
});

test("сеансы кончаются, а повтор того же запроса слышит тот же номер, даже два сразу", async () => {
  const { person } = await makeKnownPerson();
  const actor = await signedIn(person.id);
  const key = newId();
  const [one, other] = await Promise.all([eraseBy(actor, { key }), eraseBy(actor, { key })]);
  expect(other).toEqual(one);
  expect(await signedIn(person.id)).toEqual(anonymous);
  expect(await eraseBy(anonymous, { key })).toEqual(one);
  expect(await db.dataTrace.count({ where: { number: one.number } })).toBe(1);
  await expect(eraseBy(anonymous)).rejects.toMatchObject({ code: "request.notSignedIn" });
});

test("что дописалось в другом окне уже после удаления, исчезает следующей ночью, и показатели с ним", async () => {
  const { person } = await makeKnownPerson();
  await eraseBy(await signedIn(person.id));
  planted.clear();
  await db.initiativeDraft.create({ data: { id: newId(), authorId: person.id, marathonId: place.marathonId, content: { title: plant("InitiativeDraft.content") }, createdAt: now, updatedAt: now } });
  await makeInitiative(db, { marathonId: place.marathonId, municipalityId: place.municipalityId, directionId: place.directionId, authorId: person.id, title: plant("Initiative.title") });
  await db.contact.create({ data: { id: newId(), personId: person.id, kind: "email", value: `${plant("Contact.value")}@example.org` } });
  expect(await sweepErased(now)).toBeGreaterThan(0);
  expect(foundIn(await dump())).toEqual([]);
  const traces = await db.dataTrace.count();
  await sweepErased(now);
  expect(await db.dataTrace.count()).toBe(traces);
});

test("чужого не тронуто: ни тёзки, ни того, кто записал чужой телефон без подтверждения", async () => {
  const neighbour = await makePerson(db, { familyName: "Соседова", phone: "+79120000002", passwordHash });
  const ticket = await makeTicket(db, { marathonId: place.marathonId, municipalityId: place.municipalityId, personId: null, callerPhone: "+79120000002", question: "Вопрос соседки" });
  const initiative = await makeInitiative(db, { marathonId: place.marathonId, municipalityId: place.municipalityId, directionId: place.directionId, authorId: neighbour.id });
  const { person } = await makeKnownPerson();
  await db.contact.create({ data: { id: newId(), personId: person.id, kind: "phone", value: "+79120000002" } });
  const file = await takeOut({ db, actor: await signedIn(person.id), now });
  expect(JSON.stringify(file)).not.toContain("Вопрос соседки");
  await eraseBy(await signedIn(person.id));
  expect(await db.ticket.findUniqueOrThrow({ where: { id: ticket.id } })).toMatchObject({ question: "Вопрос соседки", callerPhone: "+79120000002" });
  expect(await db.initiative.findUniqueOrThrow({ where: { id: initiative.id } })).toMatchObject({ authorId: neighbour.id, status: "submitted" });
  expect(await db.contact.count({ where: { personId: neighbour.id } })).toBe(2);
});

/** Held, and yet in no file: secrets, marks of requests, letters and drafts of others. */
const untold = /^(?:CoAuthor\.codeHash|Person\.passwordHash|OneTimeToken\.hash|InitiativeDraft\.tokenHash|SecondFactor\.|StoredFile\.sha256|TripSlip\.hash|AssistedSession\.tokenHash|DraftShare\.codeHash|RecoveryCode\.|DecisionProposal\.|IdempotencyKey\.|Notification\.(?:href|dedupeKey)|Email\.(?:dedupeKey|tokenHash|html|lastError)|InitiativeEvent\.data)/;

test("в файле всё, что хранится о человеке, названо словами, а о выдаче остаётся след без имени", async () => {
  const { person, registrar } = await makeKnownPerson();
  const taken = await takeOut({ db, actor: await signedIn(person.id), now });
  const carried = await Promise.all(taken.files.map(async ({ id }) => readFileSync(join(folder, "files", keyOf(id)), "utf8")));
  const said = JSON.stringify([taken.parts, carried]);
  // of the letters and messages of others, and of one to an address that isn't theirs, the person is told nothing
  const others = JSON.stringify([await db.email.findMany({ where: { OR: [{ toAddress: "clerk@example.org" }, { dedupeKey: { startsWith: "people.confirm" } }] } }), await db.notification.findMany({ where: { personId: registrar.id } })]);
  const missing = [...planted].filter(([where, word]) => !untold.test(where) && !others.includes(word) && !said.includes(word));
  expect(missing).toEqual([]);
  const { columns, words } = messagesOf("ru").people.myData as unknown as Record<string, Record<string, string>>;
  const rows = taken.parts.flatMap(({ rows: of }) => of);
  expect([...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => !columns?.[name])).toEqual([]);
  expect(Object.keys(words ?? {}).length).toBeGreaterThan(50);
  const trace = await db.dataTrace.findUniqueOrThrow({ where: { number: taken.number } });
  expect(JSON.stringify(trace)).not.toContain(person.id);
  expect(trace).toMatchObject({ kind: "takenOut", keyHash: null });
});

test("чужих данных в файле нет, а без входа нет и файла", async () => {
  const { person } = await makeKnownPerson();
  const other = await makePerson(db);
  const taken = await takeOut({ db, actor: await signedIn(other.id), now });
  expect(foundIn([["file", JSON.stringify(taken)]])).toEqual([]);
  expect(person.id).not.toBe(other.id);
  await expect(takeOut({ db, actor: anonymous, now })).rejects.toMatchObject({ code: "request.notSignedIn" });
});
