import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { plainDateField } from "./fields";
import {
  addDays, dayOfWeek, daysBetween, fromEpochDay, isPlainDate, plainDate, plainDateFromUtc, plainDateToUtc,
} from "./plain-date";

describe("день календаря", () => {
  it.each(["2023-02-30", "2023-13-01", "2023-2-3", "0000-01-01", "2023-02-29", "2023-02-03T00:00", "", " 2023-02-03"])(
    "«%s» не день", (text) => {
      expect(isPlainDate(text)).toBe(false);
      expect(() => plainDate(text)).toThrow(RangeError);
      expect(plainDateField.safeParse(text).error?.issues[0]?.message).toBe("field.date");
    },
  );

  it("29 февраля есть в високосном году", () => {
    expect(plainDateField.parse("2024-02-29")).toBe("2024-02-29");
  });

  it("дни недели считаются с понедельника", () => {
    expect([dayOfWeek(plainDate("2022-02-28")), dayOfWeek(plainDate("2022-03-06")), dayOfWeek(plainDate("1969-12-31"))])
      .toEqual([1, 7, 3]);
  });

  it("столбец базы хранит полночь по Гринвичу", () => {
    expect(plainDateToUtc(plainDate("2026-03-06")).toISOString()).toBe("2026-03-06T00:00:00.000Z");
    expect(plainDateFromUtc(new Date("2026-03-06T00:00:00Z"))).toBe("2026-03-06");
  });

  it("прибавление и разность дней совпадают с Temporal", () => {
    fc.assert(fc.property(fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: -9_999, max: 9_999 }), (day, n) => {
      const date = fromEpochDay(day);
      const expected = Temporal.PlainDate.from(date).add({ days: n });
      expect(addDays(date, n)).toBe(expected.toString());
      expect(daysBetween(date, addDays(date, n))).toBe(n);
      expect(dayOfWeek(date)).toBe(Temporal.PlainDate.from(date).dayOfWeek);
    }));
  });
});
