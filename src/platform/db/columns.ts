/**
 * Where a noun keeps the facts that its policy speaks of. A feature writes one such table beside its repo:
 *
 *   const columns = {
 *     municipalityId: { prisma: "municipalityId", sql: `i."municipalityId"`, cast: "uuid" },
 *     consideringId: { prisma: "consideringId?", sql: `i."consideringId"`, cast: "uuid" },
 *     originatingPath: { prisma: "originating?.path", sql: `o."path"`, list: true, cast: "uuid" },
 *   } as const satisfies Columns;
 */
export interface Column {
  /** Field or path through relations to one row. «?» after a step says that it may be empty: without it Prisma refuses to compare with null. */
  readonly prisma: string | readonly string[];
  /** Column expression with its alias. Written by hand in a repo, never from a request. */
  readonly sql: string;
  /** the fact is a list of ids (a path) */
  readonly list?: true;
  /** the column's type where it isn't text: «uuid», «"InitiativeStatus"» … */
  readonly cast?: string;
}

export type Columns = Readonly<Record<string, Column>>;

/** A fact without a column is a mistake of the repo, never «no condition». */
export function columnOf(columns: Columns, fact: string): Column {
  const column = columns[fact];
  if (!column) throw new Error(`the repo names no column for the fact «${fact}»`);
  return column;
}
