import { randomInt, randomUUID } from "node:crypto";
import { expect, test } from "../fixtures";

const square = (west: number, south: number) => [[west, south], [west + 1, south], [west + 1, south + 1], [west, south + 1], [west, south]];
const area = (name: string, west: number) => ({ type: "Feature", properties: { district: name, n: west }, geometry: { type: "Polygon", coordinates: [square(west, 58)] } });
const fileOf = (text: string, name = "границы.geojson") => ({ name, mimeType: "application/geo+json", buffer: Buffer.from(text) });

test("администратор смотрит, что получится, загружает границы и заменяет их", async ({ signInAs, page, expectAccessible }) => {
  test.setTimeout(180_000);
  const mark = `№ ${randomInt(100_000, 999_999)}`;
  const region = `Область ${mark}`;
  await signInAs("administrator", "/admin");
  await page.getByRole("button", { name: "Добавить регион" }).click();
  await page.getByRole("dialog").getByLabel("Название региона").fill(region);
  await page.getByRole("dialog").getByRole("button", { name: "Добавить", exact: true }).click();
  await page.getByRole("link", { name: region }).click();
  await expect(page.getByRole("heading", { level: 1, name: region })).toBeVisible();
  await page.waitForLoadState("networkidle");
  for (const name of [`Заречный район ${mark}`, `Лесной округ ${mark}`]) {
    await page.getByRole("button", { name: "Добавить муниципальное образование" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Полное название").fill(name);
    await dialog.getByLabel("Код ОКТМО").fill(`99${String(randomInt(100_000, 999_999))}`);
    await dialog.getByRole("button", { name: /Вид/ }).click();
    await page.getByRole("option", { name: "муниципальный район" }).click();
    await dialog.getByRole("button", { name: "Добавить", exact: true }).click();
    await expect(dialog).toBeHidden();
  }
  await expectAccessible();

  await page.goto("/admin/boundaries");
  await page.getByRole("button", { name: "Посмотреть, что получится" }).click();
  await expect(page.getByText("Выберите из списка.")).toBeVisible();
  await page.getByRole("button", { name: /Регион/ }).click();
  await page.getByRole("option", { name: region }).click();
  const choose = page.locator('input[type="file"]');
  await choose.setInputFiles(fileOf("<kml>не то</kml>"));
  await page.getByRole("button", { name: "Посмотреть, что получится" }).click();
  await expect(page.getByText(/не нашлись границы/)).toBeVisible();
  await choose.setInputFiles(fileOf(JSON.stringify({ type: "FeatureCollection", features: [area("Метры", 5_000_000)] })));
  await page.getByRole("button", { name: "Посмотреть, что получится" }).click();
  await expect(page.getByText(/не в градусах/)).toBeVisible();
  await expectAccessible();

  await choose.setInputFiles(fileOf(JSON.stringify({ type: "FeatureCollection", features: [area(`Заречный ${mark}`, 50), area("Неведомая земля", 51)] })));
  await page.getByRole("button", { name: "Посмотреть, что получится" }).click();
  await expect(page.getByText(/Границы получат 1 из 2/)).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: /^Загрузить границы/ }).click();
  await expect(page.getByText("Заполните это поле.", { exact: true })).toBeVisible();
  await page.getByLabel("Неведомая земля").selectOption({ label: `Лесной округ ${mark}` });
  await expect(page.getByText(/Границы получат 2 из 2/)).toBeVisible();
  await page.getByLabel("Чьи это данные").fill("© проверка");
  await page.getByRole("button", { name: "Загрузить границы: 2" }).dblclick();
  await expect(page.getByText(/Загружены 2 границы/).first()).toBeVisible();

  await page.goto("/admin/boundaries");
  await page.getByRole("button", { name: /Регион/ }).click();
  await page.getByRole("option", { name: region }).click();
  await expect(page.getByText("Сейчас границы есть у 2 из 2. Источник: © проверка.")).toBeVisible();
  await choose.setInputFiles(fileOf(JSON.stringify({ type: "FeatureCollection", features: [area(`Заречный ${mark}`, 50)] })));
  await page.getByRole("button", { name: "Посмотреть, что получится" }).click();
  await expect(page.getByText("Прежние границы (2) будут заменены")).toBeVisible();
  await page.getByLabel("Чьи это данные").fill("© проверка вторая");
  await page.getByRole("button", { name: "Загрузить границы: 1" }).click();
  await expect(page.getByText(/Загружена 1 граница/).first()).toBeVisible();
});

test("загрузить границы по адресу не может никто, кроме администратора", async ({ signInAs, page, request, baseURL }) => {
  const form = { file: fileOf("{}"), wish: JSON.stringify({ regionId: randomUUID(), property: null, decisions: {} }) };
  const headers = { origin: baseURL ?? "" };
  expect((await request.post("/admin/boundaries/upload", { multipart: form, headers })).status()).toBe(401);
  await signInAs("responsible", "/desk");
  expect((await page.request.post("/admin/boundaries/upload", { multipart: form, headers })).status()).toBe(404);
  expect((await page.request.post("/admin/boundaries/upload", { multipart: form, headers: { origin: "https://evil.example" } })).status()).toBe(403);
});
