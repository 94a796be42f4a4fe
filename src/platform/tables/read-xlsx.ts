import { SaxesParser } from "saxes";
import { fromBuffer, type Entry, type ZipFile } from "yauzl";
import { AppError } from "@/shared/errors/app-error";
import { tableLimits, type Sheet, type SourceRow } from "./source";
import { Texts } from "./texts";

/**
 * A workbook is read as a stream: nothing but the shared strings is held. Sizes are counted while it unpacks, whatever the
 * archive says of itself. Formats are not read: a day comes as its serial number, and who knows the column knows what it is.
 */
export async function openXlsx(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const archive = await openArchive(bytes);
  const workbook = archive.entries.get("xl/workbook.xml");
  if (!workbook) throw new AppError("import.notTable");
  const targets = new Map<string, string>();
  await walk(archive, "xl/_rels/workbook.xml.rels", { open: (name, attributes) => void (name === "Relationship" && targets.set(attributes["Id"] ?? "", attributes["Target"] ?? "")) });
  const named: { name: string; path: string }[] = [];
  await walk(archive, "xl/workbook.xml", {
    open: (name, attributes) => {
      if (name !== "sheet" || (attributes["state"] ?? "visible") !== "visible") return;
      const target = targets.get(attributes["r:id"] ?? attributes["id"] ?? Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "") ?? "";
      const path = target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`;
      if (archive.entries.has(path)) named.push({ name: attributes["name"] ?? "", path });
    },
  });
  if (named.length === 0) throw new AppError("import.notTable");
  const strings = await readStrings(archive);
  return named.slice(0, tableLimits.sheets).map(({ name, path }) => ({ name, rows: () => readRows(archive, path, strings) }));
}

interface Archive {
  readonly zip: ZipFile;
  readonly entries: ReadonlyMap<string, Entry>;
}

async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const damaged = (cause: unknown) => new AppError("file.damaged", undefined, { cause });
  return await new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: false, autoClose: false, validateEntrySizes: true }, (error, zip) => {
      if (error) return reject(damaged(error));
      const entries = new Map<string, Entry>();
      let declared = 0;
      zip.on("entry", (entry: Entry) => {
        declared += entry.uncompressedSize;
        if (entries.size > 2000 || declared > tableLimits.unpackedBytes) {
          zip.close();
          reject(new AppError("import.tooLarge"));
          return;
        }
        entries.set(entry.fileName, entry);
      });
      zip.on("error", (cause: unknown) => reject(damaged(cause)));
      zip.on("end", () => resolve({ zip, entries }));
    });
  });
}

async function* chunks({ zip, entries }: Archive, path: string): AsyncIterable<string> {
  const entry = entries.get(path);
  if (!entry) return;
  if (entry.isEncrypted()) throw new AppError("import.passwordProtected");
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => zip.openReadStream(entry, (error, opened) => (error ? reject(new AppError("file.damaged", undefined, { cause: error })) : resolve(opened))));
  const decoder = new TextDecoder("utf-8");
  let read = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      read += chunk.length;
      if (read > tableLimits.unpackedBytes) throw new AppError("import.tooLarge");
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    throw error instanceof AppError ? error : new AppError("file.damaged", undefined, { cause: error });
  }
}

type Attributes = Readonly<Record<string, string>>;
interface Handlers {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Names come without their prefix: some programs write `x:row`. An entity of the file's own is refused, never expanded. */
function parserOf({ open, close, text }: Handlers): SaxesParser {
  const parser = new SaxesParser({ xmlns: false });
  const bare = (name: string) => name.slice(name.indexOf(":") + 1);
  if (open) parser.on("opentag", (tag) => open(bare(tag.name), tag.attributes as Attributes));
  if (close) parser.on("closetag", (tag) => close(bare(tag.name)));
  if (text) {
    parser.on("text", text);
    parser.on("cdata", text);
  }
  parser.on("error", (error) => {
    throw new AppError("file.damaged", undefined, { cause: error });
  });
  return parser;
}

async function walk(archive: Archive, path: string, handlers: Handlers): Promise<void> {
  if (!archive.entries.has(path)) return;
  const parser = parserOf(handlers);
  for await (const chunk of chunks(archive, path)) parser.write(chunk);
  parser.close();
}

/** Texts that cells refer to by number; what is said of their pronunciation is left out. */
async function readStrings(archive: Archive): Promise<Texts> {
  const strings = new Texts();
  let [current, size, isText, phonetic] = ["", 0, false, 0];
  await walk(archive, "xl/sharedStrings.xml", {
    open: (name) => {
      if (name === "si") current = "";
      if (name === "rPh") phonetic += 1;
      isText = name === "t" && phonetic === 0;
    },
    text: (text) => void (isText && current.length < tableLimits.cellLength && (current += text)),
    close: (name) => {
      isText = false;
      if (name === "rPh") phonetic -= 1;
      if (name !== "si") return;
      size += current.length;
      if (size > tableLimits.textBytes) throw new AppError("import.tooLarge");
      strings.push(current.slice(0, tableLimits.cellLength));
    },
  });
  return strings;
}

async function* readRows(archive: Archive, path: string, strings: Texts): AsyncIterable<SourceRow> {
  let ready: SourceRow[] = [];
  let [row, cells, column, type, value, isValue, phonetic] = [0, [] as string[], -1, "", "", false, 0];
  const parser = parserOf({
    open: (name, attributes) => {
      isValue = phonetic === 0 && (name === "v" || name === "t");
      if (name === "rPh") phonetic += 1;
      if (name === "row") {
        row = Number(attributes["r"] ?? row + 1);
        cells = [];
        column = -1;
      } else if (name === "c") {
        column = attributes["r"] ? columnOf(attributes["r"]) : column + 1;
        type = attributes["t"] ?? "n";
        value = "";
      }
    },
    text: (text) => void (isValue && value.length < tableLimits.cellLength && (value += text)),
    close: (name) => {
      isValue = false;
      if (name === "rPh") phonetic -= 1;
      if (name === "c") {
        const shown = shownOf(type, value, strings);
        if (shown === "") return;
        if (column >= tableLimits.columns) throw new AppError("import.tooManyColumns", { count: tableLimits.columns });
        while (cells.length < column) cells.push("");
        cells[column] = shown;
      }
      if (name === "row" && cells.length > 0) ready.push({ row, cells });
    },
  });
  for await (const chunk of chunks(archive, path)) {
    parser.write(chunk);
    if (ready.length === 0) continue;
    const rows = ready;
    ready = [];
    yield* rows;
  }
  parser.close();
  yield* ready;
}

function shownOf(type: string, value: string, strings: Texts): string {
  if (type === "s") return (strings.at(Number(value)) ?? "").trim();
  // 3.3602E7 and 33602000.0 are the code that the person sees
  if (type === "n" && value !== "" && Number.isFinite(Number(value))) return plainNumber(Number(value));
  return value.slice(0, tableLimits.cellLength).trim();
}

function plainNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  // 15 digits are what a spreadsheet keeps
  return String(Number(value.toPrecision(15)));
}

/** «AB12» → 27 */
function columnOf(reference: string): number {
  let at = 0;
  for (const letter of reference) {
    const code = letter.charCodeAt(0) - 64;
    if (code < 1 || code > 26) break;
    at = at * 26 + code;
  }
  return at - 1;
}
