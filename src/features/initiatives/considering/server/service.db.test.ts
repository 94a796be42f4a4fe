import { beforeAll, beforeEach, expect, test } from "vitest";
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
import { makeMunicipality, makeRegion } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import type { DecideInput } from "../schema";
import { accept, answerNomination, clarify, confirmBatch, decide, nominate, note, prepare, returnProposal } from "./service";

useTestDatabase();

const now = new Date("2026-03-10T12:00:00Z");
const zone = "Europe/Kirov";
const why = "Дорогу содержит область, её и просим.";
const world = {} as { marathonId: string; municipalityId: string; regionId: string; directionId: string; groupId: string; otherGroupId: string; otherDirectionId: string };

beforeAll(async () => {
  const region = await makeRegion(db);
  const municipality = await makeMunicipality(db, { parentId: region.id });
  const marathon = await makeMarathon(db, { municipalityIds: [municipality.id], terms: [{ subject: "initiativeAnswer", amount: 10 }] });
  const [first, second] = marathon.directions.map(({ id }) => id) as [string, string];
  const [group, other] = [await makeBody(db, { marathonId: marathon.id, municipalityId: municipality.id, directionIds: [first] }), await makeBody(db, { marathonId: marathon.id, municipalityId: municipality.id, directionIds: [second] })];
  Object.assign(world, { marathonId: marathon.id, municipalityId: municipality.id, regionId: region.id, directionId: first, otherDirectionId: second, groupId: group.id, otherGroupId: other.id });
});

async function asker(role: Role, seat: { bodyId: string } | { unitId: string }, more: { endsAt?: Date } = {}) {
  const person = await makePerson(db);
  await makeAppointment(db, { personId: person.id, role, ...seat, ...more });
  return asking(await loadActor({ personId: person.id, sessionVersion: 1 }, now));
}
let ticks = 0;
/** Each request comes a moment after the one before. */
const asking = (actor: Actor) => ({ actor, get now() { return new Date(now.getTime() + (ticks += 1)); }, db, visitor: visitorOf(undefined, null) });
type Asker = ReturnType<typeof asking>;

let lead: Asker;
let secretary: Asker;
beforeEach(async () => {
  lead = await asker("workingGroupLead", { bodyId: world.groupId });
  secretary = await asker("workingGroupSecretary", { bodyId: world.groupId });
});

type Wish = Partial<Parameters<typeof makeInitiative>[1]>;
const initiative = async (wish: Wish = {}) => await makeInitiative(db, { ...where(), status: "inConsideration", dueAt: russianCalendar.workingDeadline(now, 6, zone), ...wish });
const where = () => ({ marathonId: world.marathonId, municipalityId: world.municipalityId, directionId: world.directionId });
const on = ({ id, version }: { id: string; version: number }) => ({ initiativeId: id, version, key: newId() });
const verdict = { decision: "notSupported", competence: null, text: why } as const satisfies Partial<DecideInput>;
const code = async (work: Promise<unknown>) => await work.then(() => "done", (error: { code?: string }) => error.code ?? String(error));
const stored = async (id: string) => await db.initiative.findUniqueOrThrow({ where: { id }, include: { events: { orderBy: [{ at: "asc" }, { id: "asc" }] }, proposal: true, nominations: true } });

// refusals

test("не вошедший не решает ничего", async () => {
  const row = await initiative();
  expect(await code(decide({ ...asking({ personId: null, posts: [] }), visitor: visitorOf("v".repeat(43), null) }, { ...on(row), ...verdict }))).toBe("request.notSignedIn");
});

test("член группы не готовит решения, не принимает и не решает", async () => {
  const member = await asker("workingGroupMember", { bodyId: world.groupId });
  const row = await initiative();
  expect(await code(decide(member, { ...on(row), ...verdict }))).toBe("request.forbidden");
  expect(await code(prepare(member, { ...on(row), ...verdict }))).toBe("request.forbidden");
  expect(await code(clarify(member, { ...on(row), question: "Где именно?" }))).toBe("request.forbidden");
  expect(await code(note(member, { initiativeId: row.id, key: newId(), text: "Был на месте." }))).toBe("done");
});

test("секретарь готовит, но не решает, не возвращает и не выдвигает", async () => {
  const row = await initiative();
  expect(await code(decide(secretary, { ...on(row), ...verdict }))).toBe("request.forbidden");
  expect(await code(confirmBatch(secretary, { items: [{ initiativeId: row.id, version: 1 }], key: newId() }))).toBe("request.forbidden");
  expect(await code(returnProposal(secretary, { ...on(row), remark: "Нет срока" }))).toBe("request.forbidden");
  expect(await code(nominate(secretary, { ...on(row), reason: why }))).toBe("request.forbidden");
  expect((await stored(row.id)).version).toBe(1);
});

test("для руководителя чужой группы инициативы нет, и для чужого муниципалитета тоже", async () => {
  const neighbour = await asker("workingGroupLead", { bodyId: world.otherGroupId });
  const far = await makeMunicipality(db);
  const farBody = await makeBody(db, { marathonId: world.marathonId, municipalityId: far.id });
  const row = await initiative();
  for (const stranger of [neighbour, await asker("workingGroupLead", { bodyId: farBody.id }), await asker("head", { unitId: far.id })]) {
    expect(await code(decide(stranger, { ...on(row), ...verdict }))).toBe("request.notFound");
    expect(await code(note(stranger, { initiativeId: row.id, key: newId(), text: "заметка" }))).toBe("request.notFound");
    expect(await code(nominate(stranger, { ...on(row), reason: why }))).toBe("request.notFound");
    expect(await code(confirmBatch(stranger, { items: [{ initiativeId: row.id, version: 1 }], key: newId() }))).toBe("request.notFound");
  }
  expect(await code(decide(lead, { ...on({ id: newId(), version: 1 }), ...verdict }))).toBe("request.notFound");
});

test("чужая строка в пачке не даёт решить и свои", async () => {
  const mine = await prepared();
  const foreign = await initiative({ directionId: world.otherDirectionId });
  expect(await code(confirmBatch(lead, { items: [mine, { initiativeId: foreign.id, version: 1 }], key: newId() }))).toBe("request.notFound");
  expect((await stored(mine.initiativeId)).status).toBe("inConsideration");
});

test("руководитель, чьё назначение закончилось секунду назад, инициативы не видит", async () => {
  const former = await asker("workingGroupLead", { bodyId: world.groupId }, { endsAt: new Date(now.getTime() - 1000) });
  const leaving = await asker("workingGroupLead", { bodyId: world.groupId }, { endsAt: new Date(now.getTime() + 1000) });
  expect(await code(decide(former, { ...on(await initiative()), ...verdict }))).toBe("request.notFound");
  expect(await code(decide(leaving, { ...on(await initiative()), ...verdict }))).toBe("done");
});

test("по отозванной, объединённой, уточняемой и решённой решения нет", async () => {
  const refusals = { withdrawn: "initiative.alreadyWithdrawn", merged: "initiative.alreadyMerged", clarification: "initiative.awaitingAuthor", submitted: "initiative.notConsidered", notSupported: "initiative.alreadyDecided" } as const;
  for (const [status, refusal] of Object.entries(refusals)) {
    const row = await initiative({ status: status as keyof typeof refusals });
    expect(await code(decide(lead, { ...on(row), ...verdict }))).toBe(refusal);
    expect(await code(prepare(secretary, { ...on(row), ...verdict }))).toBe(refusal);
    expect((await stored(row.id)).status).toBe(status);
  }
});

test("без причины нельзя ни отказать, ни признать вне компетенции: ни руководителю, ни секретарю", async () => {
  const row = await initiative();
  for (const text of ["", "нет денег"]) {
    expect(await code(decide(lead, { ...on(row), ...verdict, text }))).toBe("initiative.reasonMissing");
    expect(await code(prepare(secretary, { ...on(row), decision: "beyondCompetence", competence: "regional", text }))).toBe("initiative.reasonMissing");
  }
  expect(await code(decide(lead, { ...on(row), decision: "beyondCompetence", competence: "municipal", text: why }))).toBe("request.invalid");
  expect((await stored(row.id)).events).toHaveLength(1);
});

test("из двух одновременных решений проходит ровно одно, второй узнаёт о первом", async () => {
  const second = await asker("workingGroupLead", { bodyId: world.groupId });
  for (let round = 0; round < 5; round += 1) {
    const row = await initiative();
    const outcomes = await Promise.all([
      code(decide(lead, { ...on(row), ...verdict })),
      code(decide(second, { ...on(row), decision: "alreadyUnderWay", competence: null, text: "" })),
      code(clarify(secretary, { ...on(row), question: "Где именно стоят фонари?" })),
    ]);
    expect(outcomes.toSorted()).toEqual(["done", "initiative.changedMeanwhile", "initiative.changedMeanwhile"]);
    const after = await stored(row.id);
    expect(after.version).toBe(2);
    expect(after.events).toHaveLength(2);
  }
});

test("решение с устаревшим экраном не затирает чужого", async () => {
  const row = await initiative();
  await prepare(secretary, { ...on(row), ...verdict });
  expect(await code(decide(lead, { ...on(row), ...verdict, text: "Совсем другой ответ автору." }))).toBe("initiative.changedMeanwhile");
  expect((await stored(row.id)).proposal?.text).toBe(why);
});

test("двойное нажатие решает один раз, другой ответ под тем же ключом не принимается", async () => {
  const row = await initiative();
  const input = { ...on(row), ...verdict };
  const answers = await Promise.all([decide(lead, input), decide(lead, input)]);
  expect(answers[0]).toEqual(answers[1]);
  expect((await stored(row.id)).events.filter((event) => event.kind === "decided")).toHaveLength(1);
  expect(await code(decide(lead, { ...input, text: "Другой текст решения." }))).toBe("idempotency.keyReused");
});

test("совет отвечает только на то, что передано ему", async () => {
  const council = await asker("councilStaff", { unitId: world.regionId });
  const elsewhere = await asker("councilStaff", { unitId: (await makeRegion(db)).id });
  const row = await initiative({ status: "beyondCompetence" });
  const answer = { answer: "Передано в министерство транспорта.", status: null };
  expect(await code(answerNomination(council, { ...on(row), ...answer }))).toBe("request.notFound");
  const moved = await nominate(lead, { ...on(row), reason: why });
  expect(await code(answerNomination(elsewhere, { ...on({ ...row, ...moved }), ...answer }))).toBe("request.notFound");
  expect(await code(answerNomination(lead, { ...on({ ...row, ...moved }), ...answer }))).toBe("request.forbidden");
  expect(await code(decide(council, { ...on({ ...row, ...moved }), ...verdict }))).toBe("request.forbidden");
  const answered = await answerNomination(council, { ...on({ ...row, ...moved }), ...answer });
  expect(await code(answerNomination(council, { ...on({ ...row, ...answered }), ...answer }))).toBe("initiative.nominationAnswered");
});

test("выдвинутое дважды не выдвигают, и выдвигают только решённое", async () => {
  const head = await asker("head", { unitId: world.municipalityId });
  expect(await code(nominate(head, { ...on(await initiative()), reason: why }))).toBe("initiative.notForNomination");
  const row = await initiative({ status: "nominated" });
  const moved = await nominate(head, { ...on(row), reason: why });
  expect(await code(nominate(lead, { ...on({ ...row, ...moved }), reason: why }))).toBe("initiative.alreadyNominated");
});

// what is done

test("принятие начинает срок ответа по рабочим дням муниципалитета", async () => {
  const row = await initiative({ status: "submitted" });
  await accept(secretary, on(row));
  const after = await stored(row.id);
  expect(after).toMatchObject({ status: "inConsideration", version: 2, dueAt: russianCalendar.workingDeadline(now, 10, zone) });
  expect(after.events.at(-1)).toMatchObject({ kind: "accepted", visibility: "public", byRole: "workingGroupSecretary", toStatus: "inConsideration", byId: secretary.actor.personId });
});

test("принимая без группы, находят ту, что ведёт направление; без неё принять нельзя", async () => {
  const moderator = await asker("moderator", { unitId: world.municipalityId });
  const row = await initiative({ status: "submitted", consideringId: null });
  await accept(moderator, on(row));
  expect((await stored(row.id)).consideringId).toBe(world.groupId);
  const orphan = await db.direction.create({ data: { id: newId(), marathonId: world.marathonId, key: "orphan", name: "Без группы", nameEn: "No group", position: 9 } });
  expect(await code(accept(moderator, on(await initiative({ status: "submitted", directionId: orphan.id }))))).toBe("initiative.groupMissing");
});

test("вопрос автору останавливает срок и виден ему, но не всем", async () => {
  const row = await initiative();
  await clarify(secretary, { ...on(row), question: "Какой участок вы имеете в виду?" });
  const after = await stored(row.id);
  expect(after).toMatchObject({ status: "clarification", dueAt: null, pausedLeft: 6 });
  expect(after.events.at(-1)).toMatchObject({ kind: "clarificationAsked", visibility: "author", text: "Какой участок вы имеете в виду?" });
});

test("вопрос до принятия оставляет весь срок ответа", async () => {
  const row = await initiative({ status: "submitted", dueAt: russianCalendar.workingDeadline(now, 1, zone) });
  await clarify(lead, { ...on(row), question: "Какой участок вы имеете в виду?" });
  expect((await stored(row.id)).pausedLeft).toBe(10);
});

test("проект виден группе, а не всем, и руководитель подтверждает его слово в слово", async () => {
  const item = await prepared();
  const before = await stored(item.initiativeId);
  expect(before.proposal).toMatchObject({ decision: "notSupported", text: why, preparedById: secretary.actor.personId });
  expect(before.events.at(-1)).toMatchObject({ kind: "proposalPrepared", visibility: "internal" });
  await decide(lead, { ...item, key: newId(), ...verdict });
  const after = await stored(item.initiativeId);
  expect(after).toMatchObject({ status: "notSupported", answer: why, answeredById: lead.actor.personId, decidedAt: expect.any(Date), dueAt: null, proposal: null });
  expect(after.events.at(-1)).toMatchObject({ kind: "decided", visibility: "public", text: why, byRole: "workingGroupLead", toStatus: "notSupported" });
});

test("возвращённый проект не пропадает: замечание и текст остаются в ходе", async () => {
  const item = await prepared();
  await returnProposal(lead, { ...item, key: newId(), remark: "Назовите срок" });
  const after = await stored(item.initiativeId);
  expect(after.proposal).toBeNull();
  expect(after.events.at(-1)).toMatchObject({ kind: "proposalReturned", visibility: "internal", text: "Назовите срок", data: { decision: "notSupported", text: why } });
});

test("пачка: подтверждённые прошли, изменившиеся остались, и обо всём сказано", async () => {
  const [first, second, third] = [await prepared(), await prepared(), await prepared()];
  await clarify(secretary, { ...second, key: newId(), question: "Уточните, пожалуйста, место." });
  const input = { items: [first, second, third], key: newId() };
  const [{ results }, again] = await Promise.all([confirmBatch(lead, input), confirmBatch(lead, input)]);
  expect(again).toEqual({ results });
  expect(Object.fromEntries(results.map((one) => [one.initiativeId, one.outcome]))).toEqual({ [first.initiativeId]: "confirmed", [second.initiativeId]: "changedMeanwhile", [third.initiativeId]: "confirmed" });
  expect((await stored(second.initiativeId)).status).toBe("clarification");
});

test("две одновременные пачки не запирают друг друга и ничего не решают дважды", async () => {
  const items = [await prepared(), await prepared(), await prepared(), await prepared()];
  const other = await asker("workingGroupLead", { bodyId: world.groupId });
  const both = await Promise.all([confirmBatch(lead, { items, key: newId() }), confirmBatch(other, { items: items.toReversed(), key: newId() })]);
  expect(both.flatMap(({ results }) => results).filter((one) => one.outcome === "confirmed")).toHaveLength(4);
  for (const item of items) expect((await stored(item.initiativeId)).events.filter((event) => event.kind === "decided")).toHaveLength(1);
});

test("выдвинутое доходит до совета, от него до страны, и ответ возвращается", async () => {
  const council = await asker("councilStaff", { unitId: world.regionId });
  const country = await db.unit.findFirstOrThrow({ where: { kind: "country" } });
  const observer = await asker("countryObserver", { unitId: country.id });
  const row = await initiative({ status: "beyondCompetence", competence: "federal" });
  const first = await nominate(lead, { ...on(row), reason: why });
  expect(await stored(row.id)).toMatchObject({ status: "nominated", handedToId: world.regionId, nominations: [{ fromBodyId: world.groupId, toUnitId: world.regionId, reason: why }] });
  const second = await nominate(council, { ...on({ ...row, ...first }), reason: why });
  expect((await stored(row.id)).handedToId).toBe(country.id);
  await answerNomination(observer, { ...on({ ...row, ...second }), answer: "Учтено в поправках к закону.", status: "includedInProgramme" });
  const after = await stored(row.id);
  expect(after.status).toBe("includedInProgramme");
  expect(after.events.at(-1)).toMatchObject({ kind: "nominationAnswered", visibility: "public", byRole: "countryObserver" });
  expect(after.nominations.find((one) => one.toUnitId === country.id)).toMatchObject({ answer: "Учтено в поправках к закону.", answeredById: observer.actor.personId });
});

test("поддержанное группой выдвигается сначала своему муниципалитету", async () => {
  const row = await initiative();
  await decide(lead, { ...on(row), decision: "nominated", competence: "municipal", text: "Поддерживаем." });
  expect((await stored(row.id)).nominations).toMatchObject([{ fromBodyId: world.groupId, toUnitId: world.municipalityId }]);
  expect((await stored(row.id)).handedToId).toBeNull();
});

test("каждый шаг объявлен один раз, с событием, в котором сказанное", async () => {
  const row = await initiative({ status: "submitted" });
  await accept(secretary, on(row));
  await note(secretary, { initiativeId: row.id, key: newId(), text: "Позвонить в школу." });
  const announced = await db.event.findMany({ where: { type: "initiative.moved", payload: { path: ["initiativeId"], equals: row.id } } });
  const event = (await stored(row.id)).events.find((one) => one.kind === "accepted");
  expect(announced.map(({ payload }) => payload)).toMatchObject([{ action: "accept", from: "submitted", to: "inConsideration", eventId: event?.id, consideringId: world.groupId }]);
});

async function prepared() {
  const row = await initiative();
  const { version } = await prepare(secretary, { ...on(row), ...verdict });
  return { initiativeId: row.id, version };
}
