import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { groupBy } from "@/shared/lists/group-by";

export interface Text {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** A query with the texts that answer it. */
export interface Query {
  readonly query: string;
  readonly ids: readonly string[];
}

export interface Pair {
  readonly a: string;
  readonly b: string;
  readonly isDuplicate: boolean;
}

const id = z.union([z.string(), z.number()]).transform((value) => String(value).trim()).pipe(z.string().min(1));
/** Postgres keeps no zero character; nobody writes an initiative longer than that. */
const words = z.string().nullish().transform((value) => (value ?? "").replaceAll("\u0000", " ").slice(0, 100_000));
const line = z.object({ id, title: words, text: words });

/** {"id","title","text"} a line. */
export function readTexts(file: string): Text[] {
  return readText(file).split(/\r?\n/).flatMap((text, at) => (text.trim() === "" ? [] : [parseLine(file, text, at + 1)]));
}

function parseLine(file: string, text: string, number: number): Text {
  try {
    return line.parse(JSON.parse(text));
  } catch {
    throw new Error(`${file}, строка ${number}: нужна запись {"id", "title", "text"}.`);
  }
}

/** query,id: a line for each text that answers; the heading may be left out. */
export function readQueries(file: string): Query[] {
  const rows = readRows(file, ["query", "id"]).filter(([query = "", one = ""]) => query !== "" && one !== "");
  return [...groupBy(rows, ([query = ""]) => query)].map(([query, some]) => ({ query, ids: [...new Set(some.map(([, one = ""]) => one))] }));
}

/** id_a,id_b,label: «duplicate» or another word. */
export function readPairs(file: string): Pair[] {
  return readRows(file, ["id_a", "id_b", "label"]).map(([a = "", b = "", label = ""]) => ({ a, b, isDuplicate: label.toLowerCase() === "duplicate" }));
}

/** Columns by their heading, in whatever order; without one, as they stand. */
function readRows(file: string, columns: readonly string[]): string[][] {
  const cells = z.array(z.array(z.string().trim())).parse(parse(readText(file), { relax_column_count: true, skip_empty_lines: true, relax_quotes: true }));
  const places = columns.map((column) => cells[0]?.findIndex((cell) => cell.toLowerCase() === column) ?? -1);
  const isHeading = places.every((place) => place !== -1);
  const rows = isHeading ? cells.slice(1).map((row) => places.map((place) => row[place] ?? "")) : cells;
  const short = rows.findIndex((row) => row.length < columns.length);
  if (short !== -1) throw new Error(`${file}, запись ${short + 1}: нужны столбцы ${columns.join(",")}.`);
  return rows;
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8").replace(/^\ufeff/, "");
  } catch {
    throw new Error(`Файл не читается: ${file}.`);
  }
}
