import type { Pool, QueryConfig } from "pg";
import { z } from "zod";
import { sha256 } from "@/shared/ids/hash";
import type { Line } from "./line";
import { db as root, openTransactions, pool, Prisma, type Db } from "./client";

/**
 * The one way to write SQL in a repo: fragments by `sql`…``, every value a parameter, rows parsed by a schema.
 *
 *   const rows = await queryRows(db, z.object({ id: z.string(), users: column.int }), sql`
 *     select u.id, sum(l.users) as users from "LedgerTotal" l … where ${compileSql(visible.filter, columns)} group by u.id`);
 *
 * It goes past Prisma, to the pool or to the transaction's connection: 2–3 times faster. The driver brings other types for
 * int8, numeric and date than Prisma does: `column.*` reads either.
 */
export const sql = Prisma.sql;
export type Sql = Prisma.Sql;
/** Fragments joined by a separator, and text that is not a value: names written in the repo, never from a request. */
export const joinSql = Prisma.join;
export const rawSql = Prisma.raw;
export const noSql = Prisma.empty;

export interface QueryOptions {
  /** A name of its own lets each connection keep the plan: for a hot query whose text has a variant or two and whose plan fits all values. */
  readonly prepareAs?: string | undefined;
}

export async function queryRows<Row>(db: Db, row: z.ZodType<Row>, query: Sql, { prepareAs }: QueryOptions = {}): Promise<Row[]> {
  const line = lineOf(db);
  const rows: unknown[] = line ? (await line.query(configOf(query, prepareAs))).rows : await db.$queryRaw<unknown[]>(query);
  return z.array(row).parse(rows);
}

/** Each variant of the text has a name to itself: a connection refuses two texts under one. */
function configOf({ text, values }: Sql, prepareAs: string | undefined): QueryConfig {
  return { text, values, name: prepareAs && `${prepareAs}-${sha256(text).slice(0, 12)}` };
}

/** Pool or connection to ask past Prisma; null for a transaction that was not opened by transaction(). */
function lineOf(db: Db): Pick<Line, "query"> | Pick<Pool, "query"> | null {
  if (db === root) return pool;
  const line = openTransactions.get(db)?.line ?? null;
  if (line && !line.isOpen) throw Object.assign(new Error("the transaction is over"), { code: "P2028" });
  return line;
}

/** The only row, or null where there is none. */
export async function queryRow<Row>(db: Db, row: z.ZodType<Row>, query: Sql, options: QueryOptions = {}): Promise<Row | null> {
  const [first] = await queryRows(db, row, query, options);
  return first ?? null;
}

/** Out: how many rows it touched. */
export async function executeSql(db: Db, query: Sql, { prepareAs }: QueryOptions = {}): Promise<number> {
  const line = lineOf(db);
  return line ? ((await line.query(configOf(query, prepareAs))).rowCount ?? 0) : await db.$executeRaw(query);
}

/** Values as the database may bring them, by either way. */
export const column = {
  /** int4, int8, count(), sum(int) up to 2⁵³ */
  int: z.union([z.number(), z.bigint(), z.string().regex(/^-?\d+$/)]).transform(Number).pipe(z.number().int()),
  /** int8 beyond 2⁵³: ids of events and ledger entries */
  bigint: z.union([z.bigint(), z.number().int().transform(BigInt), z.string().regex(/^-?\d+$/).transform(BigInt)]),
  /** numeric, float: a number, for shares and coordinates; not for money */
  number: z.unknown().transform((value) => (value === null || value === undefined ? Number.NaN : Number(value))).pipe(z.number()),
  /** timestamptz */
  instant: z.date(),
  /** date: select it as text, `day::text`, as the two drivers disagree about the zone */
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
};
