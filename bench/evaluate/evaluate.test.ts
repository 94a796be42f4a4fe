import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readPairs, readQueries, readTexts } from "./labels";
import { bestThreshold, pairMeasures, searchMeasures } from "./measures";
import { readOptions } from "./options";
import { halfOf, readSets } from "./sets";

let folder: string;
beforeAll(() => { folder = mkdtempSync(path.join(tmpdir(), "evaluate-")); });
afterAll(() => { rmSync(folder, { recursive: true }); });
const put = (name: string, text: string): string => {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};

test("меток не меньше обещанного, и каждая – о тексте, который есть", () => {
  const { sets, missing } = readSets({ given: null, data: folder, misses: false });
  expect(missing).toContain("Настоящих инициатив нет");
  expect(sets[0]!.queries.length).toBeGreaterThanOrEqual(300);
  expect(sets[0]!.pairs.length).toBeGreaterThanOrEqual(200);
  const tuned = sets[0]!.queries.filter(({ query }) => halfOf(query) === "tune").length;
  expect(tuned / sets[0]!.queries.length).toBeCloseTo(0.5, 0);
});

test("чужие тексты и метки читаются с заголовком и без, с кавычками и числами в id; неверная строка названа", () => {
  expect(readTexts(put("t.jsonl", '{"id":1,"title":"А","text":"Б"}\n\n{"id":"b","title":"В"}'))).toEqual([{ id: "1", title: "А", text: "Б" }, { id: "b", title: "В", text: "" }]);
  expect(readQueries(put("q.csv", 'query,id\r\n"мост, река",1\r\n"мост, река",b\r\n'))).toEqual([{ query: "мост, река", ids: ["1", "b"] }]);
  expect(readPairs(put("p.csv", "1,b,duplicate\nb,1,other\n"))).toEqual([{ a: "1", b: "b", isDuplicate: true }, { a: "b", b: "1", isDuplicate: false }]);
  expect(() => readTexts(put("bad.jsonl", '{"id":1,"title":"А"}\nне запись'))).toThrow("строка 2");
  expect(() => readPairs(put("bad.csv", "1,b\n"))).toThrow("id_a,id_b,label");
});

test("метка о тексте, которого нет, – отказ, а не промах", () => {
  const corpus = put("c.jsonl", '{"id":"1","title":"А","text":""}');
  expect(() => readSets({ given: { corpus, queries: put("w.csv", "мост,2\n"), pairs: null }, data: folder, misses: false })).toThrow("текст 2");
});

test("неизвестный параметр и метки без текстов названы", () => {
  expect(() => readOptions(["--texts", "a"])).toThrow("--texts");
  expect(() => readOptions(["--pairs", "a"])).toThrow("--corpus");
});

test("меры считаются по определению", () => {
  const query = { query: "мост", ids: ["a", "b"] };
  const value = (name: string) => searchMeasures([{ query, found: ["a", "x", "y", "z", "w", "b"] }]).find(({ measure }) => measure === name)?.value;
  expect([value("precision@5"), value("precision@5 at best"), value("recall@20"), value("first is right")]).toEqual([0.2, 0.4, 1, 1]);
  const judged = [[0.9, true], [0.6, false], [0.4, true], [0.1, false]].map(([likeness, isDuplicate]) => ({ likeness: Number(likeness), pair: { a: "a", b: "b", isDuplicate: Boolean(isDuplicate) } }));
  expect(pairMeasures(judged, 0.5).map((one) => one.value)).toEqual([0.5, 0.5]);
  expect(bestThreshold(judged)).toMatchObject({ f1: 0.8 });
});
