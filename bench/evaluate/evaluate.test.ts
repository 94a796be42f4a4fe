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
  const { sets, remarks } = readSets({ given: null, data: folder, misses: false });
  expect(remarks).toEqual([expect.stringContaining("Настоящих инициатив нет")]);
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

test("файлы из другой программы: метка порядка байтов, CRLF, другой порядок и лишние столбцы, пустые поля, пробелы у id", () => {
  expect(readTexts(put("t2.jsonl", '\ufeff{"id":" 7 ","title":null,"text":"а\\u0000б"}\r\n'))).toEqual([{ id: "7", title: "", text: "а б" }]);
  expect(readPairs(put("p2.csv", "\ufeffLabel,ID_A,id_b,comment\r\nDuplicate, 1 ,2,да\r\n"))).toEqual([{ a: "1", b: "2", isDuplicate: true }]);
  expect(readQueries(put("q2.csv", "id,query,note\n1,мост,\n2,,пусто\n"))).toEqual([{ query: "мост", ids: ["1"] }]);
  expect(readQueries(put("q3.csv", ""))).toEqual([]);
  expect(() => readPairs(path.join(folder, "нет.csv"))).toThrow("нет.csv");
});

test("метка о тексте, которого нет, – не промах: она не измерена, и это сказано; из текстов с одним id взят первый", () => {
  const corpus = put("c.jsonl", '{"id":"1","title":"А","text":""}\n{"id":"1","title":"Б","text":""}');
  const { sets, remarks } = readSets({ given: { corpus, queries: put("w.csv", "мост,2\nмост,1\nрека,2\n"), pairs: put("v.csv", "1,2,duplicate\n1,1,duplicate\n") }, data: folder, misses: false });
  expect(sets).toEqual([{ name: "given", texts: [{ id: "1", title: "А", text: "" }], queries: [{ query: "мост", ids: ["1"] }], pairs: [{ a: "1", b: "1", isDuplicate: true }] }]);
  expect(remarks.map((remark) => /\d+/.exec(remark)?.[0])).toEqual(["1", "2", "1"]);
});

test("неизвестный параметр и метки без текстов названы", () => {
  expect(() => readOptions(["--texts", "a"])).toThrow("--texts");
  expect(() => readOptions(["--pairs", "a"])).toThrow("--corpus");
  expect(readOptions(["--corpus=a.jsonl", "--queries", "b.csv"]).given).toMatchObject({ corpus: path.resolve(process.env.INIT_CWD ?? ".", "a.jsonl") });
});

test("меры считаются по определению", () => {
  const query = { query: "мост", ids: ["a", "b"] };
  const value = (name: string) => searchMeasures([{ query, found: ["a", "x", "y", "z", "w", "b"] }]).find(({ measure }) => measure === name)?.value;
  expect([value("precision@5"), value("precision@5 at best"), value("recall@20"), value("first is right")]).toEqual([0.2, 0.4, 1, 1]);
  const judged = [[0.9, true], [0.6, false], [0.4, true], [0.1, false]].map(([likeness, isDuplicate]) => ({ likeness: Number(likeness), pair: { a: "a", b: "b", isDuplicate: Boolean(isDuplicate) } }));
  expect(pairMeasures(judged, 0.5).map((one) => one.value)).toEqual([0.5, 0.5]);
  expect(bestThreshold(judged)).toMatchObject({ f1: 0.8 });
});
