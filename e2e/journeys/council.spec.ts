import type { Page } from "@playwright/test";
import readXlsxFile from "read-excel-file/node";
import { expect, test } from "../fixtures";

const numberOf = (text: string | null | undefined) => Number((text ?? "").replaceAll(/[^\d−-]/g, "").replace("−", "-"));

/** Figures of a column of the council's table, without the sum. */
async function columnOf(page: Page, index: number): Promise<number[]> {
  return (await page.locator("#table tbody tr").evaluateAll((rows, at) => rows.map((row) => row.children[at]?.textContent ?? ""), index)).map(numberOf);
}

test("совет видит все свои муниципалитеты: предложение, карта, кто ниже графика, таблица с верной суммой, ход", async ({ signInAs, expectAccessible }) => {
  const page = await signInAs("council", "/council");
  await expect(page.getByText(/в 4[5-9] муниципалитетах/)).toBeVisible();
  await expect(page.getByRole("group", { name: /^Карта муниципалитетов/ }).getByRole("link").first()).toBeAttached();
  await expect(page.getByRole("heading", { name: "Кто ниже графика" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Ход сбора" })).toBeVisible();
  await expect(page.getByText(/^За \d+ д\S+ подано/).first()).toBeVisible();
  // other journeys may have added a municipality to the region
  expect(await page.locator("#table tbody tr").count()).toBeGreaterThanOrEqual(45);
  const net = await columnOf(page, 1);
  expect(numberOf(await page.locator("#table tfoot tr td").first().textContent())).toBe(net.reduce((sum, one) => sum + one, 0));
  await expectAccessible(page);
});

test("таблица сортируется ссылками, столбцы выбираются, выбор остаётся в адресе", async ({ signInAs }) => {
  const page = await signInAs("council", "/council");
  await page.locator("#table").getByRole("link", { name: "Инициатив", exact: true }).click();
  await expect(page).toHaveURL(/sort=net&direction=descending/);
  const sorted = await columnOf(page, 1);
  expect(sorted).toEqual(sorted.toSorted((a, b) => b - a));
  await page.locator("#table").getByText("Столбцы", { exact: false }).first().click();
  await page.getByRole("checkbox", { name: "Подано всего" }).check();
  await page.getByRole("button", { name: "Показать столбцы" }).click();
  await expect(page).toHaveURL(/columns=gross/);
  await expect(page).toHaveURL(/sort=net/);
  await expect(page.locator("#table").getByRole("link", { name: "Подано всего" })).toBeVisible();
});

test("ход выбранных муниципалитетов показан рядом с общим", async ({ signInAs }) => {
  const page = await signInAs("council", "/council");
  await page.locator("#series summary").click();
  await page.locator("#series").getByRole("checkbox", { name: "Яранский район" }).check();
  await page.locator("#series").getByRole("button", { name: "Показать" }).click();
  await expect(page).toHaveURL(/series=/);
  await expect(page.locator("#series").getByRole("heading", { name: "Яранский район" })).toBeVisible();
});

test("совет выгружает таблицу в XLSX, и суммы в ней сходятся", async ({ signInAs }) => {
  const page = await signInAs("council", "/council");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Скачать XLSX" }).click();
  const file = await (await download).path();
  const sheets = await readXlsxFile(file);
  const rows = sheets[0]?.data ?? [];
  const [header, ...body] = rows;
  const total = body.at(-1);
  const municipalities = body.slice(0, -1);
  expect(municipalities.length).toBeGreaterThanOrEqual(45);
  for (const title of ["Зарегистрированные пользователи", "Инициатив подано всего", "Инициатив с учётом снятых", "Цель по инициативам", "Ответили"]) {
    const at = header?.indexOf(title) ?? -1;
    expect(at, title).toBeGreaterThan(0);
    expect(municipalities.reduce((sum, row) => sum + Number(row[at] ?? 0), 0), title).toBe(Number(total?.[at]));
  }
  const days = sheets[1]?.data.slice(1) ?? [];
  const net = header?.indexOf("Инициатив с учётом снятых") ?? -1;
  expect(days.reduce((sum, row) => sum + Number(row.at(-1)), 0)).toBe(Number(total?.[net]));
});

test("совет принимает к сведению утверждённые итоги", async ({ signInAs }) => {
  const page = await signInAs(test.info().project.name === "phone" ? "council2" : "council", "/council");
  const panel = page.locator("#checkpoint");
  await expect(panel.getByRole("heading", { name: /^Итоги:/ })).toBeVisible();
  await panel.locator("summary").click();
  const buttons = panel.getByRole("button", { name: /^Принять к сведению:/ });
  const before = await buttons.count();
  expect(before).toBeGreaterThan(0);
  await buttons.first().click();
  await expect(page.getByText(/^Принято к сведению по 1 муниципалитету/)).toBeVisible();
  await expect(buttons).toHaveCount(before - 1);
});

test("чужой регион по ссылке не открывается и не выгружается", async ({ signInAs, page: visitor }) => {
  await visitor.goto("/progress");
  const page = await signInAs("council2", "/council");
  const own = new URL(await page.getByRole("link", { name: "Скачать XLSX" }).getAttribute("href").then((href) => href ?? ""), "http://localhost").searchParams.get("region");
  await page.context().clearCookies();
  await signInAs("council", "/council");
  expect((await page.goto(`/council?region=${own}`))?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "Такой страницы нет" })).toBeVisible();
  expect((await page.request.get(`/api/export/council.xlsx?region=${own}`)).status()).toBe(404);
});

test("наблюдатель по стране видит регионы и открывает муниципалитеты региона", async ({ signInAs, expectAccessible }) => {
  const page = await signInAs("country", "/council");
  await expect(page.getByRole("heading", { level: 1, name: "Регионы" })).toBeVisible();
  for (const name of ["Кировская область", "Ставропольский край"]) await expect(page.locator("#table").getByRole("rowheader", { name })).toBeVisible();
  await expectAccessible(page);
  await page.locator("#table").getByRole("link", { name: "Ставропольский край" }).click();
  // the import of a directory adds some
  await expect.poll(async () => await page.locator("#table tbody tr").count()).toBeGreaterThanOrEqual(33);
  await expect(page.locator("#table").getByRole("rowheader", { name: "Город Ставрополь" })).toBeVisible();
  await page.getByRole("link", { name: "Все регионы" }).click();
  for (const name of ["Кировская область", "Ставропольский край"]) await expect(page.locator("#table").getByRole("rowheader", { name })).toBeVisible();
});

test("без входа таблицы совета нет", async ({ page }) => {
  await page.goto("/council");
  await expect(page).toHaveURL(/\/sign-in/);
  expect((await page.request.get("/api/export/council.xlsx")).status()).toBe(401);
});
