// Journeys in a real browser against the production build, on a scratch database with the demonstration.
import fs from "node:fs";
import path from "node:path";
import { findBrowser } from "../browser.mjs";
import { readMark } from "../lock.mjs";
import { inRoot } from "../paths.mjs";
import { Refusal, show } from "../say.mjs";
import { startTestServer } from "../test-server.mjs";
import { runTool } from "./run-tool.mjs";

const hasJourneys = () => fs.readdirSync(inRoot("e2e"), { recursive: true, encoding: "utf8" }).some((file) => file.endsWith(".spec.ts"));

export async function browserTests({ args, folder }) {
  if (!hasJourneys()) {
    show("   В e2e нет ни одного *.spec.ts");
    return { passed: 0, failed: 0 };
  }
  const browser = await findBrowser();
  const server = await startTestServer({ folder: path.join(folder, "server") });
  try {
    const file = path.join(folder, "playwright.json");
    fs.rmSync(file, { force: true });
    const env = { ...process.env, ...server.env, ...(browser ? { CHROMIUM_PATH: browser } : {}), PLAYWRIGHT_JSON_OUTPUT_NAME: file, FORCE_COLOR: "0" };
    const { code } = await runTool([inRoot("node_modules", "@playwright", "test", "cli.js"), "test", "--reporter=list,json", ...args], { loud: true, env });
    const result = readMark(file);
    if (!result?.stats) throw new Refusal("playwright не дошёл до конца, его вывод выше.");
    const { expected, unexpected, flaky } = result.stats;
    for (const { message } of result.errors ?? []) show(`   ${message}`);
    const failed = unexpected + flaky + (result.errors?.length ?? 0);
    if (failed) show(`   Журнал сервера: ${path.relative(inRoot(), server.logFile)}`);
    return { passed: expected, failed: failed === 0 && code !== 0 ? 1 : failed };
  } finally {
    await server.stop();
  }
}
