import { foldHeading, placesOf, twoRows } from "@/platform/tables/headings";
import type { SourceRow } from "@/platform/tables/source";

export const sheetFields = ["takenOn", "fullName", "familyName", "givenName", "patronymic", "phone", "title", "essence", "expectedResult", "placeText", "direction", "initiatorKind"] as const;
export type SheetField = (typeof sheetFields)[number];

/** What the columns are called; the first of each is how our own sample calls it. */
const headings: Readonly<Record<SheetField, readonly string[]>> = {
  takenOn: ["дата на листе", "дата", "когда записано", "принято на месте", "day", "date"],
  fullName: ["кто написал", "фио", "ф и о", "фамилия имя отчество", "автор", "инициатор", "author", "full name", "name"],
  familyName: ["фамилия", "family name", "last name", "surname"],
  givenName: ["имя", "given name", "first name"],
  patronymic: ["отчество", "patronymic"],
  phone: ["телефон", "контактный телефон", "номер телефона", "тел", "phone"],
  title: ["что предлагает", "что предлагаю", "инициатива", "название инициативы", "название", "наименование", "кратко", "title", "initiative"],
  essence: ["в чём дело", "суть", "суть инициативы", "описание", "содержание", "essence", "description"].map(foldHeading),
  expectedResult: ["что должно получиться", "ожидаемый результат", "результат", "expected result", "result"],
  placeText: ["где это", "место", "адрес", "place", "address"],
  direction: ["направление", "тема", "тематическое направление", "direction", "topic"],
  initiatorKind: ["кто автор", "характер", "характер инициатора", "категория", "вид инициатора", "kind of initiator"],
};

/** Any of these makes a row an initiative on paper. */
const required: readonly (readonly SheetField[])[] = [["title", "essence", "fullName"], ["title", "essence", "familyName", "givenName"]];

export interface SheetColumns {
  /** where each field stands, from 0 */
  readonly at: Partial<Readonly<Record<SheetField, number>>>;
  /** as the file writes them, by column */
  readonly headings: readonly string[];
  /** the last row of them, as the file counts */
  readonly row: number;
}

/** How far down a title and merged headings may reach. */
export const headerDepth = 30;

/** In: the first rows of a sheet. Out: its headings, the row that explains most; null when these are no sheets of paper. */
export function findColumns(rows: readonly SourceRow[]): SheetColumns | null {
  const found = rows.slice(0, headerDepth).flatMap(({ row, cells }, index) => {
    const below = rows[index + 1];
    return [columnsIn(cells, row), ...(below ? twoRows(cells, below.cells).map((texts) => columnsIn(texts, below.row)) : [])].filter((one) => one !== null);
  });
  return found.reduce<SheetColumns | null>((best, one) => (best === null || Object.keys(one.at).length > Object.keys(best.at).length ? one : best), null);
}

function columnsIn(texts: readonly string[], row: number): SheetColumns | null {
  const at = placesOf(headings, texts.map(foldHeading));
  return required.some((set) => set.every((field) => at.has(field))) ? { at: Object.fromEntries(at), headings: texts, row } : null;
}
