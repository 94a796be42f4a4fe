import { randomInt } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";

const password = "тёплый снег вечером";
const press = async (page: Page, name: string) => await page.getByRole("button", { name, exact: true }).click();
const newPhone = () => `8912${String(randomInt(10_000_000)).padStart(7, "0")}`;

test("записался по телефону, не входит, координатор нашёл по номеру и подтвердил – входит", async ({ page, signInAs, expectAccessible, browser }) => {
  const phone = newPhone();
  const family = `Ежов${"абвгдежзик".charAt(randomInt(10))}`;
  await page.goto("/register");
  await page.getByRole("link", { name: /зарегистрироваться по телефону/ }).click();
  await expectAccessible();
  await press(page, "Зарегистрироваться");
  await expect(page.getByRole("alert").filter({ hasText: "Исправьте" })).toBeFocused();
  await page.getByLabel("Фамилия").fill(family);
  await page.getByLabel("Имя", { exact: true }).fill("Пётр");
  await page.getByLabel("Мне нет 18 лет").check();
  await page.getByLabel("Дата рождения").fill(`01.01.${new Date().getFullYear() - 15}`);
  await page.getByLabel("Регион", { exact: true }).selectOption({ label: "Кировская область" });
  await page.getByLabel("Ваше муниципальное образование").selectOption({ label: "Яранский район" });
  await page.getByLabel("Телефон").fill(phone);
  await page.getByLabel("Пароль").fill(password);
  await page.getByLabel("Даю согласие на обработку").check();
  await press(page, "Зарегистрироваться");
  await expect(page.getByLabel("Дата рождения")).toHaveAccessibleDescription(/Подойдите вместе с ним к координатору/);
  await expect(page.getByLabel("Телефон")).toHaveValue(phone);
  await page.getByLabel("Мне нет 18 лет").uncheck();
  await press(page, "Зарегистрироваться");
  await expect(page.getByText("Вы зарегистрированы, осталось подтвердить личность")).toBeVisible();
  await expectAccessible();

  const enter = async (on: Page) => {
    await on.goto("/sign-in?next=/my");
    await on.getByLabel("Электронная почта или телефон").fill(phone);
    await on.getByLabel("Пароль").fill(password);
    await press(on, "Войти");
  };
  await enter(page);
  await expect(page.getByText("Пароль верный, но вы ещё не подтверждены.")).toBeVisible();

  const desk = await signInAs("coordinator", "/desk/people");
  await desk.getByRole("link", { name: "Подтвердить того, кто записался по телефону" }).click();
  await desk.getByLabel("Номер, по которому").fill(phone);
  await press(desk, "Найти");
  await expect(desk.getByRole("heading", { name: `${family} Пётр` })).toBeVisible();
  await expectAccessible(desk);
  await press(desk, "Подтвердить");
  await expect(desk.getByText("Отметьте, что видели документ").first()).toBeVisible();
  await desk.getByLabel("Документ видел, это тот самый человек").check();
  await press(desk, "Подтвердить");
  await expect(desk.getByText(/личность подтверждена, человек учтён/)).toBeVisible();

  const home = await (await browser.newContext()).newPage();
  await enter(home);
  await home.waitForURL((url) => url.pathname === "/my");
  await home.context().close();
});

test("возможные дубли: пара рядом, без вопроса к человеку не объединить, объединённая пара ушла из списка и осталась в истории", async ({ signInAs, expectAccessible }) => {
  const page = await signInAs("responsible", "/desk/duplicates");
  await expectAccessible();
  const pair = page.locator('a[href^="/desk/duplicates/"]').first();
  // another viewport of this test may have merged the demonstration's pair already
  if ((await pair.count()) === 0) return await expect(page.getByRole("heading", { name: "Уже объединены" })).toBeVisible();
  await pair.click();
  await expect(page.getByRole("heading", { name: "Если это один человек" })).toBeVisible();
  await expectAccessible();
  await press(page, "Объединить");
  await expect(page.getByText("Сначала спросите человека").first()).toBeVisible();
  await page.getByLabel("Я спросил человека: обе записи его").check();
  await press(page, "Объединить");
  await page.waitForURL((url) => url.pathname === "/desk/duplicates");
  await expect(page.getByRole("heading", { name: "Уже объединены" })).toBeVisible();
});

test("на общем компьютере: имя на каждой странице, «закончить» и выход ничего не оставляют, назад не вернуться к чужому", async ({ signInAs, expectAccessible }) => {
  const page = await signInAs("coordinator", "/desk/people");
  await page.locator('a[href^="/desk/people/"]').filter({ hasText: /[А-Я]/ }).and(page.locator('a:not([href$="/new"]):not([href$="/confirm"]):not([href*="/sheets"])')).first().click();
  const name = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  const begin = async () => {
    await press(page, "Написать инициативу вместе");
    await page.waitForURL(/\/new\?draft=/);
    await expect(page.getByRole("region", { name: "Совместная работа" })).toContainText(name);
  };
  const left = async () => await page.evaluate(() => ({ local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookies: document.cookie }));
  // what the helper had typed for themselves isn't the person's
  await page.goto("/help/ask");
  await page.getByRole("textbox", { name: "Вопрос", exact: true }).fill("Вопрос самого координатора");
  const nothing = await left();
  expect(nothing.local).toHaveLength(1);
  await page.goBack();
  await begin();
  const draft = page.url();
  await page.getByLabel("О чём ваша инициатива").fill("Тайное слово человека за столом");
  await expect(page.getByText(/Сохранено в \d/)).toBeVisible();
  await page.goto("/help/ask");
  await expect(page.getByRole("textbox", { name: "Вопрос", exact: true })).toHaveValue("");
  await page.getByRole("textbox", { name: "Вопрос", exact: true }).fill("Тайный вопрос человека за столом");
  await page.goto("/initiatives");
  await page.locator('a[href^="/initiatives/"]').first().click();
  expect((await left()).local).toHaveLength(2);
  await page.goto(draft);
  await expectAccessible();
  for (const path of ["/", "/initiatives", "/help", "/account", "/desk/people"]) {
    await page.goto(path);
    await expect(page.getByRole("region", { name: "Совместная работа" })).toContainText(name);
  }
  // the helper's workplace, account and other people are closed meanwhile, the page and the procedure behind it
  await expect(page.locator('td a[href^="/desk/people/"], th a[href^="/desk/people/"]')).toHaveText([name]);
  for (const path of ["/desk", "/account", "/desk/people/new"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "Сейчас эта страница закрыта" })).toBeVisible();
  }
  await expectAccessible();
  expect(await page.evaluate(async () => (await fetch("/api/trpc/people.me")).status)).toBe(403);
  expect((await page.goto(draft))?.headers()["cache-control"]).toBe("no-store");
  await press(page, "Закончить");
  await page.waitForURL((url) => url.pathname === "/assisted");
  await expectAccessible();
  expect(await left()).toMatchObject({ local: nothing.local, session: nothing.session });
  expect((await left()).cookies).not.toContain("assisted");
  expect((await page.context().cookies()).map((cookie) => cookie.name)).not.toContain("assisted-session");
  for (let step = 0; step < 6; step += 1) {
    await page.goBack();
    await expect(page.getByRole("region", { name: "Совместная работа" })).toHaveCount(0);
    expect(await page.content()).not.toContain("Тайное слово");
  }
  expect(await page.evaluate(async () => [...(await caches.keys()), ...(await indexedDB.databases()).map((one) => one.name)])).toEqual([]);
  await page.goto(draft);
  await expect(page.getByRole("heading", { name: "Это черновик, который вы пишете вместе" })).toBeVisible();
  expect(await page.content()).not.toContain("Тайное слово");
  await expectAccessible();
  await press(page, "Продолжить вместе");
  await expect(page.getByLabel("О чём ваша инициатива")).toHaveValue("Тайное слово человека за столом");

  await page.goto("/sign-out");
  await press(page, "Выйти");
  await page.waitForURL(/sign-out\?done=1/);
  expect(await left()).toMatchObject({ local: nothing.local, session: nothing.session });
  expect((await page.context().cookies()).map((cookie) => cookie.name)).not.toContain("assisted-session");
  await expect(page.getByRole("region", { name: "Совместная работа" })).toHaveCount(0);
});

/** Somebody at the desk, as often as it is asked: the page waits by its own clock, the session by the server's. */
async function beginWithSomebody(page: Page): Promise<void> {
  await page.locator('a[href^="/desk/people/"]').and(page.locator('a:not([href$="/new"]):not([href$="/confirm"]):not([href*="/sheets"])')).first().click();
  await press(page, "Написать инициативу вместе");
  await page.waitForURL(/\/new\?draft=/);
  await expect(page.getByRole("region", { name: "Совместная работа" })).toBeVisible();
}

test("десять минут без дела – и работа кончается сама, со страницы всё убрано", async ({ signInAs }) => {
  const page = await signInAs("coordinator", "/desk/people");
  await page.clock.install();
  await beginWithSomebody(page);
  // as the server says once nobody has touched anything for as long
  await page.route("**/people.assisted.current*", async (route) => {
    const response = await route.fetch();
    const said = (await response.json()) as { result: { data: { json: { secondsLeft: number } } } };
    said.result.data.json.secondsLeft = 8;
    await route.fulfill({ response, json: said });
  });
  await page.clock.fastForward("09:55");
  await page.waitForURL((url) => url.pathname === "/assisted");
  await expect(page.getByRole("heading", { name: "Совместная работа закончена" })).toBeVisible();
});

test("пока работают в другой вкладке, забытая вкладка работы не кончает", async ({ signInAs }) => {
  const forgotten = await signInAs("coordinator", "/desk/people");
  await forgotten.clock.install();
  await beginWithSomebody(forgotten);
  const busy = await forgotten.context().newPage();
  await busy.goto(forgotten.url());
  await expect(busy.getByRole("region", { name: "Совместная работа" })).toBeVisible();
  const asked = forgotten.waitForResponse(/people\.assisted\.current/);
  await forgotten.clock.fastForward("10:05");
  expect((await asked).ok()).toBe(true);
  await busy.reload();
  await expect(busy.getByRole("region", { name: "Совместная работа" })).toBeVisible();
  await expect(forgotten.getByRole("region", { name: "Совместная работа" })).toBeVisible();
  await press(busy, "Закончить");
  await busy.waitForURL((url) => url.pathname === "/assisted");
});

test("страница, которой не узнать, с кем работа, закрывается, а не остаётся без имени", async ({ signInAs }) => {
  const page = await signInAs("coordinator", "/desk/people");
  await beginWithSomebody(page);
  let asked = 0;
  await page.route("**/people.assisted.current*", async (route) => {
    asked += 1;
    await route.abort();
  });
  await page.goto("/initiatives");
  await page.waitForURL((url) => url.pathname === "/assisted", { timeout: 15_000 });
  expect(asked).toBe(4);
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain("assisted-session");
});
