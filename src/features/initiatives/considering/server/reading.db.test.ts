import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/access/actor";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import type { Role } from "@/platform/db/client/client";
import { visitorOf } from "@/platform/trpc/context";
import { russianCalendar } from "@/shared/dates/working-days";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeInitiative } from "@/testing/factories/make-initiative";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeOrganisation, makeRegion } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { countNominations, listNominations, listSettling } from "../nominations/server/service";
import { queueFilters, type QueueFilter } from "../queue/schema";
import { countQueue, listQueue } from "../queue/server/service";
import { recordOutput } from "../record/schema";
import { findRecord, readAuthor, readRecord } from "../record/server/service";
import { answerNomination, clarify, nominate, note, prepare, returnProposal } from "./service";

useTestDatabase();

const now = new Date("2026-03-10T12:00:00Z");
const zone = "Europe/Kirov";
const world = {} as { marathonId: string; municipalityId: string; regionId: string; directionId: string; otherDirectionId: string; groupId: string; otherGroupId: string; schoolId: string };

beforeAll(async () => {
  const region = await makeRegion(db);
  const municipality = await makeMunicipality(db, { parentId: region.id });
  const school = await makeOrganisation(db, { parentId: municipality.id, name: "Школа № 2" });
  const marathon = await makeMarathon(db, { municipalityIds: [municipality.id] });
  const [directionId, otherDirectionId] = marathon.directions.map(({ id }) => id) as [string, string];
  const at = { marathonId: marathon.id, municipalityId: municipality.id };
  const [group, other] = [await makeBody(db, { ...at, directionIds: [directionId] }), await makeBody(db, { ...at, directionIds: [otherDirectionId] })];
  Object.assign(world, { ...at, regionId: region.id, directionId, otherDirectionId, groupId: group.id, otherGroupId: other.id, schoolId: school.id });
});

let ticks = 0;
/** Each request comes a moment after the one before. */
const asking = (actor: Actor) => ({ actor, get now() { return new Date(now.getTime() + (ticks += 1)); }, db, visitor: visitorOf(undefined, null) });

async function asker(role: Role, seat: { bodyId: string } | { unitId: string }, endsAt?: Date) {
  const person = await makePerson(db);
  await makeAppointment(db, { personId: person.id, role, ...seat, endsAt });
  return asking(await loadActor({ personId: person.id, sessionVersion: 1 }, now));
}

type Wish = Partial<Parameters<typeof makeInitiative>[1]>;
const initiative = async (wish: Wish = {}) =>
  await makeInitiative(db, { marathonId: world.marathonId, municipalityId: world.municipalityId, directionId: world.directionId, status: "inConsideration", dueAt: russianCalendar.workingDeadline(now, 6, zone), ...wish });
const on = ({ id, version }: { id: string; version: number }) => ({ initiativeId: id, version, key: newId() });
const code = async (work: Promise<unknown>) => await work.then(() => "done", (error: { code?: string }) => error.code ?? String(error));
const numbers = async (who: ReturnType<typeof asking>, filter: QueueFilter = "all") => (await listQueue(who, { filter, limit: 50 })).rows.map((row) => row.number);

test("в очереди нет чужого: ни соседней группе, ни бывшему руководителю, ни координатору, ни автору", async () => {
  const row = await initiative({ originatingId: world.schoolId });
  const strangers = [
    await asker("workingGroupLead", { bodyId: world.otherGroupId }),
    await asker("workingGroupLead", { bodyId: world.groupId }, new Date(now.getTime() - 1000)),
    await asker("coordinator", { unitId: world.schoolId }),
    await asker("head", { unitId: world.municipalityId }),
    asking({ personId: row.authorId, posts: [] }),
    asking({ personId: null, posts: [] }),
  ];
  for (const stranger of strangers) {
    expect(await numbers(stranger)).not.toContain(row.number);
    expect((await countQueue(stranger)).all).toBe(0);
  }
  expect(await numbers(await asker("workingGroupMember", { bodyId: world.groupId }))).toContain(row.number);
});

test("запись чужой группы не отличить от несуществующей", async () => {
  const row = await initiative();
  const neighbour = await asker("workingGroupSecretary", { bodyId: world.otherGroupId });
  expect(await code(readRecord(neighbour, row.id))).toBe("request.notFound");
  expect(await code(readRecord(neighbour, newId()))).toBe("request.notFound");
  expect(await code(readAuthor(neighbour, row.id))).toBe("request.notFound");
  expect(await code(findRecord(neighbour, row.number))).toBe("request.notFound");
  expect(await findRecord(await asker("workingGroupMember", { bodyId: world.groupId }), row.number)).toEqual({ initiativeId: row.id });
  expect(await code(readRecord(asking({ personId: null, posts: [] }), row.id))).toBe("request.notSignedIn");
});

test("совет видит только переданное ему и не видит внутреннего", async () => {
  const council = await asker("councilStaff", { unitId: world.regionId });
  const lead = await asker("workingGroupLead", { bodyId: world.groupId });
  const row = await initiative({ status: "beyondCompetence" });
  await note(lead, { initiativeId: row.id, key: newId(), text: "Звонили в область." });
  expect(await code(readRecord(council, row.id))).toBe("request.notFound");
  expect((await listNominations(council, { side: "in", filter: "waiting", limit: 20 })).rows).toEqual([]);
  const moved = await nominate(lead, { ...on(row), reason: "Дорога областная, просим включить её в план." });
  const record = recordOutput.parse(await readRecord(council, row.id));
  expect(record.course.map((entry) => entry.visibility)).toEqual(["public", "public"]);
  expect(record).toMatchObject({ actions: ["nominate", "answerNomination"], proposal: null, canSeeAuthor: false, people: { leads: [], secretaries: [] }, similar: [] });
  expect((await listNominations(council, { side: "in", filter: "waiting", limit: 20 })).rows.map((one) => one.number)).toEqual([row.number]);
  await answerNomination(council, { ...on({ ...row, version: moved.version }), answer: "Принято к сведению, передано в министерство.", status: null });
  expect((await countNominations(council)).in).toEqual({ waiting: 0, sent: 0, answered: 1 });
  expect((await readRecord(council, row.id)).actions).toEqual([]);
});

test("имени автора нет нигде в записи; кто посмотрел, остаётся в журнале, а сам автор себя не выслеживает", async () => {
  const secretary = await asker("workingGroupSecretary", { bodyId: world.groupId });
  const author = await makePerson(db, { familyName: "Тайнова" });
  const row = await initiative({ authorId: author.id });
  const record = recordOutput.parse(await readRecord(secretary, row.id));
  expect(JSON.stringify(record)).not.toContain("Тайнова");
  expect(record.canSeeAuthor).toBe(true);
  expect(await db.accessLogEntry.count({ where: { personId: author.id } })).toBe(0);
  expect(await readAuthor(secretary, row.id)).toEqual({ name: "Тайнова Анна Ивановна", kept: null, coAuthors: [] });
  expect(await db.accessLogEntry.findMany({ where: { personId: author.id } })).toMatchObject([{ byId: secretary.actor.personId, role: "workingGroupSecretary", what: `initiative:${row.number}` }]);
  await readAuthor(asking({ personId: author.id, posts: [] }), row.id);
  expect(await db.accessLogEntry.count({ where: { personId: author.id } })).toBe(1);
});

test("организация, которую просили не показывать, не названа ни в очереди, ни в записи", async () => {
  const member = await asker("workingGroupMember", { bodyId: world.groupId });
  const row = await initiative({ originatingId: world.schoolId, hiddenFromOrganisation: true });
  const shown = (await listQueue(member, { filter: "all", limit: 50 })).rows.find((one) => one.id === row.id);
  expect(shown).toMatchObject({ organisation: null, organisationHidden: true });
  expect(await readRecord(member, row.id)).toMatchObject({ organisation: null, organisationHidden: true });
});

test("глава видит ход без внутренних заметок, проекта и переписки с автором", async () => {
  const head = await asker("head", { unitId: world.municipalityId });
  const secretary = await asker("workingGroupSecretary", { bodyId: world.groupId });
  const row = await initiative();
  await note(secretary, { initiativeId: row.id, key: newId(), text: "внутреннее" });
  await prepare(secretary, { ...on(row), decision: "notSupported", competence: null, text: "Нет земли под стоянку." });
  const record = await readRecord(head, row.id);
  expect(record.course.map((entry) => entry.kind)).toEqual(["submitted"]);
  expect(record.proposal).toBeNull();
  expect(record.actions).toEqual([]);
});

test("каждому показаны только его действия", async () => {
  const row = await initiative({ status: "submitted" });
  const of = async (role: Role) => (await readRecord(await asker(role, { bodyId: world.groupId }), row.id)).actions;
  expect(await of("workingGroupMember")).toEqual(["note"]);
  expect(await of("workingGroupSecretary")).toEqual(["accept", "clarify", "note", "assign", "redirect", "offer"]);
  const considered = await initiative();
  const secretary = await asker("workingGroupSecretary", { bodyId: world.groupId });
  const lead = await asker("workingGroupLead", { bodyId: world.groupId });
  expect((await readRecord(secretary, considered.id)).actions).toEqual(["clarify", "note", "prepare", "assign", "passOn", "redirect", "offer"]);
  await prepare(secretary, { ...on(considered), decision: "notSupported", competence: null, text: "Нет земли под стоянку." });
  expect((await readRecord(lead, considered.id)).actions).toEqual(["clarify", "note", "prepare", "return", "assign", "passOn", "decide", "redirect", "offer", "merge", "split"]);
});

test("возвращённый проект встречает секретаря замечанием и прежним текстом", async () => {
  const [secretary, lead] = [await asker("workingGroupSecretary", { bodyId: world.groupId }), await asker("workingGroupLead", { bodyId: world.groupId })];
  const row = await initiative();
  const { version } = await prepare(secretary, { ...on(row), decision: "beyondCompetence", competence: "regional", text: "Дорога областная." });
  await returnProposal(lead, { ...on({ ...row, version }), remark: "Назовите номер дороги" });
  expect((await readRecord(secretary, row.id)).returned).toMatchObject({ remark: "Назовите номер дороги", decision: "beyondCompetence", competence: "regional", text: "Дорога областная." });
});

test("проект, подготовленный до ответа автора, отмечен", async () => {
  const secretary = await asker("workingGroupSecretary", { bodyId: world.groupId });
  const row = await initiative();
  const { version } = await prepare(secretary, { ...on(row), decision: "alreadyUnderWay", competence: null, text: "" });
  expect((await readRecord(secretary, row.id)).proposal?.isStale).toBe(false);
  await clarify(secretary, { ...on({ ...row, version }), question: "Какой это участок?" });
  expect((await readRecord(secretary, row.id)).proposal?.isStale).toBe(true);
});

test("фильтры очереди: срок сегодня и просрочено считаются по дню муниципалитета", async () => {
  const body = await makeBody(db, { marathonId: world.marathonId, municipalityId: world.municipalityId });
  const member = await asker("workingGroupMember", { bodyId: body.id });
  const put = async (wish: Wish) => (await initiative({ consideringId: body.id, ...wish })).number;
  const due = (text: string) => ({ dueAt: new Date(text) });
  const late = await put(due("2026-03-09T21:00:00Z"));
  const justLate = await put(due("2026-03-10T12:00:00Z"));
  const today = await put(due("2026-03-10T21:00:00Z"));
  const tomorrow = await put(due("2026-03-11T21:00:00Z"));
  const asked = await put({ status: "clarification", dueAt: null, pausedLeft: 3 });
  const decided = await put({ status: "notSupported", dueAt: null, decidedAt: new Date("2026-03-09T10:00:00Z") });
  await put({ status: "withdrawn", dueAt: null });
  expect(await numbers(member)).toEqual([late, justLate, today, tomorrow, asked]);
  expect(await numbers(member, "overdue")).toEqual([late, justLate]);
  expect(await numbers(member, "today")).toEqual([today]);
  expect(await numbers(member, "clarification")).toEqual([asked]);
  expect(await numbers(member, "decided")).toEqual([decided]);
  expect(await numbers(member, "proposal")).toEqual([]);
  const counts = await countQueue(member);
  for (const filter of queueFilters) expect(counts[filter]).toBe((await numbers(member, filter)).length);
});

test("листая очередь, ничего не пропустишь и не встретишь дважды, даже при одном сроке у всех", async () => {
  const body = await makeBody(db, { marathonId: world.marathonId, municipalityId: world.municipalityId });
  const member = await asker("workingGroupMember", { bodyId: body.id });
  for (let index = 0; index < 9; index += 1) await initiative({ consideringId: body.id, dueAt: index < 5 ? new Date("2026-03-12T21:00:00Z") : null, status: index < 5 ? "submitted" : "clarification" });
  const seen: number[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await listQueue(member, { filter: "all", limit: 2, cursor });
    seen.push(...page.rows.map((row) => row.number));
    cursor = page.next;
  }
  expect(seen).toEqual(await numbers(member));
  expect(new Set(seen).size).toBe(9);
  expect(await code(listQueue(member, { filter: "all", limit: 2, cursor: "bm90IGE" }))).toBe("list.badCursor");
});

test("похожими считаются те же слова в любой форме, того же направления", async () => {
  const body = await makeBody(db, { marathonId: world.marathonId, municipalityId: world.municipalityId });
  const member = await asker("workingGroupMember", { bodyId: body.id });
  const row = await initiative({ consideringId: body.id, title: "Осветить дорожку к лыжной базе" });
  const twin = await initiative({ title: "Освещение лыжной базы и дорожки" });
  await initiative({ title: "Осветить дорожку к лыжной базе", directionId: world.otherDirectionId, consideringId: world.otherGroupId });
  await initiative({ title: "Поставить скамейки у рынка" });
  expect((await readRecord(member, row.id)).similar.map((one) => one.number)).toEqual([twin.number]);
  expect((await listQueue(member, { filter: "all", limit: 5 })).rows[0]?.similar).toBe(1);
});

test("глава видит решённое, что можно выдвинуть, только своего муниципалитета", async () => {
  const municipality = await makeMunicipality(db, { parentId: world.regionId });
  const head = await asker("head", { unitId: municipality.id });
  const stranger = await asker("head", { unitId: (await makeMunicipality(db)).id });
  const row = await initiative({ municipalityId: municipality.id, status: "nominated", decidedAt: new Date("2026-03-09T10:00:00Z"), dueAt: null });
  await initiative({ municipalityId: municipality.id });
  const waiting = { side: "up", filter: "waiting", limit: 20 } as const;
  expect((await listNominations(head, waiting)).rows.map((one) => one.number)).toEqual([row.number]);
  expect((await listNominations(stranger, waiting)).rows).toEqual([]);
  await nominate(head, { ...on(row), reason: "Нужны средства области, просим поддержать." });
  expect(await countNominations(head)).toMatchObject({ sides: ["up"], up: { waiting: 0, sent: 1, answered: 0 } });
});

test("ждущее слова листается до конца, сначала ближайший срок; чужого в нём нет", async () => {
  const there = await makeMunicipality(db);
  const marathon = { marathonId: world.marathonId, directionId: world.directionId, municipalityId: there.id, status: "inConsideration" } as const;
  const term = (index: number) => (index % 4 === 0 ? null : new Date(now.getTime() + (index % 3) * 86_400_000));
  const numbers = new Set<number>();
  for (let index = 0; index < 61; index += 1) numbers.add((await makeInitiative(db, { ...marathon, offeredToId: world.municipalityId, dueAt: term(index) })).number);
  for (let index = 0; index < 3; index += 1) numbers.add((await makeInitiative(db, { ...marathon, municipalityId: world.municipalityId, arbiterId: world.municipalityId, dueAt: term(index) })).number);
  await makeInitiative(db, { ...marathon, offeredToId: world.regionId });
  await makeInitiative(db, { ...marathon, status: "withdrawn", offeredToId: world.municipalityId });
  const responsible = await asker("responsiblePerson", { unitId: world.municipalityId });
  const seen: { number: number; dueAt: Date | null }[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listSettling>> = await listSettling(responsible, { cursor, limit: 25 });
    expect(page.count).toBe(64);
    seen.push(...page.rows);
    cursor = page.next;
  } while (cursor !== null);
  expect(seen).toHaveLength(64);
  expect(new Set(seen.map(({ number }) => number))).toEqual(numbers);
  const terms = seen.map(({ dueAt }) => dueAt?.getTime() ?? Infinity);
  expect(terms).toEqual(terms.toSorted((a, b) => a - b));
  expect((await listSettling(await asker("responsiblePerson", { unitId: there.id }))).rows).toEqual([]);
  await expect(listSettling(responsible, { cursor: "bm90LWEtY3Vyc29y", limit: 25 })).rejects.toMatchObject({ code: "list.badCursor" });
});
