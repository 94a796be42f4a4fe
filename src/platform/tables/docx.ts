import { AlignmentType, BorderStyle, Document, Header, Packer, PageBreak, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlign, WidthType } from "docx";

/** What official papers are made of: paragraphs, plain tables, and lines whose parts stand apart: a date and a number, a title and a signature. */
export type DocxBlock =
  | { readonly kind: "text"; readonly text: string; /** «aside»: in the right half, as annexes say what they are to */ readonly align?: "left" | "centre" | "aside" | "both"; readonly bold?: boolean; readonly indent?: boolean; readonly newPage?: boolean; readonly space?: "before" | "after" }
  | { readonly kind: "apart"; readonly parts: readonly string[]; /** shares of the width, in per cent; the last part stands at the right edge */ readonly widths: readonly number[] }
  | { readonly kind: "table"; readonly header: readonly string[]; readonly rows: readonly (readonly string[])[]; /** shares of the width, in per cent */ readonly widths: readonly number[] };

export interface DocxPaper {
  readonly title: string;
  readonly blocks: readonly DocxBlock[];
}

export const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const alignments = { left: AlignmentType.LEFT, centre: AlignmentType.CENTER, aside: AlignmentType.LEFT, both: AlignmentType.BOTH } as const;
/** Half points; ГОСТ Р 7.0.97-2016 takes 12–14 for the text. */
const size = 28;
const font = "Times New Roman";
/** Twentieths of a point: margins of ГОСТ Р 7.0.97-2016, left 30 mm, right 10, top and bottom 20. */
const margins = { left: 1701, right: 567, top: 1134, bottom: 1134 };
const firstLine = 709;
const asideIndent = 4820;
const bare = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const borderless = { top: bare, bottom: bare, left: bare, right: bare };

/** In: a paper. Out: a file of Word 2007 and later, LibreOffice and МойОфис. */
export async function writeDocx({ title, blocks }: DocxPaper): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: cleaned(title), creator: "", lastModifiedBy: "",
    styles: { default: { document: { run: { font, size } } } },
    // pages are numbered from the second, in the middle of the upper margin
    sections: [{
      properties: { titlePage: true, page: { margin: margins } }, children: blocks.map(toChild),
      headers: { first: new Header({ children: [new Paragraph({})] }), default: new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT], size: 24 })] })] }) },
    }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function toChild(block: DocxBlock): Paragraph | Table {
  if (block.kind === "text") {
    const { text, align = "both", bold = false, indent = false, newPage = false, space } = block;
    const runs = cleaned(text).split("\n").map((line, index) => new TextRun({ text: line, bold, ...(index > 0 ? { break: 1 } : {}) }));
    return new Paragraph({
      alignment: alignments[align], spacing: { line: 276, before: space === "before" ? 360 : 0, after: space === "after" ? 240 : 0 },
      ...(indent ? { indent: { firstLine } } : align === "aside" ? { indent: { left: asideIndent } } : {}), children: [...(newPage ? [new TextRun({ children: [new PageBreak()] })] : []), ...runs],
    });
  }
  if (block.kind === "apart") {
    const cells = block.parts.map((text, index) => new TableCell({
      width: { size: block.widths[index] ?? 0, type: WidthType.PERCENTAGE }, borders: borderless, verticalAlign: VerticalAlign.BOTTOM, margins: { left: 0, right: 80 },
      children: [new Paragraph({ alignment: index === block.parts.length - 1 ? AlignmentType.RIGHT : AlignmentType.LEFT, keepLines: true, children: [new TextRun(cleaned(text))] })],
    }));
    return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, borders: { ...borderless, insideHorizontal: bare, insideVertical: bare }, rows: [new TableRow({ cantSplit: true, children: cells })] });
  }
  const row = (cells: readonly string[], isHeader: boolean) => new TableRow({
    tableHeader: isHeader, cantSplit: true,
    children: cells.map((text, index) => new TableCell({ width: { size: block.widths[index] ?? 0, type: WidthType.PERCENTAGE }, margins: { left: 80, right: 80, top: 40, bottom: 40 }, children: [new Paragraph({ children: [new TextRun({ text: cleaned(text), bold: isHeader, size: 24 })] })] })),
  });
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [row(block.header, true), ...block.rows.map((cells) => row(cells, false))] });
}

/** XML 1.0 has no place for control characters, which the library drops, nor for these two, which it lets through: no program opens the file. */
function cleaned(text: string): string {
  return text.replace(/[\uFFFE\uFFFF]/g, "");
}
