import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, fromEpochDay, plainDate, type PlainDate } from "@/shared/dates/plain-date";
import { ageOn, legalToday, standingOf } from "./rules";
import { birthDateFieldOrNone } from "./schema";

const day = fc.integer({ min: -25_000, max: 40_000 }).map(fromEpochDay);
const yearsLater = (date: PlainDate, years: number) => plainDate(`${String(Number(date.slice(0, 4)) + years).padStart(4, "0")}${date.slice(4)}`);

test("младше 14 – нельзя, 14 и 15 – с представителем, с 16 – самому, с 18 ничего не нужно; в день рождения уже можно, накануне ещё нет", () => {
  const today = plainDate("2026-03-10");
  const cases: [string, string][] = [
    ["2030-01-01", "tooYoung"], ["2012-03-11", "tooYoung"], ["2012-03-10", "needsRepresentative"], ["2010-03-11", "needsRepresentative"], ["2010-03-10", "alone"], ["2008-03-11", "alone"], ["2008-03-10", "adult"], ["1950-01-01", "adult"],
  ];
  for (const [born, standing] of cases) expect(standingOf(plainDate(born), today), born).toBe(standing);
  expect(standingOf(null, today)).toBe("unknown");
});

test("родившийся 29 февраля взрослеет 1 марта обычного года", () => {
  const born = plainDate("2012-02-29");
  expect(ageOn(born, plainDate("2026-02-28"))).toBe(13);
  expect(ageOn(born, plainDate("2026-03-01"))).toBe(14);
  expect(ageOn(born, plainDate("2028-02-29"))).toBe(16);
});

test("с каждым днём возраст не убывает, растёт не больше чем на год и в каждый день рождения ровно на год", () => {
  fc.assert(fc.property(day, fc.nat(40_000), (born, later) => {
    const [today, tomorrow] = [addDays(born, later), addDays(born, later + 1)];
    const step = ageOn(born, tomorrow) - ageOn(born, today);
    expect(step === 0 || step === 1).toBe(true);
    expect(ageOn(born, born)).toBe(0);
  }));
  fc.assert(fc.property(day.filter((born) => !born.endsWith("02-29")), fc.integer({ min: 1, max: 100 }), (born, years) => {
    const birthday = yearsLater(born, years);
    expect(ageOn(born, birthday)).toBe(years);
    expect(ageOn(born, addDays(birthday, -1))).toBe(years - 1);
  }));
});

test("кому было можно вчера, тому можно и сегодня; чем позже родился, тем не больше дозволено", () => {
  const rank = { tooYoung: 0, needsRepresentative: 1, alone: 2, adult: 3, unknown: -1 };
  fc.assert(fc.property(day, fc.nat(40_000), fc.nat(2_000), (born, later, more) => {
    const today = addDays(born, later);
    expect(rank[standingOf(born, addDays(today, more))]).toBeGreaterThanOrEqual(rank[standingOf(born, today)]);
    expect(rank[standingOf(addDays(born, more), today)]).toBeLessThanOrEqual(rank[standingOf(born, today)]);
  }));
});

test("день считается не раньше, чем он наступил во всей стране", () => {
  expect(legalToday(new Date("2026-03-09T23:59:59Z"))).toBe("2026-03-09");
  expect(legalToday(new Date("2026-03-10T00:00:00Z"))).toBe("2026-03-10");
});

test("дату рождения пишут как привыкли; несуществующей, двузначного года и XIX века нет", () => {
  for (const text of ["12.03.2010", "12.3.2010", " 12/03/2010 ", "2010-03-12", "12 03 2010"]) expect(birthDateFieldOrNone.parse(text), text).toBe("2010-03-12");
  for (const text of ["31.02.2010", "12.03.10", "вчера", "12.03.1899", "2010"]) expect(birthDateFieldOrNone.safeParse(text).error?.issues[0]?.message, text).toBe("field.birthDate");
  expect(birthDateFieldOrNone.parse("  ")).toBeNull();
});
