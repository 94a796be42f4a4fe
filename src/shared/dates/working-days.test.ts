import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { productionCalendars } from "./calendar-data";
import { fromEpochDay, plainDate, toEpochDay, type PlainDate } from "./plain-date";
import { russianCalendar, WorkingCalendar } from "./working-days";

const day = plainDate;

describe("рабочие дни", () => {
  it("28.02.2022 и пять рабочих дней дают 05.03.2022, рабочую субботу", () => {
    expect(russianCalendar.addWorkingDays(day("2022-02-28"), 5)).toBe("2022-03-05");
  });

  it("04.03.2022 и пять рабочих дней дают 14.03.2022", () => {
    expect(russianCalendar.addWorkingDays(day("2022-03-04"), 5)).toBe("2022-03-14");
  });

  it("рабочая суббота рабочая, перенесённый понедельник нет", () => {
    expect([russianCalendar.isWorkingDay(day("2022-03-05")), russianCalendar.isWorkingDay(day("2022-03-07"))]).toEqual([true, false]);
    expect([russianCalendar.isWorkingDay(day("2024-04-27")), russianCalendar.isShortDay(day("2024-04-27"))]).toEqual([true, false]);
  });

  it("оплачиваемые нерабочие дни мая 2021 года в срок не входят", () => {
    expect(russianCalendar.addWorkingDays(day("2021-04-30"), 1)).toBe("2021-05-11");
  });

  it("предпраздничный день короче", () => {
    expect([russianCalendar.isShortDay(day("2026-05-08")), russianCalendar.isShortDay(day("2026-05-07"))]).toEqual([true, false]);
  });

  it("за последним постановлением известны только выходные и праздники, и это помечено", () => {
    expect([russianCalendar.isPreliminary(day("2027-12-31")), russianCalendar.isPreliminary(day("2028-01-01"))]).toEqual([false, true]);
    expect(russianCalendar.addWorkingDays(day("2027-12-30"), 1)).toBe("2028-01-10");
    expect(russianCalendar.isWorkingDay(day("2028-02-23"))).toBe(false);
    expect(russianCalendar.isWorkingDay(day("2028-02-24"))).toBe(true);
    expect(russianCalendar.isShortDay(day("2028-02-22"))).toBe(true);
    expect(russianCalendar.isPreliminary(day("2020-12-31"))).toBe(true);
  });

  it("срок кончается в 24:00 последнего дня по часам муниципалитета", () => {
    const lateEvening = new Date("2022-02-28T20:30:00Z");
    const inMoscow = russianCalendar.workingDeadline(lateEvening, 5, "Europe/Moscow");
    const inKamchatka = russianCalendar.workingDeadline(lateEvening, 5, "Asia/Kamchatka");
    expect(inMoscow.toISOString()).toBe("2022-03-05T21:00:00.000Z");
    // On Kamchatka it is already 1 March: the count starts a day later and skips the holidays.
    expect(inKamchatka.toISOString()).toBe("2022-03-09T12:00:00.000Z");
  });

  it("свой выходной и свой рабочий день муниципалитета важнее общих", () => {
    const own = new WorkingCalendar(productionCalendars, {
      daysOff: [day("2026-03-10")], workingDays: [day("2026-03-14")],
    });
    expect(own.addWorkingDays(day("2026-03-09"), 1)).toBe("2026-03-11");
    expect(own.isWorkingDay(day("2026-03-14"))).toBe(true);
    expect(() => new WorkingCalendar({}, { daysOff: [day("2026-03-10")], workingDays: [day("2026-03-10")] })).toThrow(RangeError);
  });

  it("срок в календарных днях кончается и в выходной, если закон не переносит", () => {
    const from = day("2026-02-06");
    const end = (rule: "keep" | "next" | "previous") => russianCalendar.calendarDeadline(from, 30, "UTC", rule).toISOString().slice(0, 10);
    // The 30th day is Sunday 8 March, Monday the 9th is off.
    expect([end("keep"), end("next"), end("previous")]).toEqual(["2026-03-09", "2026-03-11", "2026-03-07"]);
  });

  it("осталось ноль дней в последний день и меньше нуля после", () => {
    const deadline = russianCalendar.workingDeadline(day("2026-03-02"), 3, "Asia/Kamchatka");
    const left = (now: string) => russianCalendar.workingDaysLeft(new Date(now), deadline, "Asia/Kamchatka");
    expect([left("2026-03-02T00:00:00Z"), left("2026-03-05T11:59:00Z"), left("2026-03-05T12:00:00Z")]).toEqual([3, 0, -1]);
  });

  it.each([1.5, Number.NaN, 10_001])("%d дней не срок", (count) => {
    expect(() => russianCalendar.addWorkingDays(day("2026-03-02"), count)).toThrow(RangeError);
  });

  it("пропуск года в данных не проходит молча", () => {
    const empty = { daysOff: [], shortDays: [], workingDays: [] };
    expect(() => new WorkingCalendar({ 2021: empty, 2023: empty })).toThrow(RangeError);
  });
});

/** The obvious way: one day after another through Temporal and the lists as they stand. */
function obviousAdd(event: Temporal.PlainDate, count: number): string {
  let date = event;
  for (let left = count; left > 0; ) {
    date = date.add({ days: 1 });
    if (obviouslyWorking(date)) left -= 1;
  }
  return date.toString();
}

function obviouslyWorking(date: Temporal.PlainDate): boolean {
  const year = productionCalendars[date.year];
  const monthDay = date.toString().slice(5);
  if (year?.workingDays.includes(monthDay) || year?.shortDays.includes(monthDay)) return true;
  return date.dayOfWeek < 6 && !year?.daysOff.includes(monthDay);
}

const zones = fc.constantFrom("Asia/Kamchatka", "Europe/Kaliningrad", "Asia/Kathmandu");
const sevenYears = { min: new Date("2021-01-02T00:00:00Z"), max: new Date("2027-09-30T00:00:00Z"), noInvalidDate: true };
const anyDay = fc.integer({ min: toEpochDay(day("2021-01-01")), max: toEpochDay(day("2027-09-30")) }).map(fromEpochDay);

describe("рабочие дни при любых датах", () => {
  it("последний день срока совпадает с подсчётом вручную в любом поясе", () => {
    fc.assert(fc.property(fc.date(sevenYears), zones, fc.integer({ min: 0, max: 40 }), (instant, zone, count) => {
      const event = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate();
      const expected = obviousAdd(event, count);
      expect(russianCalendar.addWorkingDays(instant, count, zone)).toBe(expected);
      const end = Temporal.PlainDate.from(expected).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
      expect(russianCalendar.workingDeadline(instant, count, zone).getTime()).toBe(end);
    }), { numRuns: 1_000 });
  });

  it("число рабочих дней между событием и концом срока равно сроку, в обе стороны", () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (from, count) => {
      const to = russianCalendar.addWorkingDays(from, count);
      expect(russianCalendar.workingDaysBetween(from, to)).toBe(count === 0 ? 0 : count);
      if (count !== 0) expect(russianCalendar.isWorkingDay(to)).toBe(true);
    }), { numRuns: 1_000 });
  });

  it("чем длиннее срок или позже событие, тем не раньше конец", () => {
    fc.assert(fc.property(anyDay, fc.nat(40), (from, count) => {
      const end: PlainDate = russianCalendar.addWorkingDays(from, count);
      expect(russianCalendar.addWorkingDays(from, count + 1) > end).toBe(true);
      expect(russianCalendar.addWorkingDays(fromEpochDay(toEpochDay(from) + 1), count) >= end).toBe(true);
    }));
  });
});
