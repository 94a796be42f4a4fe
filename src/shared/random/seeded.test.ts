import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SeededRandom } from "./seeded";

describe("повторимая случайность", () => {
  it("одно зерно даёт одно и то же, разные — разное", () => {
    const draw = (seed: string) => { const random = new SeededRandom(seed); return Array.from({ length: 20 }, () => random.next()); };
    expect(draw("Киров")).toEqual(draw("Киров"));
    expect(draw("Киров")).not.toEqual(draw("Ставрополь"));
  });

  it("ветвь не зависит от того, сколько взято из ствола", () => {
    const trunk = new SeededRandom("демо");
    const before = trunk.fork("школы").next();
    trunk.next();
    expect(trunk.fork("школы").next()).toBe(before);
    expect(trunk.fork("больницы").next()).not.toBe(before);
  });

  it("целое не выходит за границы и достигает обеих", () => {
    fc.assert(fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(5), (seed, min, width) => {
      const random = new SeededRandom(seed);
      const seen = new Set(Array.from({ length: 300 }, () => random.int(min, min + width)));
      expect([Math.min(...seen), Math.max(...seen)]).toEqual([min, min + width]);
    }));
  });

  it("перемешивание ничего не теряет и не портит исходный список", () => {
    const items = Array.from({ length: 50 }, (_, i) => i);
    const shuffled = new SeededRandom("1").shuffle(items);
    expect(shuffled).not.toEqual(items);
    expect([...shuffled].sort((a, b) => a - b)).toEqual(items);
    expect(new Set(new SeededRandom("1").sample(items, 7)).size).toBe(7);
  });

  it("вес решает, как часто; нулевой — никогда", () => {
    const random = new SeededRandom("вес");
    const drawn = Array.from({ length: 10_000 }, () => random.weighted([["а", 3], ["б", 1], ["в", 0]] as const));
    const share = drawn.filter((item) => item === "а").length / drawn.length;
    expect(share).toBeGreaterThan(0.72);
    expect(share).toBeLessThan(0.78);
    expect(drawn).not.toContain("в");
    expect([random.chance(0), random.chance(1)]).toEqual([false, true]);
  });

  it("из пустого не выбирают", () => {
    const random = new SeededRandom("пусто");
    expect(() => random.pick([])).toThrow(RangeError);
    expect(() => random.weighted([["а", 0]])).toThrow(RangeError);
    expect(() => random.int(2, 1)).toThrow(RangeError);
  });
});
