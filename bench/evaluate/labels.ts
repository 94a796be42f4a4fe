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

const id = z.union([z.string().min(1), z.number().transform(String)]);
const line = z.object({ id, title: z.string().default(""), text: z.string().default("") });

/** {"id","title","text"} a line. */
export function readTexts(file: string): Text[] {
  return readFileSync(file, "utf8").replace(/^\ufeff/, "").split(/\r?\n/).flatMap((text, at) => (text.trim() === "" ? [] : [parseLine(file, text, at + 1)]));
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
  const rows = readRows(file, ["query", "id"]);
  return [...groupBy(rows, ([query = ""]) => query)].map(([query, some]) => ({ query, ids: [...new Set(some.map(([, one = ""]) => one.trim()))] }));
}

/** id_a,id_b,label: «duplicate» or another word. */
export function readPairs(file: string): Pair[] {
  return readRows(file, ["id_a", "id_b", "label"]).map(([a = "", b = "", label = ""]) => ({ a: a.trim(), b: b.trim(), isDuplicate: label.trim().toLowerCase() === "duplicate" }));
}

function readRows(file: string, heading: readonly string[]): string[][] {
  const rows = z.array(z.array(z.string())).parse(parse(readFileSync(file), { bom: true, relax_column_count: true, skip_empty_lines: true, relax_quotes: true }));
  const isHeading = rows[0]?.every((cell, at) => cell.trim().toLowerCase() === heading[at]);
  const body = isHeading ? rows.slice(1) : rows;
  const short = body.findIndex((row) => row.length < heading.length);
  if (short !== -1) throw new Error(`${file}, запись ${short + 1}: нужны столбцы ${heading.join(",")}.`);
  return body;
}
