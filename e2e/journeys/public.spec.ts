import { expect, test } from "../fixtures";

test("главная говорит, что это, как идёт, что ответили и кто поможет", async ({ page, expectAccessible, context }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Скажите, что изменить. Вам ответят.");
  await expect(page.getByRole("heading", { name: "Что это за марафон" })).toBeVisible();
  await expect(page.getByText(/^За \d+ \S+ из \d+ подан/)).toBeVisible();
  await expect(page.getByRole("img", { name: /^Ход сбора инициатив/ })).toBeVisible();
  await expect(page.getByRole("table", { name: "Крупнейшие муниципалитеты" }).getByRole("row")).toHaveCount(7);
  await expect(page.getByRole("heading", { name: "Только что ответили" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "О чём говорят" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Горячая линия" })).toBeVisible();
  await expectAccessible(page);
  expect((await context.cookies()).map(({ name }) => name)).toEqual([]);
});

test("начатое на главной продолжается на странице инициативы", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("О чём ваша инициатива").fill("Освещение на улице Мира");
  await page.getByRole("button", { name: "Начать" }).click();
  await expect(page).toHaveURL(/\/new\?(?:title|draft)=/);
  await expect(page.getByLabel("О чём ваша инициатива")).toHaveValue("Освещение на улице Мира");
});

test("с главной находят телефон горячей линии своего муниципалитета", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("Ваш муниципалитет").selectOption({ label: "Яранский район" });
  await page.getByRole("button", { name: "Показать телефон" }).click();
  await expect(page).toHaveURL(/\/help\?municipality=/);
  await expect(page.locator("a[href^='tel:']").filter({ visible: true }).first()).toBeVisible();
});

test("с главной ищут в каталоге", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("Найти инициативу").fill("остановка");
  await page.getByRole("button", { name: "Найти", exact: true }).click();
  await expect(page).toHaveURL(/\/initiatives\?q=/);
});

test("главная и ход марафона читаются без сценариев", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(/подан/).first()).toBeVisible();
  await page.getByRole("link", { name: "Все муниципалитеты, карта и данные" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ход марафона" })).toBeVisible();
  await context.close();
});

test("ход марафона: регионы, муниципалитеты по алфавиту, карта и направления", async ({ page, expectAccessible }) => {
  await page.goto("/progress");
  await page.getByRole("link", { name: "Кировская область" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Кировская область: ход марафона" })).toBeVisible();
  await expect(page.getByRole("group", { name: /^Карта муниципалитетов/ }).first()).toBeVisible();
  const names = await page.getByRole("table", { name: "Показатели муниципалитетов, по алфавиту" }).first().getByRole("rowheader").allTextContents();
  const municipalities = names.slice(0, -1);
  expect(municipalities.length).toBeGreaterThan(30);
  expect(municipalities).toEqual(municipalities.toSorted(new Intl.Collator("ru").compare));
  await expectAccessible(page);
});

test("регион открывается своей страницей, несуществующий — понятной «нет»", async ({ page }) => {
  await page.goto("/progress");
  await page.getByRole("link", { name: "Ставропольский край" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Ставропольский край: ход марафона" })).toBeVisible();
  for (const code of ["99999999", "ничего", "%27%20or%201=1"]) {
    expect((await page.goto(`/progress/${code}`))?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "Такой страницы нет" })).toBeVisible();
  }
});
