import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, rootOf, tokensOf } from "./rules";
import { oneSlipFrom, slipsBetween, slipsForgiven } from "./spelling";

test.each([
  "ремонт ремонта ремонтировать отремонтировать ремонтный капремонт",
  "дети детей детьми детям ребёнок ребята детский",
  "люди людей людьми человек человека",
  "дорога дорог дорожный дорожка бездорожье",
  "школа школьный школьники пришкольный",
  "освещение осветить освещать свет светильник",
  "благоустройство благоустроить благоустроенный",
  "строительство строить построить стройка застройка",
  "вода водный водоснабжение водопровод",
  "библиотека библиотечный библиотек библиотекарь",
  "парковка парковать припарковать парковочный",
  "молодёжь молодёжный молодые",
  "река речной речка",
  "снег снежный",
  "загрязнение загрязнить грязь",
  "асфальт заасфальтировать асфальтный",
  "организация организовать организации",
  "создать создание создавать",
  "обновить обновление обновлённый",
  "обучение учитель учебный",
  "улица улиц уличный",
  "дерево деревья деревьев",
  "семья семей семейный",
  "каток катка катки",
])("одно семейство: %s", (words) => {
  expect(new Set(words.split(" ").map((word) => rootOf(fold(word)))).size).toBe(1);
});

test.each(["деревья деревня", "вода водитель", "парк парковка", "дворец двор", "электронный электричество", "лес лестница", "больной больница", "светофор свет", "берег беречь"])("разные слова: %s", (words) => {
  const [one, other] = words.split(" ");
  expect(rootOf(one!)).not.toBe(rootOf(other!));
});

test("у любого слова есть корень, и он один для любого написания", () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...Array.from("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")), { minLength: 1, maxLength: 30 }), (letters) => {
    const word = letters.join("");
    expect(rootOf(fold(word))).not.toBe("");
    expect(rootOf(fold(word.toUpperCase()))).toBe(rootOf(fold(word)));
  }), { examples: [[["с", "я"]], [["с", "ь"]], [["ё"]]] });
});

test("слова текста стоят там, где сказано", () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."аЁ1z -.,«»!🙂") }), (text) => {
    for (const { word, from, to } of tokensOf(text)) expect(fold(text.slice(from, to))).toBe(word);
  }));
});

const word = fc.array(fc.constantFrom(..."абвгде"), { minLength: 3, maxLength: 9 }).map((letters) => letters.join(""));

test("одна описка – это ровно то, что отстоит на одну", () => {
  fc.assert(fc.property(word, (some) => {
    for (const other of oneSlipFrom(some)) expect(slipsBetween(some, other, 2)).toBe(1);
  }), { numRuns: 30 });
});

test("описки считаются одинаково в обе стороны, до самого слова их нет", () => {
  fc.assert(fc.property(word, word, (one, other) => {
    expect(slipsBetween(one, other, 3)).toBe(slipsBetween(other, one, 3));
    expect(slipsBetween(one, one, 2)).toBe(0);
  }));
});

test("короткое слово и число не исправляются", () => {
  expect(["дом", "2026", "школа", "благоустройство"].map(slipsForgiven)).toEqual([0, 0, 1, 2]);
});
