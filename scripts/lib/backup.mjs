// A copy of all that people have entered, taken while they work: the rows of one moment (a snapshot), and the files they refer to.
import fs from "node:fs";
import path from "node:path";
import { createHash } from "node:crypto";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { copyOut } from "./copy-stream.mjs";
import { columnList, dataTables, fullName, sequences } from "./data-tables.mjs";
import { say } from "./say.mjs";

export const manifestName = "manifest.json";

/** Of the data folder; secrets stay where they are, and the demonstration's mail with them. */
export const fileFolders = ["files"];

/**
 * @param url the database @param dataFolder with `files` in it @param to a folder that does not exist yet
 * @returns the manifest
 */
export async function takeBackup({ url, dataFolder, to, now = new Date(), report = say }) {
  const draft = `${to}.part`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(path.join(draft, "tables"), { recursive: true, mode: 0o700 });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const { rows } = await client.query("SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1");
    const manifest = { format: 1, takenAt: now.toISOString(), migrations: rows, jobsVersion: await jobsVersion(client), tables: [], sequences: await sequences(client), files: [] };
    for (const table of await dataTables(client)) manifest.tables.push(await saveTable(client, table, draft));
    await client.query("COMMIT");
    report(`Таблиц: ${manifest.tables.length}, строк: ${manifest.tables.reduce((sum, table) => sum + table.rows, 0)}`);
    // After the rows: a file is written before the row that names it, so every file of the snapshot is there by now.
    for (const folder of fileFolders) await saveFiles(path.join(dataFolder, folder), path.join(draft, folder), folder, manifest.files);
    report(`Файлов: ${manifest.files.length}`);
    fs.writeFileSync(path.join(draft, manifestName), `${JSON.stringify(manifest, null, 1)}\n`);
    fs.renameSync(draft, to);
    return manifest;
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function jobsVersion(client) {
  const { rows } = await client.query("SELECT to_regclass('jobs.version') IS NOT NULL AS present");
  return rows[0].present ? (await client.query("SELECT version FROM jobs.version")).rows[0].version : null;
}

/** Passes everything through and knows its digest and size at the end. */
export function digesting() {
  const hash = createHash("sha256");
  let size = 0;
  const stream = new Transform({
    transform(chunk, _, next) {
      hash.update(chunk);
      size += chunk.length;
      next(null, chunk);
    },
  });
  return { stream, result: () => ({ sha256: hash.digest("hex"), size }) };
}

async function saveTable(client, table, draft) {
  const file = `tables/${table.schema}.${table.name}.copy.gz`;
  const { stream, rows } = copyOut(client, `COPY (SELECT ${columnList(table.columns)} FROM ${fullName(table)}) TO STDOUT`);
  const digest = digesting();
  await pipeline(stream, createGzip({ level: 4 }), digest.stream, fs.createWriteStream(path.join(draft, file)));
  return { ...table, rows: await rows, file, ...digest.result() };
}

async function saveFiles(from, to, name, list) {
  if (!fs.existsSync(from)) return;
  fs.mkdirSync(to, { recursive: true });
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target, file] = [path.join(from, entry.name), path.join(to, entry.name), `${name}/${entry.name}`];
    if (entry.isDirectory()) await saveFiles(source, target, file, list);
    if (!entry.isFile()) continue;
    const digest = digesting();
    try {
      await pipeline(fs.createReadStream(source), digest.stream, fs.createWriteStream(target));
    } catch (error) {
      if (error.code === "ENOENT") continue; // deleted just now, by somebody at work
      throw error;
    }
    list.push({ file, ...digest.result() });
  }
}
