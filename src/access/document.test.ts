import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { accessDocument } from "./document";
import english from "./messages/en.json" with { type: "json" };
import russian from "./messages/ru.json" with { type: "json" };

test("docs/access.md совпадает с таблицами прав", () => {
  expect(readFileSync(new URL("../../docs/access.md", import.meta.url), "utf8")).toBe(accessDocument());
});

test("каждое слово прав названо на обоих языках", () => {
  const keys = (value: unknown, path = ""): string[] => (typeof value === "string" ? [path] : Object.entries(value as object).flatMap(([key, inner]) => keys(inner, `${path}.${key}`)));
  expect(keys(english)).toEqual(keys(russian));
});
