import * as fc from "fast-check";
import { expect, test } from "vitest";
import { endsOfKeeping } from "./rules";

const instant = fc.date({ min: new Date("2000-01-01T00:00:00Z"), max: new Date("2100-01-01T00:00:00Z"), noInvalidDate: true });
const years = (from: Date, to: Date) => (to.getTime() - from.getTime()) / (365.2425 * 24 * 60 * 60 * 1000);

test("обращение хранят пять лет с 1 января следующего года: ни дня меньше, не дольше шести лет", () => {
  expect(endsOfKeeping(new Date("2032-12-31T23:59:59Z"))).toEqual(new Date("2027-01-01T00:00:00Z"));
  fc.assert(fc.property(instant, instant, (ended, now) => {
    const isOver = ended < endsOfKeeping(now);
    if (years(ended, now) < 4.99) expect(isOver).toBe(false);
    if (years(ended, now) > 6.01) expect(isOver).toBe(true);
  }));
});
