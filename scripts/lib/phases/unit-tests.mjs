// vitest: pure tests, and database tests on an embedded PostgreSQL that its global set-up starts.
import fs from "node:fs";
import path from "node:path";
import { readMark } from "../lock.mjs";
import { inRoot } from "../paths.mjs";
import { generateClient } from "../build.mjs";
import { Refusal } from "../say.mjs";
import { runTool } from "./run-tool.mjs";

export async function unitTests({ args, folder }) {
  await generateClient();
  const file = path.join(folder, "vitest.json");
  fs.rmSync(file, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { code } = await runTool([inRoot("node_modules", "vitest", "vitest.mjs"), "run", ...reporters, ...args], { loud: true, env: { ...process.env, NO_COLOR: "1" } });
  const result = readMark(file);
  if (!result) throw new Refusal("vitest не дошёл до конца, его вывод выше.");
  // A file that does not even load has no test to fail.
  const broken = result.testResults.filter(({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed")).length;
  const failed = result.numFailedTests + broken;
  return { passed: result.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}
