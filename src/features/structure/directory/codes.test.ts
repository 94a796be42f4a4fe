import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { oktmoCheckDigit, type Oktmo } from "@/shared/codes/oktmo";
import { readCode, type CodeFacts } from "./codes";
import { regionPrefix } from "./region-codes";

const facts = (raw: string, more: Partial<CodeFacts> = {}): CodeFacts => ({ raw, checkDigit: "", regionPrefix: null, namedCode: null, ...more });
const eight = fc.integer({ min: 0, max: 99_999_999 }).map((n) => String(n).padStart(8, "0") as Oktmo);
const zeroed = fc.integer({ min: 1_000_000, max: 9_999_999 }).map((n) => `0${n}` as Oktmo);

describe("код ОКТМО из таблицы", () => {
  test.each([
    ["", {}, "required"], ["33602", {}, "codeShape"], ["город", {}, "codeShape"], ["33602000101", {}, "codeShape"], ["٣٣٦٠٢٠٠٠", {}, "codeShape"],
    ["33602000", { checkDigit: "5" }, "codeCheckDigit"], ["33602000", { checkDigit: "x" }, "codeCheckDigit"], ["33602000", { regionPrefix: "07" }, "codeOtherRegion"],
    ["7502000", {}, "codeUnproven"], ["7502000", { checkDigit: "5" }, "codeCheckDigit"], ["7502000", { regionPrefix: "33" }, "codeUnproven"], ["7502000", { namedCode: "07505000", regionPrefix: "07" }, "codeUnproven"],
    ["", { namedCode: "33602000", checkDigit: "5" }, "codeUnproven"],
  ])("«%s» с %o не принимается: %s", (raw, more, key) => {
    expect(readCode(facts(raw, more))).toEqual({ kind: "problem", key });
  });

  test("потерянный ноль не возвращается молча: только предложением, и только если что-то за него", () => {
    expect(readCode(facts("7502000", { checkDigit: "6" }))).toEqual({ kind: "repair", code: "07502000", because: ["checkDigit"] });
    expect(readCode(facts("7502000", { regionPrefix: "07" }))).toEqual({ kind: "repair", code: "07502000", because: ["region"] });
    expect(readCode(facts("7 502 000", { checkDigit: "6", regionPrefix: "07", namedCode: "07502000" }))).toMatchObject({ because: ["checkDigit", "region", "name"] });
    expect(readCode(facts("", { namedCode: "33602000", regionPrefix: "33" }))).toMatchObject({ kind: "repair", code: "33602000" });
  });

  test("любой код с потерянным нулём предлагается тем же, а с чужим контрольным числом – никогда", () => {
    fc.assert(fc.property(zeroed, fc.integer({ min: 0, max: 9 }), (code, digit) => {
      const read = readCode(facts(String(Number(code)), { checkDigit: String(digit) }));
      if (digit === oktmoCheckDigit(code)) expect(read).toMatchObject({ kind: "repair", code });
      else expect(read).toEqual({ kind: "problem", key: "codeCheckDigit" });
    }));
  });

  test("полный код читается собой, каким бы его ни записали", () => {
    fc.assert(fc.property(eight, fc.integer({ min: 0, max: 3 }), (code, manner) => {
      const written = [code, `${code.slice(0, 2)} ${code.slice(2, 5)} ${code.slice(5)}`, `${code}000`, `${code.slice(0, 2)}-${code.slice(2)}`][manner] ?? code;
      expect(readCode(facts(written, { checkDigit: String(oktmoCheckDigit(code)) }))).toEqual({ kind: "code", code });
    }));
  });
});

test("регион узнаётся, как его ни напишут", () => {
  expect(["Кировская область", "Кировская обл.", "Респ Коми", "Республика Коми", "г. Москва", "Ханты-Мансийский автономный округ — Югра", "Нарния"].map(regionPrefix)).toEqual(["33", "33", "87", "87", "45", "71", null]);
});
