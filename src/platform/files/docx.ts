import { strFromU8, strToU8, zip, type AsyncZippable } from "fflate";
import { promisify } from "node:util";
import sharp from "sharp";
import { fromBuffer, type Entry, type ZipFile } from "yauzl";
import { AppError } from "@/shared/errors/app-error";
import { imageLimits } from "./image";

/** What it may unpack to: a small archive can hold a very large nothing. */
export const docxLimits = { parts: 2000, bytes: 80_000_000 } as const;

const zipped = promisify<AsyncZippable, Uint8Array>(zip);
const picture = /\.(?:jpe?g|png|webp)$/i;
/** Programs, and what starts them. */
const isProgram = (name: string) => /vba|activex|macro|\.(?:bin|exe|dll|js|vbs|ps1|bat|cmd|scr|lnk|hta|jar)$/i.test(name);
const nobody = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>';

/**
 * In: a ZIP. Out: a DOCX packed anew, its pictures without the place, its properties without the name of who typed it.
 * Throws file.kindNotAllowed for another archive, file.dangerous for macros and what is fetched from elsewhere, file.damaged.
 */
export async function cleanDocx(bytes: Buffer): Promise<Uint8Array> {
  const parts = await unpack(bytes);
  const types = parts.get("[Content_Types].xml");
  if (!types || !parts.has("word/document.xml")) throw new AppError("file.kindNotAllowed", { allowed: "JPEG, PNG, WebP, PDF, DOCX" });
  if ([...parts.keys()].some(isProgram) || /macroEnabled|vbaProject/i.test(strFromU8(types))) throw new AppError("file.dangerous");
  const packed: AsyncZippable = {};
  for (const [name, part] of parts) {
    if (name.endsWith(".rels") && fetchesTemplate(strFromU8(part))) throw new AppError("file.dangerous");
    packed[name] = picture.test(name) ? [await withoutPlace(part), { level: 0 }] : name === "docProps/core.xml" ? strToU8(nobody) : part;
  }
  return await zipped(packed);
}

/** A template or a frame from elsewhere is run when the document opens; a link waits to be clicked. */
function fetchesTemplate(relationships: string): boolean {
  return (relationships.match(/<Relationship\b[^>]*>/g) ?? []).some((one) => /TargetMode="External"/i.test(one) && !/Type="[^"]*\/hyperlink"/i.test(one));
}

async function withoutPlace(part: Uint8Array): Promise<Uint8Array> {
  try {
    return await sharp(part, { limitInputPixels: imageLimits.pixels, failOn: "error" }).autoOrient().timeout({ seconds: imageLimits.seconds }).toBuffer();
  } catch (error) {
    throw new AppError("file.damaged", undefined, { cause: error });
  }
}

/** Sizes are counted while it unpacks, whatever the archive says of itself. */
async function unpack(bytes: Buffer): Promise<ReadonlyMap<string, Uint8Array>> {
  const damaged = (cause?: unknown) => new AppError("file.damaged", undefined, { cause });
  const parts = new Map<string, Uint8Array>();
  let left: number = docxLimits.bytes;
  await new Promise<void>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, archive) => {
      if (error) return reject(damaged(error));
      archive.on("error", (cause: unknown) => reject(damaged(cause)));
      archive.on("end", () => resolve());
      archive.on("entry", (entry: Entry) => {
        const next = async () => {
          if (entry.isEncrypted() || parts.size >= docxLimits.parts || parts.has(entry.fileName)) throw damaged();
          if (!entry.fileName.endsWith("/")) parts.set(entry.fileName, await readPart(archive, entry, (size) => (left -= size) >= 0));
          archive.readEntry();
        };
        next().catch((cause: unknown) => {
          archive.close();
          reject(cause instanceof AppError ? cause : damaged(cause));
        });
      });
      archive.readEntry();
    });
  });
  return parts;
}

async function readPart(archive: ZipFile, entry: Entry, fits: (size: number) => boolean): Promise<Uint8Array> {
  const stream = await promisify<Entry, NodeJS.ReadableStream>(archive.openReadStream.bind(archive))(entry);
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (!fits(chunk.length)) throw new AppError("file.damaged");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
