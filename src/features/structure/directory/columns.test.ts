import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldHeading, isFurniture } from "@/platform/tables/headings";
import { fieldsOf, findHeader, isNote, recogniseColumns, sheetKinds, type Columns } from "./columns";
import en from "../messages/en.json" with { type: "json" };
import ru from "../messages/ru.json" with { type: "json" };

const rows = (...lines: readonly (readonly string[])[]) => lines.map((cells, at) => ({ row: at + 1, cells }));
const municipalities = ["Регион", "Код ОКТМО", "Контрольное число", "Название", "Краткое название", "Вид", "Население", "Долгота", "Широта", "Название в родительном падеже", "Должность главы", "Часовой пояс"];

describe("столбцы узнаются по заголовкам", () => {
  test.each([["Сумма", "Дата", "Поставщик"], ["Название"], ["Регион"], ["", ""], ["Код"]])("чужая таблица не принимается за справочник: %s", (...headings) => {
    expect(recogniseColumns(headings, false)).toBeNull();
  });

  test.each([ru, en])("заголовки собственной выгрузки узнаются на обоих языках", ({ directory }) => {
    for (const kind of sheetKinds) {
      const own = fieldsOf[kind].filter((field) => field !== "fullName");
      const names = own.map((field) => (directory.columns[kind] as Readonly<Record<string, string>>)[field] ?? "");
      expect([kind, recogniseColumns(names, false)]).toMatchObject([kind, { kind, at: Object.fromEntries(own.map((field, at) => [field, at])), ignored: [] }]);
    }
  });

  test("порядок столбцов, регистр, скобки, звёздочки и переносы ничего не меняют", () => {
    fc.assert(fc.property(fc.shuffledSubarray(municipalities, { minLength: 12 }), fc.integer({ min: 0, max: 3 }), (shuffled, manner) => {
      const written = shuffled.map((name) => [name, name.toUpperCase(), `${name} (как в ОК 033-2013)*`, name.replace(" ", "\n  ")][manner] ?? name);
      const read = recogniseColumns(written, false);
      expect(read?.kind).toBe("municipalities");
      expect(fieldsOf.municipalities.map((field) => shuffled[read?.at[field] ?? -1])).toEqual(municipalities);
    }));
  });

  test("таблицы, какие бывают", () => {
    expect(recogniseColumns(["oktmo8", "check_digit", "name", "type", "centre", "geojson_district", "population_2010_where_found", "lon", "lat"], false)).toMatchObject({ kind: "municipalities", ignored: ["centre", "geojson_district"] });
    expect(recogniseColumns(["№ п/п", "Наименование муниципального образования", "Код ОКТМО", "Численность населения на 1 января 2021 г."], false)).toMatchObject({ kind: "municipalities", at: { name: 1, code: 2, population: 3 } });
    expect(recogniseColumns(["Муниципалитет", "Наименование учреждения", "Адрес", "Телефон"], false)).toMatchObject({ kind: "organisations", at: { municipality: 0, name: 1, address: 2, phone: 3 } });
    expect(recogniseColumns(["Ф.И.О.", "Организация", "Роль", "E-mail"], true)).toMatchObject({ kind: "people", at: { fullName: 0, place: 1, role: 2, email: 3 } });
    expect(recogniseColumns(["Организация", "Адрес"], false)).toBeNull();
    expect(recogniseColumns(["Организация", "Адрес"], true)?.kind).toBe("organisations");
  });
});

describe("заголовок находится", () => {
  test("под названием таблицы и пустыми строками", () => {
    expect(findHeader(rows(["Перечень муниципальных образований"], ["по состоянию на 01.01.2026"], municipalities, ["x"]), false)).toMatchObject({ row: 3, columns: { kind: "municipalities" } });
  });

  test("в две строки с объединёнными ячейками", () => {
    const header = findHeader(rows(["Сведения", "", "", ""], ["Регион", "Муниципальное образование", "", "Население"], ["", "Код ОКТМО", "Название", ""], ["1", "2", "3", "4"]), false);
    expect(header).toMatchObject({ row: 3, columns: { kind: "municipalities", at: { region: 0, code: 1, name: 2, population: 3 } } });
  });
});

test("номера столбцов, повторённая шапка и примечания – не данные", () => {
  const columns = recogniseColumns(["Код ОКТМО", "Название", "Население"], false) as Columns;
  expect(isFurniture(["1", "2", "3"], columns.headings)).toBe(true);
  expect(isFurniture(["Код октмо", "Название", "Население, чел."], columns.headings)).toBe(true);
  expect(isFurniture(["33602000", "Арбажский район", "8468"], columns.headings)).toBe(false);
  expect(isNote(["* без учёта посёлков", "", ""], columns)).toBe(true);
  expect(isNote(["", "Арбажский район", "8468"], columns)).toBe(false);
  expect(foldHeading("Код\nОКТМО (8 знаков)*")).toBe("код октмо");
});
