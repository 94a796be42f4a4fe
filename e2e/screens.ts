import fs from "node:fs";
import path from "node:path";
import { chromium, type Browser, type Page } from "@playwright/test";
import { addressOf, pages, type PageEntry } from "./pages";
import { sessionOf, type Who } from "./signed-in";

// npm run screens                   every page as everybody whom it is for, and the pictures of README.md
// npm run screens -- pictures       these only
// npm run screens -- desk/queue     pages with these letters in their name
const wanted = process.argv.slice(2);
const baseURL = process.env.BASE_URL ?? "";

const widths = { desk: { width: 1440, height: 900 }, phone: { width: 360, height: 740 } } as const;
const themes = ["light", "dark"] as const;

const pictures: Readonly<Record<string, { readonly page: string; readonly who: Who }>> = {
  head: { page: "(work)/desk/indicators", who: "head" },
  council: { page: "(council)/council", who: "council" },
  catalogue: { page: "(public)/initiatives", who: "visitor" },
  desk: { page: "(work)/desk/queue", who: "secretary" },
};
const mostBytes = 300_000;

async function open(browser: Browser, entry: PageEntry, who: Who, size: keyof typeof widths): Promise<Page> {
  const context = await browser.newContext({
    baseURL, viewport: widths[size], isMobile: size === "phone", locale: "ru-RU", timezoneId: "Europe/Moscow", colorScheme: "light", reducedMotion: "reduce", storageState: await sessionOf(who, baseURL),
  });
  const page = await context.newPage();
  await page.goto(await addressOf(entry, entry.for[0], baseURL));
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  return page;
}

async function shootAll(browser: Browser, entry: PageEntry, who: Who): Promise<void> {
  for (const size of ["desk", "phone"] as const) {
    const page = await open(browser, entry, who, size);
    const name = entry.page.replace(/^\(\w+\)\/?/, "").replace(/[[\]().]/g, "").replaceAll("/", "-") || "main";
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: path.join("screens", who, `${name}-${widths[size].width}-${colorScheme}.png`), fullPage: true });
    }
    await page.context().close();
  }
}

async function shootForReadme(browser: Browser, name: string, folder: string): Promise<void> {
  const picture = pictures[name];
  const entry = pages.find(({ page }) => page === picture?.page);
  if (!picture || !entry) throw new Error(`Нет страницы для ${name}.png`);
  const page = await open(browser, entry, picture.who, "desk");
  const file = path.join(folder, `${name}.png`);
  const { length } = await page.screenshot({ path: file });
  await page.context().close();
  if (length > mostBytes) throw new Error(`${file}: ${length} байт, а можно ${mostBytes}`);
}

const isPicturesOnly = wanted.includes("pictures");
const chosen = isPicturesOnly ? [] : pages.filter(({ page }) => wanted.length === 0 || wanted.some((word) => page.includes(word)));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
let failed = 0;
const attempt = async (what: string, run: () => Promise<void>) => {
  try {
    await run();
    console.log(what);
  } catch (error) {
    failed += 1;
    console.error(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
};
if (isPicturesOnly || wanted.length === 0) {
  const folder = path.join("docs", "pictures");
  fs.mkdirSync(folder, { recursive: true });
  for (const name of Object.keys(pictures)) await attempt(`docs/pictures/${name}.png`, async () => await shootForReadme(browser, name, folder));
}
for (const entry of chosen) for (const who of entry.for) await attempt(`${entry.page} (${who})`, async () => await shootAll(browser, entry, who));
await browser.close();
process.exitCode = failed ? 1 : 0;
