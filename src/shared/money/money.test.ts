import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMoney, formatMoneyIn, parseMoney, sumMoney, type MoneyUnit } from "./money";

const plain = (text: string) => text.replace(/\u00a0/g, " ");

describe("деньги", () => {
  it.each(["", "—", "нет", "1,765.00", "17 65", "1 7650", "0,005", "1..5", "1,", "12 руб 50 коп", "1e5", "575,0 590,0"])(
    "«%s» не сумма в рублях", (text) => {
      expect(parseMoney(text)).toBeNull();
    },
  );

  it.each<[string, MoneyUnit, bigint]>([
    ["1765,0", "thousand", 176_500_000n], ["1 765,0", "thousand", 176_500_000n], ["1\u00a0765.0", "thousand", 176_500_000n],
    ["575", "thousand", 57_500_000n], ["0,12345", "thousand", 12_345n], ["1765,50", "rouble", 176_550n], ["−5,5", "rouble", -550n],
    ["1,25", "million", 125_000_000n], ["1 765,0 тыс. руб.", "rouble", 176_500_000n], ["2 млн ₽", "rouble", 200_000_000n],
    ["1765 рублей", "thousand", 176_500_000n], ["100 р.", "rouble", 10_000n], ["5,000", "rouble", 500n],
  ])("«%s», единица %s: %d копеек", (text, unit, kopecks) => {
    expect(parseMoney(text, unit)).toBe(kopecks);
  });

  it("показываются с неразрывными пробелами, копейки — когда они есть", () => {
    expect(formatMoney(176_500_000n, "ru")).toBe("1\u00a0765\u00a0000\u00a0₽");
    expect(plain(formatMoney(176_550n, "ru"))).toBe("1 765,50 ₽");
    expect(plain(formatMoney(-5n, "ru"))).toBe("−0,05 ₽");
    expect(plain(formatMoneyIn("thousand", 176_500_000n, "ru"))).toBe("1 765,0");
    expect(plain(formatMoneyIn("thousand", 12_345n, "ru"))).toBe("0,12345");
    expect(plain(formatMoneyIn("rouble", 176_550n, "en"))).toBe("1,765.50");
  });

  it("складываются точно, и сверх числа, которое вмещает double", () => {
    expect(sumMoney([57_500_000n, 59_000_000n, 60_000_000n])).toBe(176_500_000n);
    expect(plain(formatMoney(9_007_199_254_740_993_01n, "ru"))).toBe("9 007 199 254 740 993,01 ₽");
    expect(sumMoney([])).toBe(0n);
  });

  it("что показано в единицах таблицы, то и читается обратно", () => {
    const units = fc.constantFrom<MoneyUnit>("rouble", "thousand", "million");
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), units, (amount, unit) => {
      expect(parseMoney(formatMoneyIn(unit, amount, "ru"), unit)).toBe(amount);
    }));
  });
});
