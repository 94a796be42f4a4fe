// npm run evaluate                                                      how well search and «похожие» find, on labels of our own
// npm run evaluate -- --data ../shared/data                             where the real initiatives are, if not there
// npm run evaluate -- --corpus texts.jsonl --pairs pairs.csv --queries queries.csv   the same on anybody's texts and labels
import { migrate } from "../lib/migrate.mjs";
import { runEntry } from "../lib/run-entry.mjs";
import { withScratchDatabase } from "../lib/scratch.mjs";
import { runToEnd } from "../lib/stopping.mjs";

export default (args) => runToEnd(() => withScratchDatabase(async (url) => {
  await migrate(url, { report: () => {} });
  const env = { ...process.env, DATABASE_URL: url, DB_POOL_SIZE: "4", NEXTAUTH_SECRET: "secret-of-the-evaluation-and-of-nothing-else", PUBLIC_URL: "http://127.0.0.1:1", LOG_LEVEL: "silent" };
  return runEntry("bench/evaluate", "bench/evaluate/run.ts", args, env);
}));
