import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/access/actor";
import { registerHandover } from "@/api/subscriptions/handover";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import type { Role } from "@/platform/db/client/client";
import { visitorOf } from "@/platform/trpc/context";
import { addDays, plainDate, type PlainDate } from "@/shared/dates/plain-date";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeInitiative } from "@/testing/factories/make-initiative";
import { makeCountry, makeMunicipality, makeOrganisation, makeRegion } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { makeTicket } from "@/testing/factories/make-ticket";
import type { Decision } from "./schema";
import { listReforms, readTree, readUnit } from "./server/reading";
import * as units from "./server/service";
import { faultsOf, type TreeUnit } from "./tree";

useTestDatabase();

const now = new Date("2026-03-10T12:00:00Z");
const today = plainDate("2026-03-10");
let ticks = 0;
const asking = (actor: Actor, at: Date = now) => ({ actor, get db() { return db; }, visitor: visitorOf("v".repeat(43), null), get now() { return new Date(at.getTime() + (ticks += 1)); } });
type Asker = ReturnType<typeof asking>;
const code = async (work: Promise<unknown>) => await work.then(() => "done", (error: { code?: string }) => error.code ?? String(error));
const load = async (personId: string, at = now) => await loadActor({ personId, sessionVersion: 1 }, new Date(at.getTime() + 60_000));

async function appoint(role: Role, seat: { bodyId: string } | { unitId: string }): Promise<string> {
  const person = await makePerson(db);
  await makeAppointment(db, { personId: person.id, role, ...seat });
  return person.id;
}
const asker = async (role: Role, seat: { bodyId: string } | { unitId: string }): Promise<Asker> => asking(await load(await appoint(role, seat)));

let administrator: Asker;
let marathonId: string;
let directionId: string;
beforeAll(async () => {
  registerHandover();
  const country = await makeCountry(db);
  administrator = await asker("administrator", { unitId: country.id });
  const marathon = await makeMarathon(db);
  marathonId = marathon.id;
  directionId = marathon.directions[0]!.id;
});

async function place(parentId?: string) {
  const municipality = await makeMunicipality(db, parentId ? { parentId } : {});
  await db.participation.create({ data: { marathonId, municipalityId: municipality.id, setUpAt: now, hotlinePhone: "+78332640000", hotlineHours: "с 8 до 17" } });
  const group = await makeBody(db, { marathonId, municipalityId: municipality.id, directionIds: [directionId] });
  const hotline = await makeBody(db, { marathonId, municipalityId: municipality.id, kind: "hotline", name: "Горячая линия" });
  const school = await makeOrganisation(db, { parentId: municipality.id });
  await db.organisationLink.create({ data: { id: newId(), organisationId: school.id, bodyId: group.id, startsOn: new Date("2026-02-16") } });
  return { id: municipality.id, name: municipality.name, regionId: municipality.regionId!, group, hotline, school, head: await asker("head", { unitId: municipality.id }) };
}

const nameOf = async (id: string) => (await db.unit.findUniqueOrThrow({ where: { id } })).name;
async function decide(who: Asker, decision: Decision, takesEffectOn: PlainDate = today, more: { seen?: string } = {}) {
  const subject = decision.kind === "merge" ? (decision.intoId ?? decision.unitIds[0]!) : decision.unitId;
  const act = { kind: "directive" as const, number: "15", date: today };
  return await units.decide(who, { decision, takesEffectOn, reason: "Решение думы № 15", act, seen: more.seen ?? (await nameOf(subject)), key: newId() });
}
const add = async (who: Asker, parentId: string, kind: "department" | "branchBody" | "territorialAdministration" | "organisation", name: string) =>
  (await units.add(who, { parentId, kind, name, shortName: "", organisationKind: kind === "organisation" ? "school" : null, address: "", key: newId() })).unitId;
const faults = async () => faultsOf((await db.unit.findMany({ select: { id: true, kind: true, parentId: true, path: true, municipalityId: true, regionId: true } })) as TreeUnit[]);

describe("единицы муниципалитета", () => {
  test("чужой муниципалитет, посторонний и координатор ничего не добавляют и не меняют", async () => {
    const [home, neighbour] = [await place(), await place()];
    const coordinator = await asker("coordinator", { unitId: home.school.id });
    expect(await code(add(neighbour.head, home.id, "department", "Отдел культуры"))).toBe("request.notFound");
    expect(await code(add(coordinator, home.id, "department", "Отдел культуры"))).toBe("request.forbidden");
    expect(await code(add(asking({ personId: null, posts: [] }), home.id, "department", "Отдел культуры"))).toBe("request.notSignedIn");
    expect(await code(decide(coordinator, { kind: "rename", unitId: home.school.id, name: "Другая школа", shortName: "", oktmo: null }))).toBe("request.forbidden");
    // a foreign child under one's own roof
    expect(await code(decide(home.head, { kind: "merge", unitIds: [home.school.id], intoId: neighbour.school.id, name: "Школа", shortName: "", oktmo: null }))).not.toBe("done");
    expect(await code(decide(home.head, { kind: "move", unitId: home.school.id, toId: neighbour.id, oktmo: null }))).not.toBe("done");
  });

  test("глава не переименует муниципалитет и не присоединит поселение: это право администратора", async () => {
    const home = await place();
    const village = await place(home.id);
    expect(await code(decide(home.head, { kind: "rename", unitId: home.id, name: "Новый район", shortName: "", oktmo: null }))).toBe("request.forbidden");
    expect(await code(decide(home.head, { kind: "end", unitId: village.id, toId: home.id }))).toBe("request.notFound");
    expect(await code(readUnit(village.head, home.id))).toBe("request.notFound");
  });

  test("отраслевой орган стоит под муниципалитетом, школа под ним; поселение видно, а что внутри него – нет", async () => {
    const home = await place();
    const village = await place(home.id);
    const committee = await add(home.head, home.id, "branchBody", "Комитет образования");
    const school = await add(home.head, committee, "organisation", "Школа № 7");
    expect(await code(add(home.head, school, "organisation", "Филиал"))).toBe("unit.placeUnfit");
    expect(await code(add(home.head, committee, "organisation", "школа № 7"))).toBe("unit.nameTaken");
    const tree = await readTree(home.head, home.id);
    expect(tree.units.find(({ id }) => id === school)).toMatchObject({ parentId: committee, isForeign: false });
    expect(tree.units.find(({ id }) => id === village.id)).toMatchObject({ isForeign: true });
    expect(tree.units.some(({ id }) => id === village.school.id)).toBe(false);
    expect(await faults()).toEqual([]);
  });

  test("переименование хранит прошлое и не переписывает его задним числом", async () => {
    const home = await place();
    const old = await nameOf(home.school.id);
    await decide(home.head, { kind: "rename", unitId: home.school.id, name: "Лицей", shortName: "", oktmo: null });
    const record = await readUnit(home.head, home.school.id);
    expect(record.versions).toMatchObject([{ name: "Лицей", validTo: null, reason: "Решение думы № 15" }, { name: old }]);
    expect(await code(decide(home.head, { kind: "rename", unitId: home.school.id, name: "Гимназия", shortName: "", oktmo: null }, addDays(today, -1)))).toBe("unit.changeTooEarly");
    expect(await code(decide(home.head, { kind: "rename", unitId: home.school.id, name: "Гимназия", shortName: "", oktmo: null }, today, { seen: old }))).toBe("request.changedMeanwhile");
  });

  test("закрыть организацию с людьми можно только с преемником: люди и связи переходят к нему, прошлое видит он", async () => {
    const home = await place();
    const [coordinatorId, directorId] = [await appoint("coordinator", { unitId: home.school.id }), await appoint("director", { unitId: home.school.id })];
    const initiative = await makeInitiative(db, { marathonId, municipalityId: home.id, directionId, originatingId: home.school.id });
    const draft = await db.initiativeDraft.create({ data: { id: newId(), marathonId, content: {}, helperId: coordinatorId, helperUnitId: home.school.id, authorId: (await makePerson(db)).id, createdAt: now, updatedAt: now } });
    const heir = await add(home.head, home.id, "organisation", "Школа-преемник");
    const held = await db.appointment.findFirstOrThrow({ where: { personId: coordinatorId } });
    await db.briefing.create({ data: { id: newId(), appointmentId: held.id, material: "Что делает координатор", briefedById: directorId, briefedAt: now, acknowledgedAt: now } });
    expect(await code(decide(home.head, { kind: "end", unitId: home.school.id, toId: null }))).toBe("unit.hasOpenWork");
    await decide(home.head, { kind: "end", unitId: home.school.id, toId: heir });
    const coordinator = await load(coordinatorId);
    expect(coordinator.posts).toMatchObject([{ role: "coordinator", unitId: heir, inheritedUnitIds: [home.school.id] }]);
    expect(await db.briefing.findMany({ where: { appointmentId: coordinator.posts[0]!.appointmentId } })).toMatchObject([{ material: "Что делает координатор", acknowledgedAt: now }]);
    expect((await load(directorId)).posts).toEqual([]);
    expect(await db.organisationLink.findMany({ where: { organisationId: heir, endsOn: null } })).toMatchObject([{ bodyId: home.group.id }]);
    expect(await db.initiative.findUniqueOrThrow({ where: { id: initiative.id } })).toMatchObject({ originatingId: home.school.id, municipalityId: home.id });
    expect(await db.initiativeDraft.findUniqueOrThrow({ where: { id: draft.id } })).toMatchObject({ helperUnitId: heir, helperId: coordinatorId });
    expect(await db.appointment.count({ where: { personId: coordinatorId } })).toBe(2);
    expect(await code(decide(home.head, { kind: "end", unitId: home.school.id, toId: heir }))).toBe("unit.ended");
  });
});

describe("преобразование муниципалитетов", () => {
  test("район с поселением становится округом: пути, люди и группы переходят, прошлое остаётся на месте", async () => {
    const home = await place();
    const village = await place(home.id);
    const leadId = await appoint("workingGroupLead", { bodyId: village.group.id });
    const operatorId = await appoint("operator", { bodyId: village.hotline.id });
    const ticket = await makeTicket(db, { marathonId, municipalityId: village.id, hotlineId: village.hotline.id });
    const shift = await db.dutyShift.create({ data: { id: newId(), bodyId: village.hotline.id, personId: operatorId, startsAt: now, endsAt: new Date("2026-03-10T18:00:00Z"), createdAt: now } });
    const closed = await makeTicket(db, { marathonId, municipalityId: village.id, hotlineId: village.hotline.id, status: "closed", closedAt: now });
    const initiative = await makeInitiative(db, { marathonId, municipalityId: village.id, directionId, originatingId: village.school.id });
    const checkpoint = await db.checkpoint.create({ data: { id: newId(), marathonId, name: "Рубеж", date: new Date("2026-03-01"), minutes: 1080 } });
    await db.checkpointFigure.create({ data: { checkpointId: checkpoint.id, municipalityId: village.id, users: 3, unconfirmed: 0, gross: 2, net: 2, frozenAt: now } });
    const decision: Decision = { kind: "merge", unitIds: [village.id], intoId: home.id, name: "Муниципальный округ", shortName: "", oktmo: null };
    expect(await units.foresee(administrator, decision)).toMatchObject({ below: 1, bodies: 2 });
    await decide(administrator, decision);
    expect(await faults()).toEqual([]);
    expect(await db.unit.findUniqueOrThrow({ where: { id: village.school.id } })).toMatchObject({ municipalityId: home.id, parentId: home.id });
    expect((await load(leadId)).posts).toMatchObject([{ municipalityId: home.id, bodyId: village.group.id, inheritedMunicipalityIds: [village.id] }]);
    expect((await load(operatorId)).posts).toMatchObject([{ municipalityId: home.id, bodyId: home.hotline.id }]);
    expect((await load(village.head.actor.personId!)).posts).toEqual([]);
    expect(await db.ticket.findUniqueOrThrow({ where: { id: ticket.id } })).toMatchObject({ hotlineId: home.hotline.id, municipalityId: village.id });
    expect(await db.dutyShift.findUniqueOrThrow({ where: { id: shift.id } })).toMatchObject({ bodyId: home.hotline.id, personId: operatorId });
    expect(await db.ticket.findUniqueOrThrow({ where: { id: closed.id } })).toMatchObject({ hotlineId: village.hotline.id });
    expect(await db.initiative.findUniqueOrThrow({ where: { id: initiative.id } })).toMatchObject({ municipalityId: village.id, consideringId: village.group.id });
    expect(await db.checkpointFigure.findMany({ where: { checkpointId: checkpoint.id } })).toMatchObject([{ municipalityId: village.id, net: 2 }]);
    expect(await db.bodyDirection.findMany({ where: { directionId, municipalityId: home.id } })).toMatchObject([{ bodyId: home.group.id }]);
    expect((await readUnit(administrator, home.id)).predecessors.map(({ id }) => id)).toEqual([village.id]);
  });

  test("вид меняется решением с днём: прежний остаётся в истории, будущий наступает в свой день", async () => {
    const home = await place();
    const before = (await db.unit.findUniqueOrThrow({ where: { id: home.id } })).municipalityKind;
    expect(before).not.toBe("municipalOkrug");
    await decide(administrator, { kind: "rename", unitId: home.id, name: "Округ вместо района", shortName: "", oktmo: null, municipalityKind: "municipalOkrug" }, addDays(today, 5));
    expect((await db.unit.findUniqueOrThrow({ where: { id: home.id } })).municipalityKind).toBe(before);
    expect((await listReforms(administrator, null)).find(({ unitId }) => unitId === home.id)).toMatchObject({ municipalityKinds: ["municipalOkrug"], state: "ahead" });
    await units.applyDue(new Date(`${addDays(today, 5)}T12:00:00Z`));
    const later = asking(administrator.actor, new Date("2026-03-16T12:00:00Z"));
    const record = await readUnit(later, home.id);
    expect(record.municipalityKind).toBe("municipalOkrug");
    expect(record.versions.map(({ municipalityKind, validTo }) => [municipalityKind, validTo])).toEqual([["municipalOkrug", null], [before, addDays(today, 5)]]);
    // a rename that says nothing of the kind leaves it; an organisation has none whatever is sent
    await decide(later, { kind: "rename", unitId: home.id, name: "Округ другой", shortName: "", oktmo: null }, plainDate("2026-03-16"));
    expect((await db.unit.findUniqueOrThrow({ where: { id: home.id } })).municipalityKind).toBe("municipalOkrug");
    await decide(home.head, { kind: "rename", unitId: home.school.id, name: "Школа без вида", shortName: "", oktmo: null, municipalityKind: "urbanOkrug" });
    expect((await db.unit.findUniqueOrThrow({ where: { id: home.school.id } })).municipalityKind).toBeNull();
  });

  test("район и его поселения становятся новым округом одним решением", async () => {
    const home = await place();
    const village = await place(home.id);
    await db.participation.update({ where: { marathonId_municipalityId: { marathonId, municipalityId: village.id } }, data: { hotlinePhone: "+78332000000" } });
    await decide(administrator, { kind: "merge", unitIds: [home.id, village.id], intoId: null, name: "Новый округ", shortName: "", oktmo: "33999301" as never });
    const okrug = await db.unit.findFirstOrThrow({ where: { oktmo: "33999301" } });
    expect(await faults()).toEqual([]);
    expect((await db.unit.findMany({ where: { id: { in: [home.school.id, village.school.id] } } })).map(({ municipalityId }) => municipalityId)).toEqual([okrug.id, okrug.id]);
    expect(await db.participation.findMany({ where: { municipalityId: okrug.id } })).toMatchObject([{ hotlinePhone: "+78332640000" }]);
    expect(await db.body.findMany({ where: { municipalityId: okrug.id, kind: "hotline", endedAt: null } })).toMatchObject([{ id: home.hotline.id }]);
    expect((await load(await appoint("head", { unitId: okrug.id }))).posts[0]!.inheritedMunicipalityIds!.toSorted()).toEqual([home.id, village.id].toSorted());
  });

  test("наследство копится: преемник преемника видит и первое прошлое", async () => {
    const region = await makeRegion(db);
    const [a, b, c] = [await place(region.id), await place(region.id), await place(region.id)];
    const merge = (unitIds: string[], intoId: string | null, name: string, oktmo: string | null = null) => decide(administrator, { kind: "merge", unitIds, intoId, name, shortName: "", oktmo: oktmo as never });
    await merge([a.id, b.id], null, "Первый округ", "33999001");
    const first = await db.unit.findFirstOrThrow({ where: { oktmo: "33999001" } });
    expect(await db.participation.count({ where: { municipalityId: first.id } })).toBe(1);
    await merge([first.id], c.id, c.name).catch(() => null);
    // what began today can't end today
    expect((await db.unit.findUniqueOrThrow({ where: { id: first.id } })).endedAt).toBeNull();
    const later = asking(administrator.actor, new Date("2026-03-12T12:00:00Z"));
    await decide(later, { kind: "merge", unitIds: [first.id], intoId: c.id, name: c.name, shortName: "", oktmo: null }, plainDate("2026-03-12"));
    const post = (await load(c.head.actor.personId!, new Date("2026-03-12T13:00:00Z"))).posts[0]!;
    expect([...post.inheritedMunicipalityIds!].toSorted()).toEqual([a.id, b.id, first.id].toSorted());
    expect(await faults()).toEqual([]);
  });

  test("поселение переходит в другой регион: его совет видит его, прежний больше нет", async () => {
    const home = await place();
    const other = await makeRegion(db);
    await decide(administrator, { kind: "move", unitId: home.id, toId: other.id, oktmo: null });
    expect(await db.unit.findUniqueOrThrow({ where: { id: home.school.id } })).toMatchObject({ regionId: other.id, municipalityId: home.id });
    expect((await readUnit(administrator, home.id)).versions).toHaveLength(2);
    expect(await faults()).toEqual([]);
  });

  test("школа уходит к соседям: права её людей с нею, связи с прежними группами кончаются", async () => {
    const [home, neighbour] = [await place(), await place()];
    const coordinatorId = await appoint("coordinator", { unitId: home.school.id });
    await decide(administrator, { kind: "move", unitId: home.school.id, toId: neighbour.id, oktmo: null });
    expect((await load(coordinatorId)).posts).toMatchObject([{ unitId: home.school.id, municipalityId: neighbour.id }]);
    expect(await db.organisationLink.count({ where: { organisationId: home.school.id, endsOn: null } })).toBe(0);
  });

  test("разделение: части получают своё, наследник – остальное, остальным прошлое не видно", async () => {
    const home = await place();
    const second = await makeOrganisation(db, { parentId: home.id });
    const parts = [{ name: "Первая часть", shortName: "", oktmo: "33999101" as never, childIds: [] }, { name: "Вторая часть", shortName: "", oktmo: "33999102" as never, childIds: [second.id] }];
    expect(await code(decide(administrator, { kind: "split", unitId: home.id, goesOn: false, parts: parts.slice(0, 1) }))).toBe("unit.partsTooFew");
    expect(await code(decide(administrator, { kind: "split", unitId: home.id, goesOn: false, parts: [parts[0]!, { ...parts[1]!, childIds: [(await place()).school.id] }] }))).toBe("request.notFound");
    await decide(administrator, { kind: "split", unitId: home.id, goesOn: false, parts });
    const [heir, other] = [await db.unit.findFirstOrThrow({ where: { oktmo: "33999101" } }), await db.unit.findFirstOrThrow({ where: { oktmo: "33999102" } })];
    expect((await db.unit.findUniqueOrThrow({ where: { id: home.school.id } })).municipalityId).toBe(heir.id);
    expect((await db.unit.findUniqueOrThrow({ where: { id: second.id } })).municipalityId).toBe(other.id);
    expect((await db.body.findUniqueOrThrow({ where: { id: home.group.id } })).municipalityId).toBe(heir.id);
    expect((await load(await appoint("head", { unitId: other.id }))).posts[0]!.inheritedMunicipalityIds).toEqual([]);
    expect((await load(await appoint("head", { unitId: heir.id }))).posts[0]!.inheritedMunicipalityIds).toEqual([home.id]);
    expect(await faults()).toEqual([]);
  });
});

describe("решение на будущее", () => {
  const day = addDays(today, 5);
  const noonOf = (date: PlainDate) => new Date(`${date}T12:00:00Z`);

  test("до своего дня ничего не меняет, отозванное не исполняется", async () => {
    const home = await place();
    const old = await nameOf(home.school.id);
    const { changeId, isDone } = await decide(home.head, { kind: "rename", unitId: home.school.id, name: "Будущее имя", shortName: "", oktmo: null }, day);
    expect(isDone).toBe(false);
    await units.applyDue(noonOf(addDays(day, -1)));
    expect(await nameOf(home.school.id)).toBe(old);
    const neighbour = await place();
    expect(await code(units.recall(neighbour.head, { changeId, key: newId() }))).toBe("request.notFound");
    await units.recall(home.head, { changeId, key: newId() });
    await units.applyDue(noonOf(day));
    expect(await nameOf(home.school.id)).toBe(old);
    expect(await code(units.recall(home.head, { changeId, key: newId() }))).toBe("unit.changeDone");
  });

  test("в свой день исполняется один раз, сколько бы процессов ни взялось", async () => {
    const home = await place();
    await decide(home.head, { kind: "rename", unitId: home.school.id, name: "Имя с пятнадцатого", shortName: "", oktmo: null }, day);
    const counts = await Promise.all([1, 2, 3].map(async () => await units.applyDue(noonOf(day))));
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await nameOf(home.school.id)).toBe("Имя с пятнадцатого");
    expect(await db.unitVersion.count({ where: { unitId: home.school.id } })).toBe(2);
    expect(await units.applyDue(noonOf(day))).toBe(0);
  });

  test("что стало невозможным, не исполняется, и сказано почему", async () => {
    const home = await place();
    const heir = await add(home.head, home.id, "organisation", "Преемник на день");
    const { changeId } = await decide(home.head, { kind: "end", unitId: home.school.id, toId: heir }, day);
    await decide(home.head, { kind: "end", unitId: heir, toId: null }, addDays(today, 1));
    await units.applyDue(noonOf(day));
    expect((await readUnit(home.head, home.school.id)).changes.find(({ id }) => id === changeId)).toMatchObject({ state: "refused", refusal: "unit.ended" });
    expect((await db.unit.findUniqueOrThrow({ where: { id: home.school.id } })).endedAt).toBeNull();
  });
});
