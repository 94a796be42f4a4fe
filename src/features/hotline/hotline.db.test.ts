import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { anonymous, type Actor } from "@/access/actor";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import type { Role } from "@/platform/db/client/client";
import { visitorOf } from "@/platform/trpc/context";
import { russianCalendar } from "@/shared/dates/working-days";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeOrganisation } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { makeTicket } from "@/testing/factories/make-ticket";
import { askInput, takeCallInput } from "./asking/schema";
import { ask, takeCall } from "./asking/server/service";
import { whoHelps } from "./help/server/service";
import { listOwn, readOwn } from "./own/server/service";
import { countQueue, listEarlier, listQueue, readDesk, readFigures } from "./queue/server/service";
import { readAsker, readRecord } from "./record/server/service";
import { letterOf } from "./server/service";
import { answer, claim, clarify, close, handBack, handUp, note, recordReply, release, reopen, reply, takeOver } from "./steps/server/service";

useTestDatabase();

const now = new Date("2026-03-10T07:00:00Z"); // Tuesday, 10:00 in Kirov
const zone = "Europe/Kirov";
const world = {} as { marathonId: string; municipalityId: string; lineId: string; groupId: string; otherGroupId: string; farId: string; farLineId: string; farGroupId: string };

beforeAll(async () => {
  const [home, far] = [await makeMunicipality(db, { timeZone: zone }), await makeMunicipality(db, { timeZone: zone })];
  const marathon = await makeMarathon(db, { municipalityIds: [home.id, far.id] });
  const body = async (kind: "hotline" | "workingGroup", municipalityId: string) => (await makeBody(db, { marathonId: marathon.id, municipalityId, kind })).id;
  Object.assign(world, {
    marathonId: marathon.id, municipalityId: home.id, farId: far.id, lineId: await body("hotline", home.id), groupId: await body("workingGroup", home.id),
    otherGroupId: await body("workingGroup", home.id), farLineId: await body("hotline", far.id), farGroupId: await body("workingGroup", far.id),
  });
});

let ticks = 0;
/** Each request comes a moment after the one before. */
const asking = (actor: Actor, token?: string) => ({ actor, get now() { return new Date(now.getTime() + (ticks += 1)); }, db, visitor: visitorOf(token, () => {}), addressHash: `address${ticks}` });
type Asker = ReturnType<typeof asking>;
async function person(role: Role | null, seat: { bodyId: string } | { unitId: string } | null = null): Promise<Asker> {
  const made = await makePerson(db, { phone: "+79450000001" });
  if (role && seat) await makeAppointment(db, { personId: made.id, role, ...seat });
  return asking(await loadActor({ personId: made.id, sessionVersion: 1 }, now));
}
const idOf = ({ actor }: Asker) => actor.personId ?? "";

let operator: Asker;
let colleague: Asker;
let lead: Asker;
beforeEach(async () => {
  operator = await person("operator", { bodyId: world.lineId });
  colleague = await person("operator", { bodyId: world.lineId });
  lead = await person("workingGroupLead", { bodyId: world.groupId });
});

type Wish = Partial<Parameters<typeof makeTicket>[1]>;
const question = async (wish: Wish = {}) => await makeTicket(db, { marathonId: world.marathonId, municipalityId: world.municipalityId, hotlineId: world.lineId, createdAt: now, ...wish });
const mine = async (wish: Wish = {}) => await question({ status: "claimed", claimedById: idOf(operator), ...wish });
const on = ({ id, version }: { id: string; version: number }) => ({ ticketId: id, version, key: newId() });
const code = async (work: Promise<unknown>) => await work.then(() => "done", (error: { code?: string; params?: unknown }) => error.code ?? String(error));
const stored = async (id: string) => await db.ticket.findUniqueOrThrow({ where: { id }, include: { messages: { orderBy: [{ at: "asc" }, { id: "asc" }] } } });
const announced = async (id: string) => (await db.event.findMany({ where: { payload: { path: ["ticketId"], equals: id } }, orderBy: { id: "asc" } })).map((event) => event.type);
const asked = (wish: Record<string, unknown> = {}) => askInput.parse({ municipalityId: world.municipalityId, subject: "Как подать", question: "Как подать инициативу от двора?", name: "", phone: "", email: "", key: newId(), ...wish });
const call = (wish: Record<string, unknown> = {}) => takeCallInput.parse({ hotlineId: world.lineId, channel: "phone", subject: "Нет интернета", question: "Как подать без интернета?", name: "", phone: "", answer: "", toQueue: false, key: newId(), ...wish });

const everyStep = (who: Asker, row: { id: string; version: number }) => [
  () => claim(who, on(row)), () => takeOver(who, on(row)), () => release(who, on(row)), () => answer(who, { ...on(row), text: "Да" }), () => clarify(who, { ...on(row), text: "Где?" }), () => recordReply(who, { ...on(row), text: "Там" }), () => note(who, { ...on(row), text: "заметка" }),
  () => close(who, { ...on(row), reason: "ошиблись номером" }), () => handUp(who, { ...on(row), groupId: world.groupId, text: "" }), () => handBack(who, { ...on(row), text: "не к нам" }), () => reopen(who, { ...on(row), text: "снова" }), () => reply(who, { ...on(row), text: "ещё" }),
  () => readRecord(who, row.id), () => readAsker(who, row.id), () => readOwn(who, row.id),
];

describe("отказы", () => {
  test("для оператора соседнего муниципалитета вопроса нет, и никакого шага с ним тоже", async () => {
    const row = await mine();
    const neighbour = await person("operator", { bodyId: world.farLineId });
    for (const step of everyStep(neighbour, row)) expect(await code(step())).toBe("request.notFound");
    expect((await stored(row.id)).version).toBe(row.version);
    expect((await listQueue(neighbour, { filter: "all", limit: 50 })).rows.map(({ id }) => id)).not.toContain(row.id);
  });

  test("глава видит, сколько вопросов, и не видит ни одного", async () => {
    const head = await person("head", { unitId: world.municipalityId });
    const row = await mine();
    for (const step of everyStep(head, row)) expect(await code(step())).toBe("request.notFound");
    expect(await code(listQueue(head, { filter: "all", limit: 50 }))).toBe("request.forbidden");
    expect((await readFigures(head, world.municipalityId)).inWork).toBeGreaterThan(0);
    expect(await code(readFigures(head, world.farId))).toBe("request.notFound");
    expect(await code(readFigures(operator, world.municipalityId))).toBe("request.notFound");
  });

  test("рабочая группа видит только то, что ей передали; член группы не отвечает и не видит, кто спросил", async () => {
    const [handed, other, not] = [await mine({ handedToId: world.groupId }), await mine({ handedToId: world.otherGroupId }), await mine()];
    const member = await person("workingGroupMember", { bodyId: world.groupId });
    for (const who of [lead, member]) {
      const ids = (await listQueue(who, { filter: "all", limit: 50 })).rows.map(({ id }) => id);
      expect(ids).toContain(handed.id);
      expect(ids).not.toContain(other.id);
      expect(await code(readRecord(who, other.id))).toBe("request.notFound");
      expect(await code(note(who, { ...on(not), text: "заметка" }))).toBe("request.notFound");
      expect(await code(claim(who, on(handed)))).toBe("request.forbidden");
    }
    expect(await code(answer(member, { ...on(handed), text: "Да" }))).toBe("request.forbidden");
    expect(await code(readAsker(member, handed.id))).toBe("request.forbidden");
    expect((await readRecord(member, handed.id)).caller).toBeNull();
    expect((await readRecord(lead, handed.id)).caller?.name).toBe("Мария");
  });

  test("кто спросил, не видит чужого вопроса, не видит заметок и не действует за горячую линию", async () => {
    const asker = await person(null);
    const own = await mine({ personId: idOf(asker) });
    const foreign = await mine();
    await note(operator, { ...on(own), text: "грубит" });
    expect((await readOwn(asker, own.id)).messages.map(({ text }) => text)).toEqual([own.question]);
    expect(await code(readOwn(asker, foreign.id))).toBe("request.notFound");
    expect(await code(reply(asker, { ...on(foreign), text: "ещё" }))).toBe("request.notFound");
    expect(await code(readRecord(asker, own.id))).toBe("request.forbidden");
    expect(await code(answer(asker, { ...on(own), text: "сам себе" }))).toBe("request.forbidden");
    expect((await listOwn(asker, { limit: 20 })).rows.map(({ id }) => id)).toEqual([own.id]);
  });

  test("не вошедший спрашивает, но не читает и не берёт", async () => {
    const row = await question();
    const visitor = asking(anonymous, "v".repeat(43));
    for (const step of everyStep(visitor, row)) expect(await code(step())).toBe("request.notSignedIn");
    expect(await code(takeCall(visitor, call()))).toBe("request.notSignedIn");
  });

  test("на закрытый и отвеченный вопрос не отвечают, на не взятый тоже", async () => {
    for (const status of ["closed", "answered"] as const) {
      const row = await mine({ status });
      expect(await code(answer(operator, { ...on(row), text: "Ещё раз" }))).toBe("ticket.alreadyClosed");
      expect(await code(claim(operator, on(row)))).toBe("ticket.alreadyClosed");
    }
    expect(await code(answer(operator, { ...on(await question()), text: "Да" }))).toBe("ticket.notClaimed");
  });

  test("за коллегу не отвечают: сначала берут себе", async () => {
    const row = await mine();
    expect(await code(answer(colleague, { ...on(row), text: "Да" }))).toBe("ticket.alreadyClaimed");
    const { version } = await takeOver(colleague, on(row));
    expect(await code(answer(operator, { ...on({ id: row.id, version }), text: "Да" }))).toBe("ticket.alreadyClaimed");
    expect(await code(answer(colleague, { ...on({ id: row.id, version }), text: "Да" }))).toBe("done");
  });

  test("передать можно группе своего муниципалитета, а не чужой, не горячей линии и не дважды одной", async () => {
    const row = await mine();
    for (const groupId of [world.farGroupId, world.lineId, newId()]) expect(await code(handUp(operator, { ...on(row), groupId, text: "" }))).toBe("request.notFound");
    const { version } = await handUp(operator, { ...on(row), groupId: world.groupId, text: "Нужна проверка" });
    expect(await code(handUp(operator, { ...on({ id: row.id, version }), groupId: world.groupId, text: "" }))).toBe("ticket.alreadyHandedUp");
    expect(await code(release(operator, { ...on({ id: row.id, version }) }))).toBe("ticket.alreadyHandedUp");
  });

  test("кто работал со старой страницей, чужого не затрёт", async () => {
    const row = await mine();
    await clarify(operator, { ...on(row), text: "Какая улица?" });
    expect(await code(answer(operator, { ...on(row), text: "Да" }))).toBe("request.changedMeanwhile");
  });

  test("закрыть без ответа и без причины нельзя", async () => {
    const row = await mine();
    expect(await code(close(operator, { ...on(row), reason: "" }))).toBe("request.invalid");
    expect(await code(close(operator, { ...on(row), reason: "ошиблись номером" }))).toBe("done");
  });

  test("через десять рабочих дней вопрос снова не открыть", async () => {
    const asker = await person(null);
    const row = await question({ status: "closed", personId: idOf(asker), closedAt: new Date("2026-02-10T07:00:00Z") });
    expect(await code(reopen(asker, { ...on(row), text: "Не помогло" }))).toBe("ticket.reopenTooLate");
    expect((await readOwn(asker, row.id)).canReopen).toBe(false);
  });

  test("звонок на чужую линию не записать, номер в нём проверен, пустого вопроса не бывает", async () => {
    expect(await code(takeCall(operator, call({ hotlineId: world.farLineId })))).toBe("request.notFound");
    expect(await code(takeCall(operator, call({ hotlineId: world.groupId })))).toBe("request.notFound");
    const wrong = takeCallInput.safeParse({ ...call(), name: "", phone: "12-34", subject: "  ", question: "а\u200b" });
    expect(wrong.error?.issues.map((issue) => issue.message)).toEqual(["field.tooShort", "field.phone"]);
    expect(askInput.safeParse({ ...asked(), name: "", phone: "", email: "не почта", question: "x".repeat(4001) }).error?.issues.map((issue) => issue.message)).toEqual(["field.tooLong", "field.email"]);
  });

  test("где марафона нет, спросить некого; где нет горячей линии, сказано об этом", async () => {
    const outside = await makeMunicipality(db);
    expect(await code(ask(asking(anonymous), asked({ municipalityId: outside.id })))).toBe("registration.municipalityAbsent");
    await db.participation.create({ data: { marathonId: world.marathonId, municipalityId: outside.id } });
    expect(await code(ask(asking(anonymous), asked({ municipalityId: outside.id })))).toBe("ticket.hotlineMissing");
  });

  test("одиннадцатый вопрос за час от одного человека не принимается", async () => {
    const asker = await person(null);
    for (let count = 0; count < 10; count += 1) await ask(asker, asked());
    expect(await code(ask(asker, asked()))).toBe("request.tooMany");
  });

  test("машина, которая заполнила скрытое поле, думает, что спросила", async () => {
    const before = await db.ticket.count();
    expect(await ask(asking(anonymous), asked({ website: "https://spam.example" }))).toMatchObject({ number: null });
    expect(await db.ticket.count()).toBe(before);
  });
});

describe("вопрос", () => {
  test("от посетителя попадает на горячую линию места со сроками по её календарю", async () => {
    const { number, ticketId } = await ask(asking(anonymous), asked({ name: " Мария ", phone: "8 (833) 212-34-56", email: "Maria@Example.org" }));
    expect(ticketId).toBeNull();
    const row = await db.ticket.findFirstOrThrow({ where: { number: number ?? 0 }, include: { messages: true } });
    expect(row).toMatchObject({ hotlineId: world.lineId, channel: "web", status: "open", callerName: "Мария", callerPhone: "+78332123456", callerEmail: "maria@example.org", personId: null });
    expect(row.firstResponseDueAt.getTime() - row.createdAt.getTime()).toBe(4 * 3_600_000);
    expect(row.resolutionDueAt).toEqual(russianCalendar.workingDeadline(now, 3, zone));
    expect(row.messages.map(({ kind }) => kind)).toEqual(["question"]);
    expect(await announced(row.id)).toEqual(["ticket.asked"]);
  });

  test("вошедшего известен по учётной записи, и двойное нажатие создаёт один", async () => {
    const asker = await person(null);
    const input = asked({ name: "Чужое имя", phone: "+78332123456" });
    const [first, second] = await Promise.all([ask(asker, input), ask(asker, input)]);
    expect(second).toEqual(first);
    expect(await db.ticket.findMany({ where: { personId: idOf(asker) }, select: { callerName: true, callerPhone: true } })).toEqual([{ callerName: null, callerPhone: null }]);
  });

  test("звонок остаётся за оператором, отвечен сразу или ждёт в очереди", async () => {
    const kept = await takeCall(operator, call({ phone: "89450000077", name: "Нина" }));
    expect((await stored(kept.ticketId)).claimedById).toBe(idOf(operator));
    const answered = await takeCall(operator, call({ answer: "Придите в библиотеку." }));
    expect(await announced(answered.ticketId)).toEqual(["ticket.asked", "ticket.answered"]);
    expect(await stored(answered.ticketId)).toMatchObject({ status: "answered", messages: [{ kind: "question" }, { kind: "answer", text: "Придите в библиотеку." }] });
    const left = await takeCall(operator, call({ toQueue: true }));
    expect(await stored(left.ticketId)).toMatchObject({ status: "open", claimedById: null });
    expect((await listEarlier(colleague, "+79450000077")).rows).toMatchObject([{ number: kept.number, callerName: "Нина" }]);
    expect((await listEarlier(await person("operator", { bodyId: world.farLineId }), "+79450000077")).rows).toEqual([]);
    expect((await listEarlier(lead, "+79450000077")).rows).toEqual([]);
  });

  test("из двух, кто берёт разом, берёт один, а другой узнаёт кто", async () => {
    const many = await Promise.all(Array.from({ length: 6 }, async () => await person("operator", { bodyId: world.lineId })));
    const row = await question();
    const outcomes = await Promise.allSettled(many.map(async (who) => await claim(who, { ticketId: row.id, key: newId() })));
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const winner = await db.person.findUniqueOrThrow({ where: { id: (await stored(row.id)).claimedById ?? "" } });
    for (const one of outcomes) if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "ticket.alreadyClaimed", params: { name: expect.stringContaining(winner.familyName) as string } });
    const again = many.find((who) => idOf(who) === winner.id) as Asker;
    expect(await claim(again, { ticketId: row.id, key: newId() })).toMatchObject({ status: "claimed", version: 2 });
  });

  test("пока ждут человека, срок стоит; после его ответа рабочих дней осталось столько же", async () => {
    const asker = await person(null);
    const row = await mine({ personId: idOf(asker), resolutionDueAt: russianCalendar.workingDeadline(now, 2, zone) });
    await clarify(operator, { ...on(row), text: "Какая улица?" });
    expect((await readRecord(operator, row.id)).term).toEqual({ kind: "paused", dueAt: null });
    const later = new Date("2026-03-19T07:00:00Z");
    await reply({ ...asker, now: later, visitor: asker.visitor }, { ticketId: row.id, key: newId(), text: "Труда, 12" });
    expect(await stored(row.id)).toMatchObject({ status: "claimed", resolutionDueAt: russianCalendar.workingDeadline(later, 2, zone) });
    expect(await announced(row.id)).toEqual(["ticket.clarified", "ticket.replied"]);
  });

  test("переданный группе отвечает группа или возвращает с причиной", async () => {
    const row = await mine();
    const up = await handUp(operator, { ...on(row), groupId: world.groupId, text: "Нужна проверка на месте" });
    expect((await readRecord(lead, row.id)).actions).toEqual(expect.arrayContaining(["answer", "clarify", "handBack", "note"]));
    expect((await readRecord(lead, row.id)).actions).not.toContain("close");
    const back = await handBack(lead, { ...on({ id: row.id, version: up.version }), text: "Это к ЖКХ" });
    expect(await code(readRecord(lead, row.id))).toBe("request.notFound");
    const again = await handUp(operator, { ...on({ id: row.id, version: back.version }), groupId: world.groupId, text: "" });
    expect(await answer(lead, { ...on({ id: row.id, version: again.version }), text: "Сделаем в мае." })).toMatchObject({ status: "answered" });
    expect(await code(close(colleague, { ...on({ id: row.id, version: again.version + 1 }), reason: "" }))).toBe("done");
  });

  test("открытый снова — новый для всех, с новыми сроками", async () => {
    const asker = await person(null);
    const row = await mine({ status: "closed", personId: idOf(asker), handedToId: world.groupId, answeredAt: now, closedAt: now, resolutionDueAt: new Date("2026-03-01T00:00:00Z") });
    await reopen(asker, { ...on(row), text: "Не помогло, объясните ещё раз" });
    expect(await stored(row.id)).toMatchObject({ status: "open", claimedById: null, handedToId: null, closedAt: null, resolutionDueAt: russianCalendar.workingDeadline(now, 3, zone) });
  });

  test("имя и контакты вошедшего — по отдельному действию, и оно остаётся в журнале", async () => {
    const asker = await person(null);
    const row = await mine({ personId: idOf(asker) });
    expect(await readRecord(operator, row.id)).toMatchObject({ caller: null, hasAccount: true, canSeeAsker: true });
    expect((await readAsker(operator, row.id)).phones).toEqual(["+79450000001"]);
    expect(await db.accessLogEntry.findMany({ where: { personId: idOf(asker) } })).toMatchObject([{ byId: idOf(operator), role: "operator", what: `ticket:${row.number}` }]);
  });

  test("письму достаточно номера сказанного", async () => {
    const row = await mine({ callerEmail: "maria@example.org" });
    await answer(operator, { ...on(row), text: "Приходите." });
    const said = (await stored(row.id)).messages.find((one) => one.kind === "answer");
    expect(await letterOf(db, said?.id ?? "")).toEqual({ ticketId: row.id, number: row.number, subject: row.subject, text: "Приходите.", personId: null, email: "maria@example.org" });
  });
});

describe("очередь", () => {
  test("страницы идут по сроку без пропусков и повторов, числа сходятся со списками", async () => {
    const line = await makeBody(db, { marathonId: world.marathonId, municipalityId: (await makeMunicipality(db, { timeZone: zone })).id, kind: "hotline" });
    const own = await person("operator", { bodyId: line.id });
    const due = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
    const make = async (wish: Wish) => await makeTicket(db, { marathonId: world.marathonId, municipalityId: line.municipalityId, hotlineId: line.id, ...wish });
    for (const hours of [5, -3, 1, 1, 9]) await make({ firstResponseDueAt: due(hours), resolutionDueAt: due(72) });
    await make({ status: "claimed", claimedById: idOf(own), resolutionDueAt: due(-1) });
    await make({ status: "waitingForPerson", claimedById: idOf(own), resolutionDueAt: due(-100) });
    await make({ status: "closed", closedAt: now });
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await listQueue(own, { filter: "all", limit: 2, cursor });
      seen.push(...page.rows.map(({ id }) => id));
      cursor = page.next;
    }
    const whole = await listQueue(own, { filter: "all", limit: 50 });
    expect(seen).toEqual(whole.rows.map(({ id }) => id));
    expect(new Set(seen).size).toBe(7);
    expect(await countQueue(own)).toEqual({ new: 5, mine: 2, overdue: 2, waiting: 1, handed: 0, all: 7 });
    expect((await listQueue(own, { filter: "overdue", limit: 50 })).rows.map((row) => row.term.kind)).toEqual(["overdue", "overdue"]);
    expect((await listQueue(own, { filter: "closed", limit: 50 })).rows).toHaveLength(1);
    expect((await readDesk(own)).lines.map(({ id }) => id)).toEqual([line.id]);
    expect((await readDesk(lead)).lines).toEqual([]);
  });
});

test("«кто поможет» называет место и телефон организации, но не людей и не личные номера", async () => {
  const school = await makeOrganisation(db, { parentId: world.municipalityId, phone: "+78330000001", name: "Школа № 7" });
  await makeOrganisation(db, { parentId: world.municipalityId, name: "Школа № 8" });
  const coordinator = await makePerson(db, { phone: "+79459999999", familyName: "Тайная" });
  await makeAppointment(db, { personId: coordinator.id, role: "coordinator", unitId: school.id });
  const former = await makeOrganisation(db, { parentId: world.municipalityId, name: "Школа № 9" });
  await makeAppointment(db, { personId: coordinator.id, role: "coordinator", unitId: former.id, endsAt: new Date("2026-03-01T00:00:00Z") });
  const found = await whoHelps(asking(anonymous), { municipalityId: world.municipalityId, organisationId: former.id });
  expect(found.places).toMatchObject([{ name: "Школа № 7", phone: "+78330000001", hasCoordinator: true, hasExecutor: false }]);
  expect(found.organisation).toMatchObject({ name: "Школа № 9", hasCoordinator: false });
  expect(JSON.stringify(found)).not.toMatch(/Тайная|9459999999/);
  expect(await code(whoHelps(asking(anonymous), { municipalityId: newId() }))).toBe("request.notFound");
});
