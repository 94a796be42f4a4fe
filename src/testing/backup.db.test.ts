import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadDemo } from "@seed/demo";
import { createTestDatabase } from "./database";
import { takeBackup } from "../../scripts/lib/backup.mjs";
import { checkBackup, clearDatabase, isEmptyDatabase, restoreDatabase, restoreFiles } from "../../scripts/lib/restore.mjs";

const folder = mkdtempSync(join(tmpdir(), "backup-"));
const dataFolder = join(folder, "data");
const quiet = { report: () => {} };
let source: string;
let target: string;
const drops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  for (const database of [await createTestDatabase(), await createTestDatabase()]) {
    drops.push(database.drop);
    if (source) target = database.url;
    else source = database.url;
  }
  await loadDemo({ databaseUrl: source, now: new Date("2026-03-02T09:00:00Z"), scale: 0.05, ...quiet });
  mkdirSync(join(dataFolder, "files", "a"), { recursive: true });
  writeFileSync(join(dataFolder, "files", "a", "протокол.txt"), "протокол");
});

afterAll(async () => {
  for (const drop of drops) await drop();
  rmSync(folder, { recursive: true, force: true });
});

async function query(connectionString: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Of each table: how many rows, and a digest of all of them, whatever their order. */
async function contents(url: string): Promise<Record<string, unknown>> {
  const tables = await query(url, `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace AND NOT relispartition AND relname <> '_prisma_migrations' ORDER BY 1`);
  const found: Record<string, unknown> = {};
  for (const { name } of tables) {
    const [row] = await query(url, `SELECT count(*)::int AS rows, md5(string_agg(line, E'\\n' ORDER BY line)) AS digest FROM (SELECT t::text AS line FROM "${String(name)}" t) AS lines`);
    found[String(name)] = row;
  }
  return found;
}

const keysOf = (url: string) => query(url, `SELECT conname, pg_get_constraintdef(oid) AS definition, convalidated FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY conrelid::regclass::text, conname`);
const triggersOf = (url: string) => query(url, `SELECT tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgrelid::regclass::text, tgname`);

test("копия без одного байта не восстанавливается", async () => {
  const to = join(folder, "damaged");
  await takeBackup({ url: source, dataFolder, to, ...quiet });
  appendFileSync(join(to, "tables", "public.Person.copy.gz"), "x");
  await expect(checkBackup(to)).rejects.toThrow("контрольная сумма");
  rmSync(join(to, "manifest.json"));
  await expect(checkBackup(to)).rejects.toThrow("это не резервная копия");
});

test("копия из более новой версии не восстанавливается", async () => {
  const to = join(folder, "newer");
  const manifest = await takeBackup({ url: source, dataFolder, to, ...quiet });
  const fromTheFuture = { ...manifest, migrations: [...manifest.migrations, { name: "99990101000000_later", checksum: "" }] };
  await expect(restoreDatabase({ from: to, manifest: fromTheFuture, url: target, ...quiet })).rejects.toThrow("99990101000000_later");
});

test("восстановленная база равна сохранённой до последней строки, с ключами, триггерами, файлами и очередью", async () => {
  const boss = new PgBoss({ connectionString: source, schema: "jobs" });
  await boss.start();
  await boss.createQueue("letters");
  const job = await boss.send("letters", { to: "кому-то" });
  await boss.stop({ graceful: false });

  const to = join(folder, "whole");
  await takeBackup({ url: source, dataFolder, to, ...quiet });
  const manifest = await checkBackup(to);
  await clearDatabase(target);
  await restoreDatabase({ from: to, manifest, url: target, ...quiet });
  expect(await isEmptyDatabase(target)).toBe(false);
  expect(await contents(target)).toEqual(await contents(source));
  expect(await keysOf(target)).toEqual(await keysOf(source));
  expect(await triggersOf(target)).toEqual(await triggersOf(source));
  expect(await query(target, "SELECT id, data FROM jobs.job WHERE name = 'letters'")).toEqual([{ id: job, data: { to: "кому-то" } }]);

  const restored = join(folder, "restored");
  mkdirSync(restored);
  restoreFiles({ from: to, dataFolder: restored });
  expect(readFileSync(join(restored, "files", "a", "протокол.txt"), "utf8")).toBe("протокол");
});

test("копия, снятая во время работы, – это один миг: начатое вместе в ней вместе", async () => {
  let working = true;
  const client = new pg.Client({ connectionString: source });
  await client.connect();
  const work = (async () => {
    for (let pair = 0; working; pair++) {
      await client.query("BEGIN");
      for (const half of ["a", "b"]) await client.query(`INSERT INTO "IdempotencyKey" (owner, procedure, key, "inputHash", result) VALUES ('pair', $1, $2, '', '{}')`, [half, String(pair)]);
      await client.query("COMMIT");
    }
  })();
  const to = join(folder, "moment");
  const manifest = await takeBackup({ url: source, dataFolder, to, ...quiet });
  working = false;
  await work;
  await client.end();
  await clearDatabase(target);
  await restoreDatabase({ from: to, manifest, url: target, ...quiet });
  expect(await query(target, `SELECT key FROM "IdempotencyKey" WHERE owner = 'pair' GROUP BY key HAVING count(*) <> 2`)).toEqual([]);
});
