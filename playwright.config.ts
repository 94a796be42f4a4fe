import { defineConfig } from "@playwright/test";

// `npm test` and `npm test -- --only browser` start the server and say where it and the browser are.
const baseURL = process.env.BASE_URL;
if (!baseURL) throw new Error("Запускайте так: npm test -- --only browser [e2e/journeys/имя.spec.ts]");

const chromium = {
  ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
};

/** What concerns no screen, and the journey that moves the one head's targets, which both screens at once would move under each other. */
const screenless = /(?:isolation|head)\.spec\.ts$/;

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
  globalTimeout: 20 * 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL,
    locale: "ru-RU",
    timezoneId: "Asia/Kathmandu",
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    launchOptions: chromium,
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
  },
  projects: [
    { name: "desk", use: { viewport: { width: 1440, height: 900 } } },
    { name: "phone", use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }, testIgnore: screenless },
  ],
});
