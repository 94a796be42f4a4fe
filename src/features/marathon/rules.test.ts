import { expect, test } from "vitest";
import { plainDate } from "@/shared/dates/plain-date";
import { courseOf, currentFirst, phaseOf } from "./rules";

const dates = { startsOn: plainDate("2023-02-14"), endsOn: plainDate("2023-03-31"), closingEndsOn: plainDate("2023-04-30") };

test("последний день включителен: в 23:59 по местному времени ещё принимают, в полночь уже нет", () => {
  expect(phaseOf(dates, new Date("2023-03-31T20:59:59Z"), "Europe/Moscow")).toBe("collecting");
  expect(phaseOf(dates, new Date("2023-03-31T21:00:00Z"), "Europe/Moscow")).toBe("closing");
});

test("на Камчатке сбор кончается раньше, чем в Калининграде", () => {
  const instant = new Date("2023-03-31T13:00:00Z");
  expect(phaseOf(dates, instant, "Asia/Kamchatka")).toBe("closing");
  expect(phaseOf(dates, instant, "Europe/Kaliningrad")).toBe("collecting");
});

test("после завершающего периода марафон окончен, до первого дня ещё не начат", () => {
  expect(phaseOf(dates, new Date("2023-05-01T00:00:00Z"), "Europe/Moscow")).toBe("finished");
  expect(phaseOf(dates, new Date("2023-02-13T12:00:00Z"), "Europe/Moscow")).toBe("upcoming");
});

test("6 марта — 21-й день из 46, впереди 25", () => {
  expect(courseOf(dates, new Date("2023-03-06T12:00:00Z"), "Europe/Moscow")).toEqual({ day: 21, days: 46, daysLeft: 25 });
  expect(courseOf(dates, new Date("2023-01-01T12:00:00Z"), "Europe/Moscow")).toEqual({ day: 0, days: 46, daysLeft: 46 });
  expect(courseOf(dates, new Date("2023-07-01T12:00:00Z"), "Europe/Moscow")).toEqual({ day: 46, days: 46, daysLeft: 0 });
});

test("заведённый заранее следующий марафон не заслоняет идущего", () => {
  const next = { startsOn: plainDate("2024-02-14"), endsOn: plainDate("2024-03-31"), closingEndsOn: plainDate("2024-04-30") };
  const later = { startsOn: plainDate("2025-02-14"), endsOn: plainDate("2025-03-31"), closingEndsOn: plainDate("2025-04-30") };
  expect(currentFirst([later, next, dates], plainDate("2023-03-06"))).toEqual([dates, next, later]);
  expect(currentFirst([later, next], plainDate("2023-12-01"))).toEqual([next, later]);
});
