import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { writeDocx, type DocxBlock } from "./docx";

const documentOf = async (blocks: readonly DocxBlock[]): Promise<string> => strFromU8(unzipSync(await writeDocx({ title: "Распоряжение", blocks }))["word/document.xml"] ?? new Uint8Array());

/** Characters that XML 1.0 doesn't allow. */
const hasNoPlaceInXml = (one: string): boolean => (one < " " && !"\t\n\r".includes(one)) || one === "\uFFFE" || one === "\uFFFF";

/** Elements open and close in order, and between them there is nothing that XML has no place for. */
function problemOf(xml: string): string | null {
  const open: string[] = [];
  for (const [, text = "", closing, name = "", alone] of xml.matchAll(/([^<]*)<(?:\?[^>]*\?|(\/?)([\w:]+)(?:\s+[\w:]+="[^"<]*")*\s*(\/?))>/g)) {
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(text) || [...text].some(hasNoPlaceInXml)) return `text: ${text}`;
    if (name === "" || alone) continue;
    if (!closing) open.push(name);
    else if (open.pop() !== name) return `closes out of order: ${name}`;
  }
  return open.length === 0 && xml.endsWith(">") ? null : `left open: ${open.join(" ")}`;
}

const textsOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = ""]) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&")).join("");

test("в файле есть всё, что нужно Word и LibreOffice", async () => {
  const files = Object.keys(unzipSync(await writeDocx({ title: "Приказ", blocks: [{ kind: "text", text: "1. Назначить" }] })));
  for (const wanted of ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml"]) expect(files).toContain(wanted);
});

test("имя, которое притворяется разметкой, остаётся именем", async () => {
  const name = `О’Коннор </w:t></w:r><w:p/> <script>&amp; "кавычки" 'и' ]]>`;
  const xml = await documentOf([{ kind: "text", text: name }, { kind: "table", header: ["№", name], rows: [["1", name]], widths: [10, 90] }]);
  expect(problemOf(xml)).toBeNull();
  expect(textsOf(xml).split(name).length - 1).toBe(3);
});

test("управляющие знаки и половины пар файл не ломают", async () => {
  const xml = await documentOf([{ kind: "text", text: "Ива\u0000н\uFFFEов\u0007\uD800 Пётр\u000B\uFFFF" }]);
  expect(problemOf(xml)).toBeNull();
  expect(textsOf(xml)).toContain("Иванов");
});

test("каким бы ни был текст, разметка остаётся целой", async () => {
  await fc.assert(fc.asyncProperty(fc.string({ unit: "binary", maxLength: 60 }), async (text) => {
    expect(problemOf(await documentOf([{ kind: "text", text }, { kind: "table", header: [text], rows: [[text]], widths: [100] }]))).toBeNull();
  }), { numRuns: 40 });
});

test("эта проверка замечает сломанную разметку", () => {
  expect(problemOf("<w:p><w:t>a</w:p>")).not.toBeNull();
  expect(problemOf("<w:p>a & b</w:p>")).not.toBeNull();
});

test("части строки стоят порознь и ничего не теряют; страницы со второй пронумерованы", async () => {
  const name = 'Глава <района> & "округа"';
  const xml = await documentOf([{ kind: "apart", parts: [name, "______", "А. И. Ёлкина"], widths: [50, 20, 30] }, { kind: "text", text: "Приложение", align: "aside", newPage: true }]);
  expect(problemOf(xml)).toBeNull();
  expect(textsOf(xml)).toBe(`${name}______А. И. ЁлкинаПриложение`);
  expect(xml).toContain("w:titlePg");
  const files = unzipSync(await writeDocx({ title: "Приказ", blocks: [] }));
  expect(Object.entries(files).filter(([file]) => /header\d*\.xml$/.test(file)).some(([, bytes]) => strFromU8(bytes).includes("PAGE"))).toBe(true);
});
