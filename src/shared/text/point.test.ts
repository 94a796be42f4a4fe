import fc from "fast-check";
import { expect, test } from "vitest";
import { formatPoint, parsePoint } from "./point";

test.each([
  ["58.6035, 49.6680", 58.6035, 49.668], ["58,6035; 49,6680", 58.6035, 49.668], ["58.6035 49.668", 58.6035, 49.668], [" -12.5,130 ", -12.5, 130], ["58.6° N, 49.6° E", 58.6, 49.6],
])("координаты читаются, как их копируют с карты: «%s»", (text, latitude, longitude) => {
  expect(parsePoint(text)).toEqual({ latitude, longitude });
});

test.each(["", "ул. Мира, 5", "58.6035", "91, 20", "20, 181", "58.6035, 49.6680, 3"])("не координаты: «%s»", (text) => expect(parsePoint(text)).toBeNull());

test("записанное читается обратно с точностью до метра", () => {
  fc.assert(fc.property(fc.double({ min: -90, max: 90, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }), (latitude, longitude) => {
    const read = parsePoint(formatPoint({ latitude, longitude }));
    expect(read?.latitude).toBeCloseTo(latitude, 4);
    expect(read?.longitude).toBeCloseTo(longitude, 4);
  }));
});
