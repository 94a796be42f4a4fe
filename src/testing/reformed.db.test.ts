import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/access/actor";
import { roles, roleSeat } from "@/access/roles";
import * as units from "@/features/structure/units/server/service";
import { db } from "@/platform/db/client";
import { visitorOf } from "@/platform/trpc/context";
import { plainDate } from "@/shared/dates/plain-date";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "./database";
import { makeRegion } from "./factories/make-municipality";
import { makeAppointment, makePerson } from "./factories/make-person";
import { matrix } from "./matrix/all";
import { ask, procedures } from "./matrix/ask";
import { targets } from "./matrix/targets";
import { expectedOf } from "./matrix/table";
import { makeStanding, wrongAnswers, type Standing } from "./matrix/walk";
import { actorOf, appoint, makeWorld, now, type World } from "./matrix/world";

useTestDatabase();

let before: World;
let world: World;
let standing: Standing;

async function decide(actor: Actor, decision: Parameters<typeof units.foresee>[1], day = "2026-03-10"): Promise<void> {
  const asker = { actor, now, visitor: visitorOf("v".repeat(43), null) };
  const subject = decision.kind === "merge" ? decision.intoId! : decision.unitId;
  const { name } = await db.unit.findUniqueOrThrow({ where: { id: subject } });
  await units.decide(asker, { decision, takesEffectOn: plainDate(day), reason: "Закон о преобразовании", act: null, seen: name, key: newId() });
}

/** The same world in another place: the municipalities go to another region, the school under a branch body, and everybody is stood in for. */
beforeAll(async () => {
  before = await makeWorld();
  const administrator = before.actors.get("administrator")!;
  const { home, places } = before;
  const region = await makeRegion(db);
  const committee = await units.add({ actor: before.actors.get("head")!, now, visitor: visitorOf("v".repeat(43), null) }, { parentId: home.municipalityId, kind: "branchBody", name: "Комитет образования", shortName: "", organisationKind: null, address: "", key: newId() });
  for (const id of [home.municipalityId, places.neighbour.id]) await decide(administrator, { kind: "move", unitId: id, toId: region.id, oktmo: null }, "2026-03-09");
  await decide(before.actors.get("head")!, { kind: "move", unitId: home.schoolId, toId: committee.unitId, oktmo: null });
  await db.unit.update({ where: { id: before.goneId }, data: { parentId: region.id, regionId: region.id, path: [...region.path, before.goneId] } });
  const seats = { organisation: { unitId: home.schoolId }, workingGroup: { bodyId: home.groupId }, coordinationGroup: { bodyId: places.own.coordinationId }, hotline: { bodyId: places.own.hotlineId }, municipality: { unitId: home.municipalityId }, region: { unitId: region.id }, country: { unitId: before.countryId } };
  const actors = new Map(before.actors);
  for (const role of roles) {
    // whoever helped somebody is asked for by name in the matrix
    if (role === "coordinator") continue;
    const held = await makeAppointment(db, { personId: (await makePerson(db)).id, role, ...seats[roleSeat[role]] });
    const person = await makePerson(db);
    await makeAppointment(db, { personId: person.id, role, ...seats[roleSeat[role]], substitutesId: held.id, endsAt: new Date(now.getTime() + 3_600_000) });
    actors.set(role, await actorOf(person.id));
  }
  actors.set("coordinator", await actorOf(places.own.coordinatorId));
  world = { ...before, home: { ...home, regionId: region.id }, actors };
  standing = await makeStanding(world);
});

describe("после переноса единиц, глазами замещающих: кого пускают", () => {
  // what is read, everybody asks for; changes are asked for by those whom a substitution gives the right
  for (const path of Object.keys(matrix)) test(path, async () => expect(await wrongAnswers(world, standing, path, procedures.get(path)?.type === "query" ? "everybody" : "allowed")).toEqual([]), 60_000);
});

describe("прежние права после переноса", () => {
  // those who changed everything above have signed themselves out by now
  const heirIds = [] as unknown as [head: string, responsible: string];
  beforeAll(async () => {
    for (const role of ["head", "responsiblePerson"] as const) heirIds.push(await appoint(role, { unitId: world.home.municipalityId }));
  });
  const outcome = async (path: string, asker: Actor, input: unknown, at = now) => (await ask(path, asker, input, at)).outcome;

  test("совет прежнего региона не видит ушедшего муниципалитета ни в показателях, ни в истории", async () => {
    const council = await actorOf(before.actors.get("councilStaff")!.personId!);
    expect(await outcome("indicator.municipality", council, { municipalityId: world.home.municipalityId })).toBe(404);
    expect(await outcome("structure.units.record", council, { unitId: world.home.schoolId })).toBe(404);
    expect(await outcome("indicator.municipality", world.actors.get("councilStaff")!, { municipalityId: world.home.municipalityId })).toBe("through");
  });

  test("замещение кончилось – со следующего запроса прав нет, у замещаемого они прежние", async () => {
    const [held, substitute] = [await makePerson(db), await makePerson(db)];
    const post = await makeAppointment(db, { personId: held.id, role: "workingGroupLead", bodyId: world.home.groupId });
    const ends = new Date(now.getTime() + 60_000);
    await makeAppointment(db, { personId: substitute.id, role: "workingGroupLead", bodyId: world.home.groupId, substitutesId: post.id, endsAt: ends });
    const input = { initiativeId: standing.get("initiative own")!.id };
    expect(await outcome("considering.record", await actorOf(substitute.id, now), input)).toBe("through");
    expect(await outcome("considering.record", await actorOf(substitute.id, ends), input, ends)).toBe(404);
    expect(await outcome("considering.record", await actorOf(held.id, ends), input, ends)).toBe("through");
  });

  test("сосед присоединён: глава и ответственный видят его прошлое, люди соседа без новых назначений – ничего", async () => {
    const { home, places } = world;
    const there = { unitId: places.neighbour.id };
    const [formerHead, formerResponsible] = [await appoint("head", there), await appoint("responsiblePerson", there)];
    const initiative = await targets.initiative(world, "neighbour");
    const read = async (personId: string, at = now) => await outcome("considering.record", await actorOf(personId, at), { initiativeId: initiative.id }, at);
    const [head, responsible] = heirIds;
    expect([await read(head), await read(responsible), await read(formerHead), await read(formerResponsible)]).toEqual([404, 404, "through", "through"]);
    await decide(world.actors.get("administrator")!, { kind: "merge", unitIds: [places.neighbour.id], intoId: home.municipalityId, name: "Единый округ", shortName: "", oktmo: null });
    const later = new Date(now.getTime() + 1000);
    expect([await read(head, later), await read(responsible, later), await read(formerHead, later), await read(formerResponsible, later)]).toEqual(["through", "through", 404, 404]);
  });

  test("прошлое присоединённого наследник читает, но не меняет: ни целей, ни рубежей, ни назначений, ни правил", async () => {
    const { places, home } = world;
    const later = new Date(now.getTime() + 2000);
    const heirs = await Promise.all(heirIds.map(async (personId) => await actorOf(personId, later)));
    const inPast = Object.entries(matrix).filter(([path, line]) => line.noun === "municipality" && procedures.get(path)?.type === "mutation" && expectedOf(line, "own", "person") !== "through");
    expect(inPast.length).toBeGreaterThan(10);
    const changed: string[] = [];
    for (const [path, line] of inPast) {
      const input = line.input({ id: places.neighbour.id, number: 0, municipalityId: places.neighbour.id }, home, "neighbour");
      for (const heir of heirs) {
        const { outcome, said } = await ask(path, heir, input, later);
        if (outcome === "through" || outcome === "defect") changed.push(`${path}: ${String(said)}`);
      }
    }
    expect(changed).toEqual([]);
    expect(await outcome("target.list", heirs[0]!, { municipalityId: places.neighbour.id }, later)).toBe("through");
    expect(await outcome("target.set", heirs[0]!, { municipalityId: home.municipalityId, key: newId(), changes: [{ metric: "initiatives", directionId: null, organisationId: null, value: 10, version: null }] }, later)).toBe("through");
    const held = await makeAppointment(db, { personId: (await makePerson(db)).id, role: "moderator", unitId: places.neighbour.id, endsAt: now });
    for (const heir of heirs) {
      expect(await outcome("structure.appointments.record", heir, { appointmentId: held.id }, later)).toBe("through");
      expect(await outcome("structure.appointments.setAct", heir, { appointmentId: held.id, act: { kind: "order", number: "7", date: "2026-03-01" }, seen: null, key: newId() }, later)).toBe(403);
      expect(await outcome("structure.appointments.appoint", heir, { role: "moderator", seatId: places.neighbour.id, person: { by: "email", email: "late@example.org", familyName: "Поздняя", givenName: "Анна", patronymic: "" }, startsOn: null, endsOn: null, act: null, key: newId() }, later)).not.toBe("through");
    }
  });
});
