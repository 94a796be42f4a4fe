import * as z from "zod";
import { beforeAll, describe, expect, test } from "vitest";
import { useTestDatabase } from "./database";
import { db } from "@/platform/db/client";
import { matrix } from "./matrix/all";
import { ask, procedures } from "./matrix/ask";
import { reach, targets } from "./matrix/targets";
import type { Asker, Relation } from "./matrix/table";
import { makeStanding, wrongAnswers, type Standing } from "./matrix/walk";
import { actorOf, appoint, makeWorld, now, type World } from "./matrix/world";

useTestDatabase();

let world: World;
let standing: Standing;

beforeAll(async () => {
  world = await makeWorld();
  standing = await makeStanding(world);
});

test("у каждой процедуры есть строка, у каждой строки – процедура", () => {
  expect([...procedures.keys()].filter((path) => !(path in matrix))).toEqual([]);
  expect(Object.keys(matrix).filter((path) => !procedures.has(path))).toEqual([]);
});

test("строка называет только те отношения, которые бывают у её предмета", () => {
  for (const [path, { noun, expected }] of Object.entries(matrix)) {
    const known: readonly Relation[] = noun === null ? ["own"] : reach[noun];
    expect(Object.keys(expected).filter((relation) => expected[relation as Relation] !== "" && !known.includes(relation as Relation)), path).toEqual([]);
  }
});

test("назвать человека номером его записи можно, только замещая: там он ищется среди коллег", () => {
  const naming = [...procedures].filter(([, { inputs }]) => inputs.some((input) => JSON.stringify(z.toJSONSchema(input as unknown as z.ZodType, { io: "input", unrepresentable: "any" })).includes('"colleague"'))).map(([path]) => path);
  expect(naming).toEqual(["structure.appointments.substitute"]);
});

describe("кого пускают", () => {
  for (const path of Object.keys(matrix)) test(path, async () => expect(await wrongAnswers(world, standing, path)).toEqual([]), 60_000);
});

describe("право, отнятое секунду назад", () => {
  const later = new Date(now.getTime() + 1000);
  const record = async (personId: string, at: Date) => (await ask("considering.record", await actorOf(personId, at), { initiativeId: standing.get("initiative own")?.id }, at)).outcome;
  const lead = async () => await appoint("workingGroupLead", { bodyId: world.places.own.groupId });

  test("назначение прекращено – следующий запрос ничего не находит", async () => {
    const personId = await lead();
    expect(await record(personId, now)).toBe("through");
    await db.appointment.updateMany({ where: { personId }, data: { endsAt: later } });
    expect(await record(personId, later)).toBe(404);
  });

  test("все сеансы закрыты, данные стёрты или карточки объединены – человек не вошёл", async () => {
    const another = await lead();
    for (const change of [{ sessionVersion: { increment: 1 } }, { erasedAt: now }, { mergedIntoId: another }]) {
      const personId = await lead();
      expect(await record(personId, now)).toBe("through");
      await db.person.update({ where: { id: personId }, data: change });
      expect(await record(personId, later)).toBe(401);
    }
  });

  test("группа или организация прекращена – с ней и права в ней", async () => {
    const { id: bodyId } = await targets.group(world, "own");
    const personId = await appoint("workingGroupLead", { bodyId });
    const initiative = await targets.initiative(world, "own");
    await db.initiative.update({ where: { id: initiative.id }, data: { consideringId: bodyId } });
    const decide = async (at: Date) => (await ask("considering.record", await actorOf(personId, at), { initiativeId: initiative.id }, at)).outcome;
    expect(await decide(now)).toBe("through");
    await db.body.update({ where: { id: bodyId }, data: { endedAt: later } });
    expect(await decide(later)).toBe(404);
  });

  test("инициатива ушла в другую группу – прежняя её больше не видит", async () => {
    const initiative = await targets.initiative(world, "own");
    const actor = world.actors.get("workingGroupLead")!;
    const read = async () => (await ask("considering.record", actor, { initiativeId: initiative.id })).outcome;
    expect(await read()).toBe("through");
    await db.initiative.update({ where: { id: initiative.id }, data: { consideringId: world.places.sibling.groupId } });
    expect(await read()).toBe(404);
  });

  test("вопрос вернули от группы – группа его больше не видит", async () => {
    const ticket = await targets.ticket(world, "own");
    const actor = world.actors.get("workingGroupLead")!;
    const read = async () => (await ask("hotline.record", actor, { ticketId: ticket.id })).outcome;
    expect(await read()).toBe("through");
    await db.ticket.update({ where: { id: ticket.id }, data: { handedToId: null } });
    expect(await read()).toBe(404);
  });
});

describe("чужое под своей крышей", () => {
  const through = async (path: string, asker: Asker, input: unknown) => (await ask(path, world.actors.get(asker)!, input)).outcome;
  const key = () => crypto.randomUUID();

  test("вопрос не передать группе другого муниципалитета", async () => {
    const ticket = await targets.ticket(world, "sibling");
    const { said } = await ask("hotline.claim", world.actors.get("operator")!, { ticketId: ticket.id, key: key() });
    const { version } = said as { version: number };
    expect(await through("hotline.handUp", "operator", { ticketId: ticket.id, version, key: key(), groupId: world.places.neighbour.groupId, text: "" })).toBe(404);
  });

  test("цель не поставить чужой организации, инициативу не начать от имени чужой школы", async () => {
    const { home, places } = world;
    expect(await through("target.set", "head", { municipalityId: home.municipalityId, key: key(), changes: [{ metric: "users", directionId: null, organisationId: places.neighbour.schoolId, value: 5, version: null }] })).toBe(404);
    const person = await targets.person(world, "own");
    expect(await through("draft.startWith", "coordinator", { personId: person.id, organisationId: places.neighbour.schoolId })).not.toBe("through");
  });

  test("организацию не связать с группой соседей, работу не передать чужому", async () => {
    const { home, places } = world;
    const link = { municipalityId: home.municipalityId, organisationId: home.schoolId, groupIds: [places.neighbour.groupId], seen: [home.groupId], key: key() };
    expect(await through("structure.setup.linkOrganisation", "head", link)).toBe(404);
    const held = await targets.appointment(world, "own");
    expect(await through("staff.end", "head", { appointmentId: held.id, handToId: places.neighbour.coordinatorId, key: key() })).toBe(404);
  });

  test("совет не принимает к сведению чужой регион, спрятав его среди своих", async () => {
    const { home, places } = world;
    expect(await through("checkpoint.takeNote", "councilStaff", { checkpointId: home.checkpointId, municipalityIds: [home.municipalityId, places.far.id] })).toBe(404);
  });

  test("пакет решений не проходит из-за одной чужой инициативы", async () => {
    const [own, foreign] = [await targets.initiative(world, "own"), await targets.initiative(world, "neighbour")];
    expect(await through("considering.confirmBatch", "workingGroupLead", { items: [own, foreign].map(({ id }) => ({ initiativeId: id, version: 1 })), key: key() })).toBe(404);
  });
});
