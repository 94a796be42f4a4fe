import type { Actor } from "@/access/actor";
import type { Db } from "@/platform/db/client";
import type { Columns } from "../columns";
import type { Places } from "../places";
import type { RowReader } from "../reading";
import type { Scope } from "../rules";
import type { Tally } from "../tally";

export interface ReadRow {
  readonly sheet: string;
  readonly columns: Columns;
  readonly row: number;
  readonly reader: RowReader;
}

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
  readonly seen: Map<string, number>;
  /** organisations that rows of this file make, by municipality and folded name */
  readonly made: Map<string, string>;
}

/** Twice the same thing in one file: which of the two is meant, nobody can tell. Out: was it there before? */
export function isRepeated({ seen, tally }: Planning, row: ReadRow, field: Parameters<RowReader["refuse"]>[0], key: string): boolean {
  const first = seen.get(key);
  if (first === undefined) {
    seen.set(key, row.row);
    return false;
  }
  row.reader.refuse(field, "repeated", { row: first });
  tally.refused(row, row.reader.problems);
  return true;
}
