import { isPlainDate } from "@/shared/dates/plain-date";

export type CellValue = string | number | null;

export interface TableColumn {
  readonly header: string;
  /** date: a day, «2026-11-02»; percent: a share, 0.25 is 25 % */
  readonly kind: "text" | "number" | "date" | "percent";
  /** in characters */
  readonly width?: number;
}

/** What a feature hands over to be written; what the columns mean is its own business. */
export interface Table {
  /** the sheet's name */
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** In: one row's values. Throws when they aren't what the columns say: a shifted row must not be written. */
export function checkRow(columns: readonly TableColumn[], row: readonly CellValue[]): void {
  if (row.length !== columns.length) throw new RangeError(`a row has ${row.length} values for ${columns.length} columns`);
  row.forEach((value, index) => {
    const { header, kind } = columns[index]!;
    if (value === null) return;
    const fits = kind === "number" || kind === "percent" ? typeof value === "number" && Number.isFinite(value) : kind === "date" ? isPlainDate(value) : typeof value === "string";
    if (!fits) throw new TypeError(`column «${header}» wants ${kind}`);
  });
}
