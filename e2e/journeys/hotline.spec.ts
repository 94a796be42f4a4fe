import { randomInt, randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, loseConnection, test } from "../fixtures";

const desk = "/desk/hotline";
const home = "Яранский район";
/** Digits alone: other tests look for foreign words on the same pages. */
const unique = (text: string) => `${text} ${randomInt(1_000_000, 10_000_000)}`;
const press = async (page: Page, name: string) => await page.getByRole("button", { name, exact: true }).click();
/** What the kit has read out leaves the page after some seconds, and has no name of its own until then. */
const afterAnnouncements = async (page: Page) => await expect(page.locator("[data-live-announcer] [role=img]")).toHaveCount(0);
const isNarrow = (page: Page) => (page.viewportSize()?.width ?? 0) < 500;

/** Where there is one column the call stands instead of the queue. */
async function openCall(page: Page): Promise<void> {
  if (isNarrow(page)) await press(page, "Новый звонок");
  await expect(page.getByLabel("Что спрашивают")).toBeVisible();
}

/** Whoever is signed in on the page, or nobody, asks by the form. Out: the question's own address for somebody signed in. */
async function ask(page: Page, subject: string, place: string): Promise<void> {
  await page.goto("/help/ask");
  await page.getByLabel("Муниципалитет").selectOption({ label: place });
  await page.getByLabel("Коротко, о чём вопрос").fill(subject);
  await page.getByRole("textbox", { name: "Вопрос", exact: true }).fill("Подал инициативу неделю назад. Когда придёт ответ?");
  await press(page, "Отправить вопрос");
  await expect(page.getByText(/Вопрос № \d+ принят/)).toBeVisible();
}

async function filter(page: Page, name: string): Promise<void> {
  await page.getByRole("navigation", { name: "Какие вопросы" }).getByRole("link", { name }).click();
}

async function openFromQueue(page: Page, subject: string): Promise<void> {
  const row = page.getByRole("region", { name: "Очередь вопросов" }).getByRole("link", { name: new RegExp(subject) });
  const more = page.getByRole("button", { name: "Показать ещё" });
  while (!(await row.isVisible()) && (await more.isVisible())) await more.click();
  await row.click();
}

test.describe("отказы", () => {
  test("пустое, слишком длинное, неверный телефон и мусор из буфера: сказано, что исправить, и ничего не пропало", async ({ page, signInAs, expectAccessible }) => {
    await signInAs("operator", desk);
    await openCall(page);
    await press(page, "Записать за мной");
    await expect(page.getByRole("alert").filter({ hasText: "«Что спрашивают»" })).toBeVisible();
    await afterAnnouncements(page);
    await expectAccessible();

    await page.getByLabel("Что спрашивают").fill("а".repeat(4_001));
    await expect(page.getByText("лишний 1 знак")).toBeVisible();
    await page.getByRole("textbox", { name: "Телефон" }).fill("12-34 позвать Машу");
    await press(page, "Записать за мной");
    await expect(page.getByText(/Сократите: не больше 4.?000 знаков/).first()).toBeVisible();
    await expect(page.getByText("Укажите номер с кодом города").first()).toBeVisible();
    await page.getByRole("link", { name: /«Телефон»/ }).click();
    await expect(page.getByRole("textbox", { name: "Телефон" })).toBeFocused();
    await expect(page.getByLabel("Что спрашивают")).toHaveValue("а".repeat(4_001));

    const question = unique("Где взять листовки");
    await page.getByLabel("Что спрашивают").fill(`\u200b\u202e${question}\r\n\r\n\r\n\r\n<script>alert(1)</script>\u0000 и плакат?`);
    await page.getByRole("textbox", { name: "Телефон" }).fill("");
    await press(page, "Записать за мной");
    await expect(page.getByText(/Записан вопрос № \d+/)).toBeVisible();
    await expect(page.getByRole("article").filter({ hasText: `${question}` })).toContainText("<script>alert(1)</script> и плакат?");
  });

  test("вопрос другого муниципалитета по ссылке не открывается, у главы нет и очереди", async ({ page, signInAs }) => {
    await signInAs("resident", "/my/questions");
    await ask(page, unique("Чужой вопрос"), "Слободской район");
    await page.getByRole("link", { name: "Открыть вопрос" }).click();
    await page.waitForURL(/\/my\/questions\/[0-9a-f-]{36}/);
    const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    await page.context().clearCookies();
    await signInAs("operator", desk);
    for (const path of [`${desk}/${id}`, `/my/questions/${id}`, `${desk}/${randomUUID()}`, `${desk}/мусор`]) {
      expect((await page.goto(path))?.status(), path).toBe(404);
      await expect(page.getByRole("heading", { name: "Такой страницы нет" })).toBeVisible();
    }
    await page.context().clearCookies();
    await signInAs("head", "/desk");
    expect((await page.goto(desk))?.status()).toBe(404);
  });
});

test("оператор принимает звонок, пишет, пока слушает, связь и вкладка пропадают, запись одна", async ({ page, signInAs, expectAccessible }) => {
  test.setTimeout(120_000);
  await signInAs("operator", desk);
  await expectAccessible();
  await openCall(page);
  const question = unique("Хочет предложить лавочку у магазина");
  const phone = `8 945 ${randomInt(100, 999)}-${randomInt(10, 99)}-${randomInt(10, 99)}`;
  await page.getByLabel("Что спрашивают").pressSequentially(question.slice(0, 20));
  const reconnect = await loseConnection(page);
  await page.getByLabel("Что спрашивают").fill(`${question}. Интернета нет.`);
  await press(page, "Записать за мной");
  await expect(page.getByText("Нет связи с сервером")).toBeVisible();
  await reconnect();

  await page.reload();
  await openCall(page);
  await expect(page.getByText("Восстановлен незаконченный звонок")).toBeVisible();
  await expect(page.getByLabel("Что спрашивают")).toHaveValue(`${question}. Интернета нет.`);
  await page.getByRole("textbox", { name: "Телефон" }).fill(phone);
  await page.getByRole("button", { name: "Записать за мной" }).dblclick();
  await expect(page.getByText(/Записан вопрос № \d+/)).toBeVisible();
  await expect(page.getByLabel("Ответ человеку")).toBeVisible();
  await afterAnnouncements(page);
  await expectAccessible();

  await page.goto(`${desk}?filter=mine`);
  await expect(page.getByRole("link", { name: new RegExp(question) })).toHaveCount(1);
  await openCall(page);
  await expect(page.getByLabel("Что спрашивают")).toHaveValue("");
  await page.getByRole("textbox", { name: "Телефон" }).fill(phone);
  await expect(page.getByText("С этого номера уже спрашивали")).toBeVisible();
  await press(page, "Очистить");
  await page.getByRole("alertdialog").getByRole("button", { name: "Очистить" }).click();
  await expect(page.getByRole("textbox", { name: "Телефон" })).toHaveValue("");
});

test("оператор берёт вопрос из очереди, спрашивает, отвечает и закрывает; житель видит всё, кроме заметок", { tag: "@screenless" }, async ({ page, signInAs, expectAccessible }) => {
  test.setTimeout(180_000);
  const as = async (...who: Parameters<typeof signInAs>) => {
    await page.context().clearCookies();
    await signInAs(...who);
  };
  const subject = unique("Когда ответят");
  await as("resident", "/my/questions");
  await ask(page, subject, home);
  await page.getByRole("link", { name: "Открыть вопрос" }).click();
  await page.waitForURL(/\/my\/questions\/[0-9a-f-]{36}/);
  const own = new URL(page.url()).pathname;
  await expect(page.getByText("Вопрос ждёт оператора")).toBeVisible();
  await expectAccessible();

  await as("operator", desk);
  await openFromQueue(page, subject);
  await press(page, "Взять в работу");
  await page.getByLabel("Ответ человеку").fill("Какой номер у инициативы?");
  await press(page, "Спросить и ждать");
  await expect(page.getByText("срок остановлен").first()).toBeVisible();
  await press(page, "Ещё");
  await page.getByRole("menuitem", { name: "Заметка для сотрудников" }).click();
  await page.getByRole("textbox", { name: "Заметка" }).fill("Проверить у группы.");
  await press(page, "Сохранить заметку");
  await expect(page.getByText("Проверить у группы.")).toBeVisible();

  await as("resident", own);
  await expect(page.getByText("Вас просят уточнить")).toBeVisible();
  await expect(page.getByText("Проверить у группы.")).toHaveCount(0);
  await page.getByLabel("Ваше уточнение").fill("Номер 41");
  await page.getByRole("button", { name: "Ответить" }).dblclick();
  await expect(page.getByRole("article").filter({ hasText: "Номер 41" })).toHaveCount(1);

  await as("operator", desk);
  await filter(page, "Мои");
  await openFromQueue(page, subject);
  await page.getByLabel("Ответ человеку").fill("Решение будет до конца недели.");
  await page.getByRole("button", { name: "Ответить", exact: true }).dblclick();
  await press(page, "Закрыть вопрос");
  await expect(page.getByText(/^закрыто: /)).toBeVisible();
  await expect(page.getByRole("article").filter({ hasText: "Решение будет до конца недели." })).toHaveCount(1);
  await afterAnnouncements(page);
  await expectAccessible();

  await as("resident", own);
  await expect(page.getByText("Вопрос закрыт.")).toBeVisible();
  await page.getByLabel("Ответа мало?").fill("Прошла неделя, ответа нет.");
  await press(page, "Открыть вопрос снова");
  await expect(page.getByText("Вопрос ждёт оператора")).toBeVisible();
});

test("кто мне поможет: без сценариев видны телефон горячей линии и координатор, но не человек", async ({ browser, baseURL }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, baseURL })).newPage();
  await page.goto("/help");
  await page.getByLabel("Муниципалитет").selectOption({ label: home });
  await press(page, "Показать, кто поможет");
  await expect(page.getByText(`${home}: звоните`)).toBeVisible();
  await page.getByLabel("Организация").selectOption({ index: 1 });
  await press(page, "Показать, кто поможет");
  await expect(page.getByText("здесь помогает координатор марафона")).toBeVisible();
  await page.context().close();
});

test("посетитель без учётной записи спрашивает: недописанное не теряется, ответ обещан к сроку", async ({ page, expectAccessible }) => {
  await page.goto("/help");
  await page.getByLabel("Муниципалитет").selectOption({ label: home });
  await press(page, "Показать, кто поможет");
  await expectAccessible();
  await page.getByRole("link", { name: "Задать вопрос" }).first().click();
  await press(page, "Отправить вопрос");
  await expect(page.getByRole("alert").filter({ hasText: "«Вопрос»" })).toBeVisible();
  await expectAccessible();
  await page.getByLabel("Коротко, о чём вопрос").fill(unique("Где взять плакат"));
  await page.getByRole("textbox", { name: "Вопрос", exact: true }).fill("Хочу повесить плакат в подъезде.");
  await page.getByLabel("Электронная почта").fill("не почта");
  await press(page, "Отправить вопрос");
  await expect(page.getByText("Укажите адрес почты целиком").first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Вопрос", exact: true })).toHaveValue("Хочу повесить плакат в подъезде.");
  await page.getByLabel("Электронная почта").fill("guest@example.org");
  await page.getByRole("button", { name: "Отправить вопрос" }).dblclick();
  await expect(page.getByText(/Вопрос № \d+ принят/)).toBeVisible();
  await expect(page.getByText("Ответ придёт на почту guest@example.org.")).toBeVisible();
  await expectAccessible();
});
