import { randomInt } from "node:crypto";
import { expect, test } from "../fixtures";

test("ответственный вводит отраслевой орган, записывает решение на будущее и отзывает его", async ({ page, signInAs, expectAccessible }) => {
  test.setTimeout(120_000);
  const name = `Комитет № ${randomInt(100_000, 1_000_000)}`;
  await signInAs("responsible", "/desk/structure/units");
  await expectAccessible();
  await page.getByRole("button", { name: "Добавить единицу" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Добавить", exact: true }).click();
  await expect(dialog.getByRole("alert").first()).toContainText("Проверьте, что указано");
  await dialog.getByRole("button", { name: /^Выберите вид|Вид/ }).first().click();
  await page.getByRole("option", { name: "отраслевой орган" }).click();
  await dialog.getByLabel("Полное название").fill(name);
  await dialog.getByRole("button", { name: "Добавить", exact: true }).dblclick();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("link", { name })).toHaveCount(1);
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await expectAccessible();

  await page.getByRole("link", { name: "Записать решение" }).click();
  await page.getByRole("link", { name: "Переименовать" }).click();
  await page.getByLabel("Новое полное название").fill(`${name} и культуры`);
  await page.getByRole("button", { name: "Посмотреть, что изменится" }).click();
  await expect(page.getByText("Состав не меняется.")).toBeVisible();
  await page.getByRole("button", { name: "Записать решение" }).click();
  // the grounds are missing: said, and what was typed stays
  await expect(page.getByRole("alert").first()).toContainText("Основание");
  await expect(page.getByLabel("Новое полное название")).toHaveValue(`${name} и культуры`);
  await expectAccessible();
  await page.getByRole("textbox", { name: "Основание" }).fill("Решение думы о переименовании");
  const year = page.getByRole("group", { name: "С какого дня" }).getByRole("spinbutton", { name: /год/i });
  await year.click();
  await year.press("ArrowUp");
  await page.getByRole("button", { name: /Посмотреть, что изменится|Записать решение/ }).click();
  await page.getByRole("button", { name: "Отозвать" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Отозвать" }).click();
  await expect(page.getByText("отозвано", { exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
});

test("глава видит, кто что может, и выгружает таблицу; администратору имена открываются по причине", async ({ page, signInAs, expectAccessible }) => {
  await signInAs("head", "/desk/structure/rights");
  await expectAccessible();
  await page.getByRole("link", { name: "видит персональные данные" }).click();
  await expect(page.getByText(/Действу/)).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Выгрузить в XLSX" }).click();
  expect((await download).suggestedFilename()).toMatch(/^rights-.*\.xlsx$/);
  await page.context().clearCookies();
  await signInAs("administrator", "/admin/rights");
  await expectAccessible();
  await expect(page.getByText("имя не показано").first()).toBeVisible();
  await page.getByLabel("Зачем нужны имена").fill("Проверка по обращению главы района");
  await page.getByRole("button", { name: "Показать имена" }).click();
  await expect(page.getByText("имя не показано")).toHaveCount(0);
});

test("ответственный добавляет своё направление и выводит его из употребления", async ({ page, signInAs, expectAccessible }) => {
  const name = `Родники ${randomInt(100_000, 1_000_000)}`;
  await signInAs("responsible", "/desk/structure/directions");
  await expectAccessible();
  await page.getByRole("button", { name: "Добавить направление" }).click();
  await page.getByLabel("Название по-русски").fill(name);
  await page.getByRole("dialog").getByRole("button", { name: "Сохранить" }).dblclick();
  await expect(page.getByText(name)).toHaveCount(1);
  await page.getByRole("button", { name: `Вывести из употребления: ${name}` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Вывести из употребления" }).click();
  await expect(page.getByRole("button", { name: `Вернуть: ${name}` })).toBeVisible();
  await page.getByRole("button", { name: `Вернуть: ${name}` }).click();
  await expect(page.getByRole("button", { name: `Вывести из употребления: ${name}` })).toBeVisible();
});
