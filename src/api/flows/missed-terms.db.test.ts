import { beforeEach, describe, expect, test } from "vitest";
import { listMissed } from "@/features/regulation/missed/server/service";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import type { Role } from "@/platform/db/client/client";
import { dispatchAll } from "@/platform/events/dispatcher";
import { useTestDatabase } from "@/testing/database";
import { makeInitiative } from "@/testing/factories/make-initiative";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeRegion } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { makeTicket } from "@/testing/factories/make-ticket";
import { registerMessages } from "../subscriptions/messages";
import { watch } from "./missed-terms";

useTestDatabase();

const now = new Date("2026-03-10T12:00:00Z");
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
let place: { municipalityId: string; marathonId: string; directionId: string; groupId: string; lineId: string; coordinationId: string };
let neighbourId: string;

beforeEach(async () => {
  registerMessages();
  const [home, neighbour] = [await makeMunicipality(db), await makeMunicipality(db)];
  neighbourId = neighbour.id;
  const marathon = await makeMarathon(db, { municipalityIds: [home.id, neighbour.id] });
  const of = { marathonId: marathon.id, municipalityId: home.id };
  const directionId = marathon.directions[0]?.id ?? "";
  place = {
    ...of, directionId, groupId: (await makeBody(db, { ...of, directionIds: [directionId] })).id,
    lineId: (await makeBody(db, { ...of, kind: "hotline" })).id, coordinationId: (await makeBody(db, { ...of, kind: "coordinationGroup" })).id,
  };
});

const person = async (role: Role, seat: { bodyId: string } | { unitId: string }) => {
  const { id } = await makePerson(db);
  await makeAppointment(db, { personId: id, role, ...seat });
  return id;
};
const initiative = async (wish: object = {}) => await makeInitiative(db, { marathonId: place.marathonId, municipalityId: place.municipalityId, directionId: place.directionId, consideringId: place.groupId, status: "inConsideration", dueAt: hours(-1), ...wish });
const ticket = async (wish: object = {}) => await makeTicket(db, { marathonId: place.marathonId, municipalityId: place.municipalityId, hotlineId: place.lineId, firstResponseDueAt: hours(-1), resolutionDueAt: hours(50), ...wish });
const told = async (personId: string) => (await db.notification.findMany({ where: { personId, kind: "termMissed" } })).map(({ params }) => (params as { status: string }).status);
const recorded = async () => (await db.missedTerm.findMany({ where: { municipalityId: place.municipalityId }, orderBy: { subject: "asc" } })).map(({ subject, wentUpTo, settledAt }) => [subject, wentUpTo, settledAt !== null]);
const seenBy = async (personId: string) => (await listMissed(db, await loadActor({ personId, sessionVersion: 1 }, now), { limit: 30 })).rows.map(({ subject }) => subject);
const run = async (at = now) => {
  await watch(at);
  await dispatchAll();
};

describe("срок вышел", () => {
  test("пока не вышел, стоит или дело сделано – никто ничего не узнаёт", async () => {
    const deputy = await person("coordinationGroupMember", { bodyId: place.coordinationId });
    await initiative({ dueAt: hours(1) });
    await initiative({ status: "clarification", dueAt: null, pausedLeft: 2 });
    await initiative({ status: "notSupported", dueAt: null });
    await ticket({ firstResponseDueAt: hours(1) });
    await ticket({ status: "waitingForPerson", resolutionDueAt: hours(-5) });
    await run();
    expect(await recorded()).toEqual([]);
    expect(await told(deputy)).toEqual([]);
  });

  test("автор не ответил – узнаёт группа, возражению не ответили – глава; ответили – ждать больше нечего", async () => {
    const [secretary, head] = [await person("workingGroupLead", { bodyId: place.groupId }), await person("head", { unitId: place.municipalityId })];
    const asked = await initiative({ status: "clarification", dueAt: null, pausedLeft: 2, authorDueAt: hours(-1) });
    const objected = await initiative({ status: "notSupported", dueAt: hours(-1), objectionAtId: place.municipalityId });
    await run();
    expect(await told(secretary)).toEqual(["authorClarification"]);
    expect(await told(head)).toEqual(["objectionAnswer"]);
    await db.initiative.update({ where: { id: asked.id }, data: { status: "inConsideration", authorDueAt: null, dueAt: hours(20), pausedLeft: null } });
    await db.initiative.update({ where: { id: objected.id }, data: { objectionAtId: null, dueAt: null } });
    await run(hours(1));
    expect(await db.missedTerm.findMany({ where: { subjectId: { in: [asked.id, objected.id] } }, select: { settledAt: true } })).toEqual([{ settledAt: expect.any(Date) }, { settledAt: expect.any(Date) }]);
  });

  test("на обращение не ответили в срок закона – узнаёт глава, хотя срок группы ещё идёт или стоит; ответили – нет", async () => {
    const head = await person("head", { unitId: place.municipalityId });
    const late = { isAppeal: true, appealDueAt: hours(-1), dueAt: hours(40) };
    const answered = await initiative(late);
    await initiative({ ...late, status: "returned" });
    await initiative({ ...late, status: "notSupported" });
    await initiative({ ...late, appealDueAt: hours(1) });
    await run();
    expect(await told(head)).toEqual(["appealAnswer", "appealAnswer"]);
    await db.initiative.update({ where: { id: answered.id }, data: { status: "notSupported", dueAt: null } });
    await run(hours(0.5));
    expect((await recorded()).toSorted(([, , one], [, , other]) => Number(one) - Number(other))).toEqual([["appealAnswer", "head", false], ["appealAnswer", "head", true]]);
  });

  test("возражение без ответа записано как вышедший срок и ушло в совет: там узнают, автор тоже", async () => {
    const region = await makeRegion(db);
    await db.unit.update({ where: { id: place.municipalityId }, data: { parentId: region.id, regionId: region.id } });
    const [head, council] = [await person("head", { unitId: place.municipalityId }), await person("councilStaff", { unitId: region.id })];
    const objected = await initiative({ status: "notSupported", dueAt: hours(-1), objectionAtId: place.municipalityId });
    await db.objection.create({ data: { initiativeId: objected.id, text: "Не согласны", status: "notSupported", toUnitId: place.municipalityId, at: hours(-300), dueAt: hours(-1) } });
    await Promise.all([run(), run()]);
    await run(hours(1));
    expect(await told(head)).toEqual(["objectionAnswer"]);
    const kinds = async (personId: string) => (await db.notification.findMany({ where: { personId } })).map(({ kind }) => kind);
    expect(await kinds(council)).toEqual(["objectionReceived"]);
    expect(await kinds(objected.authorId!)).toEqual(["objectionRaised"]);
    expect(await db.initiative.findUniqueOrThrow({ where: { id: objected.id } })).toMatchObject({ objectionAtId: region.id, version: 2 });
    expect(await recorded()).toEqual([["objectionAnswer", "head", true]]);
  });

  test("следующая ступень узнаёт один раз, сколько бы раз ни смотрели", async () => {
    const [deputy, responsible] = [await person("coordinationGroupMember", { bodyId: place.coordinationId }), await person("responsiblePerson", { unitId: place.municipalityId })];
    await initiative();
    await initiative({ status: "submitted", dueAt: hours(-2) });
    await ticket();
    await Promise.all([run(), run()]);
    await run(hours(1));
    expect((await told(deputy)).toSorted()).toEqual(["initiativeAnswer", "initiativeReaction"]);
    expect(await told(responsible)).toEqual(["ticketFirstResponse"]);
  });

  test("у маленького муниципалитета без координационной группы узнаёт глава", async () => {
    const head = await person("head", { unitId: place.municipalityId });
    await initiative();
    await run();
    expect(await told(head)).toEqual(["initiativeAnswer"]);
  });

  test("регламент марафона говорит, кому", async () => {
    const head = await person("head", { unitId: place.municipalityId });
    const deputy = await person("coordinationGroupMember", { bodyId: place.coordinationId });
    const edition = await db.regulationEdition.create({ data: { id: crypto.randomUUID(), marathonId: place.marathonId, number: 1, startsAt: hours(-100), setAt: hours(-100) } });
    const term = { editionId: edition.id, amount: 5, unit: "workingDays", reactor: "workingGroup", basis: "" } as const;
    await db.regulationTerm.createMany({ data: [{ ...term, subject: "initiativeAnswer", goesUpTo: "head" }, { ...term, subject: "initiativeReaction", goesUpTo: null }] });
    await initiative();
    await initiative({ status: "submitted" });
    await run();
    expect([await told(head), await told(deputy)]).toEqual([["initiativeAnswer"], []]);
    expect(await recorded()).toEqual([["initiativeReaction", null, false], ["initiativeAnswer", "head", false]]);
  });

  test("давно вышедшее стоит в списке, но писем о нём нет", async () => {
    const head = await person("head", { unitId: place.municipalityId });
    await initiative({ dueAt: hours(-24 * 30) });
    await run();
    expect([await told(head), await seenBy(head)]).toEqual([[], ["initiativeAnswer"]]);
  });

  test("сделанное с опозданием больше не ждёт", async () => {
    const { id } = await initiative();
    await run();
    await db.initiative.update({ where: { id }, data: { status: "notSupported", dueAt: null } });
    await run(hours(1));
    expect(await recorded()).toEqual([["initiativeAnswer", "coordinationGroup", true]]);
  });

  test("список видят своя группа и ступени над ней, а соседи, координатор и чужая группа нет", async () => {
    await initiative();
    await ticket();
    await run();
    const other = await makeBody(db, { marathonId: place.marathonId, municipalityId: place.municipalityId });
    expect(await seenBy(await person("head", { unitId: neighbourId }))).toEqual([]);
    expect(await seenBy(await person("workingGroupLead", { bodyId: other.id }))).toEqual([]);
    expect(await seenBy(await person("moderator", { unitId: place.municipalityId }))).toEqual([]);
    expect(await seenBy(await person("coordinationGroupMember", { bodyId: place.coordinationId }))).toEqual(["initiativeAnswer"]);
    expect(await seenBy(await person("workingGroupLead", { bodyId: place.groupId }))).toEqual(["initiativeAnswer"]);
    expect(await seenBy(await person("operator", { bodyId: place.lineId }))).toEqual(["ticketFirstResponse"]);
    expect((await seenBy(await person("responsiblePerson", { unitId: place.municipalityId }))).toSorted()).toEqual(["initiativeAnswer", "ticketFirstResponse"]);
  });
});
