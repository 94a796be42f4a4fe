import writeXlsxFile from "write-excel-file/node";

interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export const fileOf = (text: string | Buffer, name = "справочник.csv"): ChosenFile => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

/** A workbook: sheets by name, cells divided by semicolons. */
export async function bookOf(sheets: Readonly<Record<string, readonly string[]>>): Promise<ChosenFile> {
  const book = Object.entries(sheets).map(([sheet, lines]) => ({ sheet, data: lines.map((line) => line.split(";").map((value) => (value === "" ? null : { value, type: String }))) }));
  return { name: "справочник.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer: await writeXlsxFile(book).toBuffer() };
}
