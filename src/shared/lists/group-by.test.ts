import fc from "fast-check";
import { expect, test } from "vitest";
import { groupBy } from "./group-by";

test("каждый предмет в своей группе, в прежнем порядке; группы идут по своим первым", () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -20, max: 20 })), (items) => {
    const keyOf = (item: number) => Math.abs(item % 5);
    const groups = groupBy(items, keyOf);
    expect([...groups.keys()]).toEqual([...new Set(items.map(keyOf))]);
    for (const [key, group] of groups) expect(group).toEqual(items.filter((item) => keyOf(item) === key));
  }));
});
