import fc from "fast-check";
import { expect, test } from "vitest";
import { measure } from "../rules";
import { nest, shareOf, sortKeys, sortRows, sumRows } from "./rules";
import type { ComparisonRow } from "./schema";

const round = { phase: "collecting", day: 5, daysLeft: 20 } as const;
const id = (index: number) => `01890000-0000-7000-8000-${String(index).padStart(12, "0")}`;

const shape = fc.array(
  fc.record({ net: fc.array(fc.integer({ min: -2, max: 30 }), { minLength: 5, maxLength: 5 }), users: fc.nat(500), target: fc.option(fc.integer({ min: 1, max: 300 })), population: fc.option(fc.integer({ min: 100, max: 90_000 })), within: fc.option(fc.nat(4)) }),
  { maxLength: 14 },
);
const rowsOf = (given: (typeof shape extends fc.Arbitrary<infer T> ? T : never)): ComparisonRow[] =>
  given.map(({ net, users, target, population, within }, index) => {
    const sum = net.reduce((all, one) => all + one, 0);
    return {
      id: id(index), name: `Район ${index}`, regionId: id(999), regionName: "Область", withinId: within !== null && within < index && index > 4 ? id(within) : null, population, longitude: null, latitude: null,
      figures: { users, unconfirmed: 1, gross: Math.max(0, sum) + 2, net: sum, answered: 1, included: 0 }, users: measure(users, null, [], round), initiatives: measure(sum, target, net, round),
      municipalities: 1, withTarget: target === null ? 0 : 1, days: net,
    };
  });

test("всего — сумма строк: по показателям, по дням и по целям", () => {
  fc.assert(fc.property(shape, (given) => {
    const rows = rowsOf(given);
    const sum = sumRows(rows, round);
    expect(sum.figures.net).toBe(rows.reduce((all, row) => all + row.figures.net, 0));
    expect(sum.days.reduce((all, one) => all + one, 0)).toBe(sum.figures.net);
    const targets = rows.flatMap(({ initiatives }) => initiatives.target ?? []);
    expect(sum.initiatives.target).toBe(targets.length === 0 ? null : targets.reduce((all, one) => all + one, 0));
  }));
});

test("вместе с поселениями и каждый отдельно — сумма одна и та же; без поселений она меньше ровно на них", () => {
  fc.assert(fc.property(shape, (given) => {
    const rows = rowsOf(given);
    const net = (nesting: Parameters<typeof nest>[1]) => sumRows(nest(rows, nesting, round), round).figures.net;
    expect(net("together")).toBe(net("apart"));
    const nested = rows.filter(({ withinId }) => withinId !== null).reduce((all, row) => all + row.figures.net, 0);
    expect(net("without")).toBe(net("apart") - nested);
  }));
});

test("сортировка переставляет строки и ни одной не теряет; неизвестное стоит последним в обе стороны", () => {
  fc.assert(fc.property(shape, fc.constantFrom(...sortKeys), fc.constantFrom("ascending" as const, "descending" as const), (given, key, direction) => {
    const rows = rowsOf(given);
    const sorted = sortRows(rows, key, direction);
    expect(new Set(sorted)).toEqual(new Set(rows));
    if (key === "share") {
      const firstUnknown = sorted.findIndex((row) => shareOf(row.initiatives) === null);
      if (firstUnknown !== -1) expect(sorted.slice(firstUnknown).every((row) => shareOf(row.initiatives) === null)).toBe(true);
    }
  }));
});
