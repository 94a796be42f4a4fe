import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { afterAnnouncements, call, submit, unique, type Made } from "../submitting";

const record = ({ id }: Made) => `/desk/queue/${id}`;
const press = async (page: Page, name: string) => await page.getByRole("button", { name, exact: true }).click();
const choose = async (page: Page, name: string) => await page.getByText(name, { exact: true }).click();

test.describe("рабочая группа рассматривает и отвечает", () => {
  test("секретарь готовит, руководитель решает: выдвигает, спрашивает, признаёт вне компетенции, не поддерживает; автор видит и получает сообщение", async ({ page, signInAs, expectAccessible }) => {
    test.setTimeout(180_000);
    const as = async (...who: Parameters<typeof signInAs>) => {
      await page.context().clearCookies();
      await signInAs(...who);
    };
    await as("resident", "/my");
    const [supported, asked, beyond, refused] = [await submit(page, unique("Дорожка к школе от рынка")), await submit(page, unique("Скамейки у поликлиники")), await submit(page, unique("Переход через областную дорогу")), await submit(page, unique("Каток во дворе на лето"))] as [Made, Made, Made, Made];

    await as("secretary", record(supported));
    for (const one of [supported, asked, beyond, refused]) {
      await page.goto(record(one));
      await press(page, "Принять к рассмотрению");
      await expect(page.getByText("Принята к рассмотрению. Автору отправлено сообщение.")).toBeVisible();
    }
    for (const [one, decision, answer] of [[supported, "Поддержать и выдвинуть", "Поддерживаем: дорожка нужна, смету подготовим к апрелю."], [refused, "Не поддержать", "Двор не принадлежит муниципалитету, землёй распоряжаются жильцы."]] as const) {
      await page.goto(record(one));
      await choose(page, decision);
      await page.getByLabel("Ответ автору").fill(answer);
      await press(page, "Отправить руководителю");
      await expect(page.getByText("Ждёт подтверждения руководителя")).toBeVisible();
      await expect(page.getByRole("button", { name: "Подтвердить решение" })).toHaveCount(0);
    }
    await afterAnnouncements(page);
    await expectAccessible();

    await as("lead", record(supported));
    await press(page, "Подтвердить решение");
    await expect(page.getByText("Решение принято. Автору отправлено сообщение.")).toBeVisible();

    await page.goto(record(asked));
    await press(page, "Спросить автора");
    await page.getByLabel("Вопрос автору").fill("Сколько скамеек нужно и с какой стороны входа?");
    await press(page, "Отправить вопрос");
    await expect(page.getByText("срок остановлен", { exact: true })).toBeVisible();

    await page.goto(record(beyond));
    await choose(page, "Вне компетенции муниципалитета");
    await choose(page, "регион");
    await page.getByLabel("Ответ автору").fill("Дорога областная: переход может устроить только область.");
    await press(page, "Решить и ответить автору");
    await press(page, "Выдвинуть в совет");
    await page.getByLabel("Почему это стоит решать выше").fill("Дорога областная, переход нужен у школы, просим включить его в план.");
    await page.getByRole("button", { name: /^Выдвинуть в совет муниципальных образований/ }).click();
    await expect(page.getByText("Инициатива выдвинута. Автору отправлено сообщение.")).toBeVisible();

    await page.goto(record(refused));
    await press(page, "Изменить");
    await page.getByLabel("Ответ автору").fill("Двор в общей собственности жильцов: решение за их собранием. Поможем с образцом протокола.");
    await press(page, "Решить и ответить автору");
    await expect(page.getByText("не поддержана", { exact: true }).first()).toBeVisible();
    await afterAnnouncements(page);
    await expectAccessible();

    await as("council", `/desk/nominations/${beyond.id}`);
    await press(page, "Ответить");
    await page.getByLabel("Ответ на выдвижение").fill("Переход включён в план дорожного управления на следующий год.");
    await press(page, "Отправить ответ");
    await expect(page.getByText("Ответ отправлен автору и рабочей группе.")).toBeVisible();

    await as("resident", `/my/${refused.number}`);
    await expect(page.getByText("решение за их собранием").first()).toBeVisible();
    await page.goto(`/my/${supported.number}`);
    await expect(page.getByText("смету подготовим к апрелю").first()).toBeVisible();
    await page.goto(`/my/${beyond.number}`);
    await expect(page.getByText("Дорога областная: переход может устроить только область.").first()).toBeVisible();
    await expect(page.getByText("пришёл ответ на выдвижение").first()).toBeVisible();
    await page.goto(`/my/${asked.number}`);
    await expect(page.getByText("Сколько скамеек нужно и с какой стороны входа?").first()).toBeVisible();
    await page.goto("/messages");
    for (const one of [supported, asked, beyond, refused]) await expect(page.getByText(one.title).first()).toBeVisible();
    await expect(page.getByText("включён в план дорожного управления").first()).toBeVisible();
  });

  test("пустая причина и лишние знаки названы у поля, двойное нажатие решает один раз", async ({ page, signInAs, expectAccessible }) => {
    const made = await accepted(page, signInAs, "Урны вдоль набережной");
    await press(page, "Решить и ответить автору");
    await expect(page.getByRole("alert").getByRole("heading", { name: "Проверьте, что написано" })).toBeVisible();
    await choose(page, "Не поддержать");
    await press(page, "Решить и ответить автору");
    await page.getByRole("link", { name: "Ответ автору. Заполните это поле." }).click();
    await expect(page.getByLabel("Ответ автору")).toBeFocused();
    await afterAnnouncements(page);
    await expectAccessible();
    await page.getByLabel("Ответ автору").fill("а".repeat(4001));
    await expect(page.getByText("Лишний 1 знак")).toBeVisible();
    await press(page, "Решить и ответить автору");
    await expect(page.getByRole("link", { name: /^Ответ автору\. Сократите: не больше 4\s?000 знаков/ })).toBeVisible();
    await expect(page.getByLabel("Ответ автору")).toHaveValue("а".repeat(4001));
    await page.getByLabel("Ответ автору").fill("Урны поставлены в прошлом году, новых мест группа не нашла.");
    await page.getByRole("button", { name: "Решить и ответить автору" }).dblclick();
    await expect(page.getByText("решение: не поддержана")).toHaveCount(1);
    const { course } = await call<{ course: { kind: string }[] }>(page, "considering.record", { initiativeId: made.id }, "GET");
    expect(course.filter((entry) => entry.kind === "decided")).toHaveLength(1);
  });

  test("написанное переживает другую запись, перезагрузку и потерю связи", async ({ page, signInAs }) => {
    const made = await accepted(page, signInAs, "Навес над остановкой");
    await choose(page, "Включить в программу");
    await page.getByLabel("Ответ автору").fill("Включим в программу следующего года.");
    await page.goto("/desk/queue");
    await page.goto(record(made));
    await expect(page.getByLabel("Ответ автору")).toHaveValue("Включим в программу следующего года.");
    await page.context().setOffline(true);
    await press(page, "Решить и ответить автору");
    await expect(page.getByRole("alert").filter({ hasText: "Ваш текст сохранён" })).toBeVisible();
    await page.context().setOffline(false);
    await press(page, "Решить и ответить автору");
    await expect(page.getByText("решение: вошла в программу")).toHaveCount(1);
  });

  test("второй руководитель узнаёт, что решение уже принято, и не теряет своего текста", async ({ page, signInAs, context }) => {
    const made = await accepted(page, signInAs, "Песочница во дворе");
    const second = await context.newPage();
    await second.goto(record(made));
    await choose(second, "Не поддержать");
    await second.getByLabel("Ответ автору").fill("Во дворе нет места: там парковка.");
    await choose(page, "Уже делается");
    await page.getByLabel("Ответ автору").fill("Песочницу привезут в мае.");
    await press(page, "Решить и ответить автору");
    await expect(page.getByText("решение: уже выполняется")).toBeVisible();
    await press(second, "Решить и ответить автору");
    await expect(second.getByRole("status").filter({ hasText: "Запись изменилась" })).toBeVisible();
    await expect(second.getByText("Песочницу привезут в мае.")).toBeVisible();
    await expect(second.getByText("Во дворе нет места: там парковка.")).toBeVisible();
    await expect(second.getByText("решение: не поддержана")).toHaveCount(0);
  });

  test("руководитель подтверждает несколько проектов сразу и видит, какой изменился", async ({ page, signInAs, expectAccessible }) => {
    test.setTimeout(120_000);
    await signInAs("resident", "/my");
    const [kept, changed] = [await submit(page, unique("Лавочки на остановке")), await submit(page, unique("Разметка у детского сада"))];
    await page.context().clearCookies();
    await signInAs("secretary", "/desk/queue");
    for (const one of [kept, changed]) {
      await page.goto(record(one));
      await press(page, "Принять к рассмотрению");
      await choose(page, "Уже делается");
      await page.getByLabel("Ответ автору").fill("Работы идут, закончим в июне.");
      await press(page, "Отправить руководителю");
      await expect(page.getByText("Ждёт подтверждения руководителя")).toBeVisible();
    }
    await page.context().clearCookies();
    await signInAs("lead", "/desk/queue/confirm");
    await afterAnnouncements(page);
    await expectAccessible();
    for (const box of await page.getByRole("checkbox").all()) {
      const name = await box.evaluate((input) => input.closest("label")?.textContent ?? "");
      if (![kept.title, changed.title].some((title) => name.includes(title))) await box.evaluate((input) => (input as HTMLInputElement).click());
    }
    // meanwhile, in another tab, one of them goes back to the secretary
    const tab = await page.context().newPage();
    await tab.goto(record(changed));
    await press(tab, "Вернуть секретарю");
    await tab.getByLabel("Что исправить").fill("Назовите точный срок.");
    await press(tab, "Вернуть с замечанием");
    await expect(tab.getByText("Проект вернулся секретарю.")).toBeVisible();
    await tab.close();
    await press(page, "Подтвердить 2 решения");
    await page.getByRole("alertdialog").getByRole("button", { name: "Подтвердить 2 решения" }).click();
    await expect(page.getByText("Подтверждено 1 решение")).toBeVisible();
    await expect(page.getByRole("link", { name: changed.title })).toBeVisible();
    await page.goto(record(kept));
    await expect(page.getByText("решение: уже выполняется")).toBeVisible();
  });

  test("ссылка на инициативу чужой группы отвечает, что такой страницы нет", async ({ page, signInAs }) => {
    await signInAs("resident", "/my");
    const foreign = await submit(page, unique("Кружок робототехники в школе"), "Образование");
    await page.context().clearCookies();
    await signInAs("lead", "/desk/queue");
    for (const address of [record(foreign), `/desk/queue?number=${foreign.number}`, `/desk/nominations/${foreign.id}`, "/desk/queue/net-takoy"]) {
      const answer = await page.goto(address);
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole("heading", { name: "Такой страницы нет" })).toBeVisible();
    }
  });

  test("житель рабочего места группы не видит", async ({ page, signInAs }) => {
    await signInAs("resident", "/my");
    for (const address of ["/desk/queue", "/desk/queue/confirm", "/desk/nominations"]) {
      expect((await page.goto(address))?.status()).toBe(404);
      await expect(page.getByRole("heading", { name: "Такой страницы нет" })).toBeVisible();
    }
  });

  test("очередь открывается с клавиатуры: дальше, назад, ответ; на телефоне сначала список, потом запись", async ({ page, signInAs, expectAccessible, isMobile }) => {
    await signInAs("lead", "/desk/queue");
    const items = page.getByRole("region", { name: "Список инициатив" }).locator("a[href^='/desk/queue/']:not([href$='/confirm'])");
    await afterAnnouncements(page);
    await expectAccessible();
    if (isMobile) {
      await items.nth(1).click();
      await expect(page.getByRole("button", { name: "К списку" })).toBeVisible();
      await afterAnnouncements(page);
    await expectAccessible();
      await press(page, "К списку");
      await expect(items.nth(1)).toBeVisible();
      return;
    }
    await page.keyboard.press("j");
    await expect(items.nth(1)).toHaveAttribute("aria-current", "true");
    await page.keyboard.press("k");
    await expect(items.first()).toHaveAttribute("aria-current", "true");
    await page.keyboard.press("n");
    await expect(page.getByLabel("Заметка для группы")).toBeFocused();
    await page.keyboard.type("jk");
    await expect(page.getByLabel("Заметка для группы")).toHaveValue("jk");
    await expect(items.first()).toHaveAttribute("aria-current", "true");
  });
});

/** One that the lead's group has accepted, open before the lead. */
async function accepted(page: Page, signInAs: (role: "resident" | "lead", path?: string) => Promise<Page>, title: string): Promise<Made> {
  await signInAs("resident", "/my");
  const made = await submit(page, unique(title));
  await page.context().clearCookies();
  await signInAs("lead", record(made));
  await press(page, "Принять к рассмотрению");
  await expect(page.getByText("Принята к рассмотрению. Автору отправлено сообщение.")).toBeVisible();
  return made;
}
