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
const screenless = ["head", "[/\\\\]directory"];
/**
 * Those of people who sit at a desk: how their pages stand on a phone, pages.spec.ts says. PHONE=all takes them on a phone too: a
 * quarter of an hour is what a run may last.
 */
const deskWork = process.env.PHONE === "all" ? [] : ["own-directory", "units", "boundaries", "regulation", "way", "group", "setup", "council"];
const notOnPhone = new RegExp(`(?:${[...screenless, ...deskWork].join("|")})\\.spec\\.ts$`);

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
    { name: "desk", use: desk, testMatch: /journeys\/.*\.spec\.ts$/ },
    { name: "phone", use: phone, testMatch: /journeys\/.*\.spec\.ts$/, testIgnore: notOnPhone, grepInvert: /@screenless/ },
  ],
});
