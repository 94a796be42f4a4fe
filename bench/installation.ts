import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { growInitiatives } from "@seed/grow";
import { buildForProduction } from "../scripts/lib/build.mjs";
import { stopChild } from "../scripts/lib/child.mjs";
import { bundle } from "../scripts/lib/bundle.mjs";
import { loadDemo } from "../scripts/lib/demo.mjs";
import { openEmbeddedDatabase } from "../scripts/lib/embedded-database.mjs";
import { migrate } from "../scripts/lib/migrate.mjs";
import { inRoot } from "../scripts/lib/paths.mjs";
import { freePort } from "../scripts/lib/ports.mjs";
import { say } from "../scripts/lib/say.mjs";
import { fingerprint } from "../scripts/lib/sources.mjs";
import { serverEnvironment, startServer } from "../scripts/lib/server-process.mjs";
import { atEnd } from "../scripts/lib/stopping.mjs";
import type { Options } from "./options";

export interface Installation {
  readonly databaseUrl: string;
  /** the platform: the production build, as `npm start` runs it */
  readonly ours: string;
  readonly oursPid: number;
  readonly bare: string;
  readonly barePid: number;
  /** holds database, pages, profiles */
  readonly folder: string;
  readonly poolSize: number;
}

const demoScale = 0.2;
const growSeed = 20_261;
const poolSize = 10;

/** A scratch installation of its own: durable database, demonstration grown to the scale, production build, bare server beside it. */
export async function prepareInstallation({ scale, fresh, profile }: Options): Promise<Installation> {
  const folder = inRoot(".data", "bench");
  mkdirSync(folder, { recursive: true });
  await buildForProduction({ ...process.env, DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none", NEXTAUTH_SECRET: secret });
  const embedded = await openEmbeddedDatabase({ folder: path.join(folder, "postgres"), durable: true });
  atEnd(() => embedded.stop());
  await growDatabase(embedded, folder, scale, fresh);
  const databaseUrl = embedded.urlOf("bench");
  const ours = await startOurs(databaseUrl, folder, profile);
  const bare = await startBare(databaseUrl, folder);
  return { databaseUrl, folder, poolSize, ours: ours.address, oursPid: ours.pid, bare: bare.address, barePid: bare.pid };
}

const secret = "secret-of-the-measurements-and-of-nothing-else";

type Embedded = Awaited<ReturnType<typeof openEmbeddedDatabase>>;

/** Growing a million takes minutes: the grown database is kept as a template, the measurements get a copy. */
async function growDatabase(embedded: Embedded, folder: string, scale: number, fresh: boolean): Promise<void> {
  const stamp = path.join(folder, "grown");
  // the marathon of the demonstration is held around the day on which it was loaded
  const wanted = JSON.stringify({ scale, day: new Date().toISOString().slice(0, 10), of: fingerprint(["prisma"]) });
  const admin = new pg.Client({ connectionString: embedded.urlOf("postgres") });
  await admin.connect();
  try {
    await admin.query("DROP DATABASE IF EXISTS bench WITH (FORCE)");
    if (fresh || !existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
      rmSync(stamp, { force: true });
      await admin.query("DROP DATABASE IF EXISTS grown WITH (FORCE)");
      await admin.query("CREATE DATABASE grown");
      await fill(embedded.urlOf("grown"), folder, scale);
      writeFileSync(stamp, wanted);
    }
    await admin.query("CREATE DATABASE bench TEMPLATE grown STRATEGY FILE_COPY");
    await admin.query("CHECKPOINT");
  } finally {
    await admin.end();
  }
}

async function fill(url: string, folder: string, scale: number): Promise<void> {
  await migrate(url, { report: () => undefined });
  await loadDemo({ url, dataFolder: folder, scale: demoScale });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM "Initiative"`);
  const count = scale - (rows[0]?.count ?? 0);
  if (count > 0) await growInitiatives({ databaseUrl: url, count, seed: growSeed, report: say });
  await countWords(url);
  await client.query("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
  await client.query("VACUUM (ANALYZE)");
  await client.end();
}

/** What a job does each night: by the platform's own code, in this process, which reads these once. */
async function countWords(url: string): Promise<void> {
  Object.assign(process.env, { DATABASE_URL: url, DB_POOL_SIZE: "4", NEXTAUTH_SECRET: secret, PUBLIC_URL: "http://127.0.0.1:1", LOG_LEVEL: "silent" });
  const { recountWords, closeDatabase } = await import("./words");
  await recountWords(new Date());
  await closeDatabase();
}

async function startOurs(url: string, folder: string, profile: boolean): Promise<Started> {
  const port = await freePort();
  const settings = { port, host: "127.0.0.1", publicUrl: `http://127.0.0.1:${port}`, dataFolder: folder };
  const patient = { patience: 120_000, logFile: path.join(folder, "server.log") };
  rmSync(patient.logFile, { force: true });
  const options = [process.env.NODE_OPTIONS ?? "", ...(profile ? [`--cpu-prof --cpu-prof-dir=${path.join(folder, "profiles")}`] : [])].join(" ").trim();
  // residents come from addresses of their own, as they do in life
  const env = { ...serverEnvironment({ url, settings, secret, demoLoaded: true }), TRUST_PROXY: "1", DB_POOL_SIZE: String(poolSize), LOG_LEVEL: "error", NODE_OPTIONS: options };
  return started(await startServer(env, patient));
}

async function startBare(url: string, folder: string): Promise<Started> {
  const file = await bundle("bench/bare", "bench/bare/server.ts");
  const pages = path.join(folder, "pages");
  mkdirSync(pages, { recursive: true });
  const dataFolder = path.join(folder, "bare");
  mkdirSync(dataFolder, { recursive: true });
  const env = { ...process.env, NODE_ENV: "production", DATABASE_URL: url, DB_POOL_SIZE: String(poolSize), BARE_PAGES: pages, DATA_DIR: dataFolder };
  return started(await startServer(env, { file }));
}

interface Started {
  readonly address: string;
  readonly pid: number;
}

/** What was started last is stopped first: the servers before their database. */
function started({ child, address }: Awaited<ReturnType<typeof startServer>>): Started {
  const { pid = 0 } = child as { readonly pid?: number };
  atEnd(() => stopChild(child));
  return { address, pid };
}
