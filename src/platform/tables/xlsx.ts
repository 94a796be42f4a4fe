import writeXlsxFile, { type Cell } from "write-excel-file/node";
import { checkRow, type CellValue, type Table, type TableColumn } from "./table";

export const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** In: one table a sheet. Out: the workbook's bytes. The header stays in sight; text is text, whatever it begins with. */
export async function writeXlsx(tables: readonly Table[]): Promise<Buffer> {
  const sheets = tables.map(({ name, columns, rows }) => ({
    sheet: sheetName(name),
    stickyRowsCount: 1,
    columns: columns.map(({ header, width }) => ({ width: width ?? Math.min(60, Math.max(12, header.length + 2)) })),
    data: [columns.map(headerCell), ...rows.map((row) => {
      checkRow(columns, row);
      return row.map((value, index) => cell(columns[index]!, value));
    })],
  }));
  return await writeXlsxFile(sheets).toBuffer();
}

function headerCell({ header, kind }: TableColumn): Cell {
  return { value: header, type: String, fontWeight: "bold", wrap: true, align: kind === "text" ? "left" : "right" };
}

function cell({ kind }: TableColumn, value: CellValue): Cell {
  if (value === null || value === "") return null;
  if (kind === "number") return { value: value as number, type: Number, format: Number.isInteger(value) ? "#,##0" : "#,##0.00" };
  if (kind === "percent") return { value: value as number, type: Number, format: "0.0%" };
  if (kind === "date") return { value: new Date(`${value as string}T00:00:00Z`), type: Date, format: "dd.mm.yyyy" };
  return { value: cleanText(value as string), type: String, wrap: true, alignVertical: "top" };
}

/** XML 1.0 has no control characters, and a cell holds 32 767. */
function cleanText(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, "").slice(0, 32_767);
}

/** Excel refuses a file whose sheet is named otherwise. */
function sheetName(name: string): string {
  return name.replaceAll(/[\\/?*[\]:]/g, " ").trim().slice(0, 31) || "1";
}
