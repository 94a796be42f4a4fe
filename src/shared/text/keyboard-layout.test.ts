import { describe, expect, it } from "vitest";
import { swapLayout, toEnglishLayout, toRussianLayout } from "./keyboard-layout";

describe("раскладка клавиатуры", () => {
  it("русское слово, набранное латиницей, читается", () => {
    expect(swapLayout("ghbdtn")).toBe("привет");
    expect(toRussianLayout("Jcdtotybt gfhrf")).toBe("Освещение парка");
    expect(toRussianLayout("{jl")).toBe("Ход");
  });

  it("английское слово, набранное кириллицей, читается", () => {
    expect(swapLayout("руддщ")).toBe("hello");
  });

  it("по смешанному тексту и по цифрам ничего не заключить", () => {
    expect([swapLayout("школа school"), swapLayout("12"), swapLayout("")]).toEqual([null, null, null]);
  });

  it("все русские буквы возвращаются", () => {
    const letters = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
    expect(toRussianLayout(toEnglishLayout(letters + letters.toUpperCase()))).toBe(letters + letters.toUpperCase());
  });
});
