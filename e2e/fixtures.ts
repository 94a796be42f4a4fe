import AxeBuilder from "@axe-core/playwright";
import { expect, test as base, type Page } from "@playwright/test";
import { cookiesOf, forgetSession, type DemoRole } from "./signed-in";

export { password, type DemoRole } from "./signed-in";

/** In the page itself, without a second one beside it: no page of ours has frames. */
const axeOn = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode();
/** All that axe can judge. */
export const ofEverything = (page: Page): AxeBuilder => axeOn(page).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]);
/** What colours and width alone can break: for a page that has been judged in others. */
export const ofColourAndWidth = (page: Page): AxeBuilder => axeOn(page).withRules(["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]);

interface Fixtures {
  /** Opens the page as somebody of the demonstration who has signed in. */
  readonly signInAs: (role: DemoRole, path?: string) => Promise<Page>;
  /** No finding of axe on the page as it stands; the page fits its width. */
  readonly expectAccessible: (page?: Page) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  signInAs: async ({ page, context, baseURL }, use) => {
    await use(async (role, path = "/desk") => {
      const open = async () => {
        await context.addCookies(await cookiesOf(role, baseURL ?? ""));
        await page.goto(path);
      };
      await open();
      // a test before has ended that session
      if (new URL(page.url()).pathname === "/sign-in") {
        forgetSession(role);
        await open();
      }
      await page.waitForURL((url) => url.pathname === path.split("?")[0]);
      return page;
    });
  },
  expectAccessible: async ({ page: own, isMobile }, use) => {
    await use(async (page = own) => {
      // asked again until it holds: a page in the middle of a change is nobody's to judge
      await expect.poll(async () => {
        const { violations } = await (isMobile ? ofColourAndWidth : ofEverything)(page).analyze();
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join("; ")}`);
      }, { timeout: 30_000 }).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, "page is wider than the screen").toBeLessThanOrEqual(0);
    });
  },
});

export { expect } from "@playwright/test";

/** Sees to it that whatever the page asks of the server is lost, as in a lift; gives the way back. */
export async function loseConnection(page: Page): Promise<() => Promise<void>> {
  await page.context().setOffline(true);
  return async () => await page.context().setOffline(false);
}
