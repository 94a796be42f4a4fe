import fc from "fast-check";
import { expect, test } from "vitest";
import { secondsLeft } from "./rules";

const seenAt = new Date("2026-03-10T09:00:00Z");
const after = (seconds: number) => new Date(seenAt.getTime() + seconds * 1000);

test("через 10 минут без дела, после «закончить» и для другого вошедшего совместной работы нет", () => {
  const lasting = { helperId: "h", seenAt, endedAt: null };
  expect(secondsLeft(lasting, "h", after(600))).toBe(0);
  expect(secondsLeft({ ...lasting, endedAt: seenAt }, "h", seenAt)).toBe(0);
  for (const other of [null, "x"]) expect(secondsLeft(lasting, other, seenAt)).toBe(0);
  expect(secondsLeft(lasting, "h", after(599))).toBe(1);
  expect(secondsLeft(lasting, "h", seenAt)).toBe(600);
});

test("оставшееся время только убывает и никогда не больше десяти минут", () => {
  fc.assert(fc.property(fc.integer({ min: -100, max: 2_000 }), fc.nat(2_000), (at, more) => {
    const lasting = { helperId: "h", seenAt, endedAt: null };
    const [now, later] = [secondsLeft(lasting, "h", after(at)), secondsLeft(lasting, "h", after(at + more))];
    expect(later).toBeLessThanOrEqual(now);
    expect(now).toBeLessThanOrEqual(600);
  }));
});
