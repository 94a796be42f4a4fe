import { describe, expect, it } from "vitest";
import { formatPhone, maskPhone, parsePhone, type Phone } from "./phone";
import { phoneField } from "./phone-field";

const phone = (text: string): Phone => parsePhone(text) ?? expect.fail(`не номер: ${text}`);
const plain = (text: string) => text.replace(/\u00a0/g, " ");

describe("номер телефона", () => {
  it.each(["", "12-34-56", "не звонить", "8 (833) 212-34", "+7 833 212 34 56 78", "8 833 212-34-56 доб. 12", "тел 89991234567"])(
    "«%s» не номер", (text) => {
      expect(parsePhone(text)).toBeNull();
      expect(phoneField.safeParse(text).error?.issues[0]?.message).toBe("field.phone");
    },
  );

  it.each(["8 (833) 212-34-56", "+7 833 212 34 56", "8332123456", "8 8332 12-34-56", "7 833 2123456"])(
    "«%s» хранится как +78332123456", (text) => {
      expect(phoneField.parse(text)).toBe("+78332123456");
    },
  );

  it("российский номер показан с кодом в скобках, чужой — в международной записи", () => {
    expect(plain(formatPhone(phone("88332123456")))).toBe("+7 (833) 212-34-56");
    expect(plain(formatPhone(phone("8 912 345-67-89")))).toBe("+7 (912) 345-67-89");
    expect(plain(formatPhone(phone("8-800-200-34-11")))).toBe("+7 (800) 200-34-11");
    expect(plain(formatPhone(phone("+7 701 234 5678")))).toBe("+7 701 234 5678");
    expect(plain(formatPhone(phone("+375 29 123-45-67")))).toBe("+375 29 123 45 67");
  });

  it("номер не разрывается и может быть скрыт", () => {
    expect(formatPhone(phone("88332123456"))).not.toContain(" ");
    expect(plain(maskPhone(phone("88332123456")))).toBe("+7 ••• •••-34-56");
  });
});
