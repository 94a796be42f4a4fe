import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { and, evaluate, everything, nothing, or, waysOf, type Facts, type Filter } from "./filter";

const scalars = ["a", "b", "c"] as const;
const values = ["1", "2", "3"] as const;
const value = fc.constantFrom(...values, null);
const facts: fc.Arbitrary<Facts> = fc.record({ a: value, b: value, c: value, list: fc.subarray([...values]) });

const { filter } = fc.letrec<{ filter: Filter; leaf: Filter }>((tie) => ({
  filter: fc.oneof(
    { depthSize: "small" },
    tie("leaf"),
    fc.array(tie("filter"), { maxLength: 3 }).map((of) => and(...of)),
    fc.array(tie("filter"), { maxLength: 3 }).map((of) => or(...of)),
  ),
  leaf: fc.oneof(
    fc.constantFrom(everything, nothing),
    fc.record({ kind: fc.constantFrom("in" as const, "notIn" as const), fact: fc.constantFrom(...scalars), values: fc.array(value, { maxLength: 3 }) }),
    fc.record({ kind: fc.constant("has" as const), fact: fc.constant("list"), values: fc.subarray([...values]) }),
  ),
}));

describe("пути к строкам права", () => {
  test("каждую строку условия находит хотя бы один путь", () => {
    fc.assert(fc.property(filter, facts, (one, row) => {
      const ways = waysOf(one);
      if (ways === null || !evaluate(one, row)) return;
      expect(ways.some((way) => (way.values as readonly unknown[]).includes(row[way.fact]))).toBe(true);
    }), { numRuns: 2000 });
  });

  test("где правом служит один столбец, путь по нему", () => {
    const group: Filter = { kind: "in", fact: "a", values: ["1", "2", "1"] };
    expect(waysOf(group)).toEqual([{ fact: "a", values: ["1", "2"] }]);
    expect(waysOf(or(group, and({ kind: "in", fact: "b", values: ["3"] }, { kind: "notIn", fact: "c", values: ["1"] })))).toEqual([{ fact: "a", values: ["1", "2"] }, { fact: "b", values: ["3"] }]);
    expect(waysOf(nothing)).toEqual([]);
  });

  test("где часть строк не держит ни одно значение, путей нет", () => {
    expect(waysOf(everything)).toBeNull();
    expect(waysOf(or({ kind: "in", fact: "a", values: ["1"] }, { kind: "has", fact: "list", values: ["1"] }))).toBeNull();
    expect(waysOf({ kind: "in", fact: "a", values: ["1", null] })).toBeNull();
  });
});
