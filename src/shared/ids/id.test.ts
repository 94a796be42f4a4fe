import { describe, expect, it } from "vitest";
import { idField } from "./fields";
import { instantOfId, isId, newId } from "./id";
import { idempotencyKeyField } from "./idempotency";

describe("номер записи", () => {
  it("десять тысяч подряд различны и идут по порядку", () => {
    const ids = Array.from({ length: 10_000 }, () => newId());
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
  });

  it("в пределах одной миллисекунды порядок тоже сохраняется", () => {
    const now = new Date("2026-03-05T06:00:00Z");
    const ids = Array.from({ length: 10_000 }, () => newId(now));
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("хранит мгновение, версию и вариант", () => {
    const now = new Date("2026-03-05T06:00:00.123Z");
    expect(instantOfId(newId(now))).toEqual(now);
    expect(newId(now)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it("раньше созданный меньше позже созданного", () => {
    expect(newId(new Date("2021-01-01")) < newId(new Date("2027-01-01"))).toBe(true);
  });

  it.each(["", "1", "не номер", "00000000-0000-0000-0000-000000000000", "0190163D-8694-739B-AEA5-966C26F8AD91 "])("«%s» не номер", (text) => {
    expect(isId(text)).toBe(false);
    expect(idField.safeParse(text).error?.issues[0]?.message).toBe("field.choice");
  });

  it("прописные буквы становятся строчными", () => {
    expect(idField.parse("0190163D-8694-739B-AEA5-966C26F8AD91")).toBe("0190163d-8694-739b-aea5-966c26f8ad91");
  });

  it("ключ повторной отправки проходит проверку, посторонний текст нет", () => {
    expect(idempotencyKeyField.safeParse(newId()).success).toBe(true);
    expect([idempotencyKeyField.safeParse("коротко").success, idempotencyKeyField.safeParse("x".repeat(65)).success]).toEqual([false, false]);
  });
});
