import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oneTimeCodeField } from "./fields";
import { formatOneTimeCode, makeOneTimeCode, parseOneTimeCode } from "./one-time-code";

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
const cyrillicTwins: Record<string, string> = { A: "а", C: "с", E: "е", H: "н", K: "к", M: "м", P: "р", T: "т", X: "х", Y: "у", "3": "з" };

describe("одноразовый код на листке", () => {
  it.each(["", "47KMP-X93H", "47KMP-X93HTA", "47KMP-X93H0", "47KMP-X93HЖ"])("«%s» не код", (text) => {
    expect(parseOneTimeCode(text)).toBeNull();
    expect(oneTimeCodeField.safeParse(text).error?.issues[0]?.message).toBe("field.oneTimeCode");
  });

  it("меньше шестнадцати случайных байтов не хватает", () => {
    expect(() => makeOneTimeCode(new Uint8Array(15))).toThrow(RangeError);
  });

  it("код состоит из двух групп по пять знаков без похожих", () => {
    fc.assert(fc.property(bytes, (random) => {
      expect(formatOneTimeCode(makeOneTimeCode(random))).toMatch(/^[2-9ACEHKMPTXY]{5}-[2-9ACEHKMPTXY]{5}$/);
    }));
  });

  it("код читается строчными, с пробелами и набранный русскими буквами", () => {
    fc.assert(fc.property(bytes, (random) => {
      const code = makeOneTimeCode(random);
      const printed = formatOneTimeCode(code);
      expect(parseOneTimeCode(printed)).toBe(code);
      expect(parseOneTimeCode(` ${printed.toLowerCase().replace("-", " — ")} `)).toBe(code);
      expect(parseOneTimeCode(Array.from(code, (char) => cyrillicTwins[char] ?? char).join(""))).toBe(code);
    }));
  });

  it("похожие буквы, которых в кодах нет, прочитаны как цифры", () => {
    expect(parseOneTimeCode("ВВSSZ-ЧБ3АУ")).toBe("88552463AY");
  });
});
