import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { sortKeys } from "../rules";
import { nestings } from "../schema";

/** Columns that a reader may choose; the name always stands. */
export const columnKeys = ["net", "target", "share", "pace", "course", "perThousand", "answered", "users", "gross", "unconfirmed", "included"] as const;
export type ColumnKey = (typeof columnKeys)[number];
export const usualColumns: readonly ColumnKey[] = ["net", "target", "share", "pace", "course", "perThousand", "answered", "users"];

const list = <T extends z.ZodType>(field: T) => z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(field.catch(null as never)).transform((all) => all.filter((one) => one !== null)));
const one = <T extends z.ZodType>(field: T) => z.preprocess((value) => (Array.isArray(value) ? value[0] : value) || undefined, field.optional()).catch(undefined);

/** What the page's address says; what it says wrongly is left out. */
export const councilQuery = z.object({
  region: one(idField),
  sort: one(z.enum(sortKeys)),
  direction: one(z.enum(["ascending", "descending"])),
  nesting: one(z.enum(nestings)),
  columns: list(z.enum(columnKeys)),
  series: list(idField),
});
export type CouncilQuery = z.infer<typeof councilQuery>;

/** In: what the address says and what is to be otherwise. Out: the address. */
export function councilAddress(query: CouncilQuery, other: Partial<CouncilQuery> = {}): string {
  const { region, sort, direction, nesting, columns, series } = { ...query, ...other };
  const pairs = Object.entries({ region, sort, direction, nesting }).flatMap(([key, value]): [string, string][] => (value ? [[key, value]] : []));
  const search = new URLSearchParams([...pairs, ...columns.map((column): [string, string] => ["columns", column]), ...series.map((id): [string, string] => ["series", id])]).toString();
  return search ? `/council?${search}` : "/council";
}
