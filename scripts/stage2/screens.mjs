// npm run screens: pictures of the pages, taken by e2e/screens.ts from the production server with the demonstration.
import { findBrowser } from "../lib/browser.mjs";
import { inRoot } from "../lib/paths.mjs";
import { runEntry } from "../lib/run-entry.mjs";
import { runToEnd } from "../lib/stopping.mjs";
import { startTestServer } from "../lib/test-server.mjs";

export default (args) => runToEnd(() => screens(args));

async function screens(args) {
  const browser = await findBrowser();
  const server = await startTestServer({ folder: inRoot(".data", "screens") });
  try {
    return await runEntry("screens", "e2e/screens.ts", args, { ...process.env, ...server.env, ...(browser ? { CHROMIUM_PATH: browser } : {}) });
  } finally {
    await server.stop();
  }
}
