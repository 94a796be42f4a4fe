import type { Page } from "@playwright/test";
import { expect, loseConnection, test } from "../fixtures";

/** Each screen has fields of its own, so that the two don't get into each other's way. */
const fieldsOf = { desk: { whole: "Зарегистрированные пользователи", direction: "Культура", other: "Образование" }, phone: { whole: "Инициативы", direction: "Безопасность", other: "Здравоохранение" } } as const;
const mine = () => fieldsOf[test.info().project.name === "phone" ? "phone" : "desk"];
const unique = () => `Итоги ${test.info().project.name} ${Date.now() % 1_000_000}`;

const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true }).first();
const save = async (page: Page) => await page.getByRole("button", { name: "Сохранить цели" }).click();

/** Another number than the one that stands. */
async function change(page: Page, name: string): Promise<number> {
  const standing = Number((await field(page, name).inputValue()).replaceAll(/\D/g, "") || "20");
  const value = standing > 150 ? standing - 7 : standing + 3;
  await field(page, name).fill(String(value));
  return value;
}

async function typeDate(page: Page, daysAhead: number): Promise<void> {
  const [year, month, day] = new Date(Date.now() + daysAhead * 86_400_000).toISOString().slice(0, 10).split("-") as [string, string, string];
  const group = page.locator("#checkpoint-date");
  for (const [part, text] of [["day", day], ["month", month], ["year", year]] as const) {
    await group.locator(`[data-type=${part}]`).click();
    await page.keyboard.type(text);
  }
}

test("буквы, отрицательное и слишком большое не сохраняются: что не так, сказано у поля, введённое на месте", async ({ signInAs, expectAccessible }) => {
  const page = await signInAs("head", "/desk/targets");
  const { direction, other } = mine();
  await field(page, direction).fill("сто");
  await field(page, other).fill("-5");
  await save(page);
  await expect(page.getByRole("alert").filter({ hasText: "Цели не сохранены" })).toBeFocused();
  await expect(page.getByText("введите целое число, например 190").last()).toBeVisible();
  await expect(page.getByText("нужно число от 1; чтобы убрать цель, оставьте поле пустым").last()).toBeVisible();
  await expect(field(page, direction)).toHaveValue("сто");
  await field(page, direction).fill("99999999999");
  await save(page);
  await expect(page.getByText("не больше 10 000 000").last()).toBeVisible();
  await page.getByRole("link", { name: new RegExp(`^${direction}:`) }).click();
  await expect(field(page, direction)).toBeFocused();
  await expectAccessible(page);
});

test("пустая дата, дата вне марафона и неверный час не назначаются", async ({ signInAs }) => {
  const page = await signInAs("head", "/desk/targets");
  const add = page.getByRole("button", { name: "Назначить", exact: true });
  await add.click();
  await expect(page.getByText("Напишите название, от 3 до 120 знаков").last()).toBeVisible();
  await expect(page.getByText(/^Выберите день от/).last()).toBeVisible();
  await page.getByRole("textbox", { name: "Как назвать" }).fill("Итоги следующего года");
  await page.getByRole("textbox", { name: "Час" }).fill("в полдень");
  await typeDate(page, 400);
  await add.click();
  await expect(page.getByText("Напишите час так: 18:00 или 24:00").last()).toBeVisible();
  await expect(page.getByText(/^Выберите день от/).last()).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Как назвать" })).toHaveValue("Итоги следующего года");
});

test("глава ставит цели и дату итогов, видит сделанное против нужного и копирует справку", async ({ signInAs, expectAccessible, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await signInAs("head", "/desk/targets");
  const { whole, direction } = mine();
  const [wanted, wantedOfDirection] = [await change(page, whole), await change(page, direction)];
  await expect(page.getByText(/^Сумма по направлениям/)).toBeVisible();
  await save(page);
  await expect(page.getByText("Цели сохранены")).toBeVisible();

  const name = unique();
  await page.getByRole("textbox", { name: "Как назвать" }).fill(name);
  await typeDate(page, 4);
  await page.getByRole("textbox", { name: "Час" }).fill("18:00");
  await page.getByRole("button", { name: "Назначить", exact: true }).dblclick();
  await expect(page.getByText(/^Дата назначена/)).toBeVisible();
  await expect(page.getByRole("heading", { name })).toHaveCount(1);
  await expectAccessible(page);

  await page.goto("/desk/indicators");
  await expect(page.getByText(/До подведения итогов .* остал/)).toBeVisible();
  await expect(page.getByText(/нужно \S+ в день, идёт \S+|они уже есть/).first()).toBeVisible();
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: direction, exact: true }) });
  await expect(row.getByRole("cell").filter({ hasText: new RegExp(`^${wantedOfDirection}$`) })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "без организации" }).first()).toBeVisible();
  const spaced = wanted.toLocaleString("ru-RU").replaceAll(/\s/g, "\\s");
  await expect(page.getByText(new RegExp(`из\\s${spaced}(\\D|$)`)).filter({ visible: true }).first()).toBeVisible();
  await expect(page.getByRole("heading", { name })).toBeVisible();

  await page.getByRole("button", { name: "Скопировать справку" }).click();
  await expect(page.getByRole("button", { name: "Справка скопирована" })).toBeVisible();
  const copied = (await page.evaluate(async () => await navigator.clipboard.readText())).split("\n");
  expect(copied).toHaveLength(5);
  expect(copied[0]).toMatch(/^«Муниципальный диалог», .+, \d\d:\d\d$/);
  expect(copied[1]).toMatch(/^Инициативы: /);
  expect(copied[3]).toMatch(/^Пользователи: .*не подтверждены/);
  await expectAccessible(page);

  await page.goto("/desk/targets");
  await page.getByRole("listitem").filter({ hasText: name }).getByRole("button", { name: "Убрать дату" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Убрать дату" }).click();
  await expect(page.getByRole("heading", { name })).toHaveCount(0);
});

test("в двух вкладках вторая не затирает первую: видно, что стоит сейчас, своё не потеряно", async ({ signInAs, context }) => {
  const page = await signInAs("head", "/desk/targets");
  const second = await context.newPage();
  await second.goto("/desk/targets");
  const { other } = mine();
  await expect(field(second, other)).toBeVisible();
  const first = await change(page, other);
  await save(page);
  await expect(page.getByText("Цели сохранены")).toBeVisible();
  const typed = first + 11;
  await field(second, other).fill(String(typed));
  await save(second);
  await expect(second.getByText("Пока вы работали, цели изменил кто-то другой")).toBeVisible();
  await expect(second.getByText(`сейчас стоит ${first}`)).toBeVisible();
  await expect(field(second, other)).toHaveValue(String(typed));
  await save(second);
  await expect(second.getByText("Цели сохранены")).toBeVisible();
});

test("без связи цели не теряются и сохраняются, когда она вернулась", async ({ signInAs }) => {
  const page = await signInAs("head", "/desk/targets");
  const { direction } = mine();
  const value = await change(page, direction);
  const restore = await loseConnection(page);
  await save(page);
  await expect(page.getByText("Всё, что вы ввели, осталось на странице.").first()).toBeVisible();
  await expect(field(page, direction)).toHaveValue(String(value));
  await restore();
  await save(page);
  await expect(page.getByText("Цели сохранены")).toBeVisible();
});

test("по ссылке на показатели чужого муниципалитета — понятная страница «нет»", async ({ signInAs, page: visitor }) => {
  await visitor.goto("/progress");
  const link = await visitor.getByRole("link", { name: "Арбажский район" }).first().getAttribute("href");
  const foreign = new URL(link ?? "", "http://localhost").searchParams.get("municipality");
  expect(foreign).toBeTruthy();
  const page = await signInAs("head", "/desk/indicators");
  const response = await page.goto(`/desk/indicators?municipality=${foreign}`);
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "Такой страницы нет" })).toBeVisible();
  expect((await page.request.get(`/api/export/municipality.xlsx?municipality=${foreign}`)).status()).toBe(404);
});
