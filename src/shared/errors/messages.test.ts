import { describe, expect, it } from "vitest";
import { errorCatalogue } from "./catalogue";
import { fieldMessages } from "./field-messages";
import en from "./messages/en.json";
import ru from "./messages/ru.json";

const needed: Record<string, readonly string[]> = {
  ...Object.fromEntries(Object.entries(errorCatalogue).map(([code, entry]) => [code, "params" in entry ? entry.params : []])),
  ...fieldMessages,
};

function flatten(messages: Record<string, Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(messages).flatMap(([noun, reasons]) => Object.entries(reasons).map(([reason, text]) => [`${noun}.${reason}`, text])),
  );
}

function namesIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(/\{(\w+)[,}]/g), (match) => match[1] ?? ""))].sort();
}

/** What is left of a sentence without its ICU syntax. */
function wordsOf(text: string): string {
  return text.replace(/\{\w+(?:, number)?\}|\{\w+, plural,|\b(?:one|few|many|other)(?= \{)/g, "");
}

const russian = flatten(ru);
const english = flatten(en);

describe("фразы об ошибках", () => {
  it.each([["русские", russian], ["английские", english]])("%s покрывают каталог ровно", (_, sentences) => {
    expect(Object.keys(sentences).sort()).toEqual(Object.keys(needed).sort());
  });

  it.each([["русские", russian], ["английские", english]])("%s берут ровно те значения, которые даёт код", (_, sentences) => {
    for (const [code, text] of Object.entries(sentences)) expect(namesIn(text), code).toEqual([...(needed[code] ?? [])].sort());
  });

  it("каждая фраза — законченное предложение, и ошибка говорит, что делать", () => {
    for (const [code, text] of [...Object.entries(russian), ...Object.entries(english)]) {
      expect(text, code).toMatch(/^\S.*\.$/);
      expect(text, code).not.toMatch(/ {2}|"/);
      if (!code.startsWith("field.")) expect(text.split(/[.;:] /).length, code).toBeGreaterThan(1);
    }
  });

  it("в русских фразах нет английских слов и запрещённых названий", () => {
    for (const [code, text] of Object.entries(russian)) {
      if (!["field.email", "field.link"].includes(code)) expect(wordsOf(text), code).not.toMatch(/[a-z]{2,}/);
      expect(text, code).not.toMatch(/пользовател|тикет|заявител|отклонен|дубл|голосова|чекпойнт/i);
    }
  });
});
