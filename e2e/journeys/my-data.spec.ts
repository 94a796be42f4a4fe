import { randomInt, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "../fixtures";

const password = "тёплый снег вечером";

test("человек скачал всё, что о нём хранится, удалил себя по паролю – и больше не войдёт", async ({ page, expectAccessible }) => {
  const email = `erased-${randomUUID().slice(0, 8)}@example.org`;
  await page.goto("/register");
  await page.getByLabel("Фамилия").fill("Уходящая");
  await page.getByLabel("Имя", { exact: true }).fill("Вера");
  await page.getByLabel("Регион", { exact: true }).selectOption({ label: "Кировская область" });
  await page.getByLabel("Ваше муниципальное образование").selectOption({ label: "Яранский район" });
  await expect(page.getByLabel("Где вы работаете или учитесь")).toBeEnabled();
  await page.getByLabel("Где вы работаете или учитесь").selectOption({ index: 1 });
  await page.getByLabel("Электронная почта").fill(email);
  await page.getByLabel("Пароль").fill(password);
  await page.getByLabel("Даю согласие на обработку").check();
  await page.getByRole("button", { name: "Зарегистрироваться" }).click();
  await expect(page.getByRole("heading", { name: "Проверьте почту" })).toBeVisible();
  const link = page.getByRole("link", { name: /\/confirm\?token=/ }).first();
  await expect(async () => {
    await page.goto(`/mailbox?to=${encodeURIComponent(email)}`);
    await expect(link).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await link.click();
  await page.getByRole("button", { name: "Подтвердить адрес и войти" }).click();
  await page.waitForURL(/\/my$/);

  await page.goto("/account");
  await page.getByRole("button", { name: "Не показывать моей организации" }).click();
  await expect(page.getByText("Скрыто вместе с тем, что вы подали раньше.")).toBeVisible();
  await page.getByRole("link", { name: "Что обо мне хранится" }).click();
  await expect(page.getByRole("heading", { name: "Всё, что о вас хранится" })).toBeVisible();
  await expectAccessible();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Скачать мои данные" }).click()]);
  const files = unzipSync(await readFile(await download.path()));
  expect(Object.keys(files).toSorted()).toEqual(["my-data.json", "Мои данные.html"]);
  for (const file of Object.values(files)) for (const own of ["Уходящая", email]) expect(strFromU8(file)).toContain(own);

  await page.getByRole("link", { name: "Удалить мои данные" }).click();
  await expect(page.getByRole("heading", { name: "Что останется" })).toBeVisible();
  await expectAccessible();
  await page.getByLabel("Ваш пароль").fill("не тот пароль");
  await page.getByLabel("Я понимаю").check();
  await page.getByRole("button", { name: "Удалить мои данные навсегда" }).click();
  await expect(page.getByRole("link", { name: /^Ваш пароль: / })).toBeVisible();
  await page.getByLabel("Ваш пароль").fill(password);
  await page.getByRole("button", { name: "Удалить мои данные навсегда" }).dblclick();
  await expect(page.getByRole("heading", { name: "Данные удалены" })).toBeVisible();
  await expect(page.getByText(/Номер записи об удалении: \w{5}-\w{5}/)).toBeVisible();
  await expectAccessible();

  await page.goto("/account");
  await page.getByLabel("Электронная почта или телефон").fill(email);
  await page.getByLabel("Пароль").fill(password);
  await page.getByRole("button", { name: "Войти" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(async () => {
    await page.goto(`/mailbox?to=${encodeURIComponent(email)}`);
    await expect(page.getByRole("heading", { name: "Почтовый ящик демонстрации" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Подтвердите адрес электронной почты" })).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
});

// both screens at once would publish over each other
test("администратор пишет и публикует новую редакцию согласия, на общей странице она сразу, с реквизитами", { tag: "@screenless" }, async ({ page, signInAs, expectAccessible }) => {
  await signInAs("administrator", "/admin/consents?purpose=publishName");
  await expectAccessible();
  const mark = `Администрация № ${randomInt(100_000, 1_000_000)}`;
  await page.getByLabel("Оператор персональных данных").fill(mark);
  await page.getByRole("button", { name: "Сохранить черновик" }).click();
  // what the law asks for isn't there yet: said at its field, and nothing typed is lost
  await expect(page.getByRole("link", { name: /^ИНН: / })).toBeVisible();
  await expect(page.getByLabel("Оператор персональных данных")).toHaveValue(mark);
  await page.getByLabel("Адрес оператора").fill("г. Яранск, ул. Кирова, 10");
  await page.getByLabel("ИНН").fill("4339001234");
  await page.getByLabel("ОГРН").fill("1024301234567");
  await page.getByLabel("Куда писать о своих данных").fill("dannye@example.org");
  await page.getByRole("button", { name: "Сохранить черновик" }).click();
  await page.getByRole("button", { name: "Опубликовать новую редакцию" }).click();
  await expect(page.getByText(/^Редакция 2$/).first()).toBeVisible();
  await page.goto("/consents/publishName");
  await expect(page.getByText(mark)).toBeVisible();
  await expect(page.getByText("4339001234")).toBeVisible();
});
