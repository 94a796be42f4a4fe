import type { Client } from "pg";
import type { TableName, Tables } from "./tables";

const batch = 1000;

/** Columns that the database fills itself, where rows leave them out. */
const ownDefaults: Partial<Record<TableName, readonly string[]>> = { LedgerEntry: ["id"] };

/** Inserts all rows, a thousand a statement. Columns without a value take the column's default. */
export async function writeTables(client: Client, tables: Tables): Promise<void> {
  const defaults = await columnDefaults(client);
  for (const [name, rows] of Object.entries(tables) as [TableName, Record<string, unknown>[]][]) {
    if (rows.length === 0) continue;
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((column) => !ownDefaults[name]?.includes(column));
    const chosen = columns.map((column) => {
      const fallback = defaults.get(`${name}.${column}`);
      return fallback === undefined ? `"${column}"` : `coalesce("${column}", ${fallback})`;
    });
    const sql = `INSERT INTO "${name}" (${columns.map((column) => `"${column}"`).join(", ")}) SELECT ${chosen.join(", ")} FROM json_populate_recordset(NULL::"${name}", $1::json)`;
    for (let from = 0; from < rows.length; from += batch) await client.query(sql, [JSON.stringify(rows.slice(from, from + batch))]);
  }
  for (const name of ["Initiative", "Ticket"]) {
    await client.query(`SELECT setval(pg_get_serial_sequence('"${name}"', 'number'), greatest((SELECT max(number) FROM "${name}"), 1))`);
  }
}

async function columnDefaults(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; fallback: string }>(
    `SELECT table_name || '.' || column_name AS name, column_default AS fallback FROM information_schema.columns
     WHERE table_schema = current_schema() AND column_default IS NOT NULL`,
  );
  return new Map(rows.map(({ name, fallback }) => [name, fallback]));
}
