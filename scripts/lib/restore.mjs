// Puts a backup into an empty database: the tables as of its migrations, the rows in one transaction, then the newer migrations.
import fs from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { Writable } from "node:stream";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { getConstructionPlans } from "pg-boss";
import { digesting, fileFolders, manifestName } from "./backup.mjs";
import { copyIn } from "./copy-stream.mjs";
import { columnList, dataTables, fullName, withoutChecks } from "./data-tables.mjs";
import { readMark } from "./lock.mjs";
import { migrate } from "./migrate.mjs";
import { readMigrations } from "./migrations-folder.mjs";
import { Refusal, say } from "./say.mjs";

/** Reads the manifest and every byte of the backup: half a backup is found out before anything is touched. */
export async function checkBackup(from) {
  const manifest = readMark(path.join(from, manifestName));
  if (!manifest) throw new Refusal(`В папке ${from} нет ${manifestName}: это не резервная копия, или она снята не до конца.`);
  if (manifest.format !== 1) throw new Refusal(`Копия сделана более новой версией программы (формат ${manifest.format}). Обновите программу.`);
  for (const { file, sha256 } of [...manifest.tables, ...manifest.files]) {
    const whole = path.join(from, file);
    if (!fs.existsSync(whole)) throw new Refusal(`В копии нет файла ${file}.`);
    const digest = digesting();
    await pipeline(fs.createReadStream(whole), digest.stream, new Writable({ write: (chunk, _, next) => next() }));
    if (digest.result().sha256 !== sha256) throw new Refusal(`Файл ${file} в копии повреждён: контрольная сумма не сходится.`);
  }
  return manifest;
}

/** Has anybody entered anything? */
export async function isEmptyDatabase(url) {
  return withClient(url, async (client) => {
    for (const table of await dataTables(client)) {
      const { rowCount } = await client.query(`SELECT 1 FROM ${fullName(table)} LIMIT 1`);
      if (rowCount && table.schema === "public") return false;
    }
    return true;
  });
}

/** Drops everything of ours. */
export const clearDatabase = (url) => withClient(url, (client) => client.query("DROP SCHEMA IF EXISTS jobs CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public"));

/**
 * @param manifest of a checked backup @param url an empty database
 */
export async function restoreDatabase({ from, manifest, url, report = say }) {
  const known = readMigrations();
  const taken = manifest.migrations.map(({ name }) => name);
  const unknown = taken.find((name) => !known.some((migration) => migration.name === name));
  if (unknown) throw new Refusal(`Копия сделана более новой версией программы: в ней есть миграция ${unknown}. Обновите программу.`);
  await migrate(url, { migrations: known.filter(({ name }) => taken.includes(name)), report: () => {} });
  await withClient(url, async (client) => {
    const withJobs = await prepareJobs(client, manifest, report);
    const tables = manifest.tables.filter(({ schema }) => schema === "public" || withJobs);
    await client.query("BEGIN");
    await withoutChecks(client, tables, async () => {
      await client.query(`TRUNCATE ${tables.map(fullName).join(", ")}`);
      for (const table of tables) await loadTable(client, table, from);
    });
    for (const sequence of manifest.sequences) await client.query("SELECT setval($1::regclass, $2::bigint)", [fullName(sequence), sequence.value]);
    await client.query("COMMIT");
    await client.query("ANALYZE");
    report(`Таблиц: ${tables.length}, строк: ${tables.reduce((sum, table) => sum + table.rows, 0)}`);
  });
  const newer = await migrate(url, { report: () => {} });
  if (newer.length) report(`База обновлена до новой версии: ${newer.join(", ")}`);
}

/** The queue makes its own tables; rows fit only tables of the same version. */
async function prepareJobs(client, { jobsVersion }, report) {
  if (jobsVersion === null) return false;
  await client.query(getConstructionPlans("jobs"));
  const { rows } = await client.query("SELECT version FROM jobs.version");
  if (rows[0].version === jobsVersion) return true;
  report(`Очередь заданий в копии другой версии (${jobsVersion}, здесь ${rows[0].version}): задания не восстановлены, остальное восстановлено`);
  await client.query("DROP SCHEMA jobs CASCADE");
  return false;
}

async function loadTable(client, table, from) {
  const { stream, rows } = copyIn(client, `COPY ${fullName(table)} (${columnList(table.columns)}) FROM STDIN`);
  await pipeline(fs.createReadStream(path.join(from, table.file)), createGunzip(), stream);
  const taken = await rows;
  if (taken !== table.rows) throw new Refusal(`В таблицу ${table.name} вошло строк ${taken} вместо ${table.rows}.`);
}

/** The files that stood there are moved aside, not lost. */
export function restoreFiles({ from, dataFolder, now = new Date() }) {
  for (const folder of fileFolders) {
    const target = path.join(dataFolder, folder);
    if (fs.existsSync(target)) fs.renameSync(target, `${target}.before-${now.toISOString().replaceAll(":", "-")}`);
    const source = path.join(from, folder);
    if (fs.existsSync(source)) fs.cpSync(source, target, { recursive: true });
  }
}

async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
