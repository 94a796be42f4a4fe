import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { closeScreens, screensOf } from "../own-screens";
import { submit, unique, type Made } from "../submitting";

const press = async (page: Page, name: string) => await page.getByRole("button", { name, exact: true }).click();
test.afterEach(closeScreens);

/** The list is by term: the newest stands on its last page. */
async function findInModeration(page: Page, { id }: Made) {
  await page.goto("/desk/moderation");
  const card = page.locator(`[id="${id}"]`);
  for (;;) {
    await expect(page.getByRole("heading", { level: 1, name: "Модерация" })).toBeVisible();
    if (await card.isVisible()) return card;
    const address = page.url();
    await page.getByRole("link", { name: "Дальше" }).click();
    await page.waitForURL((url) => url.href !== address);
  }
}

test("модератор возвращает с тем, что изменить; автор правит и подаёт снова; опубликованное видят все", async ({ browser, page, expectAccessible }) => {
  test.setTimeout(180_000);
  const { open } = screensOf(browser);
  const author = await open("resident", "/my");
  const made = await submit(author, unique("Расписание на остановке у рынка"));
  expect((await page.goto(`/initiatives/${made.number}`))?.status()).toBe(404);

  const moderator = await open("moderator", "/desk/moderation");
  const card = await findInModeration(moderator, made);
  await card.getByText("персональные данные других людей").click();
  await card.getByRole("button", { name: "Вернуть автору" }).click();
  await expect(card.getByLabel("Что изменить")).toHaveAccessibleDescription(/Слишком коротко|Заполните|не меньше/);
  await expectAccessible(moderator);
  await card.getByLabel("Что изменить").fill("Уберите, пожалуйста, фамилию и телефон соседа.");
  await card.getByRole("button", { name: "Вернуть автору" }).dblclick();
  await expect(moderator.getByText("Инициатива возвращена автору.")).toBeVisible();
  await expect(card).toBeHidden();

  await author.goto("/messages");
  await expect(author.getByText(made.title).first()).toBeVisible();
  await author.goto(`/my/${made.number}`);
  await expect(author.getByRole("heading", { name: "Модератор просит поправить инициативу" })).toBeVisible();
  await expect(author.getByText("Уберите, пожалуйста, фамилию и телефон соседа.").first()).toBeVisible();
  await author.getByLabel("Суть").fill("Коротко");
  await press(author, "Подать снова");
  await expect(author.getByLabel("Суть")).toHaveAccessibleDescription(/не меньше/);
  await expect(author.getByLabel("Суть")).toHaveValue("Коротко");
  await expectAccessible(author);
  const words = "На остановке у рынка нет расписания: люди не знают, когда придёт автобус. Повесьте его под стекло.";
  await author.getByLabel("Суть").fill(words);
  await author.getByRole("button", { name: "Подать снова" }).dblclick();
  await expect(author.getByText("Инициатива подана снова.")).toBeVisible();

  // two moderators at once: the second learns of the first
  const [again, second] = [await findInModeration(moderator, made), await open("moderator", "/desk/moderation")];
  const late = await findInModeration(second, made);
  await expect(again.getByText("Автора уже просили: Уберите, пожалуйста, фамилию и телефон соседа.")).toBeVisible();
  await again.getByRole("button", { name: "Проверено, опубликовать" }).dblclick();
  await expect(moderator.getByText("Инициатива опубликована.")).toBeVisible();
  await late.getByRole("button", { name: "Проверено, опубликовать" }).click();
  await expect(late.getByRole("alert").first()).toContainText(/измен|уже/);

  expect((await page.goto(`/initiatives/${made.number}`))?.status()).toBe(200);
  await expect(page.getByText(words)).toBeVisible();
  await expect(page.getByText("фамилию и телефон соседа")).toHaveCount(0);
  await expectAccessible();
});

test("модератор скрывает лишние слова и публикует: посторонний видит знак, группа – написанное целиком; чужого слова вписать нельзя", async ({ browser, page, expectAccessible }) => {
  test.setTimeout(120_000);
  const { open } = screensOf(browser);
  const [author, moderator] = [await open("resident", "/my"), await open("moderator", "/desk/moderation")];
  const made = await submit(author, unique("Фонарь у калитки детского сада"));
  const card = await findInModeration(moderator, made);
  await card.getByText("персональные данные других людей").click();
  await card.getByText("Скрыть эти слова и опубликовать").click();
  const essence = card.getByLabel("Что не так и что предлагают");
  const written = await essence.inputValue();
  const [first = "", ...rest] = written.split(" ");
  await essence.fill(`${written} Срочно!`);
  await card.getByRole("button", { name: "Скрыть и опубликовать" }).click();
  await expect(essence).toHaveAccessibleDescription(/Можно только заменить слова/);
  await expectAccessible(moderator);
  // what was typed outlives a reload
  await essence.fill(`[…] ${rest.join(" ")}`);
  await moderator.reload();
  const back = await findInModeration(moderator, made);
  await back.getByText("персональные данные других людей").click();
  await back.getByText("Скрыть эти слова и опубликовать").click();
  await expect(back.getByLabel("Что не так и что предлагают")).toHaveValue(`[…] ${rest.join(" ")}`);
  await back.getByRole("button", { name: "Скрыть и опубликовать" }).dblclick();
  await expect(moderator.getByText("Инициатива опубликована, часть слов скрыта.")).toBeVisible();

  await page.goto(`/initiatives/${made.number}`);
  await expect(page.getByText(`[…] ${rest.join(" ")}`)).toBeVisible();
  await expect(page.getByText(`${first} ${rest.join(" ")}`)).toHaveCount(0);
  await expectAccessible();
});
