import type * as z from "zod";
import { parsePhone } from "@/shared/codes/phone";
import { fromEpochDay, isPlainDate, type PlainDate } from "@/shared/dates/plain-date";
import { fieldIssues } from "@/shared/errors/field-issues";
import { cleanLine, cleanText, foldForComparison } from "@/shared/text/normalise";

/** What is wrong in one cell. `key`: of the feature's own sentences, or of `errors`. */
export interface RowProblem {
  readonly field: string;
  readonly value: string;
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** what the cell would be read as, if that is agreed to */
  readonly repair: string | null;
}

/** The cells of one row by what they mean, and what is found to be wrong with them. */
export class RowReader<Field extends string> {
  readonly problems: RowProblem[] = [];
  readonly #cells: readonly string[];
  readonly #at: Partial<Readonly<Record<Field, number>>>;

  /** In: a row's cells, and in which of them each field stands, from 0. */
  constructor(cells: readonly string[], at: Partial<Readonly<Record<Field, number>>>) {
    this.#cells = cells;
    this.#at = at;
    for (const field of Object.keys(at) as Field[]) if (failed.test(this.text(field))) this.refuse(field, "cellFailed");
  }

  has(field: Field): boolean {
    return this.#at[field] !== undefined;
  }

  /** One line; empty where there is no such column or nothing in it. */
  text(field: Field): string {
    return cleanLine(this.#raw(field));
  }

  /** With its paragraphs. */
  paragraphs(field: Field): string {
    return cleanText(this.#raw(field));
  }

  #raw(field: Field): string {
    const column = this.#at[field];
    return column === undefined ? "" : (this.#cells[column] ?? "");
  }

  refuse(field: Field, key: string, params: RowProblem["params"] = {}, repair: string | null = null): null {
    if (!this.problems.some((problem) => problem.field === field)) this.problems.push({ field, value: this.text(field), key, params, repair });
    return null;
  }

  /** By a field of the forms; null when it is empty and may be, or is refused. */
  parsed<T>(field: Field, schema: z.ZodType<T>, isRequired: boolean): T | null {
    const text = this.text(field);
    if (text === "") return isRequired ? this.refuse(field, "required") : null;
    const parsed = schema.safeParse(text);
    if (parsed.success) return parsed.data;
    const [issue] = fieldIssues(parsed.error);
    return this.refuse(field, issue?.key ?? "field.invalid", issue?.params ?? {});
  }

  /** One of several words; what no list knows is refused, not guessed. */
  choice<T extends string>(field: Field, words: ReadonlyMap<string, T>, isRequired = false): T | null {
    const text = this.text(field);
    if (text === "") return isRequired ? this.refuse(field, "required") : null;
    return words.get(foldForComparison(text)) ?? this.refuse(field, "unknownWord");
  }

  /** A whole number, with spaces between the thousands. */
  whole(field: Field, most: number): number | null {
    const text = this.text(field).replace(/\s/g, "").replace(/[.,]0+$/, "");
    if (text === "") return null;
    if (!/^\d{1,12}$/.test(text)) return this.refuse(field, "field.number");
    return Number(text) <= most ? Number(text) : this.refuse(field, "field.tooBig", { max: most });
  }

  degrees(field: Field, most: number): number | null {
    const text = this.text(field).replace(",", ".").replace(/°$/, "");
    if (text === "") return null;
    if (!/^-?\d{1,3}(?:\.\d{1,15})?$/.test(text)) return this.refuse(field, "field.number");
    return Math.abs(Number(text)) <= most ? Number(text) : this.refuse(field, "degrees");
  }

  /** «15.03.2026», «2026-03-15», or a spreadsheet's serial number, counted from 1899-12-30. */
  day(field: Field): PlainDate | null {
    const text = this.text(field);
    if (text === "") return null;
    const [, day = "", month = "", year = ""] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})(?:\s.*)?$/.exec(text) ?? [];
    const iso = year === "" ? text.slice(0, 10) : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    if (isPlainDate(iso)) return iso;
    if (/^\d{5}(?:\.\d+)?$/.test(text)) return fromEpochDay(Math.floor(Number(text)) - daysFrom1899);
    return this.refuse(field, "field.date");
  }

  phone(field: Field): string | null {
    const text = this.text(field);
    if (text === "") return null;
    return parsePhone(text) ?? (text.length <= 60 && /\d/.test(text) ? text : this.refuse(field, "field.phone"));
  }
}

const daysFrom1899 = 25_569;
const failed = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/;
