import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roles, roleSeat } from "@/access/roles";
import { addDays, plainDate } from "@/shared/dates/plain-date";
import { endOfDayIn, plainDateIn, startOfDayIn } from "@/shared/dates/zone";
import { isAboutToEnd, isOfMarathon, isRoleHere, isWithin, overlaps, periodFor, seatOfUnit } from "./rules";

const zone = "Europe/Kirov";
const now = new Date("2026-03-10T09:00:00Z");
const closing = plainDate("2026-04-30");

describe("назначение", () => {
  test("роль не на своём месте не бывает", () => {
    expect([isRoleHere("coordinator", "municipality"), isRoleHere("head", "organisation"), isRoleHere("workingGroupLead", "hotline"), isRoleHere("operator", null)]).toEqual([false, false, false, false]);
    for (const role of roles) expect(isRoleHere(role, roleSeat[role])).toBe(true);
    expect([seatOfUnit("department"), seatOfUnit("branchBody"), seatOfUnit("organisation")]).toEqual([null, null, "organisation"]);
  });

  test("конец раньше начала, в прошлом или после марафона не принимается", () => {
    expect(periodFor({ startsOn: plainDate("2026-03-20"), endsOn: plainDate("2026-03-19") }, closing, now, zone)).toBeNull();
    expect(periodFor({ startsOn: plainDate("2026-03-01"), endsOn: plainDate("2026-03-09") }, closing, now, zone)).toBeNull();
    expect(periodFor({ startsOn: null, endsOn: addDays(closing, 1) }, closing, now, zone)).toBeNull();
  });

  test("роль марафона длится до конца завершающего периода включительно, глава и руководитель — без срока", () => {
    expect(periodFor({ startsOn: null, endsOn: null }, closing, now, zone)).toEqual({ startsAt: now, endsAt: endOfDayIn(zone, closing) });
    expect(periodFor({ startsOn: null, endsOn: null }, null, now, zone)).toEqual({ startsAt: now, endsAt: null });
    expect([isOfMarathon("coordinator"), isOfMarathon("head"), isOfMarathon("director")]).toEqual([true, false, false]);
  });

  test("дни считаются в часовом поясе муниципалитета", () => {
    const day = plainDate("2026-03-20");
    expect(periodFor({ startsOn: day, endsOn: day }, closing, now, "Asia/Vladivostok")).toEqual({ startsAt: startOfDayIn("Asia/Vladivostok", day), endsAt: endOfDayIn("Asia/Vladivostok", day) });
  });

  test("период, каков бы он ни был, не пуст и не кончен", () => {
    const day = fc.option(fc.integer({ min: -60, max: 80 }).map((days) => addDays(plainDateIn(zone, now), days)), { nil: null });
    fc.assert(fc.property(day, day, fc.boolean(), (startsOn, endsOn, isMarathon) => {
      const period = periodFor({ startsOn, endsOn }, isMarathon ? closing : null, now, zone);
      if (period === null) return;
      expect(period.endsAt === null || (period.endsAt > period.startsAt && period.endsAt > now)).toBe(true);
    }));
  });
});

describe("периоды", () => {
  const instant = fc.integer({ min: 0, max: 50 }).map((hours) => new Date(now.getTime() + hours * 3_600_000));
  const period = fc.tuple(instant, fc.option(fc.integer({ min: 1, max: 20 }), { nil: null })).map(([startsAt, hours]) => ({ startsAt, endsAt: hours === null ? null : new Date(startsAt.getTime() + hours * 3_600_000) }));

  test("пересечение взаимно и совпадает с перебором по часам", () => {
    const holds = (one: { startsAt: Date; endsAt: Date | null }, at: Date) => one.startsAt <= at && (one.endsAt === null || one.endsAt > at);
    fc.assert(fc.property(period, period, (a, b) => {
      const slow = Array.from({ length: 80 }, (_, hour) => new Date(now.getTime() + hour * 3_600_000)).some((at) => holds(a, at) && holds(b, at));
      expect([overlaps(a, b), overlaps(b, a)]).toEqual([slow, slow]);
    }));
  });

  test("замещающий не дольше замещаемого", () => {
    const day = (days: number) => new Date(now.getTime() + days * 86_400_000);
    expect(isWithin({ startsAt: day(1), endsAt: day(9) }, { startsAt: now, endsAt: day(8) })).toBe(false);
    expect(isWithin({ startsAt: day(1), endsAt: null }, { startsAt: now, endsAt: day(8) })).toBe(false);
    expect(isWithin({ startsAt: day(1), endsAt: day(8) }, { startsAt: now, endsAt: day(8) })).toBe(true);
    expect(isWithin({ startsAt: day(1), endsAt: day(8) }, { startsAt: now, endsAt: null })).toBe(true);
  });
});

test("скоро кончается — за неделю и не вместе с марафоном", () => {
  const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
  expect(isAboutToEnd({ endsAt: inDays(6) }, closing, now, zone)).toBe(true);
  expect(isAboutToEnd({ endsAt: inDays(8) }, closing, now, zone)).toBe(false);
  expect(isAboutToEnd({ endsAt: inDays(-1) }, closing, now, zone)).toBe(false);
  expect(isAboutToEnd({ endsAt: null }, closing, now, zone)).toBe(false);
  expect(isAboutToEnd({ endsAt: endOfDayIn(zone, closing) }, closing, endOfDayIn(zone, addDays(closing, -2)), zone)).toBe(false);
});
