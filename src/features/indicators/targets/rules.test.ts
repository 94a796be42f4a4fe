import fc from "fast-check";
import { expect, test } from "vitest";
import { assertSettable, assertUnchanged, checkSum, parseTarget } from "./rules";
import { setTargetsInput, targetChange, type Target, type TargetChange } from "./schema";

const id = "01890000-0000-7000-8000-000000000000";
const change = (over: Partial<TargetChange> = {}): TargetChange => ({ metric: "initiatives", directionId: null, organisationId: null, value: 10, version: null, ...over });
const standing = (over: Partial<Target> = {}): Target => ({ id, metric: "initiatives", directionId: null, organisationId: null, value: 10, version: 3, ...over });

test("буквы, дробь, ноль, отрицательное и слишком большое — не цель; пустое поле убирает цель", () => {
  for (const typed of ["сто", "12а", "1,5", "1e3", "--5"]) expect(parseTarget(typed)).toEqual({ ok: false, key: "field.number" });
  for (const typed of ["0", "-5", "−5", "–12"]) expect(parseTarget(typed)).toEqual({ ok: false, key: "field.tooSmall" });
  for (const typed of ["10000001", "999999999999999"]) expect(parseTarget(typed)).toEqual({ ok: false, key: "field.tooBig" });
  expect(parseTarget("  ")).toEqual({ ok: true, value: null });
});

test("число с пробелами, как его показывают, читается обратно", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 10_000_000 }), (value) => {
    expect(parseTarget(value.toLocaleString("ru-RU"))).toEqual({ ok: true, value });
  }));
});

test("что не пропустит форма, не пропустит и сервер", () => {
  for (const value of [0, -1, 1.5, 10_000_001, Number.NaN, "12"]) expect(targetChange.safeParse({ ...change(), value }).success).toBe(false);
  expect(setTargetsInput.safeParse({ municipalityId: id, key: "k".repeat(20), changes: [] }).success).toBe(false);
});

test("цели по пользователям у направления и цели сразу направлению и организации не бывает", () => {
  expect(targetChange.safeParse(change({ metric: "users", directionId: id })).success).toBe(false);
  expect(targetChange.safeParse(change({ directionId: id, organisationId: id })).success).toBe(false);
});

test("изменённое, поставленное и убранное кем-то другим замечается", () => {
  expect(() => assertUnchanged([change({ version: 2 })], [standing()])).toThrow("target.changedMeanwhile");
  expect(() => assertUnchanged([change({ version: null })], [standing()])).toThrow("target.changedMeanwhile");
  expect(() => assertUnchanged([change({ version: 3 })], [])).toThrow("target.changedMeanwhile");
  expect(() => assertUnchanged([change({ version: 3 })], [standing()])).not.toThrow();
});

test("после конца сбора цели не меняются", () => {
  expect(() => assertSettable({ phase: "closing" })).toThrow("marathon.closed");
  expect(() => assertSettable({ phase: "collecting" })).not.toThrow();
});

test("сумма частей сверяется с целым; без целого или без частей сверять нечего", () => {
  expect(checkSum([100, null, 80], 190)).toEqual({ sum: 180, whole: 190, difference: 10 });
  expect(checkSum([], 190)).toBeNull();
  expect(checkSum([1], null)).toBeNull();
});
