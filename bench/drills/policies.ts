import type { Drill, DrillContext } from "../../scripts/lib/drill-runner.mjs";

export const title: Drill["title"] = "на двадцати тысячах случайных деревьев и назначений права в памяти и в базе одни и те же";

const stated = 20_000;
export const smallScale: Drill["smallScale"] = 0.005;

export const run: Drill["run"] = async (context: DrillContext) => {
  const place = await context.openDatabase(false);
  // the platform's own code, in this process: it reads these once, when it is loaded
  Object.assign(process.env, { DATABASE_URL: place.url, DB_POOL_SIZE: "4", NEXTAUTH_SECRET: "secret-of-the-drills-and-of-nothing-else", PUBLIC_URL: "http://127.0.0.1:1", LOG_LEVEL: "silent" });
  const { compareWorlds, closeDatabase } = await import("../agreement");
  const worlds = Math.max(10, Math.round(stated * context.scale));
  const { compared, granted, idle, wrong } = await compareWorlds(worlds, context.seed, (done) => context.report(`${done} из ${worlds}`));
  await closeDatabase();
  return { ok: wrong.length === 0 && granted.size > idle.length, result: [`деревьев ${worlds}, сравнений ${compared}, разных прав ${granted.size}`, ...wrong.slice(0, 5)].join("; ") };
};
