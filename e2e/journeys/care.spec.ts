import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, loseConnection, test } from "../fixtures";
import { cookiesOf } from "../signed-in";
import { call, submit, unique } from "../submitting";

const essence = "После шести вечера на дорожке темно, читатели и школьники идут по проезжей части. Нужны три фонаря.";
const expected = "Вечером до остановки можно дойти по освещённой дорожке.";
const press = async (page: Page, name: string) => await page.getByRole("button", { name, exact: true }).click();

async function fillWhat(page: Page, title: string): Promise<void> {
  await page.getByLabel("О чём ваша инициатива").fill(title);
  await page.getByLabel("Что сейчас не так и что вы предлагаете").fill(essence);
  await page.getByLabel("Что изменится").fill(expected);
}

async function toCheck(page: Page): Promise<void> {
  await press(page, "Дальше");
  const region = page.getByLabel("Регион", { exact: true });
  if (await region.isVisible()) await region.selectOption({ label: "Кировская область" });
  await page.getByLabel("О каком муниципалитете речь").selectOption({ label: "Яранский район" });
  if ((await page.getByLabel("Направление").inputValue()) === "") await page.getByLabel("Направление").selectOption({ index: 1 });
  await page.getByLabel("Кто вы").selectOption({ label: "родитель" });
  await press(page, "Дальше");
}

test("похожую поддерживают вместо своей: видно, что с ней стало, свой черновик удаляют", async ({ signInAs, page, browser, baseURL, expectAccessible }) => {
  test.setTimeout(120_000);
  const title = unique("Подсветить лестницу у ручья за мельницей");
  await signInAs("resident", "/my");
  const made = await submit(page, title);
  await page.context().clearCookies();
  await signInAs("lead", "/desk");
  await call(page, "considering.accept", { initiativeId: made.id, version: 1, key: randomUUID() }, "POST");
  await call(page, "considering.decide", { initiativeId: made.id, version: 2, key: randomUUID(), decision: "includedInProgramme", competence: "municipal", text: "Фонари у ручья поставят в мае." }, "POST");

  const elsewhere = await browser.newContext({ baseURL: baseURL ?? "" });
  const writer = await elsewhere.newPage();
  await elsewhere.addCookies(await cookiesOf("operator", baseURL ?? ""));
  await writer.goto("/new");
  await writer.getByText("Как написать: примеры").click();
  await writer.getByLabel("Примеры по направлению").selectOption({ index: 1 });
  await fillWhat(writer, title);
  await toCheck(writer);
  const similar = writer.getByRole("listitem").filter({ hasText: title }).filter({ hasText: "Яранский район" });
  await expect(similar).toContainText("Что ответили: Фонари у ручья поставят в мае.");
  await similar.getByRole("button", { name: "Поддержать" }).click();
  await expect(similar.getByText("Вы поддержали её.")).toBeVisible();
  await expectAccessible(writer);
  await expect(writer).toHaveURL(/draft=/);
  const draft = writer.url();
  await press(writer, "Не подавать мою");
  await press(writer, "Оставить черновик");
  await press(writer, "Не подавать мою");
  await press(writer, "Удалить черновик");
  await writer.waitForURL((url) => url.pathname === "/my");
  expect((await writer.goto(draft))?.status()).toBe(404);
  await writer.goto(`/initiatives/${made.number}`);
  await expect(writer.getByRole("button", { name: "Убрать свою поддержку" })).toBeVisible();
  await elsewhere.close();
});

test("ключевой вопрос закрыли, пока писали ответ: сказано об этом, инициатива уходит без вопроса", async ({ signInAs, page, browser, baseURL, expectAccessible }) => {
  test.setTimeout(120_000);
  await signInAs("head", "/desk");
  const { seats } = await call<{ seats: { municipalityId: string; bodyId: string | null }[] }>(page, "keyQuestion.own", undefined, "GET");
  const text = unique("Каким вы хотите видеть парк у вокзала?");
  const question = await call<{ id: string }>(page, "keyQuestion.publish", { ...seats[0], text, explanation: "", key: randomUUID() }, "POST");

  const elsewhere = await browser.newContext({ baseURL: baseURL ?? "" });
  const resident = await elsewhere.newPage();
  await elsewhere.addCookies(await cookiesOf("resident", baseURL ?? ""));
  await resident.goto(`/new?question=${question.id}`);
  await expect(resident.getByText(`Вы отвечаете на вопрос: ${text}`)).toBeVisible();
  const title = unique("Посадить в парке у вокзала аллею");
  await fillWhat(resident, title);
  await toCheck(resident);
  await call(page, "keyQuestion.close", { id: question.id }, "POST");
  await press(resident, "Подать инициативу");
  const summary = resident.getByRole("alert").filter({ hasText: "Исправьте, чтобы продолжить" });
  await summary.getByRole("link", { name: /больше не отвечают/ }).click();
  await expect(resident.locator("#keyQuestionId")).toBeFocused();
  await expectAccessible(resident);
  await press(resident, "Подать без вопроса");
  await press(resident, "Дальше");
  await press(resident, "Дальше");
  await press(resident, "Подать инициативу");
  await resident.waitForURL(/\/my\/\d+/);
  await expect(resident.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await elsewhere.close();
});

test("напечатанное автором на странице инициативы переживает перезагрузку", async ({ signInAs, page }) => {
  await signInAs("resident", "/my");
  const { number } = await submit(page, unique("Починить ступени у школы"));
  await page.goto(`/my/${number}`);
  await page.getByText("Отозвать инициативу", { exact: true }).click();
  await page.getByLabel("Почему, если хотите сказать").fill("Ступени уже чинят");
  await page.reload();
  await expect(page.getByLabel("Почему, если хотите сказать")).toHaveValue("Ступени уже чинят");
  await press(page, "Да, отозвать");
  await expect(page.getByText("Инициатива отозвана.")).toBeVisible();
  expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("considering/")))).toEqual([]);
});

test("неотправленный черновик одного другому не достаётся, адреса с готовыми словами не перекрывает, выход спрашивает о нём", async ({ browser, baseURL, expectAccessible }) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ baseURL: baseURL ?? "" });
  const page = await context.newPage();
  await context.addCookies(await cookiesOf("operator", baseURL ?? ""));
  await page.goto("/new");
  await expect(page.getByRole("button", { name: "Дальше" })).toBeEnabled();
  const title = page.getByLabel("О чём ваша инициатива");
  const mine = unique("Слова одного человека");
  const reconnect = await loseConnection(page);
  await title.fill(mine);
  await expect(page.getByText("Нет связи. Черновик сохранён на этом устройстве")).toBeVisible();
  await page.close();
  await reconnect().catch(() => undefined);
  await context.setOffline(false);

  // somebody else at the same browser
  await context.clearCookies();
  await context.addCookies(await cookiesOf("director", baseURL ?? ""));
  const other = await context.newPage();
  await other.goto("/new");
  await expect(other.getByRole("button", { name: "Дальше" })).toBeEnabled();
  await expect(other.getByLabel("О чём ваша инициатива")).toHaveValue("");
  expect(await other.content()).not.toContain(mine);
  await other.close();

  await context.clearCookies();
  await context.addCookies(await cookiesOf("operator", baseURL ?? ""));
  const again = await context.newPage();
  await again.goto("/new?title=Слова из адреса");
  await expect(again.getByText("На этом устройстве есть неотправленный черновик")).toBeVisible();
  await expect(again.getByLabel("О чём ваша инициатива")).toHaveValue("Слова из адреса");
  await expectAccessible(again);
  await again.goto("/sign-out");
  await expect(again.getByText("Не всё дошло до сервера")).toBeVisible();
  await expect(again.getByRole("button", { name: "Выйти", exact: true })).toHaveCount(0);
  await expectAccessible(again);
  await again.getByRole("link", { name: "Вернуться" }).click();
  await expect(again.getByText("Мы вернули то, что вы писали на этом устройстве.")).toBeVisible();
  await expect(again.getByLabel("О чём ваша инициатива")).toHaveValue(mine);
  await expect(again.getByText(/Сохранено в \d/)).toBeVisible();
  // what the server has lies on the device no more
  expect(await again.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("initiative-draft:")))).toEqual([]);
  await context.close();
});

test("листы ждут связи и входа за закрытой вкладкой, чужих листов никто не видит", async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ baseURL: baseURL ?? "" });
  let page = await context.newPage();
  await context.addCookies(await cookiesOf("coordinator", baseURL ?? ""));
  await page.goto("/desk/people/sheets");
  await page.getByLabel("Хранится в деле").fill("дело № 4-М");
  await page.getByLabel(/Под согласием/).check();
  const title = unique("Поставить навес у почты");
  await page.getByLabel("Кто написал").fill("Листова Вера Петровна");
  await page.getByLabel("О чём ваша инициатива").fill(title);
  await page.getByLabel("Что сейчас не так и что вы предлагаете").fill(essence);
  await page.getByLabel("Что изменится").fill(expected);
  await page.getByLabel("Направление").selectOption({ index: 1 });
  await page.getByLabel("Кто автор").selectOption({ index: 1 });
  await context.clearCookies();
  await press(page, "Принять лист");
  await expect(page.getByText("Вход завершён, листы ждут")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: title })).toContainText("отправляется");
  await page.close();

  await context.addCookies(await cookiesOf("executor", baseURL ?? ""));
  page = await context.newPage();
  await page.goto("/desk/people/sheets");
  await expect(page.getByText(/ждёт 1 лист другого человека/)).toBeVisible();
  expect(await page.content()).not.toContain(title);
  await page.close();

  await context.clearCookies();
  await context.addCookies(await cookiesOf("coordinator", baseURL ?? ""));
  page = await context.newPage();
  await page.goto("/desk/people/sheets");
  await expect(page.getByRole("listitem").filter({ hasText: title })).toContainText(/принят, № /, { timeout: 20_000 });
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("sheet:")))).toEqual([]);
  await context.close();
});

test("читатель сообщает о нарушении, модератор передаёт группе, группа читает заметку; на общей странице её нет", async ({ signInAs, page, browser, baseURL, expectAccessible }) => {
  test.setTimeout(120_000);
  await signInAs("resident", "/my");
  const made = await submit(page, unique("Убрать щит с рекламой у школы"));
  await page.context().clearCookies();
  await signInAs("lead", "/desk");
  await call(page, "considering.accept", { initiativeId: made.id, version: 1, key: randomUUID() }, "POST");
  const elsewhere = await browser.newContext({ baseURL: baseURL ?? "" });
  const reader = await elsewhere.newPage();
  await reader.goto(`/initiatives/${made.number}`);
  await reader.getByText("Сообщить о нарушении", { exact: true }).click();
  await reader.getByLabel("Что не так").selectOption({ label: "реклама" });
  const said = unique("Назван магазин и его телефон");
  await reader.getByLabel("Где именно, если хотите пояснить").fill(said);
  await reader.getByRole("button", { name: "Отправить", exact: true }).dblclick();
  await expect(reader.getByText("Спасибо. Модератор муниципалитета посмотрит.")).toBeVisible();

  await elsewhere.addCookies(await cookiesOf("moderator", baseURL ?? ""));
  await reader.goto("/desk/remarks");
  const item = reader.getByRole("article").filter({ hasText: said });
  while (!(await item.isVisible())) {
    const address = reader.url();
    await reader.getByRole("link", { name: "Дальше" }).click();
    await reader.waitForURL((url) => url.href !== address);
  }
  await expect(item).toHaveCount(1);
  await expect(item).toContainText("Жалоба: реклама");
  await expectAccessible(reader);
  await item.getByRole("button", { name: "Передать рабочей группе" }).click();
  await expect(item).toHaveCount(0);
  await elsewhere.close();

  await page.goto(`/desk/queue/${made.id}`);
  await expect(page.getByText(said).first()).toBeVisible();
  expect(await (await page.request.get(`/initiatives/${made.number}`)).text()).not.toContain(said);
});
