import fc from "fast-check";
import { expect, test } from "vitest";
import { Texts } from "./texts";

test("каждый текст возвращается целым, сколько бы их ни было", () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: "binary", maxLength: 40 }), { maxLength: 400 }), fc.integer({ min: 1, max: 5 }), (some, times) => {
    const all = Array.from({ length: times }, () => some).flat().map((text) => text.toWellFormed());
    const texts = new Texts();
    for (const text of all) texts.push(text);
    expect(all.map((_, at) => texts.at(at))).toEqual(all);
    expect([-1, 0.5, all.length, Number.NaN].map((at) => texts.at(at))).toEqual([undefined, undefined, undefined, undefined]);
  }));
});

test("тексты длиннее половины блока ложатся в новый, не задевая соседей", () => {
  const texts = new Texts();
  const long = Array.from({ length: 5 }, (_, at) => String(at).repeat(700_000));
  for (const text of long) texts.push(text);
  expect(long.every((text, at) => texts.at(at) === text)).toBe(true);
  expect(() => texts.push("ё".repeat(600_000))).toThrow(RangeError);
});
