import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/access/actor";
import { listDirections as listOfMarathon } from "@/features/marathon/server/service";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import type { Role } from "@/platform/db/client/client";
import { visitorOf } from "@/platform/trpc/context";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeInitiative } from "@/testing/factories/make-initiative";
import { makeMunicipality } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import * as directions from "./server/service";

useTestDatabase();

const now = new Date("2026-03-10T12:00:00Z");
const asking = (actor: Actor) => ({ actor, get db() { return db; }, visitor: visitorOf("v".repeat(43), null), now });
type Asker = ReturnType<typeof asking>;
const code = async (work: Promise<unknown>) => await work.then(() => "done", (error: { code?: string }) => error.code ?? String(error));

async function asker(role: Role, seat: { bodyId: string } | { unitId: string }): Promise<Asker> {
  const person = await makePerson(db);
  await makeAppointment(db, { personId: person.id, role, ...seat });
  return asking(await loadActor({ personId: person.id, sessionVersion: 1 }, now));
}

let homeId: string, marathonId: string, commonId: string, commonName: string;
let responsible: Asker, neighbour: Asker, lead: Asker;
const save = async (who: Asker, name: string, directionId: string | null = null, seen: string | null = null) => (await directions.saveDirection(who, { municipalityId: homeId, directionId, name, nameEn: "", seen, key: newId() })).directionId;
const retire = async (who: Asker, directionId: string, isRetired = true) => await directions.retireDirection(who, { municipalityId: homeId, directionId, isRetired, key: newId() });
const own = async (id: string) => (await directions.listDirections(responsible, homeId)).directions.find((one) => one.id === id);

beforeAll(async () => {
  const [home, other] = [await makeMunicipality(db), await makeMunicipality(db)];
  homeId = home.id;
  const marathon = await makeMarathon(db, { municipalityIds: [home.id, other.id] });
  marathonId = marathon.id;
  ({ id: commonId, name: commonName } = marathon.directions[0]!);
  const group = await makeBody(db, { marathonId, municipalityId: homeId });
  [responsible, neighbour, lead] = [await asker("responsiblePerson", { unitId: homeId }), await asker("responsiblePerson", { unitId: other.id }), await asker("workingGroupLead", { bodyId: group.id })];
});

describe("свои направления муниципалитета", () => {
  test("общее направление и чужое не меняются, руководитель группы и сосед не добавляют", async () => {
    expect(await code(save(responsible, "Другое имя", commonId, commonName))).toBe("request.notFound");
    expect(await code(retire(responsible, commonId))).toBe("request.notFound");
    expect(await code(save(lead, "Рыбалка"))).toBe("request.forbidden");
    expect(await code(save(neighbour, "Рыбалка"))).toBe("request.notFound");
  });

  test("одноимённого не бывает, второй узнаёт о первом", async () => {
    const id = await save(responsible, "Родники");
    expect(await code(save(responsible, "родники"))).toBe("direction.nameTaken");
    expect(await code(save(responsible, commonName))).toBe("direction.nameTaken");
    expect(await code(save(responsible, "Родники и колодцы", id, "Ручьи"))).toBe("request.changedMeanwhile");
    await save(responsible, "Родники и колодцы", id, "Родники");
    expect(await own(id)).toMatchObject({ name: "Родники и колодцы", isOwn: true, retiredAt: null });
  });

  test("выведенное не предлагают и не ведёт ни одна группа, а поданное под ним остаётся; его можно вернуть", async () => {
    const id = await save(responsible, "Пристани");
    const group = await makeBody(db, { marathonId, municipalityId: homeId, directionIds: [id] });
    const initiative = await makeInitiative(db, { marathonId, municipalityId: homeId, directionId: id });
    const offered = async () => (await listOfMarathon(db, marathonId, homeId)).map((one) => one.id);
    expect(await offered()).toContain(id);
    await retire(responsible, id);
    expect(await offered()).not.toContain(id);
    expect(await own(id)).toMatchObject({ initiatives: 1, group: null, retiredAt: now });
    expect(await db.initiative.findUniqueOrThrow({ where: { id: initiative.id } })).toMatchObject({ directionId: id, consideringId: group.id });
    await retire(responsible, id, false);
    expect(await offered()).toContain(id);
  });
});
