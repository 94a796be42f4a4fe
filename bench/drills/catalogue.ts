import { mkdirSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { growInitiatives } from "@seed/grow";
import type { Drill, DrillContext } from "../../scripts/lib/drill-runner.mjs";
import type { Walked } from "../catalogue-walk";
import { live } from "../live";

export const title: Drill["title"] = "первая и самая глубокая страница каталога и очередей при любом выборе фильтров и в любой роли стоят при миллионе инициатив почти столько же, сколько при десяти тысячах";

const statedSize = 1_000_000;
export const smallScale: Drill["smallScale"] = 0.005;
/** what a million is compared with; among fewer the planner goes other ways */
const few = 10_000;
/** the mark: blocks at a million against those at ten thousand */
const mostTimes = 1.5;
/** rows behind a choice that has a deep page */
const deep = 105;
/** below this the height of an index alone makes the ratio */
const fewBlocks = 20;

export const run: Drill["run"] = async (context: DrillContext) => {
  const many = Math.max(2 * few, Math.round(statedSize * context.scale));
  const place = await context.openDatabase();
  const dataFolder = path.join(context.folder, "demo");
  mkdirSync(dataFolder, { recursive: true });
  await (await live("demo")).loadDemo({ url: place.url, dataFolder, scale: 0.05 });
  // the platform's own code, in this process: it reads these once, when it is loaded
  Object.assign(process.env, { DATABASE_URL: place.url, DB_POOL_SIZE: "4", NEXTAUTH_SECRET: "secret-of-the-drills-and-of-nothing-else", PUBLIC_URL: "http://127.0.0.1:1", LOG_LEVEL: "silent" });
  const { closeDatabase, fold, walkCatalogue } = await import("../catalogue-walk");
  const { plantWork, walkQueues } = await import("../queue-walk");
  const database = new pg.Client({ connectionString: place.url });
  await database.connect();
  await database.query("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
  try {
    // the same seed twice would grow the same rows twice
    const at = async (count: number, seed: number) => {
      await growInitiatives({ databaseUrl: place.url, count, seed, report: context.report });
      await plantWork(database);
      await fold();
      await database.query(`VACUUM ANALYZE "InitiativeFacet"`);
      const now = new Date();
      const { walked, facets } = await walkCatalogue(database, now);
      return { walked: [...walked, ...(await walkQueues(database, now))], facets };
    };
    const small = await at(few, context.seed);
    const large = await at(many - few, context.seed + 1);
    const wrong = large.walked.flatMap((one) => problemsOf(one, standardFor(one, small.walked)));
    for (const { name, size, first, deepest } of large.walked) context.report(`${name}: строк ${size}, блоков ${first} и ${deepest}`);
    context.report(`счётчики фильтров: ${small.facets} и ${large.facets} блоков`);
    if (large.facets > mostTimes * small.facets + fewBlocks) wrong.push(`счётчики: ${large.facets} блоков против ${small.facets}`);
    const worst = Math.max(...large.walked.flatMap(({ first, deepest }) => [first, deepest]));
    return { ok: wrong.length === 0, result: [`инициатив ${many}, выборов ${large.walked.length}, не больше ${worst} блоков на страницу`, ...wrong].join("; ") };
  } finally {
    await database.end();
    await closeDatabase();
  }
};

/** The same choice among few; where it had not five pages there, and so no deep one, the dearest of the same order that had. */
function standardFor({ name, sort }: Walked, few: readonly Walked[]): Walked | undefined {
  const full = few.filter((one) => one.sort === sort && one.size > deep);
  return full.find((one) => one.name === name) ?? full.toSorted((one, other) => other.deepest - one.deepest)[0];
}

function problemsOf(large: Walked, small: Walked | undefined): string[] {
  if (!small) return [`${large.name}: не с чем сравнить`];
  return (["first", "deepest"] as const)
    .filter((page) => large[page] > mostTimes * small[page] + fewBlocks)
    .map((page) => `${large.name}, ${page === "first" ? "первая" : "последняя"}: ${large[page]} блоков против ${small[page]}`);
}
