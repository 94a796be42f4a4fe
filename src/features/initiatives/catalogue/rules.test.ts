import { expect, test } from "vitest";
import { inOtherLayout, markStart, markStop, parseSearch, toPieces } from "./rules";
import { parseNumber, publicNumber } from "../rules";

test("разметка в тексте не становится разметкой страницы", () => {
  expect(toPieces(`<b>${markStart}метро${markStop}</b>`)).toEqual([{ text: "<b>", hit: false }, { text: "метро", hit: true }, { text: "</b>", hit: false }]);
  expect(toPieces("без отметок")).toEqual([{ text: "без отметок", hit: false }]);
});

test("в запрос попадают только слова: знаки языка запросов отброшены", () => {
  expect(parseSearch("тёплая | остановка:* & !(школа')")).toMatchObject({ query: "теплая & остановка & школа:*", russian: ["теплая", "остановка", "школа"], others: [] });
  expect(parseSearch("  !!! ")).toBeNull();
});

test("короткое последнее слово не продолжается: «на» нашло бы всё", () => {
  expect(parseSearch("фонари на")?.query).toBe("фонари & на");
});

test("номер узнаётся с годом, со знаком № и без них", () => {
  for (const typed of ["2026-1234", "№ 2026-1234", "2026–1234", "1234", "№1234"]) expect(parseNumber(typed)).toBe(1234);
  for (const typed of ["школа 12", "12 34", "2026-", ""]) expect(parseNumber(typed)).toBeNull();
  expect(publicNumber("2026", 1234)).toBe("2026-1234");
});

test("набранное в другой раскладке читается как задумано, смешанное — никак", () => {
  expect(inOtherLayout("vtnhj")).toBe("метро");
  expect(inOtherLayout("метро wifi")).toBeNull();
  expect(inOtherLayout("1234")).toBeNull();
});
