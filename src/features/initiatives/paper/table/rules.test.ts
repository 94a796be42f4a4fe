import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RowReader } from "@/platform/tables/row-reader";
import { plainDate } from "@/shared/dates/plain-date";
import { findColumns, sheetFields, type SheetField } from "./columns";
import { readSheetRow, sameAuthors } from "./rules";
import { freshRows, needsChoice, proposalFor, rowsToSend } from "./ui/chosen";
import type { ReadySheet } from "./schema";
import en from "../../messages/en.json" with { type: "json" };
import ru from "../../messages/ru.json" with { type: "json" };

const today = plainDate("2026-03-10");
const directionId = "00000000-0000-4000-8000-000000000001";
const words = { directions: new Map([["благоустройство", directionId]]), kinds: new Map([["родитель", "parent" as const]]) };
const heading = ["Дата на листе", "Кто написал", "Телефон", "Что предлагает", "В чём дело", "Что должно получиться", "Где это", "Направление", "Кто автор"];
const sound = ["09.03.2026", "Новикова Ольга Петровна", "8 912 345-67-89", "Осветить дорожку у школы", "По вечерам на дорожке темно, дети идут по проезжей части.", "Фонари горят вдоль всей дорожки.", "улица Мира", "Благоустройство", "Родитель"];
const read = (cells: readonly string[]) => {
  const columns = findColumns([{ row: 1, cells: heading }]);
  const reader = new RowReader<SheetField>(cells, columns?.at ?? {});
  return { row: readSheetRow(reader, words, today), problems: reader.problems.map(({ field, key }) => [field, key]) };
};
const changed = (at: number, to: string) => sound.map((cell, column) => (column === at ? to : cell));

describe("столбцы листов", () => {
  test("чужая таблица не принимается за листы", () => {
    for (const cells of [["Регион", "Код ОКТМО", "Название"], ["Роль", "Электронная почта", "ФИО"], ["Название"], []]) expect(findColumns([{ row: 1, cells }])).toBeNull();
  });
  test("узнаются по нашим заголовкам на обоих языках и в любом порядке", () => {
    for (const { paper } of [ru, en]) {
      const own = sheetFields.filter((field) => !["familyName", "givenName", "patronymic"].includes(field));
      fc.assert(fc.property(fc.shuffledSubarray([...own], { minLength: own.length }), (order) => {
        const found = findColumns([{ row: 3, cells: order.map((field) => paper.table.columns[field]) }]);
        expect(order.map((field) => found?.at[field])).toEqual(order.map((_, at) => at));
      }));
    }
  });
  test("под заголовком в две строки и названием листа – тоже", () => {
    const found = findColumns([{ row: 1, cells: ["Сход в селе"] }, { row: 3, cells: ["Автор", "", "Инициатива", "", ""] }, { row: 4, cells: ["Фамилия", "Имя", "Название", "Суть", "Результат"] }]);
    expect(found).toMatchObject({ row: 4, at: { familyName: 0, givenName: 1, title: 2, essence: 3, expectedResult: 4 } });
  });
});

describe("строка", () => {
  test("годная читается целиком", () => {
    expect(read(sound)).toMatchObject({ problems: [], row: { familyName: "Новикова", givenName: "Ольга", patronymic: "Петровна", phone: "+79123456789", takenOn: "2026-03-09", directionId, initiatorKind: "parent", placeText: "улица Мира" } });
  });
  test.each([
    [0, "11.03.2026", "takenOn", "sheetDay"], [0, "вчера", "takenOn", "field.date"], [1, "Новикова", "fullName", "fullName"], [1, "", "fullName", "required"], [2, "12", "phone", "field.phone"],
    [3, "Свет", "title", "field.tooShort"], [4, "Темно", "essence", "field.tooShort"], [4, "т".repeat(4001), "essence", "field.tooLong"], [5, "", "expectedResult", "required"], [7, "Космос", "direction", "unknownWord"], [8, "", "initiatorKind", "required"], [3, "#REF!", "title", "cellFailed"],
  ] as const)("замечание стоит у своей ячейки: столбец %s, «%s»", (at, value, field, key) => {
    expect(read(changed(at, value))).toEqual({ row: null, problems: [[field, key]] });
  });
  test("что бы ни стояло в ячейках, строка прочитана или названы ячейки", () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: "grapheme" }), { maxLength: 12 }), (cells) => {
      const { row, problems } = read(cells);
      expect(row === null).toBe(problems.length > 0);
    }));
  });
});

test("тот же автор – то же имя и тот же телефон; отчество, которого нет, не спорит", () => {
  const one = (familyName: string, patronymic: string, phone: string) => ({ familyName, givenName: "Ольга", patronymic, phone });
  expect(sameAuthors([one("Новикова", "Петровна", "1"), one("новикова", "", "1"), one("Новикова", "Ивановна", "1"), one("Новикова", "Петровна", "2"), one("Сёмина", "", ""), one("Семина", "", "")])).toEqual([null, 0, 1, null, null, 4]);
});

describe("кто написал", () => {
  const ready = (overrides: Partial<ReadySheet>): ReadySheet => ({ ...(read(sound).row as NonNullable<ReturnType<typeof read>["row"]>), id: crypto.randomUUID(), registrationKey: crypto.randomUUID(), taken: null, sameAs: null, known: [], isKnownToOthers: false, ...overrides });
  const stack = { atUnitId: directionId, takenOn: "2026-03-10", paperCase: "дело № 4", scan: null, signed: true, worksHere: true };
  const ivan = { id: directionId, name: "Новикова Ольга", phone: "+79123456789" };
  test("незнакомого выбирать не надо, знакомого – надо; предлагается один или тот, у кого тот же телефон", () => {
    expect([needsChoice(ready({})), needsChoice(ready({ known: [ivan] })), needsChoice(ready({ sameAs: 2 })), needsChoice(ready({ isKnownToOthers: true }))]).toEqual([false, true, true, true]);
    expect(proposalFor(ready({ known: [ivan] }))).toBe(`person:${ivan.id}`);
    expect(proposalFor(ready({ known: [{ ...ivan, phone: null }, { ...ivan, phone: null }] }))).toBeNull();
    expect([proposalFor(ready({ sameAs: 2 })), proposalFor(ready({ isKnownToOthers: true }))]).toEqual(["row:2", null]);
  });
  test("тот же человек, что строкой выше, регистрируется один раз; пропущенный лист не посылается, его автор остаётся", () => {
    const rows = [{ row: 2, sheet: ready({}) }, { row: 3, sheet: ready({ sameAs: 2 }) }, { row: 4, sheet: ready({ sameAs: 2, known: [ivan] }) }];
    const sent = rowsToSend(rows, { 2: "skip", 3: "row:2", 4: `person:${ivan.id}` }, stack, directionId);
    expect(sent.map(({ personId, registration }) => [personId, registration && (registration as { key: string }).key])).toEqual([[null, rows[0]?.sheet.registrationKey], [ivan.id, null]]);
    expect(sent[0]?.sheet).toMatchObject({ takenOn: "2026-03-09", paperCase: "дело № 4" });
  });
  test("введённый раньше второй раз не посылается", () => {
    expect(freshRows([{ row: 2, problems: [], sheet: ready({ taken: { publicNumber: null } }) }, { row: 3, problems: [], sheet: null }])).toEqual([]);
  });
});
