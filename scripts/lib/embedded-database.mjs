// A real PostgreSQL from an npm package, run by its own pg_ctl. The package's JavaScript wrapper is not used: it stops the database
// on Ctrl-C before the server has drained, and after kill -9 it trips over the postmaster that survived.
import fs from "node:fs";
import path from "node:path";
import { randomBytes } from "node:crypto";
import pg from "pg";
import { embeddedPackage } from "./embedded-package.mjs";
import { databaseUser, reachableBinaries, reachableData } from "./unprivileged.mjs";
import { postgresSettings } from "./postgres-settings.mjs";
import { freePort, isFree } from "./ports.mjs";
import { pause } from "./processes.mjs";
import { postgresTools } from "./postgres-tools.mjs";
import { Refusal } from "./say.mjs";

const owner = "dialog";

/**
 * Starts the database in the folder, or finds the one that runs there.
 * @param folder holds `data`, `password` and the log; made when absent
 * @param durable false switches off everything that survives a power cut (tests)
 * @returns {Promise<{url: string, urlOf(name: string): string, port: number, wasRunning: boolean, stop(): Promise<void>}>}
 */
export async function openEmbeddedDatabase({ folder, durable = true, database = "dialog" }) {
  const source = embeddedPackage();
  if (!source) throw new Refusal("Для этой системы нет встроенной PostgreSQL. Поставьте PostgreSQL и задайте DATABASE_URL.");
  const user = databaseUser();
  const { version } = JSON.parse(fs.readFileSync(path.join(source, "package.json"), "utf8"));
  const native = reachableBinaries(user, path.join(source, "native"), version);
  const data = reachableData(user, folder);
  const tools = postgresTools({ native, data, user });
  const password = keptPassword(path.dirname(data)); // beside the data, wherever that had to go

  if (!fs.existsSync(path.join(data, "PG_VERSION"))) await create({ tools, data, user, password });
  checkVersion(data, version);

  const urlOf = (name, port) => `postgresql://${owner}:${password}@127.0.0.1:${port}/${name}`;
  const found = await findSurvivor(tools, data, (port) => urlOf("postgres", port));
  const port = found ?? (await start({ tools, data, folder, durable, user }));
  await ensureDatabase(urlOf("postgres", port), database);
  return { url: urlOf(database, port), urlOf: (name) => urlOf(name, port), port, wasRunning: Boolean(found), stop: () => tools.stop() };
}

function keptPassword(folder) {
  const file = path.join(folder, "password");
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
  return fs.readFileSync(file, "utf8").trim();
}

/** Into a folder aside, renamed when whole: a first start that was killed leaves nothing half-made under the real name. */
async function create({ tools, data, user, password }) {
  const draft = `${data}.new`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { recursive: true, mode: 0o700 });
  const passwordFile = `${data}.password`;
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const file of [draft, passwordFile]) fs.chownSync(file, user.uid, user.gid);
  try {
    await tools.initialise(draft, owner, passwordFile);
    fs.appendFileSync(path.join(draft, "postgresql.conf"), "\ninclude_if_exists = 'platform.conf'\n");
    fs.renameSync(draft, data);
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true });
    throw error;
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
}

function checkVersion(data, version) {
  const kept = fs.readFileSync(path.join(data, "PG_VERSION"), "utf8").trim();
  if (kept === version.split(".")[0]) return;
  throw new Refusal(`Данные в ${data} записаны PostgreSQL ${kept}, а установлена ${version}. Перенесите их: npm run backup на старой версии, npm run restore на новой.`);
}

/** The postmaster of a start that was killed goes on; it is used again if it answers as ours. */
async function findSurvivor(tools, data, urlAt) {
  if (!(await tools.isRunning())) return null;
  const lines = fs.readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n");
  const port = Number(lines[3]);
  for (let attempt = 0; attempt < 50; attempt++, await pause(200)) {
    if (await answers(urlAt(port))) return port;
    if (!(await tools.isRunning())) return null;
  }
  await tools.stop();
  return null;
}

async function answers(connectionString) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3000 });
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function start({ tools, data, folder, durable, user }) {
  const portFile = path.join(folder, "port");
  const remembered = fs.existsSync(portFile) ? Number(fs.readFileSync(portFile, "utf8")) : 0;
  const port = remembered && (await isFree(remembered)) ? remembered : await freePort();
  const settings = path.join(data, "platform.conf");
  fs.writeFileSync(settings, postgresSettings({ port, durable }), { mode: 0o600 });
  if (user) fs.chownSync(settings, user.uid, user.gid);
  await tools.start();
  fs.writeFileSync(portFile, String(port));
  return port;
}

async function ensureDatabase(adminUrl, name) {
  const client = new pg.Client({ connectionString: adminUrl });
  try {
    await client.connect();
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } catch (error) {
    if (error.code === "28P01") throw new Refusal("Пароль встроенной базы данных потерян: верните файл password в её папку из копии.");
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}
