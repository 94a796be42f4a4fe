// The demonstration: municipalities, people and a marathon in full swing. Never into somebody's database unasked, never half.
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { bundleDemo } from "./build.mjs";
import { eachLine, startNode } from "./child.mjs";
import { markDemoLoaded } from "./installation.mjs";
import { readMark } from "./lock.mjs";
import { migrate } from "./migrate.mjs";
import { Refusal, say } from "./say.mjs";

/** Is it to be loaded now? Refuses where it was asked for and cannot be. */
export function demoIsDue({ demo, noDemo, databaseUrl, onLoopback }, { demoLoaded, begunEmpty, hasPeople, hasUnits }) {
  const filled = hasPeople || hasUnits;
  if (demo && filled && !demoLoaded) throw new Refusal("Демонстрация загружается только в пустую базу, а в этой уже есть данные. Возьмите другую: DATA_DIR=.data/demo npm start -- --demo");
  if (demoLoaded || filled) return false;
  return demo || (!noDemo && !databaseUrl && onLoopback && !begunEmpty);
}

/**
 * Loads it by the bundle of prisma/seed/run.ts in a process of its own.
 * @param dataFolder receives demo-accounts.json
 */
export async function loadDemo({ url, dataFolder, scale = 1, now = new Date() }) {
  const file = await bundleDemo();
  const env = { ...process.env, DATABASE_URL: url, DATA_DIR: dataFolder, DEMO_SCALE: String(scale), DEMO_NOW: now.toISOString(), NODE_ENV: "production" };
  const child = startNode(["--enable-source-maps", file], { env });
  let isFull = false;
  eachLine(child, (line, isError) => {
    isFull ||= /No space left|ENOSPC|53100/.test(line);
    if (isError) console.error(line);
    else say(`  ${line}`);
  });
  const { code } = await child.ended;
  if (isFull) throw new Refusal("На диске не осталось места для демонстрации. Освободите его и запустите ещё раз.");
  if (code !== 0) throw new Refusal("Демонстрация не загрузилась, причина выше.");
  await markDemoLoaded(url, now);
}

/** Into a new embedded database that takes the empty one's place when it is whole: a load cut short leaves nothing behind. */
export async function loadDemoAside(embedded, { dataFolder, scale }) {
  const draft = "dialog_demo";
  await administer(embedded, [`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`, `CREATE DATABASE ${draft}`]);
  await migrate(embedded.urlOf(draft));
  await loadDemo({ url: embedded.urlOf(draft), dataFolder, scale });
  await administer(embedded, ["DROP DATABASE IF EXISTS dialog WITH (FORCE)", `ALTER DATABASE ${draft} RENAME TO dialog`]);
}

async function administer(embedded, statements) {
  const client = new pg.Client({ connectionString: embedded.urlOf("postgres") });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** @returns the accounts to show, [] where their list is elsewhere */
export function demoAccounts(dataFolder) {
  const file = path.join(dataFolder, "demo-accounts.json");
  return fs.existsSync(file) ? (readMark(file) ?? []) : [];
}
