import fc from "fast-check";
import { expect, test } from "vitest";
import { boundedTaken } from "./rules";

test("«принято на месте» не раньше подготовки и не позже «поступило», каковы бы ни были часы устройства; верные часы не правятся", () => {
  const instant = fc.date({ min: new Date("1990-01-01"), max: new Date("2060-01-01"), noInvalidDate: true });
  fc.assert(fc.property(instant, instant, instant, (taken, one, other) => {
    const [preparedAt, now] = one < other ? [one, other] : [other, one];
    const bounded = boundedTaken(taken, preparedAt, now);
    expect(bounded >= preparedAt && bounded <= now).toBe(true);
    if (taken >= preparedAt && taken <= now) expect(bounded).toEqual(taken);
  }));
});
