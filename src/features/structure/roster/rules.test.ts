import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, plainDate } from "@/shared/dates/plain-date";
import { plainDateIn } from "@/shared/dates/zone";
import { coveredUntil, dutyAt, isOverlapping, requiredOn, shiftsOf, uncovered, type Span } from "./rules";

const zone = "Asia/Vladivostok";
const now = new Date("2026-03-10T00:00:00Z");
const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const span = (from: number, to: number): Span => ({ startsAt: at(from), endsAt: at(to) });
const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 200 })).map(([from, length]) => span(from, from + length)), { maxLength: 12 });

describe("чего график не принимает", () => {
  const plan = { startsOn: plainDate("2026-03-11"), endsOn: plainDate("2026-03-20"), weekdays: [1, 2, 3, 4, 5], from: "08:00", to: "17:00" };
  test("дни задом наперёд, больше трёх месяцев и начало в 24:00", () => {
    expect(shiftsOf({ ...plan, endsOn: plainDate("2026-03-10") }, zone, now)).toBeNull();
    expect(shiftsOf({ ...plan, endsOn: addDays(plan.startsOn, 92) }, zone, now)).toBeNull();
    expect(shiftsOf({ ...plan, from: "24:00", to: "08:00" }, zone, now)).toBeNull();
  });
  test("что уже прошло", () => {
    expect(shiftsOf({ ...plan, startsOn: plainDate("2026-03-02"), endsOn: plainDate("2026-03-09") }, zone, now)).toEqual([]);
  });
});

test("смена идёт по часам муниципалитета, ночная кончается на следующий день", () => {
  const night = { startsOn: plainDate("2026-03-11"), endsOn: plainDate("2026-03-11"), weekdays: [3], from: "20:00", to: "08:00" };
  expect(shiftsOf(night, zone, now)).toEqual([{ startsAt: new Date("2026-03-11T10:00:00Z"), endsAt: new Date("2026-03-11T22:00:00Z") }]);
  expect(shiftsOf({ ...night, from: "00:00", to: "24:00" }, zone, now)).toEqual([{ startsAt: new Date("2026-03-10T14:00:00Z"), endsAt: new Date("2026-03-11T14:00:00Z") }]);
});

test("в выходной и в праздник по рабочему графику никого не ждут, по ежедневному ждут", () => {
  const hours = { from: 480, to: 1020, daily: false };
  expect(requiredOn(plainDate("2026-03-09"), hours, zone)).toBeNull();
  expect(requiredOn(plainDate("2026-03-07"), hours, zone)).toBeNull();
  expect(requiredOn(plainDate("2026-03-07"), { ...hours, daily: true }, zone)).not.toBeNull();
  expect(requiredOn(plainDate("2026-03-10"), hours, zone)).toEqual({ startsAt: new Date("2026-03-09T22:00:00Z"), endsAt: new Date("2026-03-10T07:00:00Z") });
});

test("каждая минута часов линии либо в чьей-то смене, либо в пробеле, и никогда в обоих", () => {
  fc.assert(fc.property(spans, fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 400 }), (shifts, from, length) => {
    const required = span(from, from + length);
    const gaps = uncovered(required, shifts);
    for (let minute = from; minute < from + length; minute += 1) {
      const one = span(minute, minute + 1);
      expect(shifts.some((shift) => isOverlapping(shift, one))).toBe(!gaps.some((gap) => isOverlapping(gap, one)));
    }
    for (const gap of gaps) expect(gap.startsAt >= required.startsAt && gap.endsAt <= required.endsAt && gap.startsAt < gap.endsAt).toBe(true);
  }));
});

test("кто сейчас и кто следующий; смены встык — одно дежурство", () => {
  const shifts = [span(-60, 60), span(60, 120), span(200, 260)];
  expect(dutyAt(shifts, now)).toEqual({ onDuty: [shifts[0]], next: shifts[1] });
  expect(coveredUntil(shifts, now)).toEqual(at(120));
  expect(dutyAt([], now)).toEqual({ onDuty: [], next: null });
});

test("смены плана не пересекаются и приходятся на выбранные дни недели", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 91 }), fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), (days, weekdays) => {
    const startsOn = plainDate("2026-03-11");
    const made = shiftsOf({ startsOn, endsOn: addDays(startsOn, days), weekdays, from: "09:30", to: "18:00" }, zone, now) ?? [];
    made.forEach((shift, at) => {
      expect(weekdays).toContain(((new Date(`${plainDateIn(zone, shift.startsAt)}T00:00:00Z`).getUTCDay() + 6) % 7) + 1);
      if (at > 0) expect(isOverlapping(shift, made[at - 1]!)).toBe(false);
    });
  }));
});
