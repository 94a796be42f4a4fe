import fc from "fast-check";
import { expect, test } from "vitest";
import { hiddenMark, isHiding, leftToRead } from "./rules";

const word = fc.constantFrom("Иванов", "с", "Мира", "двор", "шумит", "5", "соседи");
const words = fc.array<string>(word, { minLength: 1, maxLength: 12 });
const text = (all: readonly string[]) => all.join(" ");

test("скрытое в любых местах – скрытое, сколько бы его ни было", () => {
  fc.assert(fc.property(fc.array(fc.record({ word, isHidden: fc.boolean() }), { minLength: 1, maxLength: 14 }), (all) => {
    expect(isHiding(text(all.map((one) => one.word)), text(all.map((one) => (one.isHidden ? hiddenMark : one.word))))).toBe(true);
  }));
});

test("добавленное слово – не скрытое, где бы его ни вставили", () => {
  fc.assert(fc.property(words, fc.nat(12), fc.array(fc.nat(12), { maxLength: 3 }), (all, at, hidden) => {
    const shown = all.map((one, index) => (hidden.includes(index) ? hiddenMark : one)).toSpliced(at, 0, "однако");
    expect(isHiding(text(all), text(shown))).toBe(false);
  }));
});

test("переставить, заменить и выбросить без знака нельзя; пробелы у знака не в счёт", () => {
  const written = "Сосед Иванов из пятой квартиры шумит ночью";
  expect(isHiding(written, "Сосед […] из пятой квартиры шумит ночью")).toBe(true);
  expect(isHiding(written, "Сосед[…]шумит ночью")).toBe(true);
  expect(isHiding(written, "[…]")).toBe(true);
  expect(isHiding(written, "Сосед […] шумит днём")).toBe(false);
  expect(isHiding(written, "Сосед из пятой квартиры шумит ночью")).toBe(false);
  expect(isHiding(written, "[…] шумит […] Иванов […]")).toBe(false);
  // one piece of the text stands for one piece of what is shown
  expect(isHiding("шумит", "шумит […] шумит")).toBe(false);
  expect(leftToRead("[…] шумит […]")).toBe(5);
});
