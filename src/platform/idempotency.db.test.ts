import { expect, test } from "vitest";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { db, type Db } from "./db/client";
import { transaction } from "./db/transaction";
import { onceFor } from "./idempotency";

useTestDatabase();

const now = new Date("2026-11-02T09:00:00+03:00");

async function addUnit(tx: Db, name: string) {
  const { id } = await tx.unit.create({ data: { id: newId(), path: [], kind: "organisation", name, shortName: name } });
  return { id, at: now };
}

const ask = async (key: string, name: string, owner = "person:1") =>
  await transaction(async (tx) => await onceFor(tx, { owner, procedure: "unit.add", key, input: { name } }, async () => await addUnit(tx, name)));

test("пятьдесят одинаковых запросов разом создают одну строку и получают один ответ", async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, async () => await ask("key-fifty-at-once-1", "Школа № 50")));
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(answers.every(({ at }) => at.getTime() === now.getTime())).toBe(true);
  expect(await db.unit.count({ where: { name: "Школа № 50" } })).toBe(1);
});

test("другой запрос под тем же ключом не проходит", async () => {
  await ask("key-other-input-001", "Школа № 1");
  await expect(ask("key-other-input-001", "Школа № 2")).rejects.toMatchObject({ code: "idempotency.keyReused" });
  expect(await db.unit.count({ where: { name: "Школа № 2" } })).toBe(0);
});

test("ключ одного человека ничего не значит для другого", async () => {
  const mine = await ask("key-of-two-people-01", "Школа № 3");
  const theirs = await ask("key-of-two-people-01", "Школа № 3", "person:2");
  expect(theirs.id).not.toBe(mine.id);
});

test("после неудачи под тем же ключом можно повторить", async () => {
  const fail = transaction(async (tx) => await onceFor(tx, { owner: "person:1", procedure: "unit.add", key: "key-after-failure-1", input: { name: "Школа № 4" } }, async () => {
    await addUnit(tx, "Школа № 4");
    throw new Error("lost");
  }));
  await expect(fail).rejects.toThrow("lost");
  await ask("key-after-failure-1", "Школа № 4");
  expect(await db.unit.count({ where: { name: "Школа № 4" } })).toBe(1);
});
