import fc from "fast-check";
import { expect, test } from "vitest";
import { isAskedAnew } from "./rules";

const versions = fc.array(fc.boolean(), { maxLength: 8 }).map((asks) => asks.map((asksAnew, index) => ({ version: index + 1, asksAnew })));

test("кто не давал согласия или отозвал его, того заново не спрашивают", () => {
  fc.assert(fc.property(versions, (published) => isAskedAnew(published, null) === false));
});

test("кто согласился с последней редакцией, того не спрашивают, а новая редакция спрашивает, только если так сказано в ней", () => {
  fc.assert(fc.property(versions, (published) => {
    expect(isAskedAnew(published, published.length)).toBe(false);
    const next = published.length + 1;
    for (const asksAnew of [true, false]) expect(isAskedAnew([...published, { version: next, asksAnew }], published.length)).toBe(asksAnew);
  }));
});

test("редакция, которая спрашивает, не теряется за следующей, которая не спрашивает", () => {
  expect(isAskedAnew([{ version: 1, asksAnew: false }, { version: 2, asksAnew: true }, { version: 3, asksAnew: false }], 1)).toBe(true);
});
