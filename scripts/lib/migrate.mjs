// Brings a database to the schema of this version, with its data. The record is Prisma's own `_prisma_migrations`,
// so `prisma migrate deploy` on another machine agrees with it.
import pg from "pg";
import { asMigrationList, readMigrations } from "./migrations-folder.mjs";
import { nothingFiltered, withSchemaEngine } from "./schema-engine.mjs";
import { Refusal, say } from "./say.mjs";

const lockNumber = 4_108_211; // any number of our own: two starting processes take turns

/**
 * @param url the database
 * @param migrations those to be applied; all of the checkout by default
 * @returns the names applied now
 */
export async function migrate(url, { migrations = readMigrations(), report = say } = {}) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [lockNumber]);
    const rows = await recorded(client);
    check(rows, migrations, report);
    const done = new Set(rows.filter((row) => row.finished_at).map((row) => row.migration_name));
    const waiting = migrations.filter(({ name }) => !done.has(name));
    if (!waiting.length) return [];
    const interrupted = rows.filter((row) => !row.finished_at).map((row) => row.migration_name);
    if (done.size > 0) report(`Обновляем базу данных: ${waiting.map(({ name }) => name).join(", ")}`);
    return await apply(client, url, migrations, interrupted);
  } finally {
    await client.end(); // ends the session, and the lock with it
  }
}

/** Those that count: finished, or begun and neither finished nor rolled back. */
async function recorded(client) {
  const { rows } = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present");
  if (!rows[0].present) return [];
  return (await client.query("SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL")).rows;
}

function check(rows, migrations, report) {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  const unknown = rows.filter((row) => row.finished_at && !known.has(row.migration_name)).map((row) => row.migration_name);
  if (unknown.length) throw new Refusal(`База данных новее программы: в ней есть миграция ${unknown[0]}. Обновите программу или возьмите другую базу.`);
  for (const row of rows) {
    if (row.finished_at && known.get(row.migration_name) !== row.checksum) report(`Внимание: миграция ${row.migration_name} изменена после применения`);
  }
}

async function apply(client, url, migrations, interrupted) {
  return withSchemaEngine(url, async (engine) => {
    // The script of a migration runs as one transaction, so one that was cut short has left nothing but its row.
    for (const migrationName of interrupted) await engine.markMigrationRolledBack({ migrationName });
    try {
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: asMigrationList(migrations), filters: nothingFiltered });
      return appliedMigrationNames;
    } catch (error) {
      const failed = (await recorded(client)).find((row) => !row.finished_at)?.migration_name;
      throw new Refusal(inWords(error, failed));
    }
  });
}

/** The engine's message holds the database's words and its code on lines of their own. */
function inWords(error, name) {
  const text = String(error?.message ?? error);
  if (/No space left|53100/.test(text)) return "На диске не осталось места для обновления базы данных.";
  const reason = /(?:Database error:|ERROR:)\s*\n?(.+)/.exec(text)?.[1] ?? text.split("\n")[0];
  return `Миграция ${name ?? "новой версии"} не применилась, база осталась прежней: ${reason.trim()}`;
}
