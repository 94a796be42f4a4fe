import type { Client } from "pg";

/** Does the work without the tables' secondary indexes and builds them afterwards, which takes a fraction of the time. */
export async function withoutIndexes(client: Client, tables: readonly string[], work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name, pg_get_indexdef(c.oid) AS definition
     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = current_schema() AND t.relname = ANY ($1) AND NOT i.indisunique ORDER BY c.relname`,
    [tables],
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  try {
    await work();
  } finally {
    await client.query("ROLLBACK");
    await client.query("SET maintenance_work_mem = '256MB'");
    for (const { definition } of rows) await client.query(definition);
  }
}
