// The production server on a database of its own with the demonstration (3 s at full scale): for journeys, drills and screenshots.
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { buildForProduction, isBuilt } from "./build.mjs";
import { stopChild } from "./child.mjs";
import { demoAccounts, loadDemo } from "./demo.mjs";
import { openEmbeddedDatabase } from "./embedded-database.mjs";
import { isAlive } from "./processes.mjs";
import { readMark } from "./lock.mjs";
import { migrate } from "./migrate.mjs";
import { inRoot } from "./paths.mjs";
import { freePort } from "./ports.mjs";
import { Refusal, say } from "./say.mjs";
import { serverEnvironment, startServer } from "./server-process.mjs";
import { atEnd } from "./stopping.mjs";

const secret = "secret-of-the-test-server-and-of-nothing-else";

/**
 * @param folder its data; emptied at first, but for the database's cluster
 * @param scale of the demonstration; 0 for an empty installation
 * @returns url, baseUrl, accounts, env (for Playwright), logFile, stop
 */
export async function startTestServer({ folder, scale = 1, demo = scale > 0 }) {
  await buildForTests();
  clear(folder);
  const database = await openEmbeddedDatabase({ folder: path.join(folder, "postgres"), durable: false });
  atEnd(() => database.stop());
  await recreate(database, "dialog");
  await migrate(database.url, { report: () => {} });
  if (demo) await loadDemo({ url: database.url, dataFolder: folder, scale });
  const port = await freePort();
  const settings = { port, host: "127.0.0.1", publicUrl: `http://127.0.0.1:${port}`, dataFolder: folder };
  const logFile = path.join(folder, "server.log");
  const { child, address } = await startServer(serverEnvironment({ url: database.url, settings, secret, demoLoaded: demo }), { logFile });
  say(`Сервер для тестов: ${address}`);
  const env = { BASE_URL: settings.publicUrl, TEST_DATABASE_URL: database.url, TEST_DATA_DIR: folder, DEMO_ACCOUNTS: path.join(folder, "demo-accounts.json") };
  return {
    url: database.url,
    baseUrl: settings.publicUrl,
    accounts: demo ? demoAccounts(folder) : [],
    env,
    logFile,
    async stop() {
      await stopChild(child);
      await database.stop();
    },
  };
}

/** The build needs no database. */
export async function buildForTests() {
  refuseToPullTheRug();
  await buildForProduction({ ...process.env, DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none", NEXTAUTH_SECRET: secret });
}

/** A server started by `npm start` reads its pages from .next: a new build would take them away under it. */
function refuseToPullTheRug() {
  const running = readMark(inRoot(".data", "start.lock"));
  if (isAlive(running) && !isBuilt()) throw new Refusal(`Исходники изменились, а npm start (процесс ${running.pid}) работает со сборкой. Остановите его и повторите.`);
}

function clear(folder) {
  fs.mkdirSync(folder, { recursive: true });
  for (const entry of fs.readdirSync(folder)) if (entry !== "postgres") fs.rmSync(path.join(folder, entry), { recursive: true, force: true });
}

async function recreate(database, name) {
  const client = new pg.Client({ connectionString: database.urlOf("postgres") });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name}`);
  } finally {
    await client.end();
  }
}
