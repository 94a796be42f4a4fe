import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashJson, sha256, stableJson } from "./hash";

describe("отпечаток данных", () => {
  it("не зависит от порядка ключей и от пропущенных значений", () => {
    expect(hashJson({ a: 1, b: { d: 2, c: [3] } })).toBe(hashJson({ b: { c: [3], d: 2, e: undefined }, a: 1 }));
  });

  it("различает число, текст, дату и большое целое", () => {
    const date = new Date("2026-03-05T00:00:00Z");
    const all = [5, "5", 5n, date, date.toISOString(), [5], null, { a: undefined }, ""].map(hashJson);
    expect(new Set(all).size).toBe(all.length);
  });

  it.each([[Number.NaN], [new Map()], [new Set([1])], [() => 1], [undefined], [Symbol("x")]])("чего нельзя сравнить, то не хешируется: %s", (value) => {
    expect(() => stableJson(value)).toThrow(TypeError);
  });

  it("это обычный SHA-256", () => {
    expect(sha256("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  });

  it("у простого JSON читается обратно без потерь", () => {
    fc.assert(fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      expect(JSON.parse(stableJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }));
  });
});
