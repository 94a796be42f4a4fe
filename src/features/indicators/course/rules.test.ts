import fc from "fast-check";
import { expect, test } from "vitest";
import { courseLines } from "./rules";

const given = fc.record({ days: fc.integer({ min: 1, max: 60 }), gone: fc.integer({ min: 1, max: 60 }), target: fc.option(fc.integer({ min: 1, max: 900 })) }).chain(({ days, gone, target }) => {
  const day = Math.min(days, gone);
  return fc.record({ byDay: fc.array(fc.integer({ min: -1, max: 40 }), { minLength: day, maxLength: day }), target: fc.constant(target), round: fc.constant({ phase: "collecting" as const, day, days, daysLeft: days - day }) });
});

test("линия хода кончается сегодняшним числом, прогноз с него начинается и лежит в своей полосе", () => {
  fc.assert(fc.property(given, ({ byDay, target, round }) => {
    const { days, total, projection } = courseLines(byDay, target, null, round);
    expect(days).toHaveLength(round.days);
    expect(days[round.day - 1]?.actual).toBe(total);
    expect(days.slice(round.day).every(({ actual }) => actual === null)).toBe(true);
    for (const { forecast, band } of days) if (forecast !== null && band) expect(band[0] <= forecast + 1e-9 && forecast <= band[1] + 1e-9).toBe(true);
    if (round.daysLeft > 0) expect(days.at(-1)?.forecast).toBeCloseTo(projection?.forecast ?? Number.NaN);
    if (target !== null) expect(days.at(-1)?.needed).toBeCloseTo(target);
  }));
});

test("после конца сбора прогноза нет", () => {
  expect(courseLines([1, 2, 3], 10, null, { phase: "closing", day: 3, days: 3, daysLeft: 0 })).toMatchObject({ total: 6, projection: null });
});
