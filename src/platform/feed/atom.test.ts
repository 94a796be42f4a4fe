import fc from "fast-check";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { writeAtom } from "./atom";

const at = new Date("2026-03-10T12:00:00Z");
const feed = (title: string, text: string) => writeAtom({ title, self: "https://example.org/feed?a=1&b=2", page: "https://example.org/", language: "ru", entries: [{ url: "https://example.org/1", title, text, at }] });

/** Out: every text of the document; throws where it isn't well-formed. */
function textsOf(xml: string): string[] {
  const found: string[] = [];
  const parser = new SaxesParser();
  parser.on("text", (text) => found.push(text));
  parser.on("error", (error) => { throw error; });
  parser.write(xml).close();
  return found;
}

test("что бы ни написали люди, лента остаётся правильным XML, а разметка – текстом", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), fc.string(), (title, text) => void textsOf(feed(title, text))));
  expect(textsOf(feed("<script>alert(1)</script> & 'co'", "]]>"))).toContain("<script>alert(1)</script> & 'co'");
});

test("пустая лента тоже лента", () => {
  expect(() => textsOf(writeAtom({ title: "Пусто", self: "https://example.org/f", page: "https://example.org/", language: "ru", entries: [] }))).not.toThrow();
});
