/** A row that has something in it, as the file shows it: numbers as digits, a formula by what it gave when the file was saved. */
export interface SourceRow {
  /** as a spreadsheet counts them, from 1 */
  readonly row: number;
  readonly cells: readonly string[];
}

export interface Sheet {
  /** empty for CSV */
  readonly name: string;
  /** Reads from the beginning, any number of times. Throws file.damaged, import.tooLarge, import.tooManyColumns. */
  readonly rows: () => AsyncIterable<SourceRow>;
}

/** What a file may grow to while it is read: a small archive can hold a very large table. */
export const tableLimits = { bytes: 30_000_000, unpackedBytes: 600_000_000, textBytes: 120_000_000, sheets: 20, columns: 200, cellLength: 8000 } as const;
