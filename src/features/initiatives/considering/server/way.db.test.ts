import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { can } from "@/access/policy";
import { initiative as policy } from "@/access/rules/initiative";
import { db } from "@/platform/db/client";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makePerson } from "@/testing/factories/make-person";
import { asking, besides, buildWay, by, code, isBeside, isSilent, on, perform, put, rightOf, seen, start, text, verdictOf, world, type Besides } from "@/testing/worlds/way";
import { decisions, holds, lifecycle, reachedBy, transitionFor, type LifecycleAction } from "../../lifecycle";
import { readOwnRecord } from "../../record/server/service";
import * as own from "../../record/server/steps";
import { leave } from "../../co-authors/server/service";
import * as execution from "../execution/server/service";
import * as merging from "../merging/server/service";
import { answerObjection } from "../objection/server/service";
import { readRecord } from "../record/server/service";
import * as transfer from "../transfer/server/service";
import { findConsidered, type Considered } from "./repo";
import * as service from "./service";

useTestDatabase();
beforeAll(buildWay);

/** Each request comes a quarter of an hour to seventeen days after the one before: terms run out on the way. */
const actorNames = ["author", "coAuthor", "stranger", "anonymous", "member", "secretary", "lead", "neighbour", "there", "moderator", "responsible", "head", "responsibleThere", "headThere", "council", "country"];
type Action = LifecycleAction | Besides;
const actions: readonly Action[] = [...new Set(lifecycle.map((row) => row.action)), ...besides];
const move = fc.record({ who: fc.constantFrom(...actorNames), action: fc.constantFrom(...actions), to: fc.constantFrom(...decisions), hours: fc.constantFrom(0.25, 3, 30, 400) });
/** Half of the steps are any that there are; the others are those that were taken least, by somebody who may take them now, or nothing would get far. */
const step = fc.tuple(move, fc.boolean(), fc.nat(10_000));

test("ни одна последовательность действий кого угодно не приводит туда, куда таблица не пускает", async () => {
  const reached = new Map<Action, number>();
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.boolean(), fc.nat(2).map((one) => one === 0), fc.array(step, { minLength: 12, maxLength: 28 }), async (moderatesFirst, isShared, isAppeal, steps) => {
      await db.marathon.update({ where: { id: world.marathonId }, data: { moderatesFirst } });
      const appeal = isAppeal ? { isAppeal, appealDueAt: new Date("2026-04-08T21:00:00Z") } : {};
      const [{ id }, other] = [await put("submitted", { ...(isShared ? { collective: true, coAuthorIds: [world.coAuthorId] } : {}), ...appeal }), await put("inConsideration")];
      let now = start;
      for (const [at, [wished, isGuided, pick]] of steps.entries()) {
        const before = (await findConsidered(db, { id }))!;
        // what somebody must answer is now and then waited out
        const isWaitedOut = isGuided && (before.objectionAtId !== null || before.status === "returned");
        now = new Date(now.getTime() + (isWaitedOut ? 400 : wished.hours) * 3_600_000);
        const open = isGuided ? leastTaken(await possible(before, now, at > 10), reached) : [];
        const { action, who } = open.length > 0 ? open[pick % open.length]! : wished;
        const asker = asking(world.actors[who]!, now);
        // only what one group considers can be merged: the other one has come along
        if (action === "merge" && isGuided) await db.initiative.update({ where: { id: other.id }, data: { municipalityId: before.scopes.municipalityId, directionId: before.scopes.directionId, consideringId: before.scopes.consideringId } });
        const outcome = await code(perform[action]({ asker, row: before, to: wished.to, otherId: other.id }));
        const after = (await findConsidered(db, { id }))!;
        if (outcome !== "done") {
          expect(after, `${action} by ${who} was refused with ${outcome}`).toEqual(before);
          continue;
        }
        reached.set(action, (reached.get(action) ?? 0) + 1);
        if (isBeside(action)) expect(after.status, `${action} by ${who}`).toBe(before.status);
        else {
          const row = transitionFor(before.status, action, after.status);
          expect(row, `${action} by ${who}: ${before.status} → ${after.status}`).not.toBeNull();
          // a state may be reached by two rows of one action: one of them must have been open
          const rows = lifecycle.filter((one) => one.action === action && one.from.includes(before.status) && reachedBy(one, before.status).includes(after.status));
          expect(rows.some((one) => one.guards.every((guard) => holds(guard, before, now))), `${action} by ${who} against a guard`).toBe(true);
        }
        if (!isSilent(action)) expect(can(policy, asker.actor, rightOf(action), before.facts), `${action} by ${who} without the right`).toBe(true);
        expect(after.version).toBe(before.version + 1);
        expect(after.scopes.number).toBe(before.scopes.number);
        // nothing is ever awaited of nobody: what is open has a term, paused or running
        if (["submitted", "moderated", "inConsideration", "clarification", "returned"].includes(after.status)) expect(after.dueAt !== null || after.pausedLeft !== null).toBe(true);
        if (after.status === "clarification" || after.status === "returned") expect(after.authorDueAt).not.toBeNull();
        if (after.objectionAtId !== null) expect(after.dueAt).not.toBeNull();
        // nor considered by nobody; and a prepared decision is known by its row
        if (after.status === "inConsideration" || after.status === "clarification") expect(after.scopes.consideringId, `${action} by ${who}`).not.toBeNull();
        const kept = await db.initiative.findUniqueOrThrow({ where: { id }, select: { isPrepared: true, proposal: true, consideringId: true } });
        expect(kept.isPrepared, `${action} by ${who}`).toBe(kept.proposal !== null);
        if (after.scopes.consideringId !== before.scopes.consideringId && before.scopes.consideringId !== null) expect(kept.proposal, `${action} by ${who}`).toBeNull();
        if (isAppeal) expect([after.pausedLeft, after.status === "merged"], `${action} by ${who}`).toEqual([null, false]);
      }
    }),
    { numRuns: 60 },
  );
  // a walk that never got anywhere would show nothing
  expect(actions.filter((action) => !reached.has(action))).toEqual([]);
}, 300_000);

interface Possible {
  readonly action: Action;
  readonly who: string;
}

function leastTaken(open: readonly Possible[], reached: ReadonlyMap<Action, number>): readonly Possible[] {
  const least = Math.min(...open.map(({ action }) => reached.get(action) ?? 0));
  return open.filter(({ action }) => (reached.get(action) ?? 0) === least);
}

/** What somebody may do now; what ends the walk only towards its end. */
async function possible(row: Considered, now: Date, mayEnd: boolean): Promise<Possible[]> {
  const last = await db.transfer.findFirst({ where: { initiativeId: row.scopes.initiativeId }, orderBy: { at: "desc" } });
  const isOut = (action: LifecycleAction) => {
    if (action === "dispute") return last?.state !== "returned" || last.fromMunicipalityId !== row.scopes.municipalityId;
    if (action === "escalate" || action === "impose") return (row.arbiterId === row.regionId) === (action === "escalate");
    return !mayEnd && (action === "withdraw" || action === "merge");
  };
  const beside = besides.filter((action) => (action === "prepare" ? row.status === "inConsideration" : mayEnd && holds("settled", row, now) && ["submitted", "returned", "moderated", "inConsideration", "clarification"].includes(row.status)));
  const table = lifecycle
    .filter((one) => one.from.includes(row.status) && one.guards.every((guard) => holds(guard, row, now)) && !isOut(one.action))
    .map(({ action }) => action);
  return [...table, ...beside]
    .flatMap((action): Possible[] => isSilent(action) ? [{ action, who: "anonymous" }] : actorNames.filter((who) => can(policy, world.actors[who]!, rightOf(action), row.facts)).map((who) => ({ action, who })));
}

// moderation

test("где сначала смотрит модератор, группа не примет раньше; без него — примет", async () => {
  const { id } = await put();
  await db.marathon.update({ where: { id: world.marathonId }, data: { moderatesFirst: true } });
  expect(await code(service.accept(by("secretary"), await on(id)))).toBe("initiative.moderationFirst");
  expect(await code(service.publish(by("secretary"), { ...(await on(id)), checked: true }))).toBe("request.forbidden");
  expect(await code(service.publish(by("moderator"), { ...(await on(id)), checked: true }))).toBe("done");
  expect(await seen(id)).toMatchObject({ status: "moderated", dueAt: new Date("2026-03-24T21:00:00Z") });
  expect(await code(service.accept(by("secretary"), await on(id)))).toBe("done");
  await db.marathon.update({ where: { id: world.marathonId }, data: { moderatesFirst: false } });
  expect(await code(service.accept(by("secretary"), await on((await put()).id)))).toBe("done");
});

test("возвращённое автором исправлено и подано снова: прежние слова остались, срок идёт с того же места", async () => {
  const { id, number, title } = await put();
  await service.returnToAuthor(by("moderator"), { ...(await on(id)), found: ["personalData"], remark: "Уберите телефон соседа." });
  expect(await seen(id)).toMatchObject({ status: "returned", dueAt: null, pausedLeft: 10, authorDueAt: expect.any(Date) });
  const words = { title: "Фонари на улице Мира", essence: text, expectedResult: text, placeText: null };
  expect(await code(own.resubmit(world.actors.stranger!, { number, version: 2, key: newId(), ...words }, start))).toBe("request.notFound");
  await own.resubmit(world.actors.author!, { number, version: 2, key: newId(), ...words }, start);
  expect(await seen(id)).toMatchObject({ status: "submitted", title: words.title, dueAt: new Date("2026-03-24T21:00:00Z"), pausedLeft: null, authorDueAt: null });
  expect(await db.initiativeWording.findMany({ where: { initiativeId: id } })).toMatchObject([{ number: 1, title }]);
});

// clarification

test("автор не ответил: раньше его срока группа не продолжит, после — продолжит с того, что оставалось", async () => {
  const { id } = await put("inConsideration");
  await service.clarify(by("secretary"), { ...(await on(id)), question: text });
  expect(await code(service.goOn(by("secretary"), await on(id)))).toBe("initiative.authorStillHasTime");
  const later = new Date("2026-04-01T09:00:00Z");
  expect(await code(service.goOn(by("member", later), await on(id)))).toBe("request.forbidden");
  expect(await code(service.goOn(by("secretary", later), await on(id)))).toBe("done");
  // 1 апреля + 10 рабочих дней
  expect(await seen(id)).toMatchObject({ status: "inConsideration", pausedLeft: null, authorDueAt: null, dueAt: new Date("2026-04-15T21:00:00Z") });
});

test("вопрос автору не останавливает срока обращения", async () => {
  const { id, number } = await put("inConsideration", { isAppeal: true });
  await service.clarify(by("secretary"), { ...(await on(id)), question: text });
  expect(await seen(id)).toMatchObject({ status: "clarification", dueAt: new Date("2026-03-24T21:00:00Z"), pausedLeft: null });
  await own.answerClarification(world.actors.author!, { number, version: 2, key: newId(), text }, start);
  expect(await seen(id)).toMatchObject({ status: "inConsideration", dueAt: new Date("2026-03-24T21:00:00Z") });
});

// «направлено по принадлежности»

test("другому направлению: рассматривает другая группа, номер и срок прежние", async () => {
  const { id, number } = await put("inConsideration");
  expect(await code(transfer.redirect(by("secretary"), { ...(await on(id)), directionId: world.directionId, reason: text }))).toBe("initiative.redirectToSame");
  await transfer.redirect(by("secretary"), { ...(await on(id)), directionId: world.otherDirectionId, reason: text });
  expect(await seen(id)).toMatchObject({ number, directionId: world.otherDirectionId, municipalityId: world.firstId, status: "inConsideration", dueAt: new Date("2026-03-24T21:00:00Z") });
  expect(await code(service.decide(by("lead"), { ...(await on(id)), ...verdictOf("notSupported") }))).toBe("request.notFound");
  expect(await code(service.decide(by("neighbour"), { ...(await on(id)), ...verdictOf("notSupported") }))).toBe("done");
});

test("туда, где некому рассматривать, начатое не уходит; автору сказано, что делать", async () => {
  for (const status of ["inConsideration", "clarification"] as const) {
    const { id, number } = await put(status);
    const place = { number, version: 1, municipalityId: world.bareId, directionId: world.directionId };
    expect(await code(own.correctPlace(world.actors.author!, { ...place, key: newId() }, start))).toBe("initiative.groupMissingThere");
    expect(await seen(id)).toMatchObject({ status, municipalityId: world.firstId, version: 1 });
  }
  const { id, number } = await put("submitted");
  await own.correctPlace(world.actors.author!, { number, version: 1, municipalityId: world.bareId, directionId: world.directionId, key: newId() }, start);
  expect(await seen(id)).toMatchObject({ municipalityId: world.bareId, consideringId: null });
});

test("проект решения прежней группы и её заметки к новой не переходят; вернувшись, она свои заметки читает", async () => {
  const { id, number } = await put("inConsideration");
  let minutes = 0;
  const then = (name: string) => by(name, new Date(start.getTime() + (minutes += 1) * 60_000));
  const texts = async (name: string) => (await readRecord(by(name), id)).course.filter(({ visibility }) => visibility === "internal").map((entry) => entry.text);
  await service.note(then("secretary"), { initiativeId: id, text: "Подрядчик ненадёжен.", key: newId() });
  await service.prepare(then("secretary"), { ...(await on(id)), ...verdictOf("notSupported") });
  await service.returnProposal(then("lead"), { ...(await on(id)), remark: "Слишком резко." });
  await service.prepare(then("secretary"), { ...(await on(id)), ...verdictOf("notSupported") });
  expect(await texts("lead")).toHaveLength(4);
  await transfer.offer(then("secretary"), { ...(await on(id)), municipalityId: world.secondId, reason: text });
  await transfer.acceptOffer(then("responsibleThere"), { ...(await on(id)), directionId: world.directionId });
  expect(await seen(id)).toMatchObject({ municipalityId: world.secondId, isPrepared: false });
  expect(await db.decisionProposal.count({ where: { initiativeId: id } })).toBe(0);
  expect(await texts("there")).toEqual([]);
  expect(await readRecord(by("there"), id)).toMatchObject({ proposal: null, returned: null });
  await service.note(then("there"), { initiativeId: id, text: "Это не у нас.", key: newId() });
  await service.prepare(then("there"), { ...(await on(id)), ...verdictOf("notSupported") });
  await own.correctPlace(world.actors.author!, { number, version: (await seen(id)).version, municipalityId: world.firstId, directionId: world.directionId, key: newId() }, then("author").now);
  expect(await seen(id)).toMatchObject({ municipalityId: world.firstId, isPrepared: false });
  expect(await texts("lead")).toHaveLength(4);
  expect(await texts("lead")).not.toContain("Это не у нас.");
});

test("муниципалитету: пока не принял, решают не там; принял — номер и срок прежние; вернул — арбитр, за ним совет", async () => {
  const { id, number } = await put("inConsideration");
  await transfer.offer(by("lead"), { ...(await on(id)), municipalityId: world.secondId, reason: text });
  expect(await code(service.decide(by("lead"), { ...(await on(id)), ...verdictOf("notSupported") }))).toBe("initiative.redirectPending");
  expect(await code(transfer.acceptOffer(by("responsible"), { ...(await on(id)), directionId: world.directionId }))).toBe("request.forbidden");
  expect(await code(transfer.acceptOffer(by("there"), { ...(await on(id)), directionId: world.directionId }))).toBe("request.notFound");
  await transfer.returnOffer(by("responsibleThere"), { ...(await on(id)), reason: text });
  await transfer.dispute(by("lead"), { ...(await on(id)), reason: text });
  expect(await code(transfer.impose(by("responsible"), { ...(await on(id)), directionId: world.directionId, reason: text }))).toBe("request.forbidden");
  await transfer.escalate(by("responsible"), { ...(await on(id)), reason: text });
  expect(await code(transfer.keepHere(by("responsible"), { ...(await on(id)), reason: text }))).toBe("request.forbidden");
  await transfer.impose(by("council"), { ...(await on(id)), directionId: world.directionId, reason: text });
  expect(await seen(id)).toMatchObject({ number, municipalityId: world.secondId, offeredToId: null, arbiterId: null, status: "inConsideration", dueAt: new Date("2026-03-24T21:00:00Z") });
  expect(await code(service.decide(by("there"), { ...(await on(id)), ...verdictOf("notSupported") }))).toBe("done");
  expect((await db.event.findMany({ where: { type: "initiative.placeCorrected", payload: { path: ["initiativeId"], equals: id } } })).map(({ payload }) => payload)).toMatchObject([{ municipalityId: world.secondId, fromMunicipalityId: world.firstId }]);
});

test("отозванное автором ничьего ответа больше не ждёт", async () => {
  const { id, number } = await put("inConsideration");
  await transfer.offer(by("lead"), { ...(await on(id)), municipalityId: world.secondId, reason: text });
  await own.withdraw(world.actors.author!, { number, version: 2, key: newId(), reason: null }, start);
  expect(await seen(id)).toMatchObject({ status: "withdrawn", offeredToId: null, transfers: [{ state: "recalled" }] });
});

test("двое отвечают на направленное одновременно: проходит один", async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id } = await put("inConsideration");
    await transfer.offer(by("lead"), { ...(await on(id)), municipalityId: world.secondId, reason: text });
    const [one, two, three] = [await on(id), await on(id), await on(id)];
    const outcomes = await Promise.all([code(transfer.acceptOffer(by("responsibleThere"), { ...one, directionId: world.directionId })), code(transfer.returnOffer(by("headThere"), { ...two, reason: text })), code(transfer.recallOffer(by("lead"), three))]);
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome !== "done").every((outcome) => ["initiative.changedMeanwhile", "initiative.notOffered", "request.notFound", "request.forbidden"].includes(outcome))).toBe(true);
  }
});

// merging and splitting

test("объединённые: сторонники посчитаны по одному разу, авторы не сторонники самим себе, обе истории на месте", async () => {
  const [other, fan, both] = [await makePerson(db), await makePerson(db), await makePerson(db)];
  const [from, into] = [await put("inConsideration", { authorId: other.id, supportCount: 3 }), await put("inConsideration", { supportCount: 2 })];
  const support = async (initiativeId: string, personId: string) => await db.initiativeSupport.create({ data: { initiativeId, personId, at: start } });
  for (const id of [fan.id, both.id, world.authorId]) await support(from.id, id);
  for (const id of [both.id, other.id]) await support(into.id, id);
  expect(await code(merging.merge(by("secretary"), { ...(await on(from.id)), intoId: into.id, reason: "" }))).toBe("request.forbidden");
  expect(await code(merging.merge(by("lead"), { ...(await on(from.id)), intoId: from.id, reason: "" }))).toBe("initiative.mergeWithSelf");
  await merging.merge(by("lead"), { ...(await on(from.id)), intoId: into.id, reason: text });
  expect(await seen(from.id)).toMatchObject({ status: "merged", mergedIntoId: into.id, dueAt: null });
  expect((await seen(into.id)).supportCount).toBe(2);
  expect((await db.initiativeSupport.findMany({ where: { initiativeId: into.id } })).map(({ personId }) => personId).toSorted()).toEqual([fan.id, both.id].toSorted());
  expect((await seen(into.id)).events.at(-1)).toMatchObject({ kind: "mergedWith", data: { fromNumber: from.number } });
});

test("чужую инициативу в свою не объединить, и навстречу друг другу обе не пропадают", async () => {
  const [mine, foreign] = [await put("inConsideration"), await put("inConsideration", { directionId: world.otherDirectionId })];
  expect(await code(merging.merge(by("lead"), { ...(await on(foreign.id)), intoId: mine.id, reason: "" }))).toBe("request.notFound");
  expect(await code(merging.merge(by("lead"), { ...(await on(mine.id)), intoId: foreign.id, reason: "" }))).toBe("request.notFound");
  for (let round = 0; round < 5; round += 1) {
    const [a, b] = [await put("inConsideration"), await put("inConsideration")];
    const [there, back] = [await on(a.id), await on(b.id)];
    const outcomes = await Promise.all([code(merging.merge(by("lead"), { ...there, intoId: b.id, reason: "" })), code(merging.merge(by("lead"), { ...back, intoId: a.id, reason: "" }))]);
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
    expect([(await seen(a.id)).status, (await seen(b.id)).status].toSorted()).toEqual(["inConsideration", "merged"]);
  }
});

test("выделенная часть: свой номер, тот же автор и срок, у другой группы; двойное нажатие делит один раз", async () => {
  const { id, number } = await put("inConsideration");
  const input = { ...(await on(id)), title: "Вторая часть просьбы", essence: text, expectedResult: text, directionId: world.otherDirectionId, reason: "" };
  const [made, again] = await Promise.all([merging.split(by("lead"), input), merging.split(by("lead"), input)]);
  expect(again).toEqual(made);
  expect(made.number).not.toBe(number);
  expect(await seen(made.initiativeId)).toMatchObject({ splitFromId: id, authorId: world.authorId, directionId: world.otherDirectionId, status: "inConsideration", dueAt: new Date("2026-03-24T21:00:00Z") });
  expect(await db.event.count({ where: { type: "initiative.splitOff", payload: { path: ["fromId"], equals: id } } })).toBe(1);
});

test("выделенная часть помнит соавторов, точку, ключевой вопрос, организацию и лист", async () => {
  const question = await db.keyQuestion.create({ data: { id: newId(), marathonId: world.marathonId, municipalityId: world.firstId, text: "Каким быть двору?", publishedById: world.authorId, publishedAt: start } });
  const kept = { collective: true, coAuthorIds: [world.coAuthorId], latitude: 58.6, longitude: 49.66, keyQuestionId: question.id, fromOrganisation: true, takenAt: start, scanId: newId() };
  const { id } = await put("inConsideration", kept);
  const invitation = { initiativeId: id, invitedById: world.authorId, invitedAt: start, expiresAt: start, codeHash: newId() };
  await db.coAuthor.createMany({ data: [{ ...invitation, id: newId(), personId: world.coAuthorId, state: "agreed", answeredAt: start }, { ...invitation, id: newId(), codeHash: newId() }] });
  const made = await merging.split(by("lead"), { ...(await on(id)), title: "Вторая часть просьбы", essence: text, expectedResult: text, directionId: world.otherDirectionId, reason: "" });
  expect(await seen(made.initiativeId)).toMatchObject(kept);
  expect(await db.coAuthor.findMany({ where: { initiativeId: made.initiativeId } })).toMatchObject([{ personId: world.coAuthorId, state: "agreed", email: null }]);
  // the co-author leaves the part, and stays an author of the other
  await leave({ ...by("coAuthor"), locale: "ru" }, made.number);
  expect((await seen(made.initiativeId)).coAuthorIds).toEqual([]);
  expect((await seen(id)).coAuthorIds).toEqual([world.coAuthorId]);
});

test("общую отзывает не один: ни при соавторах, ни когда в неё вошли другие; свою – да, сторонники узнают", async () => {
  const withdraw = async (number: number) => await code(own.withdraw(world.actors.author!, { number, version: (await db.initiative.findUniqueOrThrow({ where: { number } })).version, key: newId(), reason: null }, start));
  const [shared, into, from] = [await put("inConsideration", { coAuthorIds: [world.coAuthorId] }), await put("inConsideration"), await put("inConsideration", { authorId: world.actors.stranger!.personId })];
  await merging.merge(by("lead"), { ...(await on(from.id)), intoId: into.id, reason: "" });
  for (const { id, number } of [shared, into]) {
    expect(await withdraw(number)).toBe("initiative.notAlone");
    expect((await seen(id)).status).toBe("inConsideration");
    expect(await readOwnRecord(db, world.actors.author!, number, "ru", start)).toMatchObject({ isHeldByOthers: true, may: { withdraw: false, correctPlace: true } });
  }
  await db.initiative.update({ where: { id: shared.id }, data: { coAuthorIds: [] } });
  expect(await readOwnRecord(db, world.actors.author!, shared.number, "ru", start)).toMatchObject({ isHeldByOthers: false, may: { withdraw: true } });
  expect(await withdraw(shared.number)).toBe("done");
});

test("обращение ни с чем не объединяют: ни его с другой, ни другую с ним", async () => {
  const [appeal, other] = [await put("inConsideration", { isAppeal: true, appealDueAt: new Date("2026-04-08T21:00:00Z") }), await put("inConsideration")];
  expect(await code(merging.merge(by("lead"), { ...(await on(appeal.id)), intoId: other.id, reason: "" }))).toBe("initiative.appealNotMerged");
  expect(await code(merging.merge(by("lead"), { ...(await on(other.id)), intoId: appeal.id, reason: "" }))).toBe("initiative.appealNotMerged");
  expect([await seen(appeal.id), await seen(other.id)].map(({ status }) => status)).toEqual(["inConsideration", "inConsideration"]);
  expect((await readRecord(by("lead"), appeal.id)).actions).not.toContain("merge");
  expect((await readRecord(by("lead"), other.id)).actions).toContain("merge");
});

// objection, execution, nomination

test("возражают один раз; отвечает муниципалитет, а не решивший; срок свой", async () => {
  const { id, number } = await put("inConsideration");
  expect(await code(own.object(world.actors.author!, { number, version: 1, key: newId(), text }, start))).toBe("initiative.notForObjection");
  await service.decide(by("lead"), { ...(await on(id)), ...verdictOf("notSupported") });
  await own.object(world.actors.author!, { number, version: 2, key: newId(), text }, start);
  expect(await seen(id)).toMatchObject({ status: "notSupported", objectionAtId: world.firstId, dueAt: new Date("2026-03-24T21:00:00Z"), objection: { status: "notSupported", formerAnswer: text } });
  expect(await code(answerObjection(by("lead"), { ...(await on(id)), ...verdictOf("includedInProgramme") }))).toBe("request.forbidden");
  await answerObjection(by("head"), { ...(await on(id)), ...verdictOf("includedInProgramme") });
  expect(await seen(id)).toMatchObject({ status: "includedInProgramme", objectionAtId: null, dueAt: null, answer: text, answeredById: world.actors.head?.personId });
  const second = await put("notSupported");
  await own.object(world.actors.author!, { number: second.number, version: 1, key: newId(), text }, start);
  await answerObjection(by("head"), { ...(await on(second.id)), ...verdictOf("notSupported") });
  expect(await code(own.object(world.actors.author!, { number: second.number, version: 3, key: newId(), text }, start))).toBe("initiative.alreadyObjected");
});

test("где решил сам глава, возражение идёт в совет", async () => {
  const { id, number } = await put("notSupported", { answeredById: world.actors.head?.personId });
  await own.object(world.actors.author!, { number, version: 1, key: newId(), text }, start);
  expect((await seen(id)).objectionAtId).toBe(world.regionId);
  expect(await code(answerObjection(by("head"), { ...(await on(id)), ...verdictOf("notSupported") }))).toBe("request.forbidden");
  expect(await code(answerObjection(by("council"), { ...(await on(id)), ...verdictOf("notSupported") }))).toBe("done");
});

test("совет не теряет из виду переданного стране, и ответ страны возвращается и к нему", async () => {
  const { id } = await put("beyondCompetence");
  await service.nominate(by("lead"), { ...(await on(id)), reason: text });
  await service.nominate(by("council"), { ...(await on(id)), reason: text });
  expect(can(policy, world.actors.council!, "read", (await findConsidered(db, { id }))!.facts)).toBe(true);
  expect(await code(service.answerNomination(by("council"), { ...(await on(id)), answer: text, status: null }))).toBe("request.forbidden");
  await service.answerNomination(by("country"), { ...(await on(id)), answer: "Ответ страны, он один для всех.", status: null });
  expect((await seen(id)).nominations.map(({ answer }) => answer)).toEqual(["Ответ страны, он один для всех.", "Ответ страны, он один для всех."]);
});

test("выполнена, подписана, передана в ПОС: со словами, номером и ссылкой; до решения — нет", async () => {
  const { id } = await put("inConsideration");
  const signed = { signer: "Петров П. П., глава", number: "12-34", on: "2026-03-09" as never };
  expect(await code(execution.carryOut(by("secretary"), { ...(await on(id)), text }))).toBe("initiative.notDecided");
  expect(await code(execution.sign(by("secretary"), { ...(await on(id)), ...signed }))).toBe("initiative.notDecided");
  await service.decide(by("lead"), { ...(await on(id)), ...verdictOf("includedInProgramme") });
  await execution.sign(by("secretary"), { ...(await on(id)), ...signed });
  await execution.passOn(by("secretary"), { ...(await on(id)), system: "pos", number: "ПОС-1", link: "https://pos.example/1" });
  expect(await code(execution.passOn(by("secretary"), { ...(await on(id)), system: "pos", number: "ПОС-1", link: null }))).toBe("request.invalid");
  await execution.carryOut(by("secretary"), { ...(await on(id)), text });
  expect(await seen(id)).toMatchObject({ status: "carriedOut", signedBy: signed.signer, signedNumber: "12-34" });
  expect((await seen(id)).events.map(({ kind }) => kind).toSorted()).toEqual(["carriedOut", "decided", "passedOn", "signed", "submitted"]);
});

test("внутри группы распределяют только своим", async () => {
  const { id } = await put("inConsideration");
  expect(await code(execution.assign(by("member"), { ...(await on(id)), personId: null }))).toBe("request.forbidden");
  expect(await code(execution.assign(by("secretary"), { ...(await on(id)), personId: world.actors.neighbour!.personId }))).toBe("request.invalid");
  await execution.assign(by("secretary"), { ...(await on(id)), personId: world.actors.member!.personId });
  expect((await seen(id)).assigneeId).toBe(world.actors.member!.personId);
});
