// What prisma/schema says beyond the migrations, as SQL. Prisma cannot express some of what a migration writes by hand
// (generated columns, indexes on expressions, partial ones, chosen operator classes): left alone, its diff would drop them each time.
import pg from "pg";
import { inRoot } from "./paths.mjs";
import { nothingFiltered, schemaFiles, withSchemaEngine } from "./schema-engine.mjs";

/**
 * @param url a database with all migrations applied
 * @returns sql: what is missing, "" when nothing; kept: the hand-written things that were left alone
 */
export async function differenceFromSchema(url) {
  const files = schemaFiles().map(([path, content]) => ({ path, content }));
  const from = { tag: "schemaDatasource", files, configDir: inRoot() };
  const to = { tag: "schemaDatamodel", files };
  const { stdout } = await withSchemaEngine(url, (engine) => engine.diff({ from, to, script: true, exitCode: null, filters: nothingFiltered }));
  const byHand = await handWritten(url);
  const kept = [];
  const found = (stdout ?? "").replace("-- This is an empty migration.", "").trim();
  const blocks = found.split(/\n\n(?=-- )/).map((block) => withoutHandWritten(block.trim(), byHand, kept));
  return { sql: blocks.filter(Boolean).join("\n\n"), kept };
}

async function handWritten(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const indexes = await client.query(`
      SELECT c.relname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND (
        i.indexprs IS NOT NULL OR i.indpred IS NOT NULL OR i.indnkeyatts <> i.indnatts OR i.indnullsnotdistinct
        OR EXISTS (SELECT 1 FROM unnest(i.indclass) AS used JOIN pg_opclass o ON o.oid = used WHERE NOT o.opcdefault)
        OR EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) AND a.attgenerated <> ''))`);
    const columns = await client.query(`
      SELECT c.relname || '.' || a.attname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND a.attgenerated <> ''`);
    const partitions = await client.query("SELECT relname AS name FROM pg_class WHERE relispartition AND relkind IN ('r', 'p')");
    const names = ({ rows }) => new Set(rows.map(({ name }) => name));
    return { indexes: names(indexes), columns: names(columns), partitions: names(partitions) };
  } finally {
    await client.end();
  }
}

/** @returns the block less what is by hand; "" when nothing of it is left */
function withoutHandWritten(block, { indexes, columns, partitions }, kept) {
  const index = /^DROP INDEX "(?:public"\.")?([^"]+)"/m.exec(block)?.[1];
  if (index && indexes.has(index)) return keep(`индекс ${index}`);
  const table = /^DROP TABLE "(?:public"\.")?([^"]+)"/m.exec(block)?.[1];
  if (table && partitions.has(table)) return keep(`секция ${table}`);
  const altered = /^ALTER TABLE "(?:public"\.")?([^"]+)" ([\s\S]+);\s*$/m.exec(block);
  if (!altered || !block.startsWith("-- AlterTable")) return block;
  const clauses = altered[2].split(/,\s*\n/);
  const left = clauses.filter((clause) => {
    const column = /^(?:ALTER COLUMN "([^"]+)" (?:DROP|SET) DEFAULT|DROP COLUMN "([^"]+)")/.exec(clause.trim());
    const name = `${altered[1]}.${column?.[1] ?? column?.[2]}`;
    if (!column || !columns.has(name)) return true;
    keep(`вычисляемый столбец ${name}`);
    return false;
  });
  if (left.length === clauses.length) return block;
  return left.length ? `-- AlterTable\nALTER TABLE "${altered[1]}" ${left.join(",\n")};` : "";

  function keep(what) {
    kept.push(what);
    return "";
  }
}
