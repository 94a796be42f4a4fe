// Runs the exercises of bench/drills: each on a database and data folder of its own, with a seed that repeats it.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { randomInt } from "node:crypto";
import { bundle } from "./bundle.mjs";
import { eachLine, startNode } from "./child.mjs";
import { openEmbeddedDatabase } from "./embedded-database.mjs";
import { migrate } from "./migrate.mjs";
import { inRoot } from "./paths.mjs";
import { explain, say, seconds, show } from "./say.mjs";
import { atEnd } from "./stopping.mjs";
import { startTestServer } from "./test-server.mjs";

const folder = inRoot("bench", "drills");

export const drillNames = () =>
  fs.existsSync(folder)
    ? fs.readdirSync(folder).filter((name) => /^[a-z0-9-]+\.ts$/.test(name)).map((name) => name.slice(0, -3)).sort()
    : [];

/** @returns the module: title, run(context), and, if it wishes, smallScale and statedScale */
export async function loadDrill(name) {
  const file = await bundle(`drills/${name}`, `bench/drills/${name}.ts`);
  return import(pathToFileURL(file).href);
}

/**
 * @param scale 1 is the stated size
 * @param seed the same seed makes the same exercise
 * @returns whether it passed
 */
export async function runDrill(name, { scale = 1, seed = randomInt(1, 2 ** 31), verbose = true } = {}) {
  const drill = await loadDrill(name);
  const place = inRoot(".data", "drill", name);
  fs.rmSync(place, { recursive: true, force: true });
  show(`\nУчение ${name}: ${drill.title}\n  размер ${scale}, зерно ${seed}`);
  const begun = Date.now();
  const opened = [];
  const context = {
    seed,
    scale,
    folder: place,
    report: (line) => verbose && say(`  ${line}`),
    /** A migrated database, durable like the real one: drills kill it. */
    async openDatabase(durable = true) {
      const database = await openEmbeddedDatabase({ folder: path.join(place, "postgres"), durable });
      atEnd(() => database.stop());
      opened.push(database);
      await migrate(database.url, { report: () => {} });
      return database;
    },
    /** The production server with a demonstration of the scale given. */
    async startServer(demoScale = 1) {
      const server = await startTestServer({ folder: path.join(place, "server"), scale: demoScale });
      opened.push(server);
      return server;
    },
  };
  let outcome;
  try {
    outcome = await drill.run(context);
  } catch (error) {
    outcome = { ok: false, result: explain(error) };
  } finally {
    for (const thing of opened.reverse()) await thing.stop().catch(() => {});
    fs.rmSync(place, { recursive: true, force: true });
  }
  show(`  ${outcome.ok ? "удалось" : "НЕ УДАЛОСЬ"}: ${outcome.result} (${seconds(Date.now() - begun)} с)`);
  if (!outcome.ok) show(`  повторить: npm run drill -- ${name} --scale ${scale} --seed ${seed}`);
  return outcome.ok;
}

/**
 * The same in a process of its own: an exercise that drives the platform's code itself opens and closes the one database that a
 * process has.
 * @param verbose says what it does while it does it; else all at once, when it has ended: it may stand beside another
 */
export async function runDrillApart(name, { scale = 1, seed, verbose = true } = {}) {
  const args = [name, "--scale", String(scale), ...(seed === undefined ? [] : ["--seed", String(seed)]), ...(verbose ? [] : ["--quiet"])];
  const child = startNode([inRoot("scripts", "drill.mjs"), ...args], { output: verbose ? "inherit" : "pipe" });
  const lines = [];
  if (!verbose) eachLine(child, (line) => lines.push(line));
  const { code } = await child.ended;
  if (lines.length) show(lines.join("\n"));
  return code === 0;
}
