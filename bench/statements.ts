import type pg from "pg";

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What the database did for a measurement. */
export interface Work {
  /** shared blocks found in memory and read */
  readonly blocks: number;
  /** statements, BEGIN and COMMIT among them */
  readonly statements: number;
}

/**
 * By pg_stat_statements, which the embedded database loads anyway: it is up to date at the end of each statement, while
 * pg_stat_database is told only once a second, or later by a connection that has fallen idle.
 */
export async function countingWork(database: pg.Client, work: () => Promise<void>): Promise<Work> {
  await database.query("SELECT pg_stat_statements_reset()");
  await work();
  const { rows } = await database.query<{ blocks: string; statements: string }>(
    `SELECT coalesce(sum(shared_blks_hit + shared_blks_read), 0) AS blocks, coalesce(sum(calls), 0) AS statements
     FROM pg_stat_statements WHERE toplevel AND dbid = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  );
  return { blocks: Number(rows[0]?.blocks ?? 0), statements: Number(rows[0]?.statements ?? 0) };
}

interface Plan {
  readonly "Shared Hit Blocks": number;
  readonly "Shared Read Blocks": number;
  readonly "Actual Rows": number;
}

const outOfTime = "57014";

/** EXPLAIN (ANALYZE, BUFFERS) of one statement, the second time it runs; null for one that takes longer than anybody waits. */
export async function explain(database: pg.Client, statement: Statement): Promise<{ readonly blocks: number; readonly milliseconds: number; readonly rows: number } | null> {
  await database.query("SET statement_timeout = '15s'");
  try {
    return await explained(database, statement);
  } catch (error) {
    if ((error as { code?: string }).code === outOfTime) return null;
    throw error;
  } finally {
    await database.query("RESET statement_timeout");
  }
}

async function explained(database: pg.Client, { text, values }: Statement) {
  const ask = async () => await database.query<{ "QUERY PLAN": [{ Plan: Plan; "Execution Time": number }] }>(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`, [...values]);
  await ask();
  const found = (await ask()).rows[0]?.["QUERY PLAN"][0];
  if (!found) throw new Error("EXPLAIN дал пустой ответ");
  return { blocks: found.Plan["Shared Hit Blocks"] + found.Plan["Shared Read Blocks"], milliseconds: found["Execution Time"], rows: found.Plan["Actual Rows"] };
}
