import { readFile, rm, writeFile } from "node:fs/promises";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, unzipSync } from "fflate";
import fc from "fast-check";
import sharp from "sharp";
import { afterAll, expect, test, vi } from "vitest";
import { makeDocx, makePdf, makePhoto, placeMark } from "@/testing/factories/make-files";
import { isAppError } from "@/shared/errors/app-error";
import { imageLimits } from "./image";
import { makeSafe } from "./make-safe";
import { blankPlaces } from "./places";

const { folder } = await vi.hoisted(async () => {
  const [{ mkdtempSync: make }, { tmpdir: where }, { join: joined }] = await Promise.all([import("node:fs"), import("node:os"), import("node:path")]);
  const made = make(joined(where(), "make-safe-"));
  process.env.DATA_DIR = made;
  return { folder: made };
});
const own = mkdtempSync(join(tmpdir(), "make-safe-in-"));
afterAll(() => [folder, own].forEach((path) => rmSync(path, { recursive: true, force: true })));

async function safe(bytes: Uint8Array) {
  const path = join(own, "in");
  await writeFile(path, bytes);
  const made = await makeSafe(path);
  const out = await readFile(made.path);
  await rm(made.path);
  return { ...made, out };
}
const refused = async (bytes: Uint8Array) => await safe(bytes).then(() => "taken", (error: unknown) => (isAppError(error) ? error.code : error));
const external = (type: string) => strToU8(`<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="http://evil.example/t.dotm" TargetMode="External"/></Relationships>`);

test("не по имени, а по содержанию: чужое под видом PDF, снимка или документа не принимается", async () => {
  for (const bytes of [Buffer.from("<html><script>alert(1)</script></html>"), Buffer.from("MZ\x90\0"), Buffer.from("GIF89a"), Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "latin1"), Buffer.from("x")]) expect(await refused(bytes)).toBe("file.kindNotAllowed");
  expect(await refused(makeDocx({ "[Content_Types].xml": [] as never }).subarray(0, 40))).toBe("file.damaged");
  expect(await refused(Buffer.from("%PDF-1.4 и больше ничего"))).toBe("file.damaged");
  expect(await refused(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from("<script>")]))).toBe("file.damaged");
});

test("в документе нет ни макросов, ни программ, ни того, что придёт из сети само", async () => {
  for (const name of ["word/vbaProject.bin", "word/activeX/activeX1.xml", "word/embeddings/oleObject1.bin", "word/embeddings/run.exe"]) expect(await refused(makeDocx({ [name]: strToU8("x") }))).toBe("file.dangerous");
  expect(await refused(makeDocx({ "[Content_Types].xml": strToU8("application/vnd.ms-word.document.macroEnabled.main+xml") }))).toBe("file.dangerous");
  expect(await refused(makeDocx({ "word/_rels/settings.xml.rels": external("attachedTemplate") }))).toBe("file.dangerous");
  expect(await refused(makeDocx({ "word/_rels/document.xml.rels": external("hyperlink") }))).toBe("taken");
});

test("бомбы не разворачиваются", async () => {
  const side = Math.ceil(Math.sqrt(imageLimits.pixels)) + 10;
  const huge = await sharp({ create: { width: side, height: side, channels: 3, background: "#000" } }).toColourspace("b-w").png({ compressionLevel: 1 }).toBuffer();
  expect(await refused(huge)).toBe("file.damaged");
  const bomb = makeDocx({ "word/huge.xml": new Uint8Array(90_000_000) });
  expect(bomb.length).toBeLessThan(1_000_000);
  expect(await refused(bomb)).toBe("file.damaged");
}, 60_000);

test("от снимка остаётся картинка: без места, без телефона, не больше экрана, повёрнутая как надо", async () => {
  for (const format of ["jpeg", "png", "webp"] as const) {
    const photo = await makePhoto(format);
    expect((await sharp(photo).metadata()).exif, format).toBeDefined();
    const { type, out } = await safe(photo);
    const left = await sharp(out).metadata();
    expect([type, left.format, left.exif, left.xmp, left.icc]).toEqual(["jpeg", "jpeg", undefined, undefined, undefined]);
    expect(out.includes(placeMark)).toBe(false);
  }
  const lying = await sharp({ create: { width: 4000, height: 1000, channels: 3, background: "#fff" } }).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  expect(await sharp((await safe(lying)).out).metadata()).toMatchObject({ width: 640, height: imageLimits.side });
});

test("то, что приписали к снимку, не выходит наружу", async () => {
  const polyglot = Buffer.concat([await makePhoto(), Buffer.from("<script>alert(1)</script>")]);
  expect((await safe(polyglot)).out.includes("script")).toBe(false);
});

test("снимки внутри документов тоже забывают место, документ остаётся документом", async () => {
  const photo = await makePhoto();
  expect(photo.includes(placeMark)).toBe(true);
  const pdf = await safe(makePdf(photo));
  expect(pdf).toMatchObject({ type: "pdf", bytes: makePdf(photo).length });
  expect(pdf.out.includes(placeMark)).toBe(false);
  const { type, out } = await safe(makeDocx({ "word/media/image1.jpeg": photo }));
  const parts = unzipSync(out);
  expect(type).toBe("docx");
  expect(Object.keys(parts).toSorted()).toEqual(["[Content_Types].xml", "docProps/core.xml", "word/document.xml", "word/media/image1.jpeg"]);
  expect((await sharp(parts["word/media/image1.jpeg"]).metadata()).exif).toBeUndefined();
  expect(Object.values(parts).some((part) => Buffer.from(part).includes(placeMark))).toBe(false);
});

test("любые байты либо приняты одним из трёх видов, либо отвергнуты понятным словом", async () => {
  const heads = fc.constantFrom(Buffer.from("%PDF-"), Buffer.from([0xff, 0xd8, 0xff]), Buffer.from([0x50, 0x4b, 3, 4]), Buffer.from("RIFF0000WEBP"), Buffer.alloc(0));
  await fc.assert(fc.asyncProperty(heads, fc.uint8Array({ minLength: 1, maxLength: 300 }), async (head, rest) => {
    expect(["taken", "file.kindNotAllowed", "file.damaged", "file.dangerous"]).toContain(await refused(Buffer.concat([head, rest])));
  }), { numRuns: 60 });
});

test("забывая место, длину не меняем: в PDF всё стоит по счёту байтов", () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.uint8Array({ maxLength: 30 }), fc.constant(Buffer.from("\xff\xe1\x00\x20Exif\0\0", "latin1")), fc.constant(Buffer.from("<x:xmpmeta GPS</x:xmpmeta>")))), (parts) => {
    const bytes = Buffer.concat(parts);
    expect(blankPlaces(bytes).length).toBe(bytes.length);
  }));
});
