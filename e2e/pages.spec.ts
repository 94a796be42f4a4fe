import fs from "node:fs";
import path from "node:path";
import type AxeBuilder from "@axe-core/playwright";
import { expect, test as base, type Page } from "@playwright/test";
import { ofColourAndWidth, ofEverything } from "./fixtures";
import { addressOf, pages, type PageEntry } from "./pages";
import { foreignWords, textOfPage } from "./plain-russian";
import { sessionOf, type Who } from "./signed-in";

const test = base.extend<{ who: Who }>({
  who: ["visitor", { option: true }],
  storageState: async ({ who, baseURL }, use) => await use(await sessionOf(who, baseURL ?? "")),
});

test.use({ trace: "off" });

/** What the browser complained of, but for the document's own 404. */
function listen(page: Page): string[] {
  const said: string[] = [];
  page.on("pageerror", (error) => said.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !(message.location().url === page.url() && message.text().includes("404"))) said.push(`${message.text()} (${message.location().url})`);
  });
  return said;
}

async function expectFits(page: Page): Promise<void> {
  // asked again until it holds: a new width reaches the page when the browser gets to it
  await expect.configure({ soft: true }).poll(() => page.evaluate(widerThanScreen), { message: `шире экрана (${page.viewportSize()?.width ?? 0} px)`, timeout: 3000 }).toEqual([]);
}

function widerThanScreen(): string[] {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const out = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > width + 1);
  return out.filter((element) => !out.some((other) => other !== element && element.contains(other))).slice(0, 5).map((element) => element.outerHTML.slice(0, 120));
}

async function expectAccessible(page: Page, axe: (page: Page) => AxeBuilder): Promise<void> {
  // asked again until it holds: new colours reach the page when the browser gets to it
  await expect.configure({ soft: true }).poll(async () => {
    const { violations } = await axe(page).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.target.join(" ")} ${node.any[0]?.message ?? ""}`).join("; ")}`);
  }, { message: "axe", timeout: 30_000 }).toEqual([]);
}

/** The first key leads past the menu; where the keyboard is can be seen. */
async function expectKeyboard(page: Page): Promise<void> {
  if (await page.evaluate(() => document.activeElement !== document.body)) return; // a page may put the keyboard into its field
  await page.keyboard.press("Tab");
  const skip = page.locator(":focus");
  await expect.soft(skip, "первым идёт переход к содержанию").toHaveAttribute("href", "#main");
  await expect.soft(skip).toBeInViewport();
  await page.keyboard.press("Tab");
  const isSeen = await page.locator(":focus").evaluate((element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
  });
  expect.soft(isSeen, "видно, где клавиатура").toBe(true);
}

async function look(page: Page, entry: PageEntry, who: Who, baseURL: string): Promise<void> {
  const said = listen(page);
  const address = await addressOf(entry, who, baseURL);
  const answer = await page.goto(address);
  expect(answer?.status()).toBe(entry.status ?? 200);
  const landed = new URL(page.url()).pathname;
  if (entry.leadsTo) expect(landed).toMatch(entry.leadsTo);
  else expect(landed).toBe(new URL(address, baseURL).pathname);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await expectAccessible(page, ofEverything);
  expect.soft(foreignWords(await page.evaluate(textOfPage)), "не по-русски").toEqual([]);
  await expectFits(page);
  await expectKeyboard(page);
  // twice as large on the same screen
  await page.setViewportSize({ width: 720, height: 450 });
  await expectFits(page);
  // and on a phone in the dark
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: "dark" });
  await expectFits(page);
  await expectAccessible(page, ofColourAndWidth);
  expect.soft(said, "ошибки в консоли").toEqual([]);
}

test("у каждой страницы есть запись в e2e/pages.ts, и у каждой записи страница", () => {
  const root = path.join("src", "app", "[locale]");
  const files = fs.readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => path.basename(file) === "page.tsx");
  expect(pages.map(({ page }) => page).toSorted()).toEqual(files.map((file) => path.dirname(file).split(path.sep).join("/")).toSorted());
});

for (const entry of pages) {
  test.describe(() => {
    test.use({ who: entry.for[0] });
    test(`${entry.page} (${entry.for[0]}): доступна, по ширине, по-русски, без ошибок`, async ({ page, who, baseURL }) => {
      await look(page, entry, who, baseURL ?? "");
    });
  });
}
