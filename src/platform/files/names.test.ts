import fc from "fast-check";
import { expect, test } from "vitest";
import { disposition, fileName } from "./names";

test("имя остаётся узнаваемым, окончание говорит правду", () => {
  expect(fileName("Яма на Садовой.HEIC.jpeg", "jpeg")).toBe("Яма на Садовой.HEIC.jpg");
  expect(fileName("../../etc/passwd", "pdf")).toBe("etc passwd.pdf");
  expect(fileName("счёт.exe", "pdf")).toBe("счёт.pdf");
  expect(fileName("", "docx")).toBe("file.docx");
});

test("в любом имени нет ни пути, ни перевода строки, ни кавычек, а в заголовке – ничего, кроме латиницы", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }).filter((text) => text.isWellFormed()), (typed) => {
    const name = fileName(typed, "jpeg");
    expect(name).toMatch(/^[^\p{Cc}\\/:*?"<>|]+\.jpg$/u);
    expect(disposition("attachment", name)).toMatch(/^attachment; filename="file\.jpg"; filename\*=UTF-8''[\w.%!~-]+$/);
  }));
});
