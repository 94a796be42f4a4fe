import { checkRow, type CellValue, type Table, type TableColumn } from "./table";

export const csvType = "text/csv; charset=utf-8";

/** In: a table. Out: CSV as Russian Excel opens it by a double click: semicolons, decimal commas, UTF-8 with a mark, CRLF. */
export function writeCsv({ columns, rows }: Table): string {
  const lines = rows.map((row) => {
    checkRow(columns, row);
    return row.map((value, index) => field(columns[index]!, value));
  });
  return `\uFEFF${[columns.map(({ header }) => quote(header)), ...lines].map((line) => `${line.join(";")}\r\n`).join("")}`;
}

function field({ kind }: TableColumn, value: CellValue): string {
  if (value === null) return "";
  if (kind === "number") return decimal(value as number);
  if (kind === "percent") return `${decimal(Math.round((value as number) * 1000) / 10)}%`;
  if (kind === "date") return (value as string).split("-").toReversed().join(".");
  return quote(guard(value as string));
}

function decimal(value: number): string {
  return String(value).replace(".", ",");
}

/** Spreadsheets run what begins with one of these: an apostrophe keeps it text (OWASP, «CSV injection»). */
function guard(text: string): string {
  return /^[\s]*[=+\-@\t\r|%]/.test(text) ? `'${text}` : text;
}

function quote(text: string): string {
  return /[";\r\n\t]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
