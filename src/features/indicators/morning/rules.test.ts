import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, plainDate } from "@/shared/dates/plain-date";
import { measure, roundAt } from "../rules";
import type { DirectionLine } from "./schema";
import { belowCourse, byWeight, openingOf, towardsCheckpoint } from "./rules";

const zone = "Europe/Kirov";
const marathon = { id: "m", slug: "2023", name: "Муниципальный диалог", startsOn: plainDate("2023-02-14"), endsOn: plainDate("2023-03-31"), closingEndsOn: plainDate("2023-04-30") };
const noon = (day: string) => new Date(`${day}T09:00:00Z`);
const round = (day: string) => roundAt(marathon, noon(day), zone);
const checkpoint = { id: "c", name: "Итоги", date: plainDate("2023-03-15"), deadline: new Date("2023-03-15T21:00:00Z") };

test("6 марта до итогов 15 марта шесть рабочих дней и девять календарных: нужное в день считается по календарным", () => {
  const initiatives = measure(147, 291, [4, 4, 4, 4, 4, 4, 4], round("2023-03-06"));
  const next = towardsCheckpoint(checkpoint, initiatives, round("2023-03-06"), noon("2023-03-06"), zone);
  expect(next).toMatchObject({ workingDaysLeft: 6, daysLeft: 9, initiatives: 190 });
  expect(next.neededPerDay).toBeCloseTo(43 / 9);
});

test("в день итогов остаётся сегодняшний день, после часа итогов — ничего не просится", () => {
  const initiatives = measure(100, 200, [], round("2023-03-15"));
  expect(towardsCheckpoint(checkpoint, initiatives, round("2023-03-15"), noon("2023-03-15"), zone)).toMatchObject({ workingDaysLeft: 0, daysLeft: 0 });
});

test("без цели у даты нет числа, а первое предложение о цели молчит", () => {
  const initiatives = measure(5, null, [], round("2023-03-06"));
  const next = towardsCheckpoint(checkpoint, initiatives, round("2023-03-06"), noon("2023-03-06"), zone);
  expect(next).toMatchObject({ initiatives: null, neededPerDay: null });
  expect(openingOf({ round: round("2023-03-06"), initiatives, next })).toEqual({ kind: "noTarget" });
});

test("первое предложение: до начала, к дате, к концу, после конца", () => {
  const opening = (day: string, next: Parameters<typeof openingOf>[0]["next"]) => openingOf({ round: round(day), initiatives: measure(100, 300, [3], round(day)), next }).kind;
  const next = towardsCheckpoint(checkpoint, measure(100, 300, [3], round("2023-03-06")), round("2023-03-06"), noon("2023-03-06"), zone);
  expect(opening("2023-02-01", null)).toBe("upcoming");
  expect(opening("2023-03-06", next)).toBe("checkpoint");
  expect(opening("2023-03-20", null)).toBe("finish");
  expect(opening("2023-04-02", null)).toBe("over");
});

const line = (name: string, actual: number, target: number | null): DirectionLine =>
  ({ id: name, name, nameEn: name, figures: { users: 0, unconfirmed: 0, gross: actual, net: actual, answered: 0, included: 0 }, initiatives: measure(actual, target, [], round("2023-03-06")) });

test("ниже графика называются от самого отставшего; «чуть ниже» и без цели не называются", () => {
  const lines = [line("чуть", 21, 50), line("ЖКХ", 15, 50), line("образование", 17, 70), line("без цели", 0, null), line("транспорт", 41, 80)];
  expect(belowCourse(lines).map(({ name }) => name)).toEqual(["образование", "ЖКХ"]);
});

test("порядок строк: сначала с целью, от большей; ни одна не теряется", () => {
  const any = fc.array(fc.record({ actual: fc.nat(50), target: fc.option(fc.integer({ min: 1, max: 50 })) }), { maxLength: 12 });
  fc.assert(fc.property(any, (given) => {
    const lines = given.map(({ actual, target }, index) => line(String(index), actual, target));
    const sorted = byWeight(lines);
    expect(sorted.toSorted((a, b) => Number(a.name) - Number(b.name))).toEqual(lines);
    const targets = sorted.map(({ initiatives }) => initiatives.target ?? -1);
    expect(targets).toEqual(targets.toSorted((a, b) => b - a));
  }));
});

test("к концу сбора нужное к дате сравнивается с целым: дата за концом даёт всю цель", () => {
  const late = { ...checkpoint, date: addDays(marathon.endsOn, 10), deadline: new Date("2023-04-10T21:00:00Z") };
  expect(towardsCheckpoint(late, measure(10, 200, [], round("2023-03-20")), round("2023-03-20"), noon("2023-03-20"), zone).initiatives).toBe(200);
});
