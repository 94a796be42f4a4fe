import type { Browser, BrowserContext } from "@playwright/test";
import { test, type DemoRole } from "./fixtures";
import { cookiesOf, forgetSession } from "./signed-in";

const opened: BrowserContext[] = [];

/** After each journey: whoever had a screen leaves it. */
export async function closeScreens(): Promise<void> {
  await Promise.all(opened.splice(0).map(async (context) => await context.close()));
}

/** Everybody of a journey at a screen of their own. */
export function screensOf(browser: Browser) {
  const { baseURL, viewport, hasTouch, isMobile } = test.info().project.use;
  const fresh = async () => {
    const context = await browser.newContext({ baseURL, viewport, hasTouch, isMobile, locale: "ru-RU", timezoneId: "Asia/Kathmandu", reducedMotion: "reduce" });
    opened.push(context);
    return await context.newPage();
  };
  const open = async (who: DemoRole, path: string) => {
    const page = await fresh();
    const enter = async () => {
      await page.context().addCookies(await cookiesOf(who, baseURL ?? ""));
      await page.goto(path);
    };
    await enter();
    // a test before has ended that session
    if (new URL(page.url()).pathname === "/sign-in") {
      forgetSession(who);
      await enter();
    }
    return page;
  };
  return { open, fresh };
}

