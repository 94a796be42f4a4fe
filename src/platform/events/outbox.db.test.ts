import { beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { useTestDatabase } from "@/testing/database";
import { db, type Db } from "../db/client";
import { transaction } from "../db/transaction";
import { queueEmail } from "../mail/queue";
import { dispatchAll } from "./dispatcher";
import { defineEvent, subscribeAfter, subscribeInside } from "./event";
import { announce } from "./outbox";

const moved = defineEvent("test.moved", z.object({ n: z.number() }));
const refused = defineEvent("test.refused", z.object({ n: z.number() }));
const lonely = defineEvent("test.lonely", z.object({ n: z.number() }));
const info = { at: new Date("2026-11-02T09:00:00+03:00"), actorId: null };

const heard: number[] = [];
let breaks: (n: number) => boolean = () => false;
const letter = (n: number) => ({ to: "a@example.ru", subject: String(n), text: "", html: "", dedupeKey: `test:${n}` });

subscribeInside(moved, "count", async (tx, { n }) => void (await tx.installation.upsert({ where: { id: "self" }, create: { firstRunCodeHash: String(n) }, update: { firstRunCodeHash: String(n) } })));
subscribeInside(refused, "refuse", async () => await Promise.reject(new Error("ledger is shut")));
subscribeAfter(moved, "write", async (tx, { n }) => {
  await queueEmail(tx, letter(n));
  if (breaks(n)) throw new Error("broken");
  heard.push(n);
});

useTestDatabase();

beforeEach(async () => {
  heard.length = 0;
  breaks = () => false;
  await db.event.deleteMany();
  await db.email.deleteMany();
});

const tell = async (...numbers: number[]) => await transaction(async (tx: Db) => {
  for (const n of numbers) await announce(tx, moved, { n }, info);
});

test("вне транзакции событие не объявляется", async () => {
  await expect(announce(db, moved, { n: 1 }, info)).rejects.toThrow(/transaction/);
});

test("отказ подписчика внутри транзакции отменяет и само событие", async () => {
  await expect(transaction(async (tx) => await announce(tx, refused, { n: 1 }, info))).rejects.toThrow("ledger is shut");
  expect(await db.event.count()).toBe(0);
});

test("подписчик внутри действует сразу, подписчик после – по порядку и один раз", async () => {
  await tell(1, 2, 3);
  expect((await db.installation.findFirst())?.firstRunCodeHash).toBe("3");
  await dispatchAll();
  await dispatchAll();
  expect(heard).toEqual([1, 2, 3]);
  expect(await db.event.count({ where: { dispatchedAt: null } })).toBe(0);
});

test("событие без подписчиков после не ждёт в очереди", async () => {
  await transaction(async (tx) => await announce(tx, lonely, { n: 1 }, info));
  expect(await db.event.count({ where: { dispatchedAt: null } })).toBe(0);
});

test("неудача одного события не мешает другим и не оставляет следов", async () => {
  breaks = (n) => n === 2;
  await tell(1, 2, 3);
  await dispatchAll();
  expect((await db.email.findMany({ orderBy: { subject: "asc" } })).map(({ subject }) => subject)).toEqual(["1", "3"]);
  const waiting = await db.event.findMany({ where: { dispatchedAt: null } });
  expect(waiting).toMatchObject([{ attempts: 1, lastError: "write: Error", payload: { n: 2 } }]);
});

test("четыре рассыльщика разом доставляют каждое событие один раз", async () => {
  for (let start = 0; start < 120; start += 40) await tell(...Array.from({ length: 40 }, (_, index) => start + index));
  await Promise.all(Array.from({ length: 4 }, async () => await dispatchAll()));
  await dispatchAll();
  expect(heard).toEqual(Array.from({ length: 120 }, (_, index) => index));
  expect(await db.email.count()).toBe(120);
});
