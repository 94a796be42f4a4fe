import { expect, test } from "vitest";
import { parseNumber, publicNumber } from "./rules";

test("номер узнаётся с годом, со знаком № и без них", () => {
  for (const typed of ["2026-1234", "№ 2026-1234", "2026–1234", "1234", "№1234"]) expect(parseNumber(typed)).toBe(1234);
  for (const typed of ["школа 12", "12 34", "2026-", ""]) expect(parseNumber(typed)).toBeNull();
  expect(publicNumber("2026", 1234)).toBe("2026-1234");
});
