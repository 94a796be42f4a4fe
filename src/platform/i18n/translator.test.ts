import { expect, test } from "vitest";
import { translate } from "./translator";

const messages = { ru: { left: "{count, plural, one {остался # день} few {осталось # дня} other {осталось # дней}}" }, en: { left: "{count, plural, one {# day} other {# days}} left" } };

test("письмо говорит на языке человека, с верным числом", () => {
  expect([1, 3, 11].map((count) => translate("ru", messages)("left", { count }))).toEqual(["остался 1 день", "осталось 3 дня", "осталось 11 дней"]);
  expect(translate("en", messages)("left", { count: 1 })).toBe("1 day left");
});

test("фраза, которой нет, – ошибка, а не ключ в письме", () => {
  expect(() => translate("ru", messages)("absent")).toThrow();
});
