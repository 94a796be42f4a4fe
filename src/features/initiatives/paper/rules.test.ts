import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, plainDate } from "@/shared/dates/plain-date";
import { isSheetDay } from "./rules";
import { splitName } from "./ui/sheet-row";

const today = plainDate("2026-03-10");

test("день на листе – не завтра и не раньше года назад", () => {
  fc.assert(fc.property(fc.integer({ min: -800, max: 800 }), (days) => {
    expect(isSheetDay(addDays(today, days), today)).toBe(days <= 0 && days > -366);
  }));
});

test("имя одной строкой: фамилия, имя и всё остальное; одного слова мало", () => {
  expect([splitName(""), splitName("  "), splitName("Новикова")]).toEqual([null, null, null]);
  expect(splitName("  Новикова   Ольга ")).toEqual({ familyName: "Новикова", givenName: "Ольга", patronymic: "" });
  const word = fc.stringMatching(/^[А-Яа-я-]{1,12}$/);
  fc.assert(fc.property(fc.array(word, { minLength: 2, maxLength: 5 }), fc.constantFrom(" ", "  ", "\t", "\u00A0"), (words, gap) => {
    const [familyName, givenName, ...rest] = words;
    expect(splitName(words.join(gap))).toEqual({ familyName, givenName, patronymic: rest.join(" ") });
  }));
});
