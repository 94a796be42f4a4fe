import { beforeAll, expect, test } from "vitest";
import { anonymous, type Actor } from "@/access/actor";
import { assistedOf } from "@/platform/auth/assisted-cookie";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { useTestDatabase } from "@/testing/database";
import { makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeOrganisation } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { factoryNow } from "@/testing/factories/sequence";
import * as service from "./server/service";

useTestDatabase();

let coordinator: Actor;
let other: Actor;
let personId: string;

beforeAll(async () => {
  const { id: municipalityId } = await makeMunicipality(db);
  const { id: schoolId } = await makeOrganisation(db, { parentId: municipalityId });
  await makeMarathon(db, { municipalityIds: [municipalityId] });
  const appointed = async () => {
    const person = await makePerson(db);
    await makeAppointment(db, { personId: person.id, role: "coordinator", unitId: schoolId });
    return await loadActor({ personId: person.id, sessionVersion: 1 }, factoryNow);
  };
  [coordinator, other] = [await appointed(), await appointed()];
  ({ id: personId } = await makePerson(db, { familyName: "Ёлкина", registeredById: coordinator.personId, registeredAtUnitId: schoolId }));
});

/** A browser: it keeps what it was given, as browsers do. */
function browser() {
  const kept = new Map<string, string>();
  const set = (cookie: string) => {
    const [, name = "", value = "", age = ""] = /^([^=]+)=([^;]*);.*Max-Age=(\d+)/.exec(cookie) ?? [];
    if (age === "0") kept.delete(name);
    else kept.set(name, value);
  };
  const at = (minutes: number, actor = coordinator) => ({ db, actor, assisted: assistedOf(kept.get("assisted-session"), set), locale: "ru" as const, now: new Date(factoryNow.getTime() + minutes * 60_000) });
  return { kept, at };
}

test("вместе работают только с тем, кого зарегистрировали сами", async () => {
  const { at, kept } = browser();
  await expect(service.beginAssisting(at(0, anonymous), { personId })).rejects.toMatchObject({ code: "request.notSignedIn" });
  await expect(service.beginAssisting(at(0, other), { personId })).rejects.toMatchObject({ code: "request.notFound" });
  expect([...kept]).toEqual([]);
  expect(await service.readAssisted(at(0))).toBeNull();
});

test("браузер знает, с кем работает; через десять минут без дела, для другого вошедшего и без входа – уже ни с кем; имени в браузере нет", async () => {
  const { at, kept } = browser();
  expect(await service.beginAssisting(at(0), { personId })).toMatchObject({ personId, secondsLeft: 600, text: expect.stringContaining("Ёлкина") as string });
  expect([...kept.keys()].toSorted((a, b) => a.localeCompare(b))).toEqual(["assisted", "assisted-session"]);
  expect([...kept.values()].join(" ")).not.toContain("Ёлкина");
  expect(await db.assistedSession.count({ where: { tokenHash: kept.get("assisted-session") ?? "" } })).toBe(0);
  expect(await service.readAssisted(at(9))).toMatchObject({ secondsLeft: 60 });
  // a look is no work: only what is typed or pressed prolongs it
  expect(await service.readAssisted(at(10))).toBeNull();
  expect(await service.touchAssisted(at(9))).toMatchObject({ secondsLeft: 600 });
  expect(await service.readAssisted(at(18, other))).toBeNull();
  expect(await service.readAssisted(at(18, anonymous))).toBeNull();
  expect(await service.readAssisted(at(19))).toBeNull();
  expect(await service.touchAssisted(at(19))).toBeNull();
  expect([...kept]).toEqual([]);
  expect((await db.accessLogEntry.findMany({ where: { personId } })).map(({ what }) => what)).toContain("assisted");
});

test("«закончить» кончает сразу и навсегда, второй раз – то же; следующий человек кончает прежнего", async () => {
  const { at, kept } = browser();
  await service.beginAssisting(at(0), { personId });
  const token = kept.get("assisted-session") ?? "";
  const { id: nextId } = await makePerson(db, { registeredById: coordinator.personId });
  await service.beginAssisting(at(1), { personId: nextId });
  expect(await service.readAssisted(at(1))).toMatchObject({ personId: nextId });
  expect(await service.readAssisted({ ...at(1), assisted: assistedOf(token, () => undefined) })).toBeNull();
  const last = kept.get("assisted-session") ?? "";
  await service.endAssisted(at(2));
  await service.endAssisted(at(2));
  expect([...kept]).toEqual([]);
  expect(await service.touchAssisted({ ...at(2), assisted: assistedOf(last, () => undefined) })).toBeNull();
});

test("право отнято или запись объединена – работа кончилась со следующим запросом", async () => {
  const { at } = browser();
  const { id: goneId } = await makePerson(db, { registeredById: coordinator.personId });
  await service.beginAssisting(at(0), { personId: goneId });
  expect(await service.readAssisted({ ...at(0), actor: { personId: coordinator.personId, posts: [] } })).toBeNull();
  await db.person.update({ where: { id: goneId }, data: { mergedIntoId: personId } });
  expect(await service.readAssisted(at(0))).toBeNull();
});
