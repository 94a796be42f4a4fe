import { createHash } from "node:crypto";
import type { Actor } from "@/access/actor";
import type { Db } from "@/platform/db/client";
import type { Columns } from "../columns";
import type { Places } from "../places";
import type { DirectoryRow } from "../reading";
import type { Scope } from "../rules";
import type { Tally } from "../tally";

export interface ReadRow {
  readonly sheet: string;
  readonly columns: Columns;
  readonly row: number;
  readonly reader: DirectoryRow;
}

/** A hundred thousand long names are remembered by their hashes, a quarter of their size. */
export class SeenRows {
  readonly #rows = new Map<string, number>();

  /** where it stood first; undefined when it was not there before, as it is from now on */
  take(key: string, row: number): number | undefined {
    const short = shorten(key);
    const first = this.#rows.get(short);
    if (first === undefined) this.#rows.set(short, row);
    return first;
  }

  has(key: string): boolean {
    return this.#rows.has(shorten(key));
  }
}

/** 96 bits: no two of a million names meet. */
const shorten = (key: string) => createHash("sha256").update(key).digest("base64").slice(0, 16);

/** What the rows of a file share. */
export interface Planning {
  readonly db: Db;
  readonly actor: Actor;
  readonly now: Date;
  readonly scope: Scope;
  readonly places: Places;
  readonly tally: Tally;
  /** what was done to which row, for `hash` */
  readonly note: (row: ReadRow, what: readonly unknown[]) => void;
  /** where a thing stood first in the file, by what makes it the same thing */
  readonly seen: SeenRows;
  /** organisations that rows of this file make, by municipality and folded name */
  readonly made: Map<string, string>;
}

/** Twice the same thing in one file: which of the two is meant, nobody can tell. Out: was it there before? */
export function isRepeated({ seen, tally }: Planning, row: ReadRow, field: Parameters<DirectoryRow["refuse"]>[0], key: string): boolean {
  const first = seen.take(key, row.row);
  if (first === undefined) return false;
  row.reader.refuse(field, "repeated", { row: first });
  tally.refused(row, row.reader.problems);
  return true;
}
