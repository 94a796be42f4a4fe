import fc from "fast-check";
import { expect, test } from "vitest";
import { fillTemplate } from "./rules";

test("номер и название встают на свои места, остальное остаётся слово в слово", () => {
  expect(fillTemplate("Инициатива № {номер} «{название}» поддержана.", { number: "2026-12", title: "Фонари" })).toBe("Инициатива № 2026-12 «Фонари» поддержана.");
  expect(fillTemplate("{number}: {title}", { number: "7", title: "{номер}" })).toBe("7: {номер}");
});

test("шаблон без мест не меняется, каким бы ни было название", () => {
  fc.assert(fc.property(fc.string().filter((text) => !text.includes("{")), fc.string(), fc.string(), (template, number, title) => fillTemplate(template, { number, title }) === template));
});

test("знаки названия ничего не значат для замены", () => {
  fc.assert(fc.property(fc.string(), (title) => fillTemplate("«{название}»", { number: "1", title }) === `«${title}»`));
});
