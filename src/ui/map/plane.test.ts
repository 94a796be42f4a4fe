import fc from "fast-check";
import { expect, test } from "vitest";
import { offsetOf, planeOf } from "./plane";

const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
const point = fc.record({ latitude: degrees(80), longitude: degrees(180) });
const size = { width: 640, height: 400 };

test("точка, поставленная на карту, – та же точка, и за 180-м меридианом", () => {
  fc.assert(fc.property(point, fc.constantFrom(2, 10, 80), fc.integer({ min: 0, max: 640 }), fc.integer({ min: 0, max: 400 }), (middle, km, x, y) => {
    const plane = planeOf(middle, km, size);
    const set = plane.toPoint(x, y);
    expect(Math.abs(set.longitude)).toBeLessThanOrEqual(180);
    const back = plane.toDrawing(set);
    expect(back.x).toBeCloseTo(x, 3);
    expect(back.y).toBeCloseTo(y, 3);
  }));
});

test("середина карты – середина, север вверху, восток справа", () => {
  const middle = { latitude: 58.6, longitude: 49.67 };
  const plane = planeOf(middle, 20, size);
  expect(plane.toDrawing(middle)).toEqual({ x: 320, y: 200 });
  expect(plane.toDrawing({ ...middle, latitude: 58.65 }).y).toBeLessThan(200);
  expect(plane.toDrawing({ ...middle, longitude: 49.7 }).x).toBeGreaterThan(320);
});

test("расстояние и сторона", () => {
  const centre = { latitude: 58, longitude: 49 };
  expect(offsetOf(centre, { latitude: 58.1, longitude: 49 })).toMatchObject({ side: "north", km: expect.closeTo(11.1, 1) as number });
  expect([offsetOf(centre, { latitude: 58, longitude: 48.9 }).side, offsetOf(centre, { latitude: 57.95, longitude: 49.095 }).side]).toEqual(["west", "southEast"]);
  expect(offsetOf({ latitude: 66, longitude: 179.9 }, { latitude: 66, longitude: -179.9 }).km).toBeLessThan(10);
});
