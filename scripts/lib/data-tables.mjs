// Which tables hold what people have entered, and how to put it back without rights beyond the owner's.

/** Of the queue's own schema only what is still to be done; it keeps statistics there too. */
const jobTables = ["queue", "schedule", "subscription", "job", "job_dependency"];

const quote = (name) => `"${name.replaceAll('"', '""')}"`;

export const fullName = ({ schema, name }) => `${quote(schema)}.${quote(name)}`;

export const columnList = (columns) => columns.map(quote).join(", ");

/** @returns schema, name, columns (without the generated ones), in a fixed order; partitions are reached through their parent */
export async function dataTables(client) {
  const { rows } = await client.query(
    `SELECT n.nspname AS schema, c.relname AS name,
            array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '') AS columns
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND ((n.nspname = 'public' AND c.relname <> '_prisma_migrations') OR (n.nspname = 'jobs' AND c.relname = ANY ($1)))
     GROUP BY 1, 2 ORDER BY 1, 2`,
    [jobTables],
  );
  return rows;
}

export async function sequences(client) {
  const { rows } = await client.query("SELECT schemaname AS schema, sequencename AS name, last_value::text AS value FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1, 2");
  return rows;
}

/**
 * Inside one transaction: takes the foreign keys away and silences the triggers, does the work, puts both back. The keys are checked
 * as they return, so what was loaded is as sound as what was saved.
 */
export async function withoutChecks(client, tables, work) {
  const { rows: keys } = await client.query(
    `SELECT n.nspname AS schema, c.relname AS name, k.conname AS key, pg_get_constraintdef(k.oid) AS definition
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE k.contype = 'f' AND k.conparentid = 0 AND n.nspname IN ('public', 'jobs')`,
  );
  for (const key of keys) await client.query(`ALTER TABLE ${fullName(key)} DROP CONSTRAINT ${quote(key.key)}`);
  for (const table of tables) await client.query(`ALTER TABLE ${fullName(table)} DISABLE TRIGGER USER`);
  await work();
  for (const table of tables) await client.query(`ALTER TABLE ${fullName(table)} ENABLE TRIGGER USER`);
  for (const key of keys) await client.query(`ALTER TABLE ${fullName(key)} ADD CONSTRAINT ${quote(key.key)} ${key.definition}`);
}
