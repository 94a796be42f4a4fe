import { expect, test } from "vitest";
import { forgetAttempts, takeAttempt } from "./attempts";

test("с одного адреса входят сколько угодно раз, если пароль верен", async () => {
  for (let visit = 0; visit < 200; visit += 1) {
    expect(await takeAttempt(`person${visit % 7}@example.org`, "town-hall")).toEqual({ ok: true });
    await forgetAttempts(`person${visit % 7}@example.org`, "town-hall");
  }
});

test("подбор пароля к одной учётной записи с одного адреса останавливается", async () => {
  const answers = [];
  for (let guess = 0; guess < 8; guess += 1) answers.push((await takeAttempt("victim@example.org", "guesser")).ok);
  expect(answers).toEqual([true, true, true, true, true, true, false, false]);
  expect(await takeAttempt("victim@example.org", "home")).toEqual({ ok: true });
});

test("перебор учётных записей с одного адреса останавливается", async () => {
  const answers = [];
  for (let guess = 0; guess < 70; guess += 1) answers.push((await takeAttempt(`person${guess}@example.org`, "sprayer")).ok);
  expect(answers.filter(Boolean)).toHaveLength(60);
});
