import * as z from "zod";
import { AppError } from "../errors/app-error";

/** A page of a list read by keyset: `next` is null on the last one. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

const longest = 2_000;

/** In: the sort key of the last row shown, as JSON values. Out: opaque URL-safe text. */
export function encodeCursor(position: z.core.util.JSONType): string {
  const bytes = new TextEncoder().encode(JSON.stringify(position));
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return base64.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/**
 * In: the schema of the sort key, the text that a client sent back. Out: the sort key, checked.
 * Throws AppError list.badCursor on anything else: the text comes from outside and goes into a query.
 */
export function decodeCursor<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> {
  const parsed = schema.safeParse(readJson(text));
  if (!parsed.success) throw new AppError("list.badCursor");
  return parsed.data;
}

function readJson(text: string): unknown {
  if (text.length > longest || !/^[A-Za-z0-9_-]+$/.test(text)) throw new AppError("list.badCursor");
  try {
    const binary = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new AppError("list.badCursor", undefined, { cause });
  }
}

/** Zod fields of every list input: an opaque cursor and the number of rows, at most `most`. */
export function pageFields(usual = 20, most = 100) {
  return {
    cursor: z.string().max(longest).nullish(),
    limit: z.number().int().min(1).max(most).default(usual),
  };
}

/**
 * In: rows of a query with LIMIT limit + 1, the limit, the sort key of a row.
 * Out: the page; the row too many only tells that there is a next one.
 */
export function toPage<Row>(
  found: readonly Row[],
  limit: number,
  positionOf: (row: Row) => z.core.util.JSONType,
): Page<Row> {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last !== undefined ? encodeCursor(positionOf(last)) : null };
}
