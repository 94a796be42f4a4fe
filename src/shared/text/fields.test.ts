import { describe, expect, it } from "vitest";
import * as z from "zod";
import { fieldIssues } from "../errors/field-issues";
import { emailField, lineField, personNameField, textField } from "./fields";

function issueOf(schema: z.ZodType, value: unknown) {
  const result = schema.safeParse(value);
  const [issue] = result.success ? [] : fieldIssues(result.error);
  return issue && { key: issue.key, params: issue.params };
}

describe("поля форм", () => {
  it("пустое, короткое и длинное названы по-разному, со значением предела", () => {
    const title = lineField(5, 10);
    expect(issueOf(title, undefined)).toEqual({ key: "field.required", params: {} });
    expect(issueOf(title, "  \u200b ")).toMatchObject({ key: "field.required" });
    expect(issueOf(title, "да")).toEqual({ key: "field.tooShort", params: { min: 5 } });
    expect(issueOf(title, "очень длинно")).toEqual({ key: "field.tooLong", params: { max: 10 } });
  });

  it("длина считается после чистки", () => {
    expect(lineField(1, 5).parse("  а    б ")).toBe("а б");
    expect(textField(0, 5).parse(" а\r\n\r\n\r\nб ")).toBe("а\n\nб");
    expect(lineField(0, 5).parse("  ")).toBe("");
  });

  it.each(["ivanova", "a@b", "a@@b.ru", "a b@c.ru", ".a@b.ru", "a..b@c.ru", "a@-b.ru", "a@b..ru", `${"a".repeat(250)}@b.ru`])(
    "«%s» не адрес почты", (text) => {
      expect(emailField.safeParse(text).success).toBe(false);
    },
  );

  it.each([
    [" Ivanova@Mail.RU ", "ivanova@mail.ru"], ["почта@город.рф", "почта@город.рф"], ["a+b@x.y.su", "a+b@x.y.su"],
    ["a@xn--80ahcnec.xn--p1ai", "a@xn--80ahcnec.xn--p1ai"],
  ])("адрес «%s» хранится как «%s»", (text, stored) => {
    expect(emailField.parse(text)).toBe(stored);
  });

  it("пустой адрес просит заполнить, неверный — исправить", () => {
    expect([issueOf(emailField, " ")?.key, issueOf(emailField, "ivanova")?.key]).toEqual(["field.required", "field.email"]);
  });

  it.each(["Иванова2", "<b>", "-", "=cmd", "@мария"])("«%s» не имя", (text) => {
    expect(issueOf(personNameField, text)?.key).toBe("field.personName");
  });

  it.each([["Анна — Мария", "Анна-Мария"], [" О'Нил ", "О'Нил"], ["Мамед оглы", "Мамед оглы"], ["Ли", "Ли"], ["Ё", "Ё"]])(
    "имя «%s» хранится как «%s»", (text, stored) => {
      expect(personNameField.parse(text)).toBe(stored);
    },
  );

  it("долгая строка проверяется сразу", () => {
    const start = performance.now();
    emailField.safeParse(`${"a.".repeat(100_000)}@`);
    emailField.safeParse(`a@${"a-".repeat(120)}`);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
