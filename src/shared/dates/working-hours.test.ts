import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { russianCalendar } from "./working-days";
import { addWorkingHours, usualOfficeHours } from "./working-hours";
import { plainDateIn, zonedDateToInstant } from "./zone";
import { plainDate } from "./plain-date";
import { formatTime } from "./format";

const zone = "Europe/Kirov";
const at = (day: string, time: string, where = zone) => zonedDateToInstant(plainDate(day), time, where);

describe("рабочие часы", () => {
  test.each([
    ["внутри дня", "2026-03-10", "10:30", 4, "2026-03-10", "14:30"],
    ["ровно до закрытия остаётся в этом дне", "2026-03-10", "14:00", 4, "2026-03-10", "18:00"],
    ["с вечера пятницы переходит на понедельник", "2026-03-13", "17:00", 4, "2026-03-16", "12:00"],
    ["до открытия считает с открытия", "2026-03-10", "03:00", 4, "2026-03-10", "13:00"],
    ["после закрытия считает с утра", "2026-03-10", "22:15", 1, "2026-03-11", "10:00"],
    ["предпраздничный день на час короче", "2026-04-30", "16:00", 2, "2026-05-04", "10:00"],
    ["праздник не считается", "2026-05-08", "15:00", 4, "2026-05-12", "11:00"],
    ["девять часов – целый день", "2026-03-10", "09:00", 9, "2026-03-10", "18:00"],
  ])("%s", (_, day, time, hours, endDay, endTime) => {
    expect(addWorkingHours(at(day, time), hours, zone)).toEqual(at(endDay, endTime));
  });

  test("ноль часов – само событие, отрицательного срока нет", () => {
    const from = at("2026-03-14", "23:00");
    expect(addWorkingHours(from, 0, zone)).toEqual(from);
    expect(() => addWorkingHours(from, -1, zone)).toThrow(RangeError);
    expect(() => addWorkingHours(from, Number.NaN, zone)).toThrow(RangeError);
  });

  const quarter = 15 * 60_000;
  /** Looks at every quarter of an hour: is the office open in it? */
  function slowly(from: Date, hours: number, where: string): Date {
    let left = hours * 4;
    let now = from.getTime();
    for (; left > 0; now += quarter) {
      const instant = new Date(now);
      const day = plainDateIn(where, instant);
      const time = formatTime(instant, where, "ru");
      const closes = russianCalendar.isShortDay(day) ? usualOfficeHours.closesOnShortDay : usualOfficeHours.closes;
      if (russianCalendar.isWorkingDay(day) && time >= usualOfficeHours.opens && time < closes) left -= 1;
    }
    return new Date(now);
  }
  const zones = fc.constantFrom("Europe/Kirov", "Asia/Kamchatka", "Europe/Kaliningrad", "Europe/Berlin", "Asia/Kathmandu");
  const instants = fc.integer({ min: Date.parse("2025-12-20T00:00:00Z") / quarter, max: Date.parse("2026-06-20T00:00:00Z") / quarter }).map((n) => new Date(n * quarter));

  test("то же, что медленный счёт по четверти часа", () => {
    fc.assert(fc.property(instants, fc.integer({ min: 1, max: 80 }).map((n) => n / 4), zones, (from, hours, where) => {
      expect(addWorkingHours(from, hours, where)).toEqual(slowly(from, hours, where));
    }), { numRuns: 60 });
  });

  test("больше часов – не раньше, и срок можно считать по частям", () => {
    const hours = fc.integer({ min: 1, max: 200 }).map((n) => n / 10);
    fc.assert(fc.property(instants, hours, hours, zones, (from, some, more, where) => {
      const end = addWorkingHours(from, some, where);
      expect(addWorkingHours(from, some + more, where) >= end).toBe(true);
      const apart = addWorkingHours(end, more, where).getTime();
      expect(Math.abs(apart - addWorkingHours(from, some + more, where).getTime())).toBeLessThan(2);
    }));
  });
});
