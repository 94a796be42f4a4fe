import { beforeAll, expect, test } from "vitest";
import { anonymous, type Actor } from "@/access/actor";
import { loadActor, loadActorOfSession } from "@/platform/auth/actor";
import { assistedHashOf, assistedOf } from "@/platform/auth/assisted-cookie";
import { openSession } from "@/platform/auth/sessions";
import { db } from "@/platform/db/client";
import { visitorOf } from "@/platform/trpc/context";
import { useTestDatabase } from "@/testing/database";
import { makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeOrganisation } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { factoryNow } from "@/testing/factories/sequence";
import { readMe } from "../account/server/service";
import { listRegistered } from "../desk/server/service";
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

test("пока человек рядом, действующее лицо сужено: чужие люди и свои страницы помощника закрыты, с названием того, с кем работают; кончилось – открыто снова", async () => {
  const { at, kept } = browser();
  const { id: otherId } = await makePerson(db, { registeredById: coordinator.personId, familyName: "Чужаков" });
  const version = { personId: coordinator.personId ?? "", sessionVersion: 1 };
  const open = await openSession(version, { userAgent: "", address: "" }, factoryNow);
  const asking = async (minutes: number) => await loadActorOfSession(open, at(minutes).now, assistedHashOf(kept.get("assisted-session")));
  const seen = async (minutes: number) => (await listRegistered(db, { ...at(minutes, await asking(minutes)), visitor: visitorOf(undefined, null) }, { limit: 50 })).rows.map(({ id }) => id);
  expect(await seen(0)).toEqual(expect.arrayContaining([personId, otherId]));
  await service.beginAssisting(at(0), { personId });
  expect(await asking(0)).toMatchObject({ assisting: { personId, name: expect.stringContaining("Ёлкина") as string } });
  expect(await seen(1)).toEqual([personId]);
  await expect(readMe(db, await asking(1))).rejects.toMatchObject({ code: "session.assisting", httpStatus: 403 });
  await expect(service.beginAssisting(at(1, await asking(1)), { personId: otherId })).rejects.toMatchObject({ code: "session.assisting" });
  // of somebody else's browser, and after ten minutes without a key, the cookie says nothing
  expect(await loadActorOfSession(await openSession({ personId: other.personId ?? "", sessionVersion: 1 }, { userAgent: "", address: "" }, factoryNow), at(1).now, assistedHashOf(kept.get("assisted-session")))).not.toHaveProperty("assisting");
  expect(await asking(10)).not.toHaveProperty("assisting");
  await service.endAssisted(at(2));
  expect(await seen(2)).toEqual(expect.arrayContaining([personId, otherId]));
});

test("право отнято или запись объединена – работа кончилась со следующим запросом", async () => {
  const { at } = browser();
  const { id: goneId } = await makePerson(db, { registeredById: coordinator.personId });
  await service.beginAssisting(at(0), { personId: goneId });
  expect(await service.readAssisted({ ...at(0), actor: { personId: coordinator.personId, posts: [] } })).toBeNull();
  await db.person.update({ where: { id: goneId }, data: { mergedIntoId: personId } });
  expect(await service.readAssisted(at(0))).toBeNull();
});
