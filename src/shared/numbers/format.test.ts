import { describe, expect, it } from "vitest";
import { formatChange, formatDecimal, formatNumber, formatPercent } from "./format";

describe("числа по-русски", () => {
  it("разряды отделены неразрывным пробелом", () => {
    expect(formatNumber(81312, "ru")).toBe("81\u00a0312");
    expect(formatNumber(1842, "ru")).toBe("1\u00a0842");
    expect(formatNumber(12_345_678_901_234_567_890n, "ru").replace(/\u00a0/g, " ")).toBe("12 345 678 901 234 567 890");
  });

  it("дробь через запятую, минус настоящий, минус нуля не бывает", () => {
    expect(formatNumber(-1.25, "ru", 1)).toBe("−1,3");
    expect(formatDecimal(31, "ru", 1)).toBe("31,0");
    expect(formatNumber(-0.2, "ru")).toBe("0");
  });

  it("проценты не отрываются от числа, изменение со знаком", () => {
    expect(formatPercent(0.4567, "ru")).toBe("46\u00a0%");
    expect(formatPercent(0.4567, "ru", 1)).toBe("45,7\u00a0%");
    expect([formatChange(12, "ru"), formatChange(-5, "ru"), formatChange(0, "ru")]).toEqual(["+12", "−5", "0"]);
  });

  it("то же по-английски", () => {
    expect([formatNumber(81312, "en"), formatPercent(0.45, "en"), formatDecimal(1.5, "en", 2)]).toEqual(["81,312", "45%", "1.50"]);
  });
});
