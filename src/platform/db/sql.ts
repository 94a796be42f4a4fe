import { z } from "zod";
import { db as root, pool, Prisma, type Db } from "./client";

/**
 * The one way to write SQL in a repo: fragments by `sql`…``, every value a parameter, rows parsed by a schema.
 *
 *   const rows = await queryRows(db, z.object({ id: z.string(), users: column.int }), sql`
 *     select u.id, sum(l.users) as users from "LedgerTotal" l … where ${compileSql(visible.filter, columns)} group by u.id`);
 *
 * Within a transaction it goes through Prisma's connection, else straight to the pool, 2–3 times faster.
 * Both bring other types for int8, numeric and date: `column.*` reads either.
 */
export const sql = Prisma.sql;
export type Sql = Prisma.Sql;
/** Fragments joined by a separator, and text that is not a value: names written in the repo, never from a request. */
export const joinSql = Prisma.join;
export const rawSql = Prisma.raw;
export const noSql = Prisma.empty;

export interface QueryOptions {
  /** A name of its own lets each connection keep the plan: for a hot query whose text never changes and whose plan fits all values. */
  readonly prepareAs?: string;
}

export async function queryRows<Row>(db: Db, row: z.ZodType<Row>, query: Sql, { prepareAs }: QueryOptions = {}): Promise<Row[]> {
  const rows: unknown[] = db !== root ? await db.$queryRaw<unknown[]>(query) : (await pool.query({ text: query.text, values: query.values, name: prepareAs })).rows;
  return z.array(row).parse(rows);
}

/** The only row, or null where there is none. */
export async function queryRow<Row>(db: Db, row: z.ZodType<Row>, query: Sql): Promise<Row | null> {
  const [first] = await queryRows(db, row, query);
  return first ?? null;
}

/** Out: how many rows it touched. */
export async function executeSql(db: Db, query: Sql): Promise<number> {
  return await db.$executeRaw(query);
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
