import { randomInt } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { sessionOf } from "../signed-in";

/** Both widths run at once: each has a stand-in of its own. */
const standIns = { desk: "groupmember", phone: "resident" } as const;

/** A family name that nobody else in the demonstration has. */
const newFamilyName = () => `Заместова${"абвгдежзиклмнопрстуфхцч".split("").toSorted(() => randomInt(3) - 1).slice(0, 6).join("")}`;

/** The name of whoever is signed in, as their own page says it. */
async function ownName(page: Page): Promise<{ familyName: string; givenName: string; patronymic: string }> {
  await page.goto("/account");
  const [familyName = "", givenName = "", patronymic = ""] = (await page.locator("dd").first().innerText()).trim().split(/\s+/);
  return { familyName, givenName, patronymic };
}

test("координатор заболел: руководитель с телефона называет замещающего, тот регистрирует человека, а когда замещение кончилось, листок ему выдаёт уже координатор", async ({ browser, baseURL, page, signInAs, expectAccessible }) => {
  test.setTimeout(180_000);
  const who = standIns[test.info().project.name === "phone" ? "phone" : "desk"];
  const own = await browser.newContext({ ...(baseURL ? { baseURL } : {}), storageState: await sessionOf(who, baseURL ?? ""), locale: "ru-RU", timezoneId: "Asia/Kathmandu" });
  const standIn = await own.newPage();
  const name = await ownName(standIn);
  await standIn.goto("/desk/organisation");
  await expect(standIn.getByRole("heading", { name: "Такой страницы нет" })).toBeVisible();

  // the director is on the way, with a phone in one hand
  await page.setViewportSize({ width: 360, height: 740 });
  await signInAs("director", "/desk/structure");
  await expectAccessible();
  const line = page.getByRole("listitem").filter({ has: page.getByText("координатор", { exact: true }) });
  await line.getByRole("link").first().click();
  await page.getByRole("button", { name: "Назвать замещающего" }).click();
  const dialog = page.getByRole("dialog");
  await expectAccessible();
  const other = dialog.getByText("другой человек");
  if (await other.isVisible()) await other.click();
  await dialog.getByRole("button", { name: "Назвать замещающего" }).click();
  await expect(dialog.getByRole("alert").first()).toContainText("Проверьте, что указано");
  await dialog.getByLabel("Электронная почта").fill(`${who}@demo.example`);
  await dialog.getByLabel("Фамилия").fill(name.familyName);
  await dialog.getByLabel("Имя", { exact: true }).fill(name.givenName);
  await dialog.getByRole("button", { name: "Назвать замещающего" }).dblclick();
  await expect(dialog).toBeHidden();
  const substitutes = page.getByRole("listitem").filter({ hasText: name.familyName });
  await expect(substitutes).toHaveCount(1);
  const appointment = (await substitutes.getByRole("link").getAttribute("href")) ?? "";

  // the next request, not the next sign-in
  await standIn.reload();
  await expect(standIn.getByRole("heading", { name: "Такой страницы нет" })).toBeHidden();
  await expect(standIn.getByRole("heading", { level: 1 })).toBeVisible();

  // somebody comes to the desk that week
  const familyName = newFamilyName();
  await standIn.goto("/desk/people/new");
  await standIn.getByLabel("Фамилия").fill(familyName);
  await standIn.getByLabel("Имя", { exact: true }).fill("Галина");
  await standIn.getByLabel("Согласие на обработку данных подписано на бумаге").check();
  await standIn.getByLabel("Где хранится подписанное согласие").fill("дело № 4-М");
  await standIn.getByRole("button", { name: "Зарегистрировать", exact: true }).click();
  await expect(standIn.getByTestId("slip-code")).toBeVisible();
  const helped = async (who: Page) => await who.goto(`/desk/people?q=${encodeURIComponent(familyName)}`);
  await page.context().clearCookies();
  await signInAs("coordinator");
  await helped(page);
  await expect(page.getByRole("link", { name: `${familyName} Галина` })).toBeHidden();

  await page.context().clearCookies();
  await signInAs("responsible", appointment);
  await page.getByRole("button", { name: "Завершить назначение" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Завершить назначение" }).click();
  await expect(page.getByRole("heading", { name: "Назначение завершено" })).toBeVisible();
  await standIn.reload();
  await expect(standIn.getByRole("heading", { name: "Такой страницы нет" })).toBeVisible();
  await own.close();

  // the coordinator is back: whoever came meanwhile has not been lost
  await page.context().clearCookies();
  await signInAs("coordinator");
  await helped(page);
  await page.getByRole("link", { name: `${familyName} Галина` }).click();
  await page.getByRole("button", { name: "Сделать новый листок", exact: true }).click();
  await expect(page.getByTestId("slip-code")).toHaveText(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/);
  await expectAccessible();
});
