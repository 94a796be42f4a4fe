import fc from "fast-check";
import { expect, test } from "vitest";
import { applyChoices, diffPieces, type Choice } from "./rules";

const words = fc.array(fc.constantFrom("свет", "темно", "улица", " ", ", ", "\n", "школа", "5", "ё", "😀"), { maxLength: 30 }).map((parts) => parts.join(""));
const texts = fc.oneof(fc.tuple(words, words), fc.tuple(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" })));
const changes = (was: string, becomes: string) => diffPieces(was, becomes).filter(({ kind }) => kind === "change");

test("всё принято – предложенный текст, всё отклонено – исходный, до последнего знака", () => {
  fc.assert(fc.property(texts, ([was, becomes]) => {
    const pieces = diffPieces(was, becomes);
    const all = (choice: Choice) => pieces.map(() => choice);
    expect(applyChoices(pieces, all("accept"))).toBe(becomes);
    expect(applyChoices(pieces, all("refuse"))).toBe(was);
    expect(applyChoices(pieces, [])).toBe(was);
  }));
});

test("правки стоят отдельно: между двумя всегда есть общее, и пустых среди них нет", () => {
  fc.assert(fc.property(texts, ([was, becomes]) => {
    const pieces = diffPieces(was, becomes);
    for (const [at, piece] of pieces.entries()) {
      expect(piece.kind === pieces[at + 1]?.kind).toBe(false);
      if (piece.kind === "change") expect(piece.was).not.toBe(piece.becomes);
    }
  }));
});

test("одинаковое не правка, замена слова – одна правка, и свой текст встаёт на её место", () => {
  expect(changes("Осветить улицу", "Осветить улицу")).toEqual([]);
  expect(changes("Сделайте свет на улице!", "Осветить улицу Мира!").length).toBeGreaterThan(0);
  const pieces = diffPieces("Нужен свет у школы", "Нужен фонарь у школы");
  expect(pieces.filter(({ kind }) => kind === "change")).toEqual([{ kind: "change", was: "свет", becomes: "фонарь" }]);
  expect(applyChoices(pieces, [{ own: "прожектор" }])).toBe("Нужен прожектор у школы");
});
