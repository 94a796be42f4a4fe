import { expect, test } from "vitest";
import { useTestDatabase } from "@/testing/database";
import { db } from "../db/client";
import { defineLimit, forgetLimits } from "../limits";
import { forgetAttempts, takeAttempt } from "./attempts";

useTestDatabase();

test("подбор пароля к одной учётной записи с одного адреса останавливается, а её хозяина не запирает", async () => {
  const answers = [];
  for (let guess = 0; guess < 8; guess += 1) answers.push((await takeAttempt("victim@example.org", "guesser")).ok);
  expect(answers).toEqual([true, true, true, true, true, true, false, false]);
  expect((await takeAttempt("Victim@example.org ", "guesser")).ok).toBe(false);
  expect(await takeAttempt("victim@example.org", "home")).toEqual({ ok: true });
});

test("перебор учётных записей с одного адреса останавливается", async () => {
  const answers = [];
  for (let guess = 0; guess < 70; guess += 1) answers.push((await takeAttempt(`person${guess}@example.org`, "sprayer")).ok);
  expect(answers.filter(Boolean)).toHaveLength(60);
});

test("с одного адреса входят сколько угодно раз, если пароль верен", async () => {
  for (let visit = 0; visit < 100; visit += 1) {
    expect(await takeAttempt(`person${visit % 7}@example.org`, "town-hall")).toEqual({ ok: true });
    await forgetAttempts(`person${visit % 7}@example.org`, "town-hall");
  }
});

test("что сосчитал один процесс, знает и другой; чужой счёт ему не мешает", async () => {
  const options = { points: 2, seconds: 60 };
  const [one, other] = [defineLimit("two-processes", options), defineLimit("two-processes", options)];
  expect([await one.take("a"), await other.take("a")]).toEqual([null, null]);
  expect(await one.take("a")).toBeGreaterThan(0);
  expect(await other.take("a")).toBeGreaterThan(0);
  expect(await other.take("b")).toBeNull();
  expect(await defineLimit("third", options).take("a")).toBeNull();
});

test("одновременные попытки не проходят сверх меры", async () => {
  const limit = defineLimit("at-once", { points: 5, seconds: 60 });
  const answers = await Promise.all(Array.from({ length: 20 }, async () => await limit.take("a")));
  expect(answers.filter((answer) => answer === null)).toHaveLength(5);
});

test("в базе нет ни логина, ни адреса, а истёкшее уходит", async () => {
  await takeAttempt("secret@example.org", "192.0.2.7");
  const keys = (await db.attemptLimit.findMany({ select: { key: true } })).map(({ key }) => key).join(" ");
  expect(keys).not.toMatch(/secret|example|192\.0/);
  await db.attemptLimit.create({ data: { key: "over", points: 3, expire: 1n } });
  await forgetLimits(db);
  expect(await db.attemptLimit.count({ where: { key: "over" } })).toBe(0);
  expect(await db.attemptLimit.count()).toBeGreaterThan(0);
});
