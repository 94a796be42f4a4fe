import { strToU8, zipSync, type Zippable } from "fflate";
import sharp from "sharp";

/** What a phone writes beside a picture: GPS of Кильмезь, and a word to look for. */
export const placeMark = "PhonePlaceMark";
const exif = { IFD0: { Make: "PhoneMaker", ImageDescription: placeMark }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "56/1 56/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "51/1 4/1 0/1" } };

/** A photo as a phone takes it: a place in its EXIF. */
export async function makePhoto(format: "jpeg" | "png" | "webp" = "jpeg", size = { width: 64, height: 48 }): Promise<Buffer> {
  return await sharp({ create: { ...size, channels: 3, background: { r: 90, g: 140, b: 60 } } }).withExif(exif).toFormat(format).toBuffer();
}

/** One empty page. In: bytes to be carried inside, as a picture is. */
export function makePdf(inside: Uint8Array = new Uint8Array()): Buffer {
  return Buffer.concat([
    Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n"),
    Buffer.from(`4 0 obj<</Subtype/Image/Filter/DCTDecode/Length ${inside.length}>>stream\n`), inside, Buffer.from("\nendstream endobj\n"),
    Buffer.from("trailer<</Root 1 0 R>>\n%%EOF\n"),
  ]);
}

/** The least document that is one. In: more parts, or other ones. */
export function makeDocx(parts: Zippable = {}): Buffer {
  return Buffer.from(zipSync({
    "[Content_Types].xml": strToU8('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    "word/document.xml": strToU8('<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'),
    "docProps/core.xml": strToU8(`<?xml version="1.0"?><x>${placeMark}</x>`),
    ...parts,
  }));
}
