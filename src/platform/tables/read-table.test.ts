import { randomBytes } from "node:crypto";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { writeCsv } from "./csv";
import { openTable } from "./read-table";
import { tableLimits } from "./source";
import type { Table } from "./table";
import { writeXlsx } from "./xlsx";

const read = async (bytes: Uint8Array) => {
  const sheets = [];
  for (const { name, rows } of await openTable(bytes)) {
    const found = [];
    for await (const row of rows()) found.push(row);
    sheets.push({ name, rows: found });
  }
  return sheets;
};
const refusal = async (bytes: Uint8Array) => await read(bytes).then(() => "read", (error: { code?: string }) => error.code ?? String(error));
const text = (content: string) => new TextEncoder().encode(content);
const cells = async (bytes: Uint8Array) => (await read(bytes)).flatMap(({ rows }) => rows.map((row) => row.cells));

const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`;
const book = (sheet: string, more: Readonly<Record<string, Uint8Array>> = {}) => zipSync({
  "xl/workbook.xml": strToU8(`${head}<workbook xmlns:r="r"><sheets><sheet name="Лист" sheetId="1" r:id="rId1"/></sheets></workbook>`),
  "xl/_rels/workbook.xml.rels": strToU8(`${head}<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`),
  "xl/worksheets/sheet1.xml": strToU8(`${head}<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
  ...more,
});

describe("негодный файл назван тем, что он есть", () => {
  test("пустой, чужой, старый, с паролем, испорченный", async () => {
    const container = (inside: string) => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(1000), Buffer.from(inside, "utf16le")]);
    const whole = book("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
    expect(await Promise.all([
      new Uint8Array(), text("%PDF-1.7"), text("<html><table>"), text("a\0b;c"), zipSync({ "word/document.xml": strToU8("<x/>") }),
      container("Workbook"), container("EncryptedPackage"), whole.subarray(0, whole.length - 40), book("<row><c><v>1</c></row>"),
    ].map(refusal))).toEqual([
      "file.empty", "import.notTable", "import.notTable", "import.notTable", "import.notTable", "import.oldFormat", "import.passwordProtected", "file.damaged", "file.damaged",
    ]);
  });

  test("архив, который разворачивается в сотни мегабайт или лжёт о своём размере, не разворачивается", async () => {
    const claiming = (size: number) => {
      const bytes = Buffer.from(book(`<row r="1"><c r="A1" t="str"><v>${"а".repeat(1000)}</v></c></row>`));
      for (let at = bytes.indexOf("PK\x01\x02"); at >= 0; at = bytes.indexOf("PK\x01\x02", at + 4)) if (bytes.subarray(at + 46, at + 70).toString() === "xl/worksheets/sheet1.xml") bytes.writeUInt32LE(size, at + 24);
      return bytes;
    };
    expect([await refusal(claiming(tableLimits.unpackedBytes)), await refusal(claiming(100))]).toEqual(["import.tooLarge", "file.damaged"]);
  });

  test("тысяча столбцов", async () => {
    expect(await refusal(text(`${"a;".repeat(1000)}b\n`))).toBe("import.tooManyColumns");
    expect(await refusal(book(`<row r="1"><c r="ALL1"><v>1</v></c></row>`))).toBe("import.tooManyColumns");
  });

  test("своя сущность в XML не раскрывается", async () => {
    const bytes = book("", { "xl/worksheets/sheet1.xml": strToU8(`<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`) });
    expect(await refusal(bytes)).toBe("file.damaged");
  });

  test("случайные байты не роняют чтение", async () => {
    for (let size = 1; size < 4000; size *= 3) for (const start of [[], [0x50, 0x4b, 3, 4], [0xff, 0xfe]]) expect(await refusal(Buffer.concat([Buffer.from(start), randomBytes(size)]))).toMatch(/^read$|^(?:file|import)\./);
  });
});

describe("текст", () => {
  const table = "Код;Название\r\n7502000;\"Округ; «Ёлка»\"\r\n;;\r\n33602000;Кировский\r\n";
  const expected = [["Код", "Название"], ["7502000", "Округ; «Ёлка»"], ["33602000", "Кировский"]];
  const inCode = (page: (letter: string) => number | null) => Uint8Array.from([...table.replace("«Ёлка»", "Сосна")], (letter) => page(letter) ?? letter.charCodeAt(0));
  const single = (encoding: string) => {
    const decoder = new TextDecoder(encoding);
    const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const));
    return inCode((letter) => table.get(letter) ?? null);
  };

  test.each(["windows-1251", "ibm866", "koi8-r"])("читается и в кодировке %s", async (encoding) => {
    expect(await cells(single(encoding))).toEqual(expected.map((row) => row.map((cell) => cell.replace("«Ёлка»", "Сосна"))));
  });

  test("UTF-8 с меткой и без неё, UTF-16, запятые, табуляция", async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(table, "utf16le")]);
    for (const bytes of [text(table), text(`\uFEFF${table}`), utf16, text(table.replaceAll(";", ",").replace("Округ,", "Округ;")), text(table.replaceAll(";", "\t").replace("Округ\t", "Округ;"))]) expect(await cells(bytes)).toEqual(expected);
  });

  test("номер строки – тот, что видит человек", async () => {
    expect((await read(text(table)))[0]?.rows.map(({ row }) => row)).toEqual([1, 2, 4]);
  });
});

describe("книга", () => {
  test("числа читаются цифрами, формула – тем, что она дала, пустое пропускается", async () => {
    const bytes = book(`<row r="1"><c r="A1"><v>3.3602E7</v></c><c r="C1" t="str"><f>CONCAT("а")</f><v>а</v></c></row><row r="5"><c r="B5" t="s"><v>0</v></c><c t="inlineStr"><is><r><t>два </t></r><r><t>слова</t></r></is></c><c t="e"><v>#REF!</v></c><c t="b"><v>1</v></c></row>`, {
      "xl/sharedStrings.xml": strToU8(`<sst><si><r><t>общая </t></r><r><t>строка</t></r><rPh><t>чтение</t></rPh></si></sst>`),
    });
    expect(await read(bytes)).toEqual([{ name: "Лист", rows: [{ row: 1, cells: ["33602000", "", "а"] }, { row: 5, cells: ["", "общая строка", "два слова", "#REF!", "1"] }] }]);
  });

  test("то, что записано, читается тем же – книгой и текстом", async () => {
    const table: Table = { name: "Лист", columns: [{ header: "Название", kind: "text" }, { header: "Жителей", kind: "number" }], rows: [["Школа «№ 1»; корпус 2", 12.5], ["=cmd|' /C calc'!A0", -3], ["+7 900", null]] };
    for (const bytes of [await writeXlsx([table]), text(writeCsv(table))]) expect((await cells(bytes)).map(([name]) => name)).toEqual(["Название", "Школа «№ 1»; корпус 2", "=cmd|' /C calc'!A0", "+7 900"]);
  });
});
