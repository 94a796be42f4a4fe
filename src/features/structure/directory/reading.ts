import type * as z from "zod";
import { parsePhone } from "@/shared/codes/phone";
import { fromEpochDay, isPlainDate, type PlainDate } from "@/shared/dates/plain-date";
import { fieldIssues } from "@/shared/errors/field-issues";
import { cleanLine, foldForComparison } from "@/shared/text/normalise";
import type { Columns, DirectoryField } from "./columns";
import type { RowProblem } from "./schema";

/** The cells of one row by what they mean, and what is found to be wrong with them. */
export class RowReader {
  readonly problems: RowProblem[] = [];
  readonly #cells: readonly string[];
  readonly #columns: Columns;

  constructor(cells: readonly string[], columns: Columns) {
    this.#cells = cells;
    this.#columns = columns;
    for (const field of Object.keys(columns.at) as DirectoryField[]) if (failed.test(this.text(field))) this.refuse(field, "cellFailed");
  }

  has(field: DirectoryField): boolean {
    return this.#columns.at[field] !== undefined;
  }

  /** One line; empty where there is no such column or nothing in it. */
  text(field: DirectoryField): string {
    const column = this.#columns.at[field];
    return column === undefined ? "" : cleanLine(this.#cells[column] ?? "");
  }

  refuse(field: DirectoryField, key: string, params: RowProblem["params"] = {}, repair: string | null = null): null {
    if (!this.problems.some((problem) => problem.field === field)) this.problems.push({ field, value: this.text(field), key, params, repair });
    return null;
  }

  /** By a field of the forms; null when it is empty and may be, or is refused. */
  parsed<T>(field: DirectoryField, schema: z.ZodType<T>, isRequired: boolean): T | null {
    const text = this.text(field);
    if (text === "") return isRequired ? this.refuse(field, "required") : null;
    const parsed = schema.safeParse(text);
    if (parsed.success) return parsed.data;
    const [issue] = fieldIssues(parsed.error);
    return this.refuse(field, issue?.key ?? "field.invalid", issue?.params ?? {});
  }

  /** One of several words; what no list knows is refused, not guessed. */
  choice<T extends string>(field: DirectoryField, words: ReadonlyMap<string, T>, isRequired = false): T | null {
    const text = this.text(field);
    if (text === "") return isRequired ? this.refuse(field, "required") : null;
    return words.get(foldForComparison(text)) ?? this.refuse(field, "unknownWord");
  }

  /** A whole number, with spaces between the thousands. */
  whole(field: DirectoryField, most: number): number | null {
    const text = this.text(field).replace(/\s/g, "").replace(/[.,]0+$/, "");
    if (text === "") return null;
    if (!/^\d{1,12}$/.test(text)) return this.refuse(field, "field.number");
    return Number(text) <= most ? Number(text) : this.refuse(field, "field.tooBig", { max: most });
  }

  degrees(field: DirectoryField, most: number): number | null {
    const text = this.text(field).replace(",", ".").replace(/°$/, "");
    if (text === "") return null;
    if (!/^-?\d{1,3}(?:\.\d{1,15})?$/.test(text)) return this.refuse(field, "field.number");
    return Math.abs(Number(text)) <= most ? Number(text) : this.refuse(field, "degrees");
  }

  /** «15.03.2026», «2026-03-15», or a spreadsheet's serial number, counted from 1899-12-30. */
  day(field: DirectoryField): PlainDate | null {
    const text = this.text(field);
    if (text === "") return null;
    const [, day = "", month = "", year = ""] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})(?:\s.*)?$/.exec(text) ?? [];
    const iso = year === "" ? text.slice(0, 10) : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    if (isPlainDate(iso)) return iso;
    if (/^\d{5}(?:\.\d+)?$/.test(text)) return fromEpochDay(Math.floor(Number(text)) - daysFrom1899);
    return this.refuse(field, "field.date");
  }

  phone(field: DirectoryField): string | null {
    const text = this.text(field);
    if (text === "") return null;
    return parsePhone(text) ?? (text.length <= 60 && /\d/.test(text) ? text : this.refuse(field, "field.phone"));
  }
}

const daysFrom1899 = 25_569;
const failed = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/;

/** «МБОУ "Школа № 1"» and «МБОУ «Школа №1»» are one organisation. */
export function foldName(name: string): string {
  return foldForComparison(name).replace(/["']/g, "").replace(/№\s*/g, "№").replace(/\s+/g, " ").trim();
}
