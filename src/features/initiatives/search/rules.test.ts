import fc from "fast-check";
import { expect, test } from "vitest";
import { excerptOf, mark, Matcher } from "./ranking";
import { facetsQuery, guessShare, neighbourhoods, numberPartQuery, parseTyped, queryFor, weightOf, windowBelow, type Group } from "./rules";

const group = (word: string, weight = 1, initiatives = 0): Group => ({ word, stems: [word], beginning: null, forms: new Map([[word, 1]]), initiatives, weight });

test("знаки языка запросов в запрос не попадают", () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."аб1 '\"\\|&!():*<->«»#") }), (typed) => {
    for (const { words, swapped } of parseTyped(typed)?.chunks ?? []) for (const word of [...words, ...swapped]) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
  }));
  expect(parseTyped("  !!! ")).toBeNull();
});

test("кавычка и косая черта внутри слова остаются внутри", () => {
  expect(queryFor([group("о'нил\\")], 1)).toBe("('о''нил\\\\')");
});

test("в другой раскладке буквы стоят и на знаках препинания", () => {
  expect(parseTyped(";tktpyfz ljhjuf")?.chunks.map(({ swapped }) => swapped.join())).toEqual(["железная", "дорога"]);
  expect(parseTyped("метро12")?.chunks[0]?.swapped).toEqual(["vtnhj12"]);
});

test("в кавычках – слова подряд; одно слово в кавычках – просто слово", () => {
  expect(parseTyped("«Детская площадка» у \"школы\" 'и'")?.phrases).toEqual([["детская", "площадка"]]);
});

test("слов не больше восьми, каждое не длиннее сорока букв", () => {
  const typed = parseTyped(`${"а".repeat(100)} ${"б в г д е ж з и к л".repeat(3)}`);
  expect(typed?.chunks.flatMap(({ words }) => words)).toHaveLength(8);
  expect(typed?.chunks[0]?.words[0]).toHaveLength(40);
});

test("все слова – через «и»; часть – наименьшими наборами нужного веса", () => {
  const groups = [group("а", 0.5), group("б", 0.3), group("в", 0.2)];
  expect(queryFor(groups, 1)).toBe("('а') & ('б') & ('в')");
  expect(queryFor(groups, 0.5)).toBe("(('а')) | (('б') & ('в'))");
});

test("редкое слово говорит больше частого, и ни одно не молчит", () => {
  expect(weightOf(3, 1_000_000)).toBeGreaterThan(weightOf(300_000, 1_000_000));
  fc.assert(fc.property(fc.nat(2_000_000), fc.nat(1_000_000), (held, all) => {
    expect(weightOf(held, all)).toBeGreaterThanOrEqual(0.1);
    expect(weightOf(held, all)).toBeLessThanOrEqual(1);
  }));
});

test("доля найденного – от нуля до единицы; двух слов вместе не больше, чем реже встречающегося", () => {
  fc.assert(fc.property(fc.array(fc.nat(1_000), { minLength: 1, maxLength: 5 }), (held) => {
    const groups = held.map((initiatives, at) => group(String(at), 1, initiatives));
    const share = guessShare(groups, 1_000, 1);
    expect(share).toBeGreaterThanOrEqual(0);
    expect(share).toBeLessThanOrEqual(Math.min(...held) / 1_000 + 1e-9);
  }));
});

test("окна идут подряд вниз до первого номера, без пропусков и повторов, и каждое названо своими соседствами", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 3_000_000 }), fc.integer({ min: 1, max: 1_000_000 }), (below, length) => {
    let top = below;
    for (let rounds = 0; top > 0; rounds += 1) {
      const window = windowBelow(top, length);
      expect(window.below).toBe(top);
      expect(window.from).toBeLessThan(top);
      const labels = [...neighbourhoods(window).matchAll(/#([nN])(\d+)/g)];
      const step = labels[0]![1] === "n" ? 11 : 16;
      expect(labels.map(([, , at]) => Number(at))).toEqual(Array.from({ length: ((top - 1) >> step) - (window.from >> step) + 1 }, (_, at) => (window.from >> step) + at));
      expect(labels.length).toBeLessThanOrEqual(50);
      if (rounds > 3_000) throw new Error("no end");
      top = window.from;
    }
  }), { numRuns: 60 });
});

test("сужение и часть номера – знаками указателя", () => {
  expect(facetsQuery({ marathonId: "r", directionId: "d", statuses: ["a", "b"] })).toBe("'#rr' & '#dd' & ('#sa' | '#sb')");
  expect(numberPartQuery("12345")).toBe("'#p123' & '#p234' & '#p345'");
});

const plain = (pieces: readonly { text: string }[]) => pieces.map(({ text }) => text).join("");

test("отмеченный текст – тот же текст, отмечены только найденные слова, разметка остаётся текстом", () => {
  const matcher = new Matcher([group("метро")]);
  expect(mark("<b>Метро</b>", matcher)).toEqual([{ text: "<b>", hit: false }, { text: "Метро", hit: true }, { text: "</b>", hit: false }]);
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(" метро ", "<i>", " дом ", "\n") }), (text) => {
    const pieces = mark(text, matcher);
    expect(plain(pieces)).toBe(text);
    for (const { text: said, hit } of pieces) expect(hit).toBe(said === "метро");
  }));
});

test("отрывок – там, где больше всего слов, и кусок самого текста", () => {
  const essence = `${"Начало без слов. ".repeat(40)}Здесь парк, а рядом пруд. ${"Конец. ".repeat(60)}парк`;
  const pieces = excerptOf(essence, new Matcher([group("парк"), group("пруд")]));
  expect(pieces.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(["парк", "пруд"]);
  expect(essence).toContain(plain(pieces).slice(1));
});

test("слово в названии весит больше, два слова рядом – больше, чем врозь, новое – больше старого", () => {
  const matcher = new Matcher([group("детская"), group("площадка")]);
  const score = (title: string, essence: string, freshness = 0) => matcher.score({ title, essence }, freshness);
  expect(score("Детская площадка", "")).toBeGreaterThan(score("Прочее", "детская площадка"));
  expect(score("", "детская площадка")).toBeGreaterThan(score("", "площадка для всех, кроме одной, очень большая детская"));
  expect(score("", "детская площадка")).toBeGreaterThan(score("", "детская"));
  expect(score("", "детская", 1)).toBeGreaterThan(score("", "детская", 0));
});
