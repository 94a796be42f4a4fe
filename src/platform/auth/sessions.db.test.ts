import { beforeAll, expect, test } from "vitest";
import { useTestDatabase } from "@/testing/database";
import { makePerson } from "@/testing/factories/make-person";
import { db } from "../db/client";
import { loadActorOfSession } from "./actor";
import { beginningOf, closeSession, namesOf, openSession } from "./sessions";

useTestDatabase();

const now = new Date("2026-11-02T09:00:00+03:00");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const day = 24 * 60;
const firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0";
const yandex = "Mozilla/5.0 (Linux; arm_64; Android 14; 2201117TY) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 YaBrowser/25.10.1.100.00 SA/3 Mobile Safari/537.36";
let personId: string;
beforeAll(async () => void ({ id: personId } = await makePerson(db)));
const open = async (at = now) => await openSession({ personId, sessionVersion: 1 }, { userAgent: firefox, address: "91.76.12.34" }, at);
const who = async (session: Awaited<ReturnType<typeof open>>, at: Date) => (await loadActorOfSession(session, at)).personId;

test("завершённый вход, чужой, несуществующий и прежней версии – никто", async () => {
  const session = await open();
  expect(await loadActorOfSession(session, now)).toMatchObject({ personId, sessionId: session.sessionId });
  const { id: another } = await makePerson(db);
  for (const wrong of [{ ...session, sessionId: crypto.randomUUID() }, { ...session, personId: another }, { ...session, sessionVersion: 2 }]) expect(await who(wrong, now)).toBeNull();
  await closeSession(session.sessionId, now);
  expect(await who(session, now)).toBeNull();
});

test("завершить один вход – не завершить другой", async () => {
  const [phone, office] = [await open(), await open()];
  await closeSession(phone.sessionId, now);
  expect([await who(phone, now), await who(office, now)]).toEqual([null, personId]);
});

test("неделя без посещений завершает вход; кто заходит, того не выгоняют", async () => {
  const [left, visited] = [await open(), await open()];
  expect(await who(visited, later(6 * day))).toBe(personId);
  expect(await who(left, later(7 * day))).toBeNull();
  expect(await who(visited, later(12 * day))).toBe(personId);
});

test("«последний раз» пишется не чаще, чем раз в четверть часа", async () => {
  const session = await open();
  const seenAt = async () => (await db.session.findUniqueOrThrow({ where: { id: session.sessionId } })).seenAt;
  await who(session, later(10));
  expect(await seenAt()).toEqual(now);
  await who(session, later(20));
  expect(await seenAt()).toEqual(later(20));
});

test("человек узнаёт своё устройство, а полного адреса в базе нет", async () => {
  const { sessionId } = await open();
  const row = await db.session.findUniqueOrThrow({ where: { id: sessionId } });
  expect(row).toMatchObject({ browser: "Firefox", system: "Windows", network: "91.76" });
  expect(namesOf(yandex)).toEqual({ browser: "Yandex Browser", system: "Android" });
  expect(namesOf("")).toEqual({ browser: null, system: null });
  expect(namesOf("x".repeat(100_000))).toEqual({ browser: null, system: null });
  expect([beginningOf("2001:db8:7:1"), beginningOf("unknown"), beginningOf("127.0.0.1")]).toEqual(["2001:db8", null, "127.0"]);
});
