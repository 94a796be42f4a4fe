import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { expect, test } from "../fixtures";

const password = "тёплый снег вечером";
const newAddress = () => `vera-${randomUUID().slice(0, 8)}@example.org`;

async function openLetter(page: Page, email: string, subject: string): Promise<void> {
  await expect(async () => {
    await page.goto(`/mailbox?to=${encodeURIComponent(email)}`);
    await expect(page.getByRole("heading", { name: subject }).first()).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

/** Somebody new, signed in by the link of the letter. */
async function comeIn(page: Page, email: string): Promise<void> {
  await page.goto("/register");
  await page.getByLabel("Фамилия").fill("Сорокина");
  await page.getByLabel("Имя", { exact: true }).fill("Вера");
  await page.getByLabel("Регион", { exact: true }).selectOption({ label: "Кировская область" });
  await page.getByLabel("Ваше муниципальное образование").selectOption({ label: "Яранский район" });
  await expect(page.getByLabel("Где вы работаете или учитесь")).toBeEnabled();
  await page.getByLabel("Электронная почта").fill(email);
  await page.getByLabel("Пароль").fill(password);
  await page.getByLabel("Даю согласие на обработку").check();
  await page.getByRole("button", { name: "Зарегистрироваться" }).click();
  await openLetter(page, email, "Подтвердите адрес электронной почты");
  await page.getByRole("link", { name: /\/confirm\?token=/ }).first().click();
  await page.getByRole("button", { name: "Подтвердить адрес и войти" }).click();
  await page.waitForURL("/my");
}

async function signIn(page: Page, login: string, secret: string): Promise<void> {
  await page.getByLabel("Электронная почта или телефон").fill(login);
  await page.getByLabel("Пароль").fill(secret);
  await page.getByRole("button", { name: "Войти", exact: true }).click();
}

test("видит свои входы и завершает чужой, меняет пароль и адрес", async ({ page, browser, expectAccessible }) => {
  const email = newAddress();
  await comeIn(page, email);
  const other = await (await browser.newContext()).newPage();
  await other.goto("/sign-in");
  await signIn(other, email, password);
  await other.waitForURL("/my");

  await page.goto("/account");
  await page.getByRole("link", { name: "Пароль, почта и где выполнен вход" }).click();
  await expect(page.getByText("это устройство")).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: /^Завершить вход/ }).click();
  await expect(page.getByText("На том устройстве теперь понадобится пароль.")).toBeVisible();
  await other.goto("/account");
  await other.waitForURL(/\/sign-in\?next=%2Faccount/);

  await page.getByRole("link", { name: "Сменить пароль" }).click();
  await expectAccessible();
  await page.getByLabel("Нынешний пароль").fill("не тот пароль");
  await page.getByLabel("Новый пароль").fill("совсем другой пароль");
  await page.getByRole("button", { name: "Сменить пароль" }).click();
  await expect(page.getByRole("link", { name: /^Нынешний пароль/ })).toBeVisible();
  await expect(page.getByLabel("Новый пароль")).toHaveValue("совсем другой пароль");
  await page.getByLabel("Нынешний пароль").fill(password);
  await page.getByRole("button", { name: "Сменить пароль" }).click();
  await expect(page.getByText("Пароль изменён. На остальных устройствах вход завершён.")).toBeVisible();

  const next = newAddress();
  await page.getByRole("link", { name: "Сменить адрес" }).click();
  await expectAccessible();
  await page.getByLabel("Новый адрес почты").fill(next);
  await page.getByLabel("Нынешний пароль").fill("совсем другой пароль");
  await page.getByRole("button", { name: "Прислать письмо" }).click();
  await expect(page.getByRole("heading", { name: "Проверьте почту" })).toBeVisible();
  await openLetter(other, email, "Кто-то меняет адрес вашей учётной записи");
  await openLetter(other, next, "Подтвердите новый адрес");
  await other.getByRole("link", { name: /\/confirm\/email\?token=/ }).first().click();
  await expect(other.getByText(next)).toBeVisible();
  await expectAccessible(other);
  await other.getByRole("button", { name: "Сменить адрес" }).click();
  await expect(other.getByRole("heading", { name: "Адрес изменён" })).toBeVisible();
  await other.goto("/sign-in");
  await signIn(other, next, "совсем другой пароль");
  await other.waitForURL("/my");
  await other.context().close();
});

test("включает вход с кодом, входит с ним и по коду с листка", async ({ page, browser, expectAccessible }) => {
  const email = newAddress();
  await comeIn(page, email);
  await page.goto("/account/security");
  await page.getByRole("link", { name: "Настроить" }).click();
  await expectAccessible();
  await page.getByRole("button", { name: "Настроить" }).click();
  await expect(page.getByRole("img", { name: "Картинка для приложения с кодами" })).toBeVisible();
  await expectAccessible();
  const key = (await page.getByText(/введите в приложение ключ/i).locator(".num").textContent()) ?? "";
  const phone = new TOTP({ secret: Secret.fromBase32(key.replaceAll(/\s/g, "")) });
  await page.getByLabel("Код из приложения").fill("000000");
  await page.getByRole("button", { name: "Включить" }).click();
  await expect(page.getByRole("link", { name: /^Код из приложения/ })).toBeVisible();
  await page.getByLabel("Код из приложения").fill(phone.generate());
  await page.getByRole("button", { name: "Включить" }).click();
  await expect(page.getByRole("heading", { name: /Вход с кодом включён/ })).toBeVisible();
  await expectAccessible();
  const sheet = await page.getByRole("list", { name: "Коды на случай потери телефона" }).getByRole("listitem").allTextContents();
  expect(sheet).toHaveLength(10);
  await page.getByRole("link", { name: "Коды сохранены, продолжить" }).click();
  await page.waitForURL("/account/security");

  const other = await (await browser.newContext()).newPage();
  await other.goto("/sign-in");
  await signIn(other, email, password);
  await expect(other.getByText("Пароль верный. Введите ещё код")).toBeVisible();
  await expect(other.getByLabel("Электронная почта или телефон")).toHaveValue(email);
  await expectAccessible(other);
  await other.getByLabel("Код из приложения или с листка").fill(sheet[0] ?? "");
  await other.getByRole("button", { name: "Войти", exact: true }).click();
  await other.waitForURL("/my");
  await other.context().close();
});
