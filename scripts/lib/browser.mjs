// A Chromium for the journeys: Playwright's own, the machine's, else Debian's, else Playwright's download.
import fs from "node:fs";
import path from "node:path";
import { spawnSync } from "node:child_process";
import { chromium } from "@playwright/test";
import { isRoot } from "./unprivileged.mjs";
import { Refusal, say } from "./say.mjs";
import { inRoot } from "./paths.mjs";

// the shell without a window first: it draws no interface of its own, which takes half of the processor
const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const places = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

const onMachine = () =>
  [process.env.CHROMIUM_PATH, ...names.flatMap((name) => (process.env.PATH ?? "").split(path.delimiter).map((folder) => path.join(folder, name))), ...places].find(
    (file) => file && fs.existsSync(file) && fs.statSync(file).isFile(),
  );

const ownIsThere = () => fs.existsSync(chromium.executablePath());

const run = (command, args, timeout) => spawnSync(command, args, { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8", timeout, env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });

/** @returns the executable, or null for Playwright's own */
export async function findBrowser() {
  const found = onMachine();
  if (found) return found;
  if (ownIsThere()) return null;
  if (isRoot() && fs.existsSync("/usr/bin/apt-get")) {
    say("Браузера нет: ставим Chromium из Debian, это займёт около минуты");
    run("apt-get", ["update"], 180_000);
    if (run("apt-get", ["install", "-y", "chromium-headless-shell"], 600_000).status !== 0) run("apt-get", ["install", "-y", "chromium"], 600_000);
    const installed = onMachine();
    if (installed) return installed;
  }
  say("Браузера нет: пробуем скачать его средствами Playwright");
  run(process.execPath, [inRoot("node_modules", "@playwright", "test", "cli.js"), "install", "chromium"], 180_000);
  if (ownIsThere()) return null;
  throw new Refusal("Для тестов в браузере нужен Chromium. Поставьте его (Debian, Ubuntu: sudo apt-get install chromium) или укажите: CHROMIUM_PATH=/путь npm test");
}
