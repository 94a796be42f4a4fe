import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fixedHolidays, productionCalendars } from "@/shared/dates/calendar-data";
import { OfficeCalendar, usualSchedule, type Hours, type OfficeSchedule } from "@/shared/dates/office-calendar";
import { addDays, plainDate, type PlainDate } from "@/shared/dates/plain-date";
import { plainDateIn, zonedDateToInstant } from "@/shared/dates/zone";
import { dueAt, elapsed, inForce, isTightening, leastWeekHours, leftAt, problemOf, resume, termFor, usualRegulation, wholeOf } from "./rules";
import { termSubjects, termUnits, type RegulationTerm, type Term } from "./schema";

const minute = 60_000;
const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

const arbitraryHours = fc.tuple(fc.integer({ min: 6, max: 11 }), fc.integer({ min: 3, max: 12 })).map(([from, length]): Hours => ({ from: clock(from * 60), to: clock((from + length) * 60) }));
const arbitraryDay = fc.integer({ min: 0, max: 7 * 365 }).map((n) => addDays(plainDate("2021-01-01"), n));
const arbitrarySchedule = fc
  .record({
    week: fc.tuple(arbitraryHours, ...Array.from({ length: 6 }, () => fc.option(arbitraryHours, { freq: 3 }))),
    lunch: fc.option(fc.integer({ min: 11 * 60, max: 13 * 60 }).map((from) => ({ from: clock(from), to: clock(from + 48) }))),
    shorterBy: fc.constantFrom(0, 60, 90),
    daysOff: fc.uniqueArray(arbitraryDay, { maxLength: 6 }),
    extra: fc.uniqueArray(arbitraryDay, { maxLength: 6 }),
  })
  .map(({ extra, ...schedule }): OfficeSchedule => ({ ...schedule, workingDays: extra.filter((day) => !schedule.daysOff.includes(day)) }));
const zones = fc.constantFrom("Europe/Kirov", "Asia/Kamchatka", "Europe/Kaliningrad", "Europe/Berlin", "Asia/Kathmandu");
const sevenYears = { from: Date.parse("2021-01-01T00:00:00Z"), to: Date.parse("2027-11-30T00:00:00Z") };
const moments = fc.integer({ min: sevenYears.from / minute, max: sevenYears.to / minute }).map((n) => new Date(n * minute));

/** The lists as they stand, one after the other. */
function kindOf(day: PlainDate, { daysOff, workingDays }: OfficeSchedule): "off" | "weekend" | "short" | "full" {
  if (daysOff.includes(day)) return "off";
  if (workingDays.includes(day)) return "full";
  const [year, rest] = [productionCalendars[Number(day.slice(0, 4))], day.slice(5)];
  if (year?.daysOff.includes(rest)) return "off";
  if (year?.shortDays.includes(rest)) return "short";
  if (year?.workingDays.includes(rest)) return "full";
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  if (year) return weekday === 0 || weekday === 6 ? "weekend" : "full";
  if (fixedHolidays.includes(rest)) return "off";
  if (weekday === 0 || weekday === 6) return "weekend";
  return fixedHolidays.includes(addDays(day, 1).slice(5)) ? "short" : "full";
}

/** Is the door open in the minute that begins at this time of this day? */
function isOpen(day: PlainDate, time: number, schedule: OfficeSchedule): boolean {
  const kind = kindOf(day, schedule);
  if (kind === "off") return false;
  const weekday = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
  let hours = schedule.week[weekday] ?? null;
  if (hours === null && kind !== "weekend" && (weekday > 4 || schedule.workingDays.includes(day))) hours = schedule.week[4] ?? schedule.week.find((one) => one !== null) ?? null;
  if (hours === null) return false;
  const at = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  const closes = at(hours.to) - (kind === "short" ? schedule.shorterBy : 0);
  if (time < at(hours.from) || time >= closes) return false;
  return schedule.lunch === null || time < at(schedule.lunch.from) || time >= at(schedule.lunch.to);
}

/** The town hall's clock, a minute at a time. Offsets change on full hours only, so it is read once an hour. */
function* minutesFrom(start: Date, zone: string): Generator<{ at: number; day: PlainDate; time: number }> {
  const read = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  for (let hour = Math.floor(start.getTime() / (60 * minute)) * 60 * minute; ; hour += 60 * minute) {
    const wall = Date.parse(`${read.format(hour).replace(" ", "T")}:00Z`);
    const first = new Date(wall).toISOString().slice(0, 10) as PlainDate;
    const [next, since] = [addDays(first, 1), (wall - Date.parse(`${first}T00:00:00Z`)) / minute];
    for (let passed = 0; passed < 60; passed += 1) {
      const at = hour + passed * minute;
      const time = since + passed;
      if (at >= start.getTime()) yield time < 1440 ? { at, day: first, time } : { at, day: next, time: time - 1440 };
    }
  }
}

/** The slow and obvious way: minute after minute until the term is used up. */
function slowly(start: Date, { amount, unit }: Term, schedule: OfficeSchedule, zone: string): Date {
  let left = unit === "workingHours" ? amount * 60 : amount;
  let today: PlainDate | null = null;
  let previous = "";
  for (const { at, day, time } of minutesFrom(start, zone)) {
    today ??= day;
    if (unit === "workingHours") {
      if (isOpen(day, time, schedule)) left -= 1;
      if (left === 0) return new Date(at + minute);
      continue;
    }
    const begins = day !== previous;
    previous = day;
    if (!begins) continue;
    const rests = ["off", "weekend"].includes(kindOf(day, schedule));
    // the midnight after the last day that counts
    if (left < 0) return new Date(at);
    if (day === today && left > 0) continue;
    if (day !== today && (unit === "calendarDays" || !rests)) left -= 1;
    if (left <= 0) left = unit === "calendarDays" && rests ? 0 : -1;
  }
  throw new Error("unreachable");
}

describe("срок против медленного счёта по минутам, по календарям 2021–2027", () => {
  test("рабочие часы: обед, короткие и перенесённые дни, свои часы и пояс", () => {
    fc.assert(fc.property(moments, fc.integer({ min: 1, max: 40 }), arbitrarySchedule, zones, (start, amount, schedule, zone) => {
      const term = { amount, unit: "workingHours" } as const;
      expect(dueAt(start, term, new OfficeCalendar(zone, schedule))).toEqual(slowly(start, term, schedule, zone));
    }), { numRuns: 400 });
  });

  test("рабочие и календарные дни", () => {
    fc.assert(fc.property(moments, fc.integer({ min: 1, max: 30 }), fc.constantFrom("workingDays", "calendarDays"), arbitrarySchedule, zones, (start, amount, unit, schedule, zone) => {
      const term = { amount, unit } as const;
      expect(dueAt(start, term, new OfficeCalendar(zone, schedule))).toEqual(slowly(start, term, schedule, zone));
    }), { numRuns: 300 });
  });

  test("каждый день семи лет: четыре часа, два рабочих дня", () => {
    const zone = "Europe/Kirov";
    const office = new OfficeCalendar(zone);
    for (let day = plainDate("2021-01-01"); day < "2027-12-20"; day = addDays(day, 1)) {
      const start = zonedDateToInstant(day, "16:30", zone);
      for (const term of [{ amount: 4, unit: "workingHours" }, { amount: 2, unit: "workingDays" }] as const) {
        expect([day, term.unit, dueAt(start, term, office)]).toEqual([day, term.unit, slowly(start, term, usualSchedule, zone)]);
      }
    }
  });
});

describe("счёт срока", () => {
  const zone = "Europe/Kirov";
  const at = (day: string, time: string) => zonedDateToInstant(plainDate(day), time, zone);
  const office = (own: Partial<OfficeSchedule> = {}) => new OfficeCalendar(zone, { ...usualSchedule, ...own });
  const hours = (amount: number) => ({ amount, unit: "workingHours" }) as const;

  test.each([
    ["внутри дня", "2026-03-10", "10:30", 4, "2026-03-10", "14:30"],
    ["ровно до закрытия остаётся в этом дне", "2026-03-10", "14:00", 4, "2026-03-10", "18:00"],
    ["с вечера пятницы переходит на понедельник", "2026-03-13", "17:00", 4, "2026-03-16", "12:00"],
    ["до открытия считает с открытия", "2026-03-10", "03:00", 4, "2026-03-10", "13:00"],
    ["предпраздничный день на час короче", "2026-04-30", "16:00", 2, "2026-05-04", "10:00"],
    ["праздник не считается", "2026-05-08", "15:00", 4, "2026-05-12", "11:00"],
    ["перенесённая рабочая суббота считается, и она короткая", "2022-03-05", "15:00", 3, "2022-03-09", "10:00"],
  ])("%s", (_, day, time, amount, endDay, endTime) => {
    expect(dueAt(at(day, time), hours(amount), office())).toEqual(at(endDay, endTime));
  });

  test("в обед часы стоят", () => {
    expect(dueAt(at("2026-03-10", "12:00"), hours(2), office({ lunch: { from: "13:00", to: "14:00" } }))).toEqual(at("2026-03-10", "15:00"));
  });

  test("открытая суббота муниципалитета идёт в часы, но не в рабочие дни; праздничная суббота – никуда", () => {
    const open = office({ week: [...usualSchedule.week.slice(0, 5), { from: "10:00", to: "14:00" }, null] });
    expect(dueAt(at("2026-03-13", "17:00"), hours(4), open)).toEqual(at("2026-03-14", "13:00"));
    expect(dueAt(at("2026-03-13", "17:00"), { amount: 1, unit: "workingDays" }, open)).toEqual(at("2026-03-16", "24:00"));
    expect(open.hoursOn(plainDate("2025-11-08"))).toEqual({ from: "10:00", to: "14:00" });
    expect(open.hoursOn(plainDate("2022-01-08"))).toBeNull();
  });

  test("закрытый по вторникам муниципалитет рабочих дней не растягивает", () => {
    const closed = office({ week: usualSchedule.week.map((day, index) => (index === 1 ? null : day)) });
    expect(dueAt(at("2026-03-16", "10:00"), { amount: 2, unit: "workingDays" }, closed)).toEqual(at("2026-03-18", "24:00"));
  });

  test("контора, которая не открывается, срока не имеет", () => {
    expect(() => dueAt(at("2026-03-10", "10:00"), hours(1), office({ week: [null, null, null, null, null, null, null] }))).toThrow(RangeError);
  });
});

describe("прошедшее и остановка", () => {
  const terms = fc.record({ amount: fc.integer({ min: 1, max: 40 }), unit: fc.constantFrom(...termUnits) });
  const offices = fc.tuple(arbitrarySchedule, zones).map(([schedule, zone]) => new OfficeCalendar(zone, schedule));
  const later = fc.integer({ min: 0, max: 60 * 24 * 60 });

  test("к концу срока прошло ровно столько, сколько он длится", () => {
    fc.assert(fc.property(moments, terms, offices, (start, term, office) => {
      const due = dueAt(start, term, office);
      if (term.unit === "workingHours") expect(elapsed(start, due, term.unit, office)).toBeCloseTo(term.amount, 9);
      else expect(elapsed(start, new Date(due.getTime() - 1), term.unit, office)).toBeGreaterThanOrEqual(term.amount);
      if (term.unit === "workingDays") expect(elapsed(start, new Date(due.getTime() - 1), term.unit, office)).toBe(term.amount);
    }), { numRuns: 300 });
  });

  test("больший срок кончается не раньше", () => {
    fc.assert(fc.property(moments, terms, fc.integer({ min: 0, max: 9 }), offices, (start, term, more, office) => {
      expect(dueAt(start, { ...term, amount: term.amount + more }, office) >= dueAt(start, term, office)).toBe(true);
    }), { numRuns: 300 });
  });

  test("остановленный и тут же возобновлённый срок не сдвигается", () => {
    fc.assert(fc.property(moments, terms, offices, fc.integer({ min: -3 * 24 * 60, max: 3 * 24 * 60 }), (start, term, office, away) => {
      const due = dueAt(start, term, office);
      const now = new Date(start.getTime() + away * minute);
      const left = leftAt(now, due, term.unit, office);
      const again = resume(now, left, term.unit, office);
      if (left > 0) expect(again).toEqual(due);
    }), { numRuns: 300 });
  });

  test("сколько ни стой, остаётся столько же; просроченное прощения не получает", () => {
    fc.assert(fc.property(moments, terms, offices, later, later, (start, term, office, paused, waited) => {
      const asked = new Date(start.getTime() + paused * minute);
      const left = leftAt(asked, dueAt(start, term, office), term.unit, office);
      const answered = new Date(asked.getTime() + waited * minute);
      const due = resume(answered, left, term.unit, office);
      const after = leftAt(answered, due, term.unit, office);
      const today = plainDateIn(office.zone, answered);
      if (term.unit === "calendarDays") expect(after).toBeGreaterThanOrEqual(left);
      // nobody answers on a Sunday: what had no day left ends with the next working one
      else expect(after).toBe(term.unit === "workingDays" && left === 0 && !office.days.isWorkingDay(today) ? 1 : left);
      if (left < 0) expect(due <= answered).toBe(true);
    }), { numRuns: 400 });
  });

  test("без остатка в выходной срок кончается следующим рабочим днём", () => {
    expect(resume(new Date("2026-11-21T09:00:00Z"), 0, "workingDays", new OfficeCalendar("Europe/Moscow")).toISOString()).toBe("2026-11-23T21:00:00.000Z");
  });

  test("срок, который ещё не начался, останавливается целиком", () => {
    expect([wholeOf({ amount: 4, unit: "workingHours" }), wholeOf({ amount: 10, unit: "workingDays" })]).toEqual([240, 10]);
  });
});

describe("муниципалитет ужесточает, но не ослабляет", () => {
  const own = fc.uniqueArray(fc.record({ subject: fc.constantFrom(...termSubjects), amount: fc.integer({ min: 1, max: 60 }), unit: fc.constantFrom(...termUnits) }), { selector: ({ subject }) => subject });
  const asTerms = (some: readonly (Term & { subject: RegulationTerm["subject"] })[]): RegulationTerm[] => some.map((term) => ({ ...termFor(usualRegulation, term.subject), ...term }));

  test("что бы муниципалитет ни записал, ни один срок не длиннее срока марафона и не считается иначе", () => {
    fc.assert(fc.property(own, own, moments, zones, (base, wished, start, zone) => {
      const office = new OfficeCalendar(zone);
      const common = inForce(asTerms(base), []);
      for (const term of inForce(asTerms(base), asTerms(wished))) {
        const bound = termFor(common, term.subject);
        expect(isTightening(bound, term)).toBe(true);
        expect(dueAt(start, term, office) <= dueAt(start, bound, office)).toBe(true);
        expect([term.reactor, term.goesUpTo]).toEqual([bound.reactor, bound.goesUpTo]);
      }
    }));
  });

  test("длиннее, в других единицах – не ужесточение", () => {
    const base = { amount: 5, unit: "workingDays" } as const;
    expect([isTightening(base, { amount: 6, unit: "workingDays" }), isTightening(base, { amount: 1, unit: "calendarDays" }), isTightening(base, { amount: 5, unit: "workingDays" })]).toEqual([false, false, true]);
  });

  test("сократил марафон – прежнее сокращение муниципалитета больше не в счёт", () => {
    const [mine] = asTerms([{ subject: "initiativeAnswer", amount: 12, unit: "workingDays" }]);
    expect(termFor(inForce(usualRegulation, [mine as RegulationTerm]), "initiativeAnswer")).toMatchObject({ amount: 12, shortenedFrom: 15 });
    const [shorter] = asTerms([{ subject: "initiativeAnswer", amount: 10, unit: "workingDays" }]);
    expect(termFor(inForce([shorter as RegulationTerm], [mine as RegulationTerm]), "initiativeAnswer")).toMatchObject({ amount: 10, shortenedFrom: null });
  });
});

describe("часы работы", () => {
  const nine = { from: "09:00", to: "18:00" };
  test.each([
    ["закрывается раньше, чем открывается", { week: [{ from: "18:00", to: "09:00" }, nine, nine, null, null, null, null] }, "field.dayOrder"],
    ["обед вне рабочего дня", { lunch: { from: "19:00", to: "20:00" } }, "field.lunchOutside"],
    [`меньше ${leastWeekHours} часов в неделю`, { week: [{ from: "09:00", to: "12:00" }, null, null, null, null, null, null] }, "field.weekTooShort"],
    ["день и нерабочий, и рабочий", { daysOff: [plainDate("2026-04-21")], workingDays: [plainDate("2026-04-21")] }, "field.dayTwice"],
  ] as const)("%s", (_, wrong, problem) => {
    expect(problemOf({ ...usualSchedule, ...wrong })).toBe(problem);
  });

  test("обычные часы годятся", () => {
    expect(problemOf({ ...usualSchedule, lunch: { from: "13:00", to: "13:48" } })).toBeNull();
  });
});
