import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { timeZoneField } from "./fields";
import { fromEpochDay, plainDate, toEpochDay } from "./plain-date";
import { endOfDayIn, isTimeZone, lastDayOf, plainDateIn, startOfDayIn, zonedDateToInstant } from "./zone";

const zones = [
  "Asia/Kamchatka", "Europe/Kaliningrad", "Asia/Kathmandu", "Europe/Moscow", "America/New_York", "America/Santiago",
  "Australia/Lord_Howe", "Pacific/Apia", "Asia/Beirut", "UTC",
];
const anyZone = fc.constantFrom(...zones);
const anyDay = fc.integer({ min: toEpochDay(plainDate("2005-01-01")), max: toEpochDay(plainDate("2030-12-31")) }).map(fromEpochDay);

describe("часовые пояса", () => {
  it("незнакомый пояс не проходит", () => {
    expect([isTimeZone("Europe/Kirov"), isTimeZone("Вятка"), isTimeZone("+03:00"), isTimeZone(""), isTimeZone(3)])
      .toEqual([true, false, false, false, false]);
    expect(timeZoneField.safeParse("Вятка").error?.issues[0]?.message).toBe("field.timeZone");
  });

  it.each(["25:00", "8:00", "24:01", "18", "18:60"])("«%s» не время суток", (time) => {
    expect(() => zonedDateToInstant(plainDate("2026-03-06"), time, "UTC")).toThrow(RangeError);
  });

  it("на Камчатке день начинается на девять часов раньше, чем в Москве", () => {
    const day = plainDate("2026-03-06");
    expect(startOfDayIn("Asia/Kamchatka", day).toISOString()).toBe("2026-03-05T12:00:00.000Z");
    expect(startOfDayIn("Europe/Moscow", day).toISOString()).toBe("2026-03-05T21:00:00.000Z");
  });

  it("24:00 принадлежит тому дню, который кончается", () => {
    const day = plainDate("2026-03-15");
    const deadline = zonedDateToInstant(day, "24:00", "Asia/Kathmandu");
    expect(deadline).toEqual(endOfDayIn("Asia/Kathmandu", day));
    expect(plainDateIn("Asia/Kathmandu", deadline)).toBe("2026-03-16");
    expect(lastDayOf("Asia/Kathmandu", deadline)).toBe(day);
  });

  it("день мгновения совпадает с Temporal", () => {
    const instants = fc.date({ min: new Date("2005-01-01"), max: new Date("2030-12-31"), noInvalidDate: true });
    fc.assert(fc.property(anyZone, instants, (zone, instant) => {
      const expected = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate();
      expect(plainDateIn(zone, instant)).toBe(expected.toString());
    }), { numRuns: 2_000 });
  });

  it("мгновение по дню и времени совпадает с Temporal, и при переводе часов", () => {
    fc.assert(fc.property(anyZone, anyDay, fc.integer({ min: 0, max: 1_439 }), (zone, day, minute) => {
      const time = Temporal.PlainTime.from("00:00").add({ minutes: minute }).toString({ smallestUnit: "minute" });
      const expected = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).epochMilliseconds;
      expect(zonedDateToInstant(day, time, zone).getTime()).toBe(expected);
    }), { numRuns: 5_000 });
  });

  it("пропущенное и повторённое время решаются как в Temporal", () => {
    const cases = [
      ["2026-03-08", "02:30", "America/New_York"], ["2026-11-01", "01:30", "America/New_York"],
      ["2026-09-06", "00:00", "America/Santiago"], ["2026-04-04", "23:30", "America/Santiago"],
      ["2011-12-30", "12:00", "Pacific/Apia"], ["2014-10-26", "01:30", "Europe/Moscow"],
    ] as const;
    for (const [day, time, zone] of cases) {
      const expected = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).epochMilliseconds;
      expect(zonedDateToInstant(plainDate(day), time, zone).getTime(), `${day} ${time} ${zone}`).toBe(expected);
    }
  });

  it("начало дня совпадает с Temporal на протяжении четверти века", () => {
    for (const zone of zones.slice(0, 7)) {
      for (let day = toEpochDay(plainDate("2006-01-01")); day < toEpochDay(plainDate("2030-01-01")); day += 7) {
        const date = fromEpochDay(day);
        expect(startOfDayIn(zone, date).getTime()).toBe(Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds);
      }
    }
  });
});
