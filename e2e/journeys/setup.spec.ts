import { randomInt, randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { expect, loseConnection, test } from "../fixtures";

const password = "тёплый снег вечером";
const newAddress = (who: string) => `${who}-${randomUUID().slice(0, 8)}@example.org`;
const newCode = () => `33${String(randomInt(900_000, 999_999))}`;

async function fillPerson(page: Page, email: string, familyName: string, givenName: string): Promise<void> {
  await page.getByLabel("Электронная почта").fill(email);
  await page.getByLabel("Фамилия").fill(familyName);
  await page.getByLabel("Имя", { exact: true }).fill(givenName);
}

/** The administrator begins a municipality and appoints who sets it up. */
async function beginMunicipality(page: Page, name: string, email: string): Promise<void> {
  await page.getByRole("link", { name: "Кировская область" }).click();
  await page.getByRole("button", { name: "Добавить муниципальное образование" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Добавить" }).click();
  await expect(dialog.getByRole("alert").first()).toContainText("Проверьте, что указано");
  await dialog.getByLabel("Полное название").fill(name);
  await dialog.getByLabel("Код ОКТМО").fill("не код");
  await dialog.getByRole("button", { name: /Вид/ }).click();
  await page.getByRole("option", { name: "муниципальный район" }).click();
  await dialog.getByRole("button", { name: "Добавить" }).click();
  await expect(dialog.getByRole("link", { name: /Код ОКТМО/ })).toBeVisible();
  await expect(dialog.getByLabel("Полное название")).toHaveValue(name);
  await dialog.getByLabel("Код ОКТМО").fill(newCode());
  await dialog.getByRole("button", { name: "Добавить" }).dblclick();
  await expect(dialog).toBeHidden();
  await page.getByRole("link", { name: `Назначить: Ответственный за марафон, ${name}` }).click();
  await fillPerson(page, email, "Сорокина", "Вера");
  await page.getByRole("button", { name: "Назначить", exact: true }).dblclick();
  await expect(page.getByRole("heading", { name: "Сорокина Вера" })).toBeVisible();
}

/** From the letter to the workplace, in a browser of their own. */
async function acceptInvitation(browser: Browser, baseURL: string | undefined, viewport: { width: number; height: number } | null, email: string): Promise<Page> {
  const page = await (await browser.newContext({ ...(baseURL ? { baseURL } : {}), viewport, locale: "ru-RU", timezoneId: "Asia/Kathmandu" })).newPage();
  await expect(async () => {
    await page.goto(`/mailbox?to=${encodeURIComponent(email)}`);
    await expect(page.getByRole("link", { name: /\/invitation\// }).first()).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.getByRole("link", { name: /\/invitation\// }).first().click();
  await expect(page.getByText(email)).toBeVisible();
  return page;
}

test("ответственный открывает приглашение и настраивает муниципалитет для главы", async ({ browser, baseURL, viewport, page: office, signInAs, expectAccessible }) => {
  test.setTimeout(240_000);
  const name = `Район № ${randomInt(100_000, 1_000_000)}`;
  const email = newAddress("vera");
  await signInAs("administrator", "/admin");
  await expectAccessible();
  await beginMunicipality(office, name, email);
  await expectAccessible();

  const page = await acceptInvitation(browser, baseURL, viewport, email);
  await expectAccessible(page);
  const invitation = page.url();
  await page.getByRole("button", { name: "Открыть рабочий стол" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Исправьте");
  await page.getByLabel("Пароль").fill("сорокина12");
  await page.getByLabel(/согласие на обработку/).check();
  await page.getByRole("button", { name: "Открыть рабочий стол" }).click();
  await expect(page.getByText(/легко подобрать/).first()).toBeVisible();
  await page.getByLabel("Пароль").fill(password);
  await page.getByRole("button", { name: "Открыть рабочий стол" }).dblclick();
  await page.waitForURL((url) => url.pathname === "/desk");
  await page.goto(invitation);
  await expect(page.getByRole("heading", { name: "Эта ссылка больше не работает" })).toBeVisible();

  await page.goto("/desk/setup");
  await expect(page.getByRole("heading", { name: "Куда людям звонить с вопросами?" })).toBeVisible();
  await page.getByRole("button", { name: "Сохранить и продолжить" }).click();
  await expect(page.getByText("Заполните это поле.", { exact: true }).first()).toBeVisible();
  await page.getByLabel("Телефон горячей линии").fill("сто двадцать два");
  await page.getByLabel("Часы работы").fill("по рабочим дням с 8:00 до 17:00");
  await page.getByRole("button", { name: "Сохранить и продолжить" }).click();
  await expect(page.getByText(/Укажите номер с кодом/)).toBeVisible();
  await expect(page.getByLabel("Телефон горячей линии")).toHaveValue("сто двадцать два");
  await expectAccessible(page);
  await page.getByLabel("Телефон горячей линии").fill("8 (833) 264-00-00");
  const back = await loseConnection(page);
  await page.getByRole("button", { name: "Сохранить и продолжить" }).click();
  await expect(page.getByText("Введённое сохранено на странице.")).toBeVisible();
  await back();
  await page.getByRole("button", { name: "Сохранить и продолжить" }).click();

  await expect(page.getByRole("heading", { name: "Кто рассматривает инициативы?" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Одна группа на все направления" }).dblclick();
  await expect(page.getByRole("heading", { name: "Рабочая группа по всем направлениям" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Рабочая группа по всем направлениям" })).toHaveCount(1);
  await page.getByRole("link", { name: "Дальше" }).click();

  await expect(page.getByRole("heading", { name: "Кто ведёт группы и отвечает на звонки?" })).toBeVisible();
  await page.getByRole("button", { name: /^Назначить: руководитель рабочей группы/ }).click();
  const dialog = page.getByRole("dialog");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Назначить", exact: true }).click();
  await expect(dialog.getByRole("alert").first()).toContainText("Проверьте, что указано");
  await fillPerson(page, email, "Иванов", "Пётр");
  await dialog.getByRole("button", { name: "Назначить", exact: true }).click();
  await expect(dialog.getByText(/другим именем/).first()).toBeVisible();
  await dialog.getByLabel("Электронная почта").fill(newAddress("petr"));
  await dialog.getByRole("button", { name: "Назначить", exact: true }).dblclick();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Иванов Пётр")).toHaveCount(1);
  await page.getByRole("button", { name: /^Назначить: оператор/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Назначить меня" }).click();
  await expect(page.getByText("Сорокина Вера")).toHaveCount(1);
  await page.getByRole("button", { name: /^Назначить: член координационной группы/ }).click();
  await fillPerson(page, newAddress("deputy"), "Замятина", "Нина");
  await page.getByRole("dialog").getByRole("button", { name: "Назначить", exact: true }).dblclick();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByText("Замятина Нина")).toHaveCount(1);
  await page.getByRole("link", { name: "Дальше" }).click();

  await expect(page.getByRole("heading", { name: "С какими организациями работаете?" })).toBeVisible();
  await page.getByRole("button", { name: "Добавить организацию" }).click();
  await page.getByLabel("Полное название").fill("МКОУ «Средняя школа № 1»");
  await page.getByRole("dialog").getByRole("button", { name: /Вид/ }).click();
  await page.getByRole("option", { name: "школа" }).click();
  await page.getByRole("dialog").getByRole("checkbox", { name: "Рабочая группа по всем направлениям" }).check({ force: true });
  await page.getByRole("dialog").getByRole("button", { name: "Добавить", exact: true }).dblclick();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByText("МКОУ «Средняя школа № 1»")).toHaveCount(1);
  await page.getByRole("link", { name: "Дальше" }).click();

  await expect(page.getByRole("heading", { name: "Кто поможет людям на месте?" })).toBeVisible();
  await page.getByRole("button", { name: /^Назначить: координатор/ }).click();
  await fillPerson(page, newAddress("olga"), "Белова", "Ольга");
  await page.getByRole("dialog").getByRole("button", { name: "Назначить", exact: true }).click();
  await expect(page.getByText("Белова Ольга")).toBeVisible();
  await page.getByRole("link", { name: "Дальше" }).click();

  await expect(page.getByRole("heading", { name: "Когда что происходит?" })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/desk/setup");
  await expect(page.getByRole("heading", { name: "Когда что происходит?" })).toBeVisible();
  await page.getByRole("button", { name: "Даты верны, дальше" }).dblclick();
  await expect(page.getByRole("heading", { name: "Сколько людей и инициатив нужно?" })).toBeVisible();
  await expect(page.getByText("Цели ставит глава")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Дальше" }).click();

  await expect(page.getByText("Главное готово: можно начинать.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Завершить настройку" }).dblclick();
  await expect(page.getByRole("heading", { name: "Настройка завершена" })).toBeVisible();
  await page.getByRole("link", { name: "Открыть группы и людей" }).click();
  await expect(page.getByRole("heading", { name: `Группы и люди: ${name}` })).toBeVisible();
  await expect(page.getByRole("heading", { name: /координатор без инструктажа/ })).toBeVisible();
  await expectAccessible(page);

  // the number follows, the briefing is held, the appointment ends
  for (const fold of await page.getByText(/^Ещё \d+$/).all()) await fold.click();
  await page.getByRole("link", { name: /Указать номер: Белова Ольга/ }).click();
  await page.getByLabel("Номер").fill("15-од");
  await page.getByRole("button", { name: "Сохранить документ" }).click();
  await expect(page.getByText(/дату/i).first()).toBeVisible();
  const date = page.getByRole("group", { name: "Дата" });
  await date.getByRole("spinbutton").first().focus();
  await page.keyboard.type("09112026");
  await page.getByRole("button", { name: "Сохранить документ" }).click();
  await expect(page.getByText("Распоряжение № 15-од от 09.11.2026")).toBeVisible();
  await page.getByRole("button", { name: "Провести инструктаж" }).click();
  await page.getByRole("button", { name: "Записать инструктаж" }).click();
  await expect(page.getByText("отметки об ознакомлении пока нет")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Завершить назначение" }).click();
  await expect(page.getByText("Незаконченной работы по этой роли нет.")).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Завершить назначение" }).click();
  await expect(page.getByRole("heading", { name: "Назначение завершено" })).toBeVisible();
  await page.context().close();
});

test("муниципалитет одного человека: два поля и две кнопки", async ({ browser, baseURL, viewport, page: office, signInAs, expectAccessible }) => {
  test.setTimeout(120_000);
  const email = newAddress("alone");
  await signInAs("administrator", "/admin");
  await beginMunicipality(office, `Посёлок № ${randomInt(100_000, 1_000_000)}`, email);
  const page = await acceptInvitation(browser, baseURL, viewport, email);
  await page.getByLabel("Пароль").fill(password);
  await page.getByLabel(/согласие на обработку/).check();
  await page.getByRole("button", { name: "Открыть рабочий стол" }).click();
  await page.waitForURL((url) => url.pathname === "/desk");
  const begun = Date.now();
  await page.goto("/desk/setup");
  const fields = page.getByRole("main").getByRole("textbox");
  await expect(fields).toHaveCount(2);
  await fields.first().fill("8 (83367) 2-00-01");
  await page.getByRole("button", { name: "по рабочим дням с 8:00 до 17:00" }).click();
  await page.getByRole("button", { name: "Всё веду я: настроить сразу" }).dblclick();
  await expect(page.getByText("Главное готово: можно начинать.")).toBeVisible();
  await page.getByRole("button", { name: "Завершить настройку" }).click();
  await expect(page.getByRole("heading", { name: "Настройка завершена" })).toBeVisible();
  await expectAccessible(page);
  expect(Date.now() - begun).toBeLessThan(60_000);
  await page.context().close();
});

test("схема на стене: без меню, без кнопок, которые что-то меняют", async ({ signInAs, page, expectAccessible }) => {
  await signInAs("responsible", "/desk/structure");
  await page.getByRole("link", { name: "На стену" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("link", { name: /Назначить|График/ })).toHaveCount(0);
  await expectAccessible();
  await page.getByRole("link", { name: "К рабочему столу" }).click();
  await expect(page.getByRole("heading", { name: /^Группы и люди/ })).toBeVisible();
});

test("должность встаёт в документ в нужном падеже, незнакомую просят проверить", async ({ signInAs, page, expectAccessible }) => {
  await signInAs("head", "/desk/structure/papers");
  const post = `заместитель главы администрации № ${randomInt(1_000, 9_999)}`;
  const first = page.getByRole("listitem").filter({ has: page.getByText(/^Изменить: /) }).filter({ hasText: "оординатор" }).first();
  const change = async (position: string) => {
    await first.getByText(/^Изменить: /).click();
    await first.getByLabel("Должность по основному месту работы").fill(position);
    await first.getByRole("button", { name: "Сохранить" }).click();
    await expect(page.getByText("Сохранено", { exact: true }).first()).toBeVisible();
  };
  await change(post);
  await expect(first).toContainText(post.replace("заместитель", "заместителя"));
  await expectAccessible();
  await page.reload();
  await change("тимлид отдела");
  await expect(first).toContainText("проверьте");
  await page.reload();
  await change("");
  await expect(first).not.toContainText("тимлид");
});

test("чужой муниципалитет, чужое назначение и чужая настройка — «такой страницы нет»", async ({ signInAs, page }) => {
  await signInAs("responsible", "/desk/structure");
  await page.getByRole("link", { name: "Все люди списком" }).click();
  await page.getByRole("table").getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "Назначение", exact: true })).toBeVisible();
  const appointment = new URL(page.url()).pathname;
  await page.goto("/desk/structure");
  const place = new URL((await page.getByRole("link", { name: "Настройка", exact: true }).last().getAttribute("href")) ?? "", page.url()).searchParams.get("m");
  await page.context().clearCookies();
  await signInAs("coordinator", "/my");
  for (const path of [appointment, `/desk/structure?m=${place}`, `/desk/setup/groups?m=${place}`, "/desk/setup/нет-такого", "/admin", "/admin/boundaries", `/desk/structure/appoint?seat=${place}&role=head`, "/desk/structure/appoint?seat=рубашка"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "Такой страницы нет" }), path).toBeVisible();
  }
  await page.context().clearCookies();
  await page.goto("/desk/structure");
  await expect(page.getByLabel("Пароль")).toBeVisible();
});
