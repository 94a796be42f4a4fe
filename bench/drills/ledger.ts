import { mkdirSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import type { Drill, DrillContext } from "../../scripts/lib/drill-runner.mjs";
import { checkFolding } from "../checks";
import { live } from "../live";

export const title: Drill["title"] = "многие пишут в журнал показателей, сворачивают его и читают сразу: суммы точны в любой миг";

const statedSize = 20_000;
export const smallScale: Drill["smallScale"] = 0.02;

export const run: Drill["run"] = async (context: DrillContext) => {
  const place = await context.openDatabase(false);
  const dataFolder = path.join(context.folder, "demo");
  mkdirSync(dataFolder, { recursive: true });
  await (await live("demo")).loadDemo({ url: place.url, dataFolder, scale: 0.05 });
  // the platform's own code, in this process: it reads these once, when it is loaded
  Object.assign(process.env, { DATABASE_URL: place.url, DB_POOL_SIZE: "20", NEXTAUTH_SECRET: "secret-of-the-drills-and-of-nothing-else", PUBLIC_URL: "http://127.0.0.1:1", LOG_LEVEL: "silent" });
  const { storm, closeDatabase } = await import("../storm");
  const outcome = await storm({ events: Math.max(10, Math.round(statedSize * context.scale)), seed: context.seed, now: new Date() });
  await closeDatabase();
  const database = new pg.Client({ connectionString: place.url });
  await database.connect();
  const wrong = [...outcome.wrong.slice(0, 5), ...(await checkFolding(database))];
  await database.end();
  const { committed, undone, folds, reads } = outcome;
  return { ok: wrong.length === 0 && undone > 0 && folds > 0 && reads > 0, result: [`записано ${committed}, отменено ${undone}, свёрток ${folds}, чтений ${reads}`, ...wrong].join("; ") };
};
