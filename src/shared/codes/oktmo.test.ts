import { describe, expect, it } from "vitest";
import { oktmoField } from "./fields";
import {
  completeLeadingZero, isOktmo, oktmoCheckDigit, oktmoMunicipality, oktmoRegion, oktmoUpperMunicipality, parseOktmo, type Oktmo,
} from "./oktmo";

const code = (text: string): Oktmo => parseOktmo(text) ?? expect.fail(`не код: ${text}`);

describe("код ОКТМО", () => {
  it.each(["3360200", "336020000", "33602000a", "", "3360200000012", "٣٣٦٠٢٠٠٠"])("«%s» не код", (text) => {
    expect(isOktmo(text)).toBe(false);
    expect(parseOktmo(text)).toBeNull();
    expect(oktmoField.safeParse(text).error?.issues[0]?.message).toBe("field.oktmo");
  });

  it.each([
    ["33602000", 4], ["33603000", 9], ["33605000", 8], ["33606000", 2], ["07502000", 6], ["07505000", 0],
  ])("контрольное число кода %s равно %i", (text, digit) => {
    expect(oktmoCheckDigit(code(text))).toBe(digit);
  });

  it.each([["33602100", 7], ["33633000", 2], ["33707000", 6]])(
    "при остатке 10 веса идут с трёх: у кода %s число %i", (text, digit) => {
      expect(oktmoCheckDigit(code(text))).toBe(digit);
    },
  );

  it.each(["33619000", "33627100", "33607428"])("при втором остатке 10 число равно нулю: %s", (text) => {
    expect(oktmoCheckDigit(code(text))).toBe(0);
  });

  it("у кода населённого пункта веса после десятого начинаются с единицы", () => {
    expect(oktmoCheckDigit(code("00000000001"))).toBe(1);
  });

  it("ведущий ноль, потерянный таблицей, возвращается", () => {
    expect(completeLeadingZero("7502000")).toBe("07502000");
    expect(completeLeadingZero("7502000101")).toBe("07502000101");
    expect(completeLeadingZero("33 602 000")).toBe("33602000");
    expect(completeLeadingZero("750200")).toBeNull();
  });

  it("код с чужим контрольным числом не принимается", () => {
    expect(completeLeadingZero("7502000", 6)).toBe("07502000");
    expect(completeLeadingZero("7502000", 5)).toBeNull();
  });

  it("из кода населённого пункта видны поселение, район и регион", () => {
    const village = code("33602151101");
    expect([oktmoMunicipality(village), oktmoUpperMunicipality(village), oktmoRegion(village)]).toEqual(["33602151", "33602000", "33"]);
  });
});
