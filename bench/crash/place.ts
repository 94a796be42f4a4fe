import { mkdirSync } from "node:fs";
import path from "node:path";
import type { DrillContext } from "../../scripts/lib/drill-runner.mjs";
import { freePort } from "../../scripts/lib/ports.mjs";
import { live } from "../live";
import { gone, kill, processesOf } from "./processes";

const secret = "secret-of-the-drills-and-of-nothing-else";

/** An installation whose parts can be killed as the system or a power cut would, and started again as `npm start` does. */
export interface CrashablePlace {
  readonly url: string;
  readonly origin: string;
  readonly dataFolder: string;
  /** of the server that stands now */
  readonly serverPid: () => number;
  /** one more server, on another database */
  readonly serve: (url: string, dataFolder: string) => Promise<{ readonly origin: string; readonly stop: () => Promise<void> }>;
  /** SIGKILL to the server, then a new one */
  readonly crashServer: () => Promise<void>;
  /** SIGKILL to the postmaster and all its processes, then recovery from what is on disk */
  readonly crashDatabase: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** In: how large the demonstration in it is. The database is durable, as in production. */
export async function openPlace(context: DrillContext, demoScale: number): Promise<CrashablePlace> {
  const { buildForProduction } = await live("build");
  const { loadDemo } = await live("demo");
  const { openEmbeddedDatabase } = await live("embedded-database");
  await buildForProduction({ ...process.env, DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none", NEXTAUTH_SECRET: secret });
  const database = await context.openDatabase(true);
  const dataFolder = path.join(context.folder, "server");
  mkdirSync(dataFolder, { recursive: true });
  await loadDemo({ url: database.url, dataFolder, scale: demoScale });
  const port = await freePort();
  let server = await start(database.url, dataFolder, port);
  return {
    url: database.url,
    origin: originAt(port),
    dataFolder,
    serverPid: () => server.pid,
    serve: async (url, folder) => {
      const another = await freePort();
      const { pid } = await start(url, folder, another);
      return { origin: originAt(another), stop: async () => await end(pid) };
    },
    crashServer: async () => {
      await kill([server.pid]);
      server = await start(database.url, dataFolder, port);
    },
    crashDatabase: async () => {
      await kill(await processesOf(database.url));
      const again = await openEmbeddedDatabase({ folder: path.join(context.folder, "postgres"), durable: true });
      if (again.url !== database.url) throw new Error("база поднялась по другому адресу");
    },
    stop: async () => await end(server.pid),
  };
}

const originAt = (port: number): string => `http://127.0.0.1:${port}`;

async function start(url: string, dataFolder: string, port: number): Promise<{ readonly pid: number }> {
  const { serverEnvironment, startServer } = await live("server-process");
  const settings = { port, host: "127.0.0.1", publicUrl: originAt(port), dataFolder };
  const env = { ...serverEnvironment({ url, settings, secret, demoLoaded: true }), TRUST_PROXY: "1", LOG_LEVEL: "fatal" };
  const patient = { patience: 120_000, logFile: path.join(dataFolder, "server.log") };
  return (await startServer(env, patient)).child as { readonly pid: number };
}

async function end(pid: number): Promise<void> {
  process.kill(pid, "SIGTERM");
  await gone([pid]);
}
