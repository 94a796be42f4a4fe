import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, plainDate } from "@/shared/dates/plain-date";
import { isInnerMatter } from "./rules";
import type { UnitKind } from "./schema";
import { faultsOf, mayStandUnder, placed, planMove, type TreeUnit } from "./tree";
import { succeed, versionOn, withVersion, type Version } from "./versions";

const blank = (id: string, kind: UnitKind): TreeUnit => ({ id, kind, parentId: null, path: [], municipalityId: null, regionId: null });
const kinds = ["region", "municipality", "department", "branchBody", "territorialAdministration", "organisation"] as const;

/** A tree grown by a list of wishes: each is a kind and where among the units that it may stand under. */
const anyTree = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat()), { minLength: 1, maxLength: 60 }).map((wishes) => {
  const units: TreeUnit[] = [placed(blank("root", "country"), null)];
  for (const [index, [kind, at]] of wishes.entries()) {
    const parents = units.filter((unit) => mayStandUnder(kind, unit));
    const parent = parents[at % Math.max(1, parents.length)];
    if (parent) units.push(placed(blank(`u${index}`, kind), parent));
  }
  return units;
});
const anyMoves = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 12 });

describe("перенос единицы", () => {
  const [country, region, district] = [placed(blank("c", "country"), null), blank("r", "region"), blank("m", "municipality")];
  const r = placed(region, country);
  const m = placed(district, r);
  const settlement = placed(blank("s", "municipality"), m);

  test("единица не становится частью самой себя", () => {
    const department = placed(blank("d", "department"), m);
    const inner = placed(blank("d2", "department"), department);
    expect(planMove(department, [inner], inner)).toEqual({ ok: false, reason: "unit.moveIntoItself" });
    expect(planMove(department, [inner], department)).toEqual({ ok: false, reason: "unit.moveIntoItself" });
  });

  test("школа не стоит под школой, район под поселением, поселение под поселением", () => {
    const school = placed(blank("o", "organisation"), m);
    expect(planMove(placed(blank("o2", "organisation"), m), [], school)).toEqual({ ok: false, reason: "unit.placeUnfit" });
    const neighbour = placed(blank("n", "municipality"), r);
    expect(planMove(neighbour, [], settlement)).toEqual({ ok: false, reason: "unit.placeUnfit" });
    expect(planMove(m, [settlement], neighbour)).toEqual({ ok: false, reason: "unit.placeUnfit" });
    expect(planMove(settlement, [], neighbour)).toMatchObject({ ok: true });
  });

  test("школы поселения остаются его школами, куда бы оно ни перешло", () => {
    const school = placed(blank("o", "organisation"), settlement);
    const other = placed(blank("r2", "region"), country);
    const plan = planMove(settlement, [school], other);
    expect(plan.ok && plan.rows).toMatchObject([{ id: "s", municipalityId: "s", regionId: "r2", path: ["c", "r2", "s"] }, { id: "o", municipalityId: "s", regionId: "r2", path: ["c", "r2", "s", "o"] }]);
  });

  test("после любых переносов путь каждой единицы – её предки и она сама, родитель один, колец нет", () => {
    fc.assert(fc.property(anyTree, anyMoves, (grown, moves) => {
      let units = grown;
      for (const [from, to] of moves) {
        const [unit, parent] = [units[from % units.length]!, units[to % units.length]!];
        const below = units.filter(({ id, path }) => id !== unit.id && path.includes(unit.id));
        const plan = planMove(unit, below, parent);
        if (!plan.ok) continue;
        const changed = new Map(plan.rows.map((row) => [row.id, row]));
        expect(changed.size).toBe(below.length + 1);
        units = units.map((one) => changed.get(one.id) ?? one);
      }
      expect(faultsOf(units)).toEqual([]);
      expect(units).toHaveLength(grown.length);
    }), { numRuns: 400 });
  });

  test("испорченный путь замечается", () => {
    expect(faultsOf([country, r, { ...m, path: ["c", "m"] }])).toEqual(["m"]);
    expect(faultsOf([country, { ...m, municipalityId: "x" }])).toEqual(["m"]);
  });
});

describe("кому решать", () => {
  const unit = (id: string, kind: UnitKind, municipalityId: string | null = "m") => ({ id, kind, municipalityId });
  test("своё внутри муниципалитета решает он сам, муниципалитеты и переход между ними – администратор", () => {
    const move = { kind: "move", unitId: "o", toId: "m", oktmo: null } as const;
    expect(isInnerMatter([unit("o", "organisation"), unit("m", "municipality")], move)).toBe(true);
    expect(isInnerMatter([unit("o", "organisation"), unit("b", "branchBody", "n")], move)).toBe(false);
    expect(isInnerMatter([unit("m", "municipality")], { kind: "end", unitId: "m", toId: null })).toBe(false);
    expect(isInnerMatter([unit("r", "region", null)], { kind: "end", unitId: "r", toId: null })).toBe(false);
    expect(isInnerMatter([unit("s", "municipality", "s"), unit("m", "municipality")], { kind: "move", unitId: "s", toId: "m", oktmo: null })).toBe(false);
  });
});

describe("история единицы", () => {
  const first = plainDate("2020-01-01");
  const state = (name: string) => ({ name, shortName: name, oktmo: null, municipalityKind: null, parentId: null });
  const start: readonly Version[] = [{ validFrom: first, validTo: null, ...state("а") }];

  test("прошлое не переписывается, в тот же день запись исправляется", () => {
    expect(succeed({ validFrom: first }, addDays(first, -1))).toEqual({ ok: false });
    expect(withVersion(start, first, state("б"))).toEqual([{ validFrom: first, validTo: null, ...state("б") }]);
  });

  test("записи не пересекаются, разрывов нет, действует всегда одна", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -20, max: 400 }), { maxLength: 15 }), fc.integer({ min: 0, max: 420 }), (days, asked) => {
      const history = days.reduce((known, day, at) => withVersion(known, addDays(first, day), state(`n${at}`)), start);
      const sorted = history.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom));
      for (const [at, version] of sorted.entries()) {
        expect(version.validTo).toBe(sorted[at + 1]?.validFrom ?? null);
        expect(version.validTo === null || version.validTo > version.validFrom).toBe(true);
      }
      const day = addDays(first, asked);
      expect(history.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo > day))).toEqual([versionOn(history, day)]);
    }));
  });
});
