import fc from "fast-check";
import { expect, test } from "vitest";
import { pace } from "./pace";

const input = fc.record({
  actual: fc.nat(5000),
  target: fc.integer({ min: 1, max: 5000 }),
  daysGone: fc.integer({ min: 1, max: 60 }),
  daysLeft: fc.nat(60),
  recent: fc.array(fc.nat(200), { maxLength: 20 }),
});

test("147 из 190 за шесть дней до срока: нужно около 7,2 в день", () => {
  expect(pace({ actual: 147, target: 190, daysGone: 21, daysLeft: 6, recent: [4, 4, 3, 4, 4, 4, 4] })).toMatchObject({ state: "slightlyBelow", missing: 43 });
});

test("достигнутая цель больше ничего не требует", () => {
  expect(pace({ actual: 200, target: 190, daysGone: 5, daysLeft: 9, recent: [] })).toMatchObject({ state: "met", missing: 0, neededPerDay: 0 });
});

test("кто идёт нужным шагом до срока, тот цели достигает", () => {
  fc.assert(fc.property(input, (given) => given.daysLeft === 0 || given.actual + pace(given).neededPerDay * given.daysLeft >= given.target - 1e-9));
});

test("прогноз не ниже сделанного и лежит внутри своего разброса", () => {
  fc.assert(
    fc.property(input, (given) => {
      const result = pace(given);
      return result.forecast >= given.actual - 1e-9 && result.forecastLow <= result.forecast + 1e-9 && result.forecastHigh >= result.forecast - 1e-9;
    }),
  );
});

test("лишняя инициатива никогда не ухудшает положения", () => {
  const order = ["missed", "below", "slightlyBelow", "onCourse", "met"];
  fc.assert(fc.property(input, (given) => order.indexOf(pace({ ...given, actual: given.actual + 1 }).state) >= order.indexOf(pace(given).state)));
});
