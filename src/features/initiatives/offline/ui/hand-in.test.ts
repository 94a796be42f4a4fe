import fc from "fast-check";
import { expect, test } from "vitest";
import { newId } from "@/shared/ids/id";
import { newInitiative, newRecord } from "../rules";
import type { SealedTrip, TripRecord } from "../schema";
import { handIn, SignedOut, Unreachable, type Handed, type HandInApi } from "./hand-in";

const trip: SealedTrip = {
  id: newId(), preparedAt: "2026-03-10T09:00:00.000Z", expiresAt: "2026-04-09T09:00:00.000Z", unitId: newId(), unitName: "Школа № 4", municipalityId: newId(), municipalityName: "Яранский район", marathonId: newId(),
  slipAddress: "https://dialog.example/slip", consent: { title: "Согласие", text: "Текст", version: 1 }, codes: [], directions: [],
};
const recordOf = (initiatives: number): TripRecord => ({ ...newRecord(newId(), newId(), null, "дело № 7"), isComplete: true, initiatives: Array.from({ length: initiatives }, () => newInitiative(newId())) });

/** A server that keeps each id once, and a connection that breaks before the question or before the answer as told. */
function makeWorld(breaks: readonly ("none" | "before" | "after")[]) {
  const [people, initiatives, handed] = [new Set<string>(), new Map<string, string>(), [] as Handed[]];
  let call = 0;
  let onDevice: TripRecord | null = null;
  const through = <T>(act: () => T): T => {
    const broken = breaks[call] ?? "none";
    call += 1;
    if (broken === "before") throw new TypeError("Failed to fetch");
    const said = act();
    if (broken === "after") throw new TypeError("Failed to fetch");
    return said;
  };
  const api: HandInApi = {
    register: async ({ id }) => through(() => {
      people.add(id);
      return { ok: true, personId: id, slip: "none" };
    }),
    take: async ({ id, personId }) => through(() => {
      initiatives.set(id, personId);
      return { ok: true, number: 7, publicNumber: "2026-7" };
    }),
  };
  const keeping = {
    keep: async (record: TripRecord) => void (onDevice = structuredClone(record)),
    remove: async () => void (onDevice = null),
    onHanded: (one: Handed) => void handed.push(one),
  };
  return { api, keeping, people, initiatives, handed, start: (record: TripRecord) => void (onDevice = structuredClone(record)), standing: () => onDevice };
}

test("как бы ни рвалась связь, в конце на сервере каждый человек и каждая инициатива по разу, а на устройстве ничего", async () => {
  await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 4 }), fc.array(fc.constantFrom("none" as const, "before" as const, "after" as const), { maxLength: 12 }), async (count, breaks) => {
    const world = makeWorld(breaks);
    const record = recordOf(count);
    world.start(record);
    for (let left = world.standing(), attempt = 0; left !== null && attempt < 20; left = world.standing(), attempt += 1) {
      await handIn(world.api, trip, left, world.keeping).catch((error: unknown) => expect(error).toBeInstanceOf(Unreachable));
    }
    expect(world.standing()).toBeNull();
    expect([...world.people]).toEqual([record.id]);
    expect([...world.initiatives]).toEqual(record.initiatives.map(({ id }) => [id, record.id]));
    expect(world.handed.map(({ id }) => id)).toEqual(count === 0 ? [record.id] : record.initiatives.map(({ id }) => id));
  }));
});

const refusing = (code: string, httpStatus: number) => Object.assign(new Error(code), { data: { code, httpStatus, fields: { title: "field.tooShort" } } });

test("что сервер не принял, остаётся с причиной; остальное передано; исправленное уходит со второго раза", async () => {
  const world = makeWorld([]);
  const record = recordOf(3);
  const wrong = record.initiatives[1]!.id;
  let isMended = false;
  const api: HandInApi = { ...world.api, take: async (input) => (input.id === wrong && !isMended ? await Promise.reject(refusing("initiative.draftIncomplete", 400)) : await world.api.take(input)) };
  world.start(record);
  await handIn(api, trip, record, world.keeping);
  expect(world.standing()).toMatchObject({ personId: record.id, initiatives: [{ id: wrong, refused: { code: "initiative.draftIncomplete", fields: { title: "field.tooShort" } } }] });
  isMended = true;
  await handIn(api, trip, world.standing()!, world.keeping);
  expect(world.standing()).toBeNull();
  expect(world.initiatives.size).toBe(3);
});

test("похожий человек ждёт слова координатора и ничего не передаёт; не вошёл или сервер упал – всё на месте", async () => {
  const world = makeWorld([]);
  const record = recordOf(1);
  world.start(record);
  const known = { id: newId(), name: "Дальнева Вера" };
  await handIn({ ...world.api, register: async () => ({ ok: false, reason: "possibleDouble", known }) }, trip, record, world.keeping);
  expect(world.standing()).toMatchObject({ double: { known }, personId: null });
  world.start(record);
  await expect(handIn({ ...world.api, register: async () => await Promise.reject(refusing("request.notSignedIn", 401)) }, trip, record, world.keeping)).rejects.toBeInstanceOf(SignedOut);
  await expect(handIn({ ...world.api, register: async () => await Promise.reject(refusing("request.failed", 500)) }, trip, record, world.keeping)).rejects.toBeInstanceOf(Unreachable);
  expect(world.standing()).toEqual(record);
  await handIn(world.api, trip, { ...record, personId: known.id }, world.keeping);
  expect([world.people.size, world.initiatives.get(record.initiatives[0]!.id)]).toEqual([0, known.id]);
});
