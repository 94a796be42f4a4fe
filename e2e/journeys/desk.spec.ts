import { randomInt, randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, loseConnection, test } from "../fixtures";

const newPhone = () => `8 (912) ${randomInt(100, 999)}-${randomInt(10, 99)}-${randomInt(10, 99)}`;
const newName = () => `Лугов${"абвгдежзиклмнопрстуфхцчшщэюя".split("").toSorted(() => randomInt(3) - 1).slice(0, 6).join("")}`;

async function fillPerson(page: Page, { familyName = newName(), phone = newPhone() } = {}): Promise<{ familyName: string; phone: string }> {
  await page.getByLabel("Фамилия").fill(familyName);
  await page.getByLabel("Имя", { exact: true }).fill("Галина");
  await page.getByLabel("Отчество").fill("Степановна");
  await page.getByLabel("Телефон").fill(phone);
  await page.getByLabel("Согласие на обработку данных подписано на бумаге").check();
  await page.getByLabel("Где хранится подписанное согласие").fill("дело № 4-М");
  return { familyName, phone };
}

const press = async (page: Page, name: string) => await page.getByRole("button", { name, exact: true }).click();

test("координатор регистрирует человека без почты, пишет с ним инициативу о жилье и подаёт: автор – человек, школа и группа видят каждая своё", async ({ page, signInAs, browser, expectAccessible }) => {
  test.setTimeout(180_000);
  await signInAs("coordinator", "/desk/people");
  await expectAccessible();
  await page.getByRole("link", { name: "Зарегистрировать человека" }).first().click();
  await expectAccessible();
  const { familyName } = await fillPerson(page);
  const fullName = `${familyName} Галина Степановна`;
  await page.getByRole("button", { name: "Зарегистрировать" }).dblclick();
  const code = page.getByTestId("slip-code");
  await expect(code).toHaveText(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/);
  await expect(page.getByText("Код показан один раз.")).toBeVisible();
  await expectAccessible();
  const written = (await code.textContent()) ?? "";

  // на бумаге остаётся один листок
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Ваш код для входа")).toBeVisible();
  await expect(page.getByRole("button", { name: "Напечатать листок" })).toBeHidden();
  await page.emulateMedia({ media: "screen" });

  const title = `Починить подъезд в доме на Свободы ${randomInt(1_000, 10_000)}`;
  await press(page, "Написать инициативу вместе");
  await page.waitForURL(/\/new\?draft=/);
  const initiativeId = new URL(page.url()).searchParams.get("draft") ?? "";
  await expect(page.getByText(`Вы помогаете: ${fullName}`)).toBeVisible();
  await page.getByLabel("О чём ваша инициатива").fill(title);
  await page.getByLabel("Что сейчас не так и что вы предлагаете").fill("Второй год не закрывается дверь, зимой в подъезде снег. Нужно заменить дверь и доводчик.");
  await page.getByLabel("Что изменится").fill("Дверь закрывается, в подъезде тепло.");
  await press(page, "Дальше");
  await page.getByLabel("Направление").selectOption({ label: "Жильё и ЖКХ" });
  await page.getByLabel("Кто вы").selectOption({ label: "пенсионер" });
  await press(page, "Дальше");
  await page.getByRole("button", { name: "Подать инициативу" }).dblclick();
  await page.waitForURL(/\/my\/\d+/);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();

  // школа видит её в своём списке и у себя, хотя решает другая группа
  await page.goto("/desk/organisation?show=helped");
  await expect(page.getByRole("row").filter({ hasText: title })).toContainText(fullName);
  await page.goto(`/desk/people?q=${encodeURIComponent(familyName)}`);
  await expect(page.getByRole("row").filter({ hasText: fullName })).toContainText("1 подана");
  const personPage = (await page.getByRole("link", { name: fullName }).getAttribute("href")) ?? "";

  // автор открывает учётную запись по листку: инициатива его
  const author = await (await browser.newContext()).newPage();
  await author.goto("/slip");
  await author.getByLabel("Код с листка").fill(written.toLowerCase().replaceAll("a", "а").replaceAll("-", " "));
  await press(author, "Дальше");
  await expect(author.getByRole("heading", { name: "Здравствуйте, Галина Степановна!" })).toBeVisible();
  await expectAccessible(author);
  await author.getByLabel("Пароль").fill("тёплый снег вечером");
  await press(author, "Открыть учётную запись");
  await author.waitForURL("/my");
  await author.getByRole("link", { name: title }).click();
  await expect(author.getByText(/при содействии координатора/i).first()).toBeVisible();
  await author.goto("/account");
  await expect(author.getByText("на бумаге, дело № 4-М")).toBeVisible();
  await expect(author.getByText(/координатор/).first()).toBeVisible();
  await author.context().close();

  // группа видит инициативу и автора, но не людей школы
  await page.context().clearCookies();
  await signInAs("secretary", `/desk/queue/${initiativeId}`);
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  await expect(page.getByText(/при содействии координатора/).first()).toBeVisible();
  await expect(page.getByText(familyName)).toHaveCount(0);
  await press(page, "Показать имя автора");
  await expect(page.getByText(familyName).first()).toBeVisible();
  expect((await page.goto(personPage))?.status()).toBe(404);

  // руководитель школы видит инициативу, но не автора
  await page.context().clearCookies();
  await signInAs("director", "/desk/organisation");
  await expect(page.getByText(title).first()).toBeVisible();
  await expect(page.getByText(familyName)).toHaveCount(0);
});

test("пустая форма, слишком длинное, мусор и юный возраст названы рядом с полем; введённое на месте", async ({ signInAs, expectAccessible }) => {
  const page = await signInAs("coordinator", "/desk/people/new");
  await press(page, "Зарегистрировать");
  const summary = page.getByRole("alert").filter({ hasText: "Исправьте, и можно продолжать" });
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link")).toHaveText([/^Фамилия/, /^Имя/, /^Согласие на обработку данных/, /^Где хранится подписанное/]);
  await expectAccessible();
  await fillPerson(page, { familyName: "Я".repeat(101), phone: "звонить вечером" });
  await page.getByLabel("Дата рождения").fill("позапрошлый");
  await page.getByLabel("Где хранится подписанное согласие").fill("д".repeat(200));
  await press(page, "Зарегистрировать");
  const told = async (label: string, text: RegExp) => await expect(page.getByLabel(label)).toHaveAccessibleDescription(text);
  await told("Фамилия", /не больше 100 знаков/);
  await told("Телефон", /Укажите номер с кодом города/);
  await told("Дата рождения", /Такой даты нет/);
  await told("Где хранится подписанное согласие", /не больше 120 знаков/);
  await expect(page.getByLabel("Телефон")).toHaveValue("звонить вечером");

  await fillPerson(page);
  await page.getByLabel("Дата рождения").fill("01.01.2020");
  await press(page, "Зарегистрировать");
  await told("Дата рождения", /Участвовать самому можно с 14 лет/);
  await page.getByLabel("Дата рождения").fill(`01.01.${new Date().getFullYear() - 15}`);
  await press(page, "Зарегистрировать");
  await told("Где хранится согласие законного представителя", /До 16 лет нужно согласие законного представителя/);
});

test("потеря связи ничего не стирает; возможный двойник назван, и можно открыть его запись или продолжить", async ({ signInAs, expectAccessible }) => {
  const page = await signInAs("coordinator", "/desk/people/new");
  const person = await fillPerson(page);
  const restore = await loseConnection(page);
  await press(page, "Зарегистрировать");
  await expect(page.getByText("Нет связи с сайтом.")).toBeVisible();
  await expect(page.getByLabel("Фамилия")).toHaveValue(person.familyName);
  await restore();
  await press(page, "Зарегистрировать");
  await expect(page.getByTestId("slip-code")).toBeVisible();

  await page.goto("/desk/people/new");
  await fillPerson(page, person);
  await press(page, "Зарегистрировать");
  await expect(page.getByRole("heading", { name: "Возможно, этот человек уже зарегистрирован" })).toBeVisible();
  await expect(page.getByText(`${person.familyName} Галина Степановна`)).toBeVisible();
  await expect(page.getByRole("link", { name: "Открыть его запись" })).toHaveAttribute("href", /\/desk\/people\/[0-9a-f-]{36}/);
  await expectAccessible();
  await press(page, "Это другой человек, зарегистрировать");
  await expect(page.getByTestId("slip-code")).toBeVisible();
});

test("новый листок отменяет прежний; неверный код назван рядом с полем", async ({ signInAs, browser, expectAccessible }) => {
  const page = await signInAs("coordinator", "/desk/people/new");
  const { familyName } = await fillPerson(page);
  await press(page, "Зарегистрировать");
  const old = (await page.getByTestId("slip-code").textContent()) ?? "";
  await page.goto(`/desk/people?q=${familyName}`);
  await page.getByRole("link", { name: familyName }).click();
  await expectAccessible();
  await press(page, "Сделать новый листок");
  await expect(page.getByTestId("slip-code")).not.toHaveText(old);
  const holder = await (await browser.newContext()).newPage();
  await holder.goto("/slip");
  const field = holder.getByLabel("Код с листка");
  await press(holder, "Дальше");
  await expect(field).toHaveAccessibleDescription(/Введите десять знаков с листка/);
  await field.fill("22222-33333");
  await press(holder, "Дальше");
  await expect(field).toHaveAccessibleDescription(/Код не подошёл/);
  await expectAccessible(holder);
  await field.fill(old);
  await press(holder, "Дальше");
  await expect(field).toHaveAccessibleDescription(/Этот код уже использован/);
  await expect(field).toHaveValue(old);
  await holder.context().close();
});

test("чужой человек, выдуманный человек и чужое рабочее место – такой страницы нет", async ({ page, signInAs }) => {
  await page.goto("/desk/people");
  await page.waitForURL(/\/sign-in/);
  await signInAs("executor", "/desk/people");
  expect((await page.goto(`/desk/people/${randomUUID()}`))?.status()).toBe(404);
  expect((await page.goto("/desk/people/not-an-id"))?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "Такой страницы нет" })).toBeVisible();
});
