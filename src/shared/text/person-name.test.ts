import { describe, expect, it } from "vitest";
import { fullName, initials, politeName, publicName, shortName, signatureName } from "./person-name";

const maria = { familyName: "Иванова", givenName: "Мария", patronymic: "Петровна" };
const plain = (text: string) => text.replace(/\u00a0/g, " ");

describe("имя человека", () => {
  it("пишется полностью, кратко, для подписи и для обращения", () => {
    expect(fullName(maria)).toBe("Иванова Мария Петровна");
    expect(plain(shortName(maria))).toBe("Иванова М. П.");
    expect(plain(signatureName(maria))).toBe("М. П. Иванова");
    expect(politeName(maria)).toBe("Мария Петровна");
    expect(initials(maria)).toBe("МИ");
  });

  it("публично названы имя и первая буква фамилии", () => {
    expect(plain(publicName({ familyName: "Смирнова", givenName: "Ирина", patronymic: "Олеговна" }))).toBe("Ирина С.");
  });

  it("без отчества и без фамилии лишних точек и пробелов нет", () => {
    const aziz = { familyName: "", givenName: "Азиз", patronymic: null };
    expect([fullName(aziz), shortName(aziz), publicName(aziz), initials(aziz)]).toEqual(["Азиз", "А.", "Азиз", "А"]);
    expect(plain(shortName({ familyName: "Ли", givenName: "Анна" }))).toBe("Ли А.");
  });

  it("двойное имя сокращается по частям, и краткая запись не разрывается", () => {
    const text = shortName({ familyName: "Петрова-Водкина", givenName: "Анна-Мария" });
    expect(plain(text)).toBe("Петрова-Водкина А.-М.");
    expect(text).not.toContain(" ");
  });
});
