import { writeFileSync } from "node:fs";
import { strToU8, Zip, ZipDeflate } from "fflate";
import { oktmoCheckDigit, type Oktmo } from "@/shared/codes/oktmo";

interface Size {
  readonly municipalities: number;
  readonly organisations: number;
}

export const regionNames = Array.from({ length: 89 }, (_, at) => `Область ${at + 1}`);
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const codeOf = (at: number) => String(10_000_000 + at * 7) as Oktmo;
const nameOf = (at: number) => `Муниципальный округ № ${at + 1}`;

/** A workbook as spreadsheets write it: shared strings, codes as numbers. */
export function writeDirectoryFile(path: string, { municipalities, organisations }: Size, school = "Средняя общеобразовательная школа"): void {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    parts.push(chunk);
  });
  const strings = new Map<string, number>();
  const shared = (text: string) => {
    const known = strings.get(text) ?? strings.size;
    if (known === strings.size) strings.set(text, known);
    return known;
  };
  const add = (name: string, pieces: Iterable<string>) => {
    const entry = new ZipDeflate(name, { level: 3 });
    zip.add(entry);
    for (const piece of pieces) entry.push(strToU8(piece));
    entry.push(new Uint8Array(), true);
  };
  const cell = (value: string | number) => (typeof value === "number" ? `<c><v>${value}</v></c>` : `<c t="s"><v>${shared(value)}</v></c>`);
  function* sheet(count: number, headings: readonly string[], rowOf: (at: number) => readonly (string | number)[]): Iterable<string> {
    yield `${xml}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">${headings.map(cell).join("")}</row>`;
    for (let at = 0; at < count; at += 500) yield Array.from({ length: Math.min(500, count - at) }, (_, step) => `<row r="${at + step + 2}">${rowOf(at + step).map(cell).join("")}</row>`).join("");
    yield "</sheetData></worksheet>";
  }
  add("xl/worksheets/sheet1.xml", sheet(municipalities, ["Регион", "Код ОКТМО", "Контрольное число", "Название", "Вид", "Население", "Долгота", "Широта"], (at) => [
    regionNames[at % regionNames.length] ?? "", Number(codeOf(at)), oktmoCheckDigit(codeOf(at)), nameOf(at), "муниципальный округ", 1000 + (at % 90_000), 30 + (at % 1000) / 10, 50 + (at % 200) / 10,
  ]));
  add("xl/worksheets/sheet2.xml", sheet(organisations, ["Код ОКТМО", "Муниципальное образование", "Организация", "Вид", "Адрес", "Телефон"], (at) => {
    const place = (at * 31) % municipalities;
    return [Number(codeOf(place)), nameOf(place), `МБОУ «${school} № ${at + 1}»`, "школа", `улица Победы, дом ${at + 1}`, `+7 833 2${String(at % 1_000_000).padStart(6, "0")}`];
  }));
  add("xl/sharedStrings.xml", [`${xml}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`, ...Array.from(strings.keys(), (text) => `<si><t>${text}</t></si>`), "</sst>"]);
  add("xl/workbook.xml", [`${xml}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Муниципалитеты" sheetId="1" r:id="rId1"/><sheet name="Организации" sheetId="2" r:id="rId2"/></sheets></workbook>`]);
  add("xl/_rels/workbook.xml.rels", [`${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>`]);
  zip.end();
  writeFileSync(path, Buffer.concat(parts));
}
