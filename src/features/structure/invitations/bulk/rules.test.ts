import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPlaces, partsOf, readLines, repeatedLines } from "./rules";

const problems = (text: string, hasPlace = true) => readLines(text, hasPlace).map(({ problem }) => problem);

describe("строка называет первое, что в ней не так", () => {
  test("нет места, имени, лишние знаки, неверная почта", () => {
    expect(problems("; ;\nШкола 1\nШкола 1; Иванова\nШкола 1; Иванова Мар!ия\nШкола 1; 12; 34\nШкола 1; Иванова Мария; почта@")).toEqual(["noPlace", "noName", "noName", "badName", "badName", "badEmail"]);
  });
  test("номер строки тот, что в списке, пустые не считаются", () => {
    expect(readLines("\n\nШкола 1; Иванова\n", true).map(({ line }) => line)).toEqual([3]);
  });
});

test("порядок почты не важен, таблица и точка с запятой читаются одинаково", () => {
  const [first, second, third] = readLines("Школа 1; Иванова Мария Петровна; M@Example.org\nm@example.org\tШкола 1\tИванова\tМария\tПетровна\nИванова Мария", true);
  expect(first).toMatchObject({ place: "Школа 1", familyName: "Иванова", givenName: "Мария", patronymic: "Петровна", email: "m@example.org", problem: null });
  expect({ ...second, line: 1, raw: "" }).toEqual({ ...first, line: 1, raw: "" });
  expect(third?.problem).toBe("noName");
  expect(readLines("Иванова Мария m@example.org", false)[0]).toMatchObject({ familyName: "Иванова", givenName: "Мария", patronymic: null, email: "m@example.org", problem: null });
  expect(readLines("Иванова Мария", false)[0]).toMatchObject({ familyName: "Иванова", email: null, problem: null });
});

test("место узнаётся по названию без кавычек и регистра, но не по сходству", () => {
  const places = [{ id: "a", names: ["Школа № 1", "МКОУ «Школа № 1»"] }, { id: "b", names: ["Школа № 11"] }];
  expect(findPlaces(places, "школа № 1").map(({ id }) => id)).toEqual(["a"]);
  expect(findPlaces(places, 'МКОУ "Школа № 1"').map(({ id }) => id)).toEqual(["a"]);
  expect(findPlaces(places, "Школа")).toEqual([]);
});

test("повтор находят по почте, а без неё по имени, и только в том же месте", () => {
  const lines = readLines("А; Иванова Мария; a@b.ru\nА; Петрова Анна; a@b.ru\nБ; Иванова Мария; a@b.ru\nА; Сидорова Яна\nа; сидорова яна", true);
  expect([...repeatedLines(lines)]).toEqual([2, 5]);
});

test("что бы ни вставили, каждая непустая строка остаётся, и каждая либо годна, либо объяснена", () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: fc.constantFrom("А", "б", " ", ";", "\t", "@", ".", "-", "1") }).map((line) => line.replace(/[\r\n]/g, "")), { maxLength: 20 }), (lines) => {
    const read = readLines(lines.join("\n"), true);
    expect(read.map(({ raw }) => raw)).toEqual(lines.filter((line) => line.trim() !== ""));
    for (const one of read) if (one.problem === null) expect(one.place && one.familyName && one.givenName).toBeTruthy();
  }));
});

test("список уходит частями: ни одна строка не потеряна и не послана дважды", () => {
  const line = fc.constantFrom("Школа; Новикова Ольга", "Сад; Белова Анна", "", "  ", "Школа; ?");
  fc.assert(fc.property(fc.array(line, { maxLength: 40 }), fc.infiniteStream(fc.boolean()), fc.integer({ min: 1, max: 7 }), (lines, chance, atOnce) => {
    const ready = new Set(lines.flatMap((text, at) => (text.trim() !== "" && chance.next().value ? [at + 1] : [])));
    const { parts, rest } = partsOf(lines.join("\n"), ready, atOnce);
    expect(parts.every((part) => part.length > 0 && part.length <= atOnce)).toBe(true);
    expect(parts.flat()).toEqual(lines.filter((_, at) => ready.has(at + 1)));
    expect([...parts.flat(), ...rest].toSorted()).toEqual(lines.filter((text) => text.trim() !== "").toSorted());
  }));
});
