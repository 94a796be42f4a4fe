// npm run bench -- [what bench/run.ts understands]
import { runEntry } from "../lib/run-entry.mjs";
import { runToEnd } from "../lib/stopping.mjs";

export default (args) => runToEnd(() => runEntry("bench/run", "bench/run.ts", args));
