import { describe, expect, it } from "vitest";
import { fixedHolidays, productionCalendars } from "./calendar-data";
import { dayOfWeek, isPlainDate, plainDate } from "./plain-date";
import { russianCalendar } from "./working-days";

const years = Object.entries(productionCalendars);

describe("производственный календарь", () => {
  it("есть на каждый год с 2021 по 2027", () => {
    expect(years.map(([year]) => Number(year))).toEqual([2021, 2022, 2023, 2024, 2025, 2026, 2027]);
  });

  it.each(years)("%s: каждый день существует, ни один не назван дважды", (year, { daysOff, shortDays, workingDays }) => {
    const days = [...daysOff, ...shortDays, ...workingDays];
    expect(days.filter((day) => !isPlainDate(`${year}-${day}`))).toEqual([]);
    expect(new Set(days).size).toBe(days.length);
  });

  it.each(years)("%s: праздники статьи 112 ТК РФ нерабочие", (year, { daysOff }) => {
    const weekdays = fixedHolidays.filter((day) => dayOfWeek(plainDate(`${year}-${day}`)) < 6);
    expect(weekdays.filter((day) => !daysOff.includes(day))).toEqual([]);
  });

  it.each([
    [2021, 240], [2022, 247], [2023, 247], [2024, 248], [2025, 247], [2026, 247], [2027, 247],
  ])("в %i году рабочих дней %i, как в постановлениях и указах", (year, count) => {
    const eve = plainDate(`${year - 1}-12-31`);
    expect(russianCalendar.workingDaysBetween(eve, plainDate(`${year}-12-31`))).toBe(count);
  });
});
