import { Readable } from "node:stream";
import { parse } from "csv-parse";
import { AppError } from "@/shared/errors/app-error";
import { encodingOf } from "./encoding";
import { tableLimits, type SourceRow } from "./source";

const delimiters = [";", "\t", ",", "|"] as const;
/** What our own CSV puts before a text that a spreadsheet would run. */
const guarded = /^'(?=\s*[=+\-@\t\r|%])/;

/** Rows of a CSV file, whatever its encoding and separator; empty ones are left out. */
export async function* readCsv(bytes: Uint8Array): AsyncIterable<SourceRow> {
  const encoding = encodingOf(bytes);
  const beginning = new TextDecoder(encoding).decode(bytes.subarray(0, 64_000));
  if (beginning.includes("\0") || /^\s*<(?:!doctype|html|\?xml)/i.test(beginning)) throw new AppError("import.notTable");
  const parser = parse({ delimiter: delimiterOf(beginning), relax_column_count: true, relax_quotes: true, skip_empty_lines: false, bom: true, max_record_size: 1_000_000 });
  const source = Readable.from(decode(bytes, encoding));
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  let row = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row += 1;
      if (record.length > tableLimits.columns && record.slice(tableLimits.columns).some((cell) => cell.trim() !== "")) throw new AppError("import.tooManyColumns", { count: tableLimits.columns });
      const cells = record.slice(0, tableLimits.columns).map((cell) => cell.trim().replace(guarded, "").slice(0, tableLimits.cellLength));
      if (cells.some((cell) => cell !== "")) yield { row, cells };
    }
  } catch (error) {
    throw error instanceof AppError ? error : new AppError("file.damaged", undefined, { cause: error });
  } finally {
    source.destroy();
    parser.destroy();
  }
}

function* decode(bytes: Uint8Array, encoding: string): Iterable<string> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += 65_536) {
    const text = decoder.decode(bytes.subarray(at, at + 65_536), { stream: true });
    if (text !== "") yield text;
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}

/** The one that stands in most of the first lines, outside of quotes, equally often. */
function delimiterOf(beginning: string): string {
  const lines = beginning.replace(/"[^"]*"/g, "").split(/\r\n|\r|\n/).slice(0, 50).filter((line) => line.trim() !== "");
  const scores = delimiters.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1).filter((count) => count > 0);
    const usual = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
    return { delimiter, score: counts.filter((count) => count === usual).length * Math.min(usual, 30) };
  });
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}
