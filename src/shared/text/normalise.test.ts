import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanLine, cleanText, foldForComparison, foldYo } from "./normalise";

describe("чистка текста", () => {
  it("строка теряет невидимые знаки, лишние пробелы и переводы строк", () => {
    expect(cleanLine("  Дорога\u00a0к\u200b школе\u202e \r\n№\u00ad 2\u0000\ufeff ")).toBe("Дорога к школе № 2");
  });

  it("буквы, сложенные из двух знаков, становятся одной", () => {
    expect(cleanLine("и\u0306од, е\u0308ж")).toBe("йод, ёж");
  });

  it("абзацы сохраняются, лишние пустые строки нет", () => {
    expect(cleanText("  Первый \t абзац \r\n\r\n\r\n\r\n  второй\u2028третий \n")).toBe("Первый абзац\n\nвторой\nтретий");
  });

  it("ё и е при сравнении одна буква, кавычки и тире тоже", () => {
    expect(foldYo("Ёлка, ещё")).toBe("Елка, еще");
    expect(foldForComparison("МКОУ «Берёзка» — школа")).toBe(foldForComparison("мкоу \"Березка\" - школа"));
  });

  it("вторая чистка ничего не меняет, и мусора не остаётся", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
      expect(cleanText(text)).not.toMatch(/(?!\n)\p{C}(?<!\p{Cn}|\p{Co})|\n{3}| {2}/u);
      expect(cleanText(text).isWellFormed()).toBe(true);
    }), { numRuns: 2_000 });
  });
});
