import { AlignmentType, Document, Packer, PageBreak, Paragraph, Tab, Table, TableCell, TableRow, TextRun, WidthType } from "docx";

/** What official papers are made of: paragraphs and plain tables. */
export type DocxBlock =
  | { readonly kind: "text"; readonly text: string; readonly align?: "left" | "centre" | "right" | "both"; readonly bold?: boolean; readonly indent?: boolean; readonly newPage?: boolean; readonly space?: "before" | "after" }
  | { readonly kind: "table"; readonly header: readonly string[]; readonly rows: readonly (readonly string[])[]; /** shares of the width, in per cent */ readonly widths: readonly number[] };

export interface DocxPaper {
  readonly title: string;
  readonly blocks: readonly DocxBlock[];
}

export const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const alignments = { left: AlignmentType.LEFT, centre: AlignmentType.CENTER, right: AlignmentType.RIGHT, both: AlignmentType.BOTH } as const;
/** Half points; ГОСТ Р 7.0.97-2016 takes 12–14 for the text. */
const size = 28;
const font = "Times New Roman";
/** Twentieths of a point: margins of ГОСТ Р 7.0.97-2016, left 30 mm, right 10, top and bottom 20. */
const margins = { left: 1701, right: 567, top: 1134, bottom: 1134 };
const firstLine = 709;

/** In: a paper. Out: a file of Word 2007 and later, LibreOffice and МойОфис. */
export async function writeDocx({ title, blocks }: DocxPaper): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: cleaned(title), creator: "", lastModifiedBy: "",
    styles: { default: { document: { run: { font, size } } } },
    sections: [{ properties: { page: { margin: margins } }, children: blocks.map(toChild) }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function toChild(block: DocxBlock): Paragraph | Table {
  if (block.kind === "text") {
    const { text, align = "both", bold = false, indent = false, newPage = false, space } = block;
    const runs = cleaned(text).split("\n").map((line, index) => new TextRun({ children: line.split("\t").flatMap((part, at) => (at > 0 ? [new Tab(), part] : [part])), bold, ...(index > 0 ? { break: 1 } : {}) }));
    return new Paragraph({
      alignment: alignments[align], spacing: { line: 276, before: space === "before" ? 360 : 0, after: space === "after" ? 240 : 0 },
      ...(indent ? { indent: { firstLine } } : {}), children: [...(newPage ? [new TextRun({ children: [new PageBreak()] })] : []), ...runs],
    });
  }
  const row = (cells: readonly string[], isHeader: boolean) => new TableRow({
    tableHeader: isHeader, cantSplit: true,
    children: cells.map((text, index) => new TableCell({ width: { size: block.widths[index] ?? 0, type: WidthType.PERCENTAGE }, margins: { left: 80, right: 80, top: 40, bottom: 40 }, children: [new Paragraph({ children: [new TextRun({ text: cleaned(text), bold: isHeader, size: 24 })] })] })),
  });
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [row(block.header, true), ...block.rows.map((cells) => row(cells, false))] });
}

/** XML 1.0 has no place for control characters and halves of pairs; one of them and no program opens the file. */
function cleaned(text: string): string {
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  return text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "");
}
