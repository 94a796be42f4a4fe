import { describe, expect, it } from "vitest";
import * as z from "zod";
import { fieldIssues, fieldKeys } from "./field-issues";

function issuesOf(schema: z.ZodType, value: unknown) {
  const result = schema.safeParse(value);
  return result.success ? expect.fail("прошло") : fieldIssues(result.error);
}

describe("замечания к полям", () => {
  it("у схемы без своих ключей они выводятся из вида ошибки", () => {
    const schema = z.object({
      absent: z.string(), wrong: z.string(), count: z.number(), few: z.array(z.string()).min(2), kind: z.enum(["a", "b"]),
      mail: z.email(), link: z.url(), low: z.number().min(5), zero: z.number().positive(), high: z.number().max(3), at: z.date(),
    });
    const found = issuesOf(schema, {
      wrong: 1, count: "1", few: ["a"], kind: "c", mail: "x", link: "x", low: 1, zero: 0, high: 9, at: "вчера",
    });
    expect(found).toEqual([
      { path: "absent", key: "field.required", params: {} }, { path: "wrong", key: "field.invalid", params: {} },
      { path: "count", key: "field.number", params: {} }, { path: "few", key: "field.tooFew", params: { min: 2 } },
      { path: "kind", key: "field.choice", params: {} }, { path: "mail", key: "field.email", params: {} },
      { path: "link", key: "field.link", params: {} }, { path: "low", key: "field.tooSmall", params: { min: 5 } },
      { path: "zero", key: "field.notAbove", params: { min: 0 } }, { path: "high", key: "field.tooBig", params: { max: 3 } },
      { path: "at", key: "field.date", params: {} },
    ]);
  });

  it("о каждом поле сказано одно, первое", () => {
    const schema = z.object({ rows: z.array(z.object({ name: z.string().min(5).regex(/^а/) })) });
    expect(issuesOf(schema, { rows: [{ name: "б" }] })).toEqual([{ path: "rows.0.name", key: "field.tooShort", params: { min: 5 } }]);
  });

  it("ключи и значения своей проверки сохраняются", () => {
    const schema = z.object({ sum: z.number().refine(() => false, { error: "field.amount", params: { most: 7, hidden: {} } }) });
    const result = schema.safeParse({ sum: 1 });
    expect(issuesOf(schema, { sum: 1 })).toEqual([{ path: "sum", key: "field.amount", params: { most: 7 } }]);
    expect(fieldKeys(result.error ?? expect.fail())).toEqual({ sum: "field.amount" });
  });
});
