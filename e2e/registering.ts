import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";

/** Of whoever registers in a journey. */
export const ownPassword = "тёплый снег вечером";
export const newAddress = () => `anna-${randomUUID().slice(0, 8)}@example.org`;

export async function fillRegistration(page: Page, email: string): Promise<void> {
  await page.getByLabel("Фамилия").fill("Смирнова-Ёлкина");
  await page.getByLabel("Имя", { exact: true }).fill("Анна");
  await page.getByLabel("Регион", { exact: true }).selectOption({ label: "Кировская область" });
  await page.getByLabel("Ваше муниципальное образование").selectOption({ label: "Яранский район" });
  await expect(page.getByLabel("Где вы работаете или учитесь")).toBeEnabled();
  await page.getByLabel("Электронная почта").fill(email);
  await page.getByLabel("Пароль").fill(ownPassword);
  await page.getByLabel("Даю согласие на обработку").check();
}

/** Opens the demonstration's mailbox as soon as the letter has come. */
export async function openLetter(page: Page, email: string, subject: string): Promise<void> {
  await expect(async () => {
    await page.goto(`/mailbox?to=${encodeURIComponent(email)}`);
    await expect(page.getByRole("heading", { name: subject }).first()).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

export async function register(page: Page, email: string, address = "/register"): Promise<void> {
  await page.goto(address);
  await fillRegistration(page, email);
  await page.getByRole("button", { name: "Зарегистрироваться" }).click();
  await expect(page.getByRole("heading", { name: "Проверьте почту" })).toBeVisible();
}

export async function confirm(page: Page, email: string): Promise<void> {
  await openLetter(page, email, "Подтвердите адрес электронной почты");
  await page.getByRole("link", { name: /\/confirm\?token=/ }).first().click();
  await page.getByRole("button", { name: "Подтвердить адрес и войти" }).click();
}
