import type { Page } from "@playwright/test";
import { expect, loseConnection, test } from "../fixtures";
import { confirm, fillRegistration, newAddress, openLetter, ownPassword as password, register } from "../registering";

async function signIn(page: Page, login: string, secret: string): Promise<void> {
  await page.getByLabel("Электронная почта или телефон").fill(login);
  await page.getByLabel("Пароль").fill(secret);
  await page.getByRole("button", { name: "Войти" }).click();
}

test("начал черновик, зарегистрировался, подтвердил адрес из письма – и вошёл со своим черновиком", async ({ page, expectAccessible }) => {
  await page.goto("/new");
  await page.getByLabel("О чём ваша инициатива").fill("Скамейки у районной поликлиники");
  await expect(page.getByText(/Сохранено в \d/)).toBeVisible();
  const draft = new URL(page.url());
  const email = newAddress();
  await register(page, email, `/register?next=${encodeURIComponent(`${draft.pathname}${draft.search}`)}`);
  await expectAccessible();
  await openLetter(page, email, "Подтвердите адрес электронной почты");
  await expectAccessible();
  await page.getByRole("link", { name: /\/confirm\?token=/ }).first().click();
  await expect(page.getByText(email)).toBeVisible();
  await expectAccessible();
  const link = page.url();
  await page.getByRole("button", { name: "Подтвердить адрес и войти" }).dblclick();
  await page.waitForURL(/\/new\?draft=/);
  await expect(page.getByLabel("О чём ваша инициатива")).toHaveValue("Скамейки у районной поликлиники");
  await page.goto("/my");
  await expect(page.getByRole("link", { name: "Скамейки у районной поликлиники" })).toBeVisible();
  // письмо одно, и ссылка действует один раз
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Эта ссылка уже не действует" })).toBeVisible();
  await expectAccessible();
});

test("пустая форма называет каждое поле, сводка ведёт к нему, введённое на месте", async ({ page, expectAccessible }) => {
  await page.goto("/register");
  await expectAccessible();
  await page.getByLabel("Имя", { exact: true }).fill("Анна");
  await page.getByRole("button", { name: "Зарегистрироваться" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "Исправьте, и можно продолжать" });
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link")).toHaveText([/^Фамилия/, /^Ваше муниципальное образование/, /^Электронная почта/, /^Пароль/, /^Даю согласие/]);
  await expectAccessible();
  await summary.getByRole("link", { name: /^Электронная почта/ }).click();
  await expect(page.getByLabel("Электронная почта")).toBeFocused();
  await expect(page.getByLabel("Имя", { exact: true })).toHaveValue("Анна");
});

test("слишком длинное, мусор вместо имени, кривой адрес и слабый пароль названы рядом с полем", async ({ page }) => {
  await page.goto("/register");
  await fillRegistration(page, "анна собака почта");
  await page.getByLabel("Фамилия").fill("Я".repeat(150));
  await page.getByLabel("Имя", { exact: true }).fill("<b>=СУММ(1;2)</b>\u202e");
  await page.getByLabel("Пароль").fill("коротко");
  const press = async () => await page.getByRole("button", { name: "Зарегистрироваться" }).click();
  await press();
  const describedBy = async (label: string, text: RegExp) => await expect(page.getByLabel(label, { exact: true })).toHaveAccessibleDescription(text);
  await describedBy("Фамилия", /Сократите: не больше 100 знаков\./);
  await describedBy("Имя", /Напишите имя буквами, как в документе\./);
  await describedBy("Электронная почта", /Укажите адрес почты целиком/);
  await describedBy("Пароль", /Придумайте пароль длиннее: не меньше 10 знаков/);
  await expect(page.getByLabel("Имя", { exact: true })).toHaveValue("<b>=СУММ(1;2)</b>\u202e");
  await page.getByLabel("Фамилия").fill("Смирнова");
  await page.getByLabel("Имя", { exact: true }).fill("Анна");
  await page.getByLabel("Электронная почта").fill(newAddress());
  await page.getByLabel("Пароль").fill("смирнова2026");
  await press();
  await describedBy("Пароль", /Такой пароль легко подобрать/);
  await expect(page.getByLabel("Фамилия")).toHaveValue("Смирнова");
});

test("потеря связи ничего не стирает: после неё та же кнопка регистрирует один раз", async ({ page }) => {
  const email = newAddress();
  await page.goto("/register");
  await fillRegistration(page, email);
  const restore = await loseConnection(page);
  await page.getByRole("button", { name: "Зарегистрироваться" }).click();
  await expect(page.getByText("Нет связи с сайтом.")).toBeVisible();
  await expect(page.getByLabel("Электронная почта")).toHaveValue(email);
  await restore();
  await page.getByRole("button", { name: "Зарегистрироваться" }).dblclick();
  await expect(page.getByRole("heading", { name: "Проверьте почту" })).toBeVisible();
  await openLetter(page, email, "Подтвердите адрес электронной почты");
  await expect(page.getByRole("heading", { name: "1 письмо" })).toBeVisible();
});

test("о занятом адресе страница говорит то же, что о свободном; хозяину адреса приходит письмо", async ({ page }) => {
  const known = "resident@demo.example";
  await register(page, known);
  const words = (await page.getByRole("main").innerText()).replaceAll(known, "адрес");
  const free = newAddress();
  await page.context().clearCookies();
  await register(page, free);
  expect((await page.getByRole("main").innerText()).replaceAll(free, "адрес")).toBe(words);
  await openLetter(page, known, "Вы уже зарегистрированы");
});

test("вход: неверный пароль и незнакомый адрес – одни слова, неподтверждённому предлагают письмо, чужой обратный адрес не действует", async ({ page, expectAccessible }) => {
  const wrong = "Адрес, телефон или пароль не подошли.";
  await page.goto("/sign-in?next=https://evil.example/");
  await expectAccessible();
  await page.getByRole("button", { name: "Войти" }).click();
  await expect(page.getByLabel("Электронная почта или телефон")).toHaveAccessibleDescription(/Заполните это поле\./);
  await signIn(page, newAddress(), password);
  await expect(page.getByText(wrong)).toBeVisible();
  await signIn(page, "operator@demo.example", "не тот пароль");
  await expect(page.getByText(wrong)).toBeVisible();
  await expect(page.getByLabel("Электронная почта или телефон")).toHaveValue("operator@demo.example");
  await expectAccessible();
  await signIn(page, "operator@demo.example", "dialog-2026-demo");
  await page.waitForURL((url) => url.pathname === "/desk");

  await page.context().clearCookies();
  const email = newAddress();
  await register(page, email);
  await page.goto("/sign-in");
  await signIn(page, email, password);
  await expect(page.getByText("Пароль верный, но адрес ещё не подтверждён.")).toBeVisible();
  await page.getByRole("button", { name: "Выслать ещё раз" }).click();
  await expect(page.getByRole("heading", { name: "Проверьте почту" })).toBeVisible();
});

test("забытый пароль меняют по письму: прежний больше не подходит, прежние сеансы кончены", async ({ page, browser, expectAccessible }) => {
  const email = newAddress();
  await register(page, email);
  await confirm(page, email);
  await page.waitForURL("/my");
  const other = await (await browser.newContext()).newPage();
  await other.goto("/sign-in/forgot");
  await other.getByLabel("Электронная почта").fill(email);
  await other.getByRole("button", { name: "Прислать ссылку" }).click();
  await openLetter(other, email, "Новый пароль");
  await other.getByRole("link", { name: /\/sign-in\/reset\?token=/ }).first().click();
  await expectAccessible(other);
  await other.getByLabel("Новый пароль").fill("совсем другой пароль");
  await other.getByRole("button", { name: "Сохранить пароль и войти" }).click();
  await other.waitForURL("/my");
  await page.goto("/my");
  await page.waitForURL(/\/sign-in/);
  await signIn(page, email, password);
  await expect(page.getByText("не подошли")).toBeVisible();
  await other.context().close();
});

test("мои данные: язык, согласие на имя и выход на всех устройствах", async ({ page, browser, expectAccessible }) => {
  const email = newAddress();
  await register(page, email);
  await confirm(page, email);
  await page.waitForURL("/my");
  await page.goto("/account");
  await expect(page.getByText("Смирнова-Ёлкина Анна")).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: "Показывать моё имя" }).click();
  await expect(page.getByText("Имя будет показано рядом с вашими инициативами.")).toBeVisible();
  await page.getByRole("button", { name: "Больше не показывать имя" }).click();
  await expect(page.getByText("Имя больше не показывается.")).toBeVisible();
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "My data" })).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: "Русский" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Мои данные" })).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  await other.goto("/sign-in");
  await signIn(other, email, password);
  await other.waitForURL("/my");
  await page.goto("/sign-out");
  await expectAccessible();
  await page.getByRole("button", { name: "Выйти на всех устройствах" }).click();
  await expect(page.getByRole("heading", { name: "Вы вышли" })).toBeVisible();
  await other.goto("/account");
  await other.waitForURL(/\/sign-in\?next=%2Faccount/);
  await other.context().close();
});

test("сообщения: житель читает ответы и отмечает их прочитанными; без входа их нет", async ({ page, signInAs, expectAccessible }) => {
  await page.goto("/messages");
  await page.waitForURL(/\/sign-in\?next=%2Fmessages/);
  await signInAs("resident", "/messages");
  await expect(page.getByRole("heading", { level: 1, name: "Сообщения" })).toBeVisible();
  await expectAccessible();
});

test("согласие – отдельный документ, который читается и печатается; неизвестного документа и первого запуска нет", async ({ page, expectAccessible }) => {
  await page.goto("/consents/processing");
  await expect(page.getByRole("heading", { level: 1, name: "Согласие на обработку персональных данных" })).toBeVisible();
  await expectAccessible();
  for (const absent of ["/consents/other", "/first-run"]) expect((await page.goto(absent))?.status(), absent).toBe(404);
  await page.goto("/confirm?token=%3Cscript%3E");
  await expect(page.getByRole("heading", { name: "Эта ссылка уже не действует" })).toBeVisible();
});
