import { defineConfig } from "@playwright/test";

// `npm test` and `npm test -- --only browser` start the server and say where it and the browser are.
const baseURL = process.env.BASE_URL;
if (!baseURL) throw new Error("Запускайте так: npm test -- --only browser [e2e/journeys/имя.spec.ts]");

const chromium = {
  ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
};

const desk = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** Journeys of the one head's targets and of the one administrator's import, which both screens at once would move under each other. */
const screenless = ["head", "directory"];
/**
 * A journey is taken at the screen of those who make it; how every page stands at the other, pages.spec.ts says. SCREENS=all takes each
 * at both: a quarter of an hour is what a run may last.
 */
const isEach = process.env.SCREENS === "all";
const deskWork = ["own-directory", "units", "boundaries", "regulation", "way", "moderation", "group", "setup", "council", "appointing", "hotline", "paper", "one-person", "security", "desk"];
const inHand = ["account", "resident", "poster", "co-authors", "files", "offline"];
const journeys = (names: readonly string[]) => new RegExp(`[/\\\\](?:${names.join("|")})\\.spec\\.ts$`);

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: ".data/test/playwright",
  // No sleeps, no retries: a journey that passes at the second attempt has failed.
  retries: 0,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  // A page that does not come up must not take the whole run with it.
  globalTimeout: 40 * 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL,
    locale: "ru-RU",
    timezoneId: "Asia/Kathmandu",
    // a colour half way between two is nobody's to judge
    contextOptions: { reducedMotion: "reduce" },
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    launchOptions: chromium,
    screenshot: "only-on-failure",
    // recording costs a quarter of the run: TRACE=1 npm test -- --only browser e2e/journeys/имя.spec.ts
    trace: process.env.TRACE ? "retain-on-failure" : "off",
  },
  projects: [
    // every page first, while the demonstration is as it was made: journeys write into it
    { name: "pages", fullyParallel: true, use: desk, testMatch: /(?:pages|isolation)\.spec\.ts$/ },
    { name: "desk", use: desk, testMatch: /journeys\/.*\.spec\.ts$/, ...(isEach ? {} : { testIgnore: journeys(inHand) }) },
    { name: "phone", use: phone, testMatch: /journeys\/.*\.spec\.ts$/, testIgnore: journeys([...screenless, ...(isEach ? [] : deskWork)]), grepInvert: /@screenless/ },
  ],
});
