import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { makePdf, makePhoto } from "../../src/testing/factories/make-files";
import { expect, test } from "../fixtures";
import { closeScreens, screensOf } from "../own-screens";
import { ownPassword } from "../registering";
import { afterAnnouncements, call, submit, unique, type Made } from "../submitting";

const record = ({ id }: Made) => `/desk/queue/${id}`;
const settling = ({ id }: Made) => `/desk/nominations/${id}`;
const press = async (page: Page, name: string) => await page.getByRole("button", { name, exact: true }).click();
const reason = "Так решено на совещании: подробности в протоколе № 4.";

test.afterEach(closeScreens);

/** One of the resident, that the lead's group considers. */
async function considered(author: Page, lead: Page, title: string): Promise<Made> {
  const made = await submit(author, unique(title));
  await accept(lead, made);
  return made;
}

async function accept(lead: Page, made: Made): Promise<void> {
  await call(lead, "considering.accept", { initiativeId: made.id, version: 1, key: randomUUID() }, "POST");
}

/** Of what is open under «Ещё действия». */
async function openMore(page: Page, act: string): Promise<void> {
  await page.getByText("Ещё действия", { exact: true }).click();
  await press(page, act);
}

async function chooseOption(page: Page, field: RegExp, option: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: field }).click();
  await page.getByRole("option", { name: option }).click();
}

test("направленная другой группе уходит туда с номером и сроком, прежняя группа узнаёт, что она больше не у неё", async ({ browser, expectAccessible }) => {
  const { open } = screensOf(browser);
  const [author, lead] = [await open("resident", "/my"), await open("lead", "/desk/queue")];
  const made = await considered(author, lead, "Кружок робототехники в парке");
  await lead.goto(record(made));
  await openMore(lead, "Другому направлению");
  await press(lead, "Направить");
  await expect(lead.getByRole("alert").first()).toBeVisible();
  await chooseOption(lead, /^Направление|Направление$/, "Образование");
  await lead.getByLabel("Почему рассматривать там").fill(reason);
  await afterAnnouncements(lead);
  await expectAccessible(lead);
  await lead.getByRole("button", { name: "Направить", exact: true }).dblclick();
  await expect(lead.getByText("Инициатива у другой группы.")).toBeVisible();
  await expect(lead.getByRole("heading", { name: "Эта инициатива больше не у вас" })).toBeVisible();
  await expect(lead.getByRole("button", { name: "Решить и ответить автору" })).toHaveCount(0);
  await afterAnnouncements(lead);
  await expectAccessible(lead);
  expect((await lead.goto(record(made)))?.status()).toBe(404);
  await author.goto(`/my/${made.number}`);
  await expect(author.getByText("направлена другой группе").first()).toBeVisible();
  await expect(author.getByText(reason).first()).toBeVisible();
});

test("другому муниципалитету: возвращённую с возвратом несогласны, решает ответственный, а спорную – совет", async ({ browser, expectAccessible }) => {
  test.setTimeout(300_000);
  const { open, fresh } = screensOf(browser);
  const [author, lead, responsible, council] = [await open("resident", "/my"), await open("lead", "/desk/queue"), await open("responsible", "/desk"), await open("council", "/council")];
  const there = await neighbour(test.info().project.name === "phone" ? "Кикнурский район" : "Тужинский район", await open("administrator", "/admin"), await fresh());

  const [kept, given] = [await considered(author, lead, "Мостик через ручей"), await considered(author, lead, "Колодец на дороге к садам")];
  for (const made of [kept, given]) {
    await lead.goto(record(made));
    await openMore(lead, "Другому муниципалитету");
    await chooseOption(lead, /Муниципалитет/, new RegExp(`^${there.place}`));
    await lead.getByLabel("Почему это дело другого муниципалитета").fill(reason);
    await press(lead, "Направить");
    await expect(lead.getByText("Направлена. Ждём ответа другого муниципалитета.")).toBeVisible();

    await there.page.goto("/desk/nominations");
    await there.page.getByRole("link", { name: made.title }).click();
    await press(there.page, "Вернуть");
    await there.page.getByLabel("Почему возвращаете").fill("По нашим картам граница проходит севернее, участок у вас.");
    await there.page.getByRole("region", { name: "Вернуть" }).getByRole("button", { name: "Вернуть", exact: true }).dblclick();
    await expect(there.page.getByText("Инициатива возвращена.")).toBeVisible();
    // what isn't theirs they don't see any longer
    await expect(there.page.getByRole("heading", { name: "Эта инициатива больше не у вас" })).toBeVisible();

    await lead.goto(record(made));
    await expect(lead.getByText("По нашим картам граница проходит севернее").first()).toBeVisible();
    await openMore(lead, "Не согласиться с возвратом");
    await lead.getByLabel("С чем не согласны").fill("Сад за ручьём уже ваш: смотрите кадастровый план.");
    await press(lead, "Отправить");
    await expect(lead.getByText("Вопрос передан ответственному за марафон.")).toBeVisible();
  }
  await afterAnnouncements(lead);
  await expectAccessible(lead);

  await responsible.goto("/desk/nominations");
  await responsible.getByRole("link", { name: kept.title }).click();
  await press(responsible, "Оставить у первого муниципалитета");
  await responsible.getByLabel("Почему остаётся").fill(reason);
  await press(responsible, "Оставить");
  await expect(responsible.getByText("Решено: остаётся у первого муниципалитета.")).toBeVisible();
  await responsible.goto(settling(given));
  await press(responsible, "Передать совету");
  await responsible.getByLabel("Почему это решать совету").fill(reason);
  await responsible.getByRole("region", { name: "Передать совету" }).getByRole("button", { name: "Передать совету" }).click();
  await expect(responsible.getByText("Вопрос передан совету.")).toBeVisible();
  await afterAnnouncements(responsible);
  await expectAccessible(responsible);

  await council.goto("/desk/nominations");
  await council.getByRole("link", { name: given.title }).click();
  await press(council, "Передать второму муниципалитету");
  await chooseOption(council, /Направление/, "Благоустройство");
  await council.getByLabel("Почему рассматривает этот муниципалитет").fill("По кадастровому плану участок в границах второго муниципалитета.");
  await afterAnnouncements(council);
  await expectAccessible(council);
  await council.getByRole("button", { name: "Передать", exact: true }).dblclick();
  await expect(council.getByText("Решено: рассматривает второй муниципалитет.")).toBeVisible();

  await author.goto(`/my/${given.number}`);
  await expect(author.getByText(there.place).filter({ visible: true }).first()).toBeVisible();
  await expect(author.getByText("совет решил, кто рассматривает").first()).toBeVisible();
  await author.goto(`/my/${kept.number}`);
  await expect(author.getByText("Яранский район").filter({ visible: true }).first()).toBeVisible();
  await expect(author.getByText("решено: остаётся здесь").first()).toBeVisible();
});

/** The responsible person of a municipality nearby, appointed for this journey. */
async function neighbour(place: string, office: Page, page: Page): Promise<{ readonly place: string; readonly page: Page }> {
  const [marathon] = await call<{ id: string }[]>(office, "marathon.current", undefined, "GET");
  const municipalities = await call<{ id: string; shortName: string }[]>(office, "marathon.municipalities", { marathonId: marathon?.id }, "GET");
  const email = `sosed-${randomUUID().slice(0, 8)}@example.org`;
  await office.goto(`/desk/structure/appoint?seat=${municipalities.find(({ shortName }) => shortName === place)?.id}&role=responsiblePerson`);
  await office.getByLabel("Электронная почта").fill(email);
  await office.getByLabel("Фамилия").fill("Соседова");
  await office.getByLabel("Имя", { exact: true }).fill("Нина");
  await press(office, "Назначить");
  await expect(office.getByRole("heading", { name: "Соседова Нина" })).toBeVisible();
  await expect(async () => {
    await page.goto(`/mailbox?to=${encodeURIComponent(email)}`);
    await expect(page.getByRole("link", { name: /\/invitation\// }).first()).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.getByRole("link", { name: /\/invitation\// }).first().click();
  await page.getByLabel("Пароль").fill(ownPassword);
  await page.getByLabel(/согласие на обработку/).check();
  await press(page, "Открыть рабочий стол");
  await page.waitForURL((url) => url.pathname === "/desk");
  return { place, page };
}

test("две похожие становятся одной: авторы и сторонники вместе, прежний номер ведёт к общей, все узнают", async ({ browser, page, expectAccessible }) => {
  test.setTimeout(180_000);
  const { open } = screensOf(browser);
  const [author, other, reader, lead] = [await open("resident", "/my"), await open("director", "/my"), await open("operator", "/"), await open("lead", "/desk/queue")];
  const into = await considered(author, lead, "Горка у ледового дворца");
  const from = await considered(other, lead, "Ледяная горка у дворца");
  await reader.goto(`/initiatives/${from.number}`);
  await press(reader, "Поддержать");
  await expect(reader.getByText("Вы поддержали").first()).toBeVisible();

  await lead.goto(record(from));
  await openMore(lead, "Объединить с похожей");
  await lead.getByLabel("Номер инициативы, с которой объединить").fill("такого нет");
  await press(lead, "Объединить");
  await expect(lead.getByRole("alert").first()).toBeVisible();
  await lead.getByLabel("Номер инициативы, с которой объединить").fill(`2026-${into.number}`);
  await afterAnnouncements(lead);
  await expectAccessible(lead);
  await lead.getByRole("button", { name: "Объединить", exact: true }).dblclick();
  await expect(lead.getByText("Инициативы объединены.")).toBeVisible();

  // the page that is kept for everybody goes with the announcement, a moment after the step
  await expect(async () => {
    await page.goto(`/initiatives/${from.number}`);
    await page.waitForURL(new RegExp(`/initiatives/${into.number}\\?`), { timeout: 1_000 });
  }).toPass();
  await expect(page.getByRole("heading", { level: 1, name: into.title })).toBeVisible();
  await expect(page.getByRole("heading", { name: `Инициативу № ${from.number} объединили с этой` })).toBeVisible();
  await expect(page.getByText("к ней присоединили похожую").first()).toBeVisible();
  await expectAccessible();
  // a number that was not merged says nothing of the kind
  await page.goto(`/initiatives/${into.number}?joined=${into.number - 1}`);
  await expect(page.getByRole("heading", { level: 1, name: into.title })).toBeVisible();
  await expect(page.getByText("объединили с этой")).toHaveCount(0);

  await other.goto(`/my/${from.number}`);
  await other.getByRole("link", { name: "Как идёт объединённая" }).click();
  await expect(other.getByRole("heading", { level: 1, name: into.title })).toBeVisible();
  await reader.goto(`/initiatives/${into.number}`);
  await expect(reader.getByText("Вы поддержали").first()).toBeVisible();
  for (const [screen, title] of [[other, from.title], [author, into.title], [reader, from.title]] as const) {
    await expect(async () => {
      await screen.goto("/messages");
      await expect(screen.getByText(title).filter({ hasText: /похож/ }).first()).toBeVisible({ timeout: 1_000 });
    }).toPass();
  }
});

test("из одной выделяют часть: у неё свой номер и тот же автор, прежняя остаётся", async ({ browser, page, expectAccessible }) => {
  const { open } = screensOf(browser);
  const [author, lead] = [await open("resident", "/my"), await open("lead", "/desk/queue")];
  const made = await considered(author, lead, "Фонари и мусор на набережной");
  const part = unique("Урны на набережной");
  await lead.goto(record(made));
  await openMore(lead, "Разделить");
  await lead.getByLabel("Заголовок новой инициативы").fill(part);
  const form = lead.getByRole("region", { name: "Разделить" });
  await form.getByRole("button", { name: "Разделить", exact: true }).click();
  await expect(lead.getByLabel("Суть")).toHaveAccessibleDescription(/Заполните|не меньше/);
  await lead.getByLabel("Суть").fill("На набережной нет ни одной урны, мусор лежит у скамеек. Поставьте урны у каждой скамейки.");
  await lead.getByLabel("Что изменится").fill("На набережной чисто и летом, и зимой.");
  await chooseOption(lead, /Направление/, "Экология и отходы");
  await afterAnnouncements(lead);
  await expectAccessible(lead);
  await form.getByRole("button", { name: "Разделить", exact: true }).dblclick();
  await expect(lead.getByText("Часть выделена в отдельную инициативу.")).toBeVisible();

  await author.goto("/my");
  await expect(author.getByRole("link", { name: part })).toHaveCount(1);
  await author.getByRole("link", { name: part }).click();
  await expect(author.getByText("выделена из другой").first()).toBeVisible();
  expect(author.url()).not.toContain(`/my/${made.number}`);
  await page.goto(`/initiatives/${made.number}`);
  await expect(page.getByText("из неё выделена другая").first()).toBeVisible();
});

test("автор возражает один раз, отвечает уровень выше, и это последнее слово", async ({ browser, page, expectAccessible }) => {
  test.setTimeout(180_000);
  const { open } = screensOf(browser);
  const [author, lead, deputy] = [await open("resident", "/my"), await open("lead", "/desk/queue"), await open("deputy", "/desk")];
  const made = await considered(author, lead, "Скамейка у дома ветеранов");
  await lead.goto(record(made));
  await lead.getByText("Не поддержать", { exact: true }).click();
  await lead.getByLabel("Ответ автору").fill("В этом году денег на скамейки нет: они ушли на дорогу.");
  await press(lead, "Решить и ответить автору");
  await expect(lead.getByText("Решение принято. Автору отправлено сообщение.")).toBeVisible();

  await author.goto(`/my/${made.number}`);
  await author.getByText("Возразить против решения").click();
  await author.getByLabel("С чем вы не согласны").fill("Нет");
  await press(author, "Отправить возражение");
  await expect(author.getByLabel("С чем вы не согласны")).toHaveAccessibleDescription(/не меньше/);
  await expectAccessible(author);
  await author.getByLabel("С чем вы не согласны").fill("Денег мы не просили: скамейку поставим сами, нужно только разрешение.");
  await author.getByRole("button", { name: "Отправить возражение" }).dblclick();
  await expect(author.getByText("Возражение отправлено. Ответ придёт сообщением.")).toBeVisible();
  await expect(author.getByText("Возразить против решения")).toHaveCount(0);

  await lead.goto(record(made));
  await expect(lead.getByRole("button", { name: "Ответить на возражение" })).toHaveCount(0);
  await deputy.goto("/desk/nominations");
  await deputy.getByRole("link", { name: made.title }).click();
  await expect(deputy.getByText("скамейку поставим сами").first()).toBeVisible();
  await press(deputy, "Ответить на возражение");
  await deputy.getByText("Включить в программу", { exact: true }).click();
  await deputy.getByLabel("Ответ автору").fill("Вы правы: разрешаем, доски и краску дадим из программы.");
  await afterAnnouncements(deputy);
  await expectAccessible(deputy);
  await deputy.getByRole("region", { name: "Ответить на возражение" }).getByRole("button", { name: "Ответить автору" }).dblclick();
  await expect(deputy.getByText("Ответ отправлен автору.")).toBeVisible();

  await author.goto(`/my/${made.number}`);
  await expect(author.getByText("разрешаем, доски и краску дадим").first()).toBeVisible();
  await expect(author.getByText("Возразить против решения")).toHaveCount(0);
  await page.goto(`/initiatives/${made.number}`);
  await expect(page.getByText("скамейку поставим сами").first()).toBeVisible();
  await expect(page.getByText("разрешаем, доски и краску дадим").first()).toBeVisible();
  await expectAccessible();
});

test("выполненную показывают: снимок со словами видят все, подписанный ответ – автор", async ({ browser, page, expectAccessible }) => {
  test.setTimeout(180_000);
  const { open } = screensOf(browser);
  const [author, lead] = [await open("resident", "/my"), await open("lead", "/desk/queue")];
  const made = await considered(author, lead, "Перила на лестнице к реке");
  await call(lead, "considering.decide", { initiativeId: made.id, version: 2, key: randomUUID(), decision: "alreadyUnderWay", competence: null, text: "Перила поставят до конца месяца." }, "POST");
  await lead.goto(record(made));
  await press(lead, "Отметить выполненной");
  await lead.getByLabel("Что сделано").fill("Перила поставлены с обеих сторон, держатся крепко.");
  await lead.getByRole("region", { name: "Отметить выполненной" }).getByRole("button", { name: "Отметить выполненной" }).dblclick();
  await expect(lead.getByText("Отмечена выполненной. Автору отправлено сообщение.")).toBeVisible();

  await lead.getByText("Добавить снимок сделанного").click();
  const photo = lead.locator("form").filter({ has: lead.getByText("Снимок", { exact: true }) });
  await photo.locator("input[type=file]").setInputFiles({ name: "Перила.jpg", mimeType: "image/jpeg", buffer: await makePhoto("jpeg", { width: 640, height: 480 }) });
  await press(lead, "Приложить снимок");
  await expect(lead.getByLabel("Что на снимке")).toHaveAccessibleDescription(/не меньше/);
  await lead.getByLabel("Что на снимке").fill("Новые перила вдоль лестницы к реке");
  await afterAnnouncements(lead);
  await expectAccessible(lead);
  await lead.getByRole("button", { name: "Приложить снимок", exact: true }).dblclick();
  await expect(lead.getByText("Снимок приложен.")).toBeVisible();
  await expect(lead.getByRole("img", { name: "Новые перила вдоль лестницы к реке" })).toBeVisible();
  const scan = lead.locator("form").filter({ has: lead.getByText("PDF или снимок страницы") });
  // the list of photos has just come above: what moves under the finger is pressed again
  await expect(async () => {
    if (!(await scan.isVisible())) await lead.getByText("Приложить подписанный ответ", { exact: true }).click();
    await expect(scan).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await scan.locator("input[type=file]").setInputFiles({ name: "Ответ.pdf", mimeType: "application/pdf", buffer: makePdf() });
  await press(lead, "Приложить ответ");
  await expect(lead.getByText("Ответ приложен.")).toBeVisible();
  await expect(lead.getByRole("link", { name: "Открыть подписанный ответ" })).toBeVisible();

  await page.goto(`/initiatives/${made.number}`);
  const picture = page.getByRole("img", { name: "Новые перила вдоль лестницы к реке" });
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(async () => await picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(640);
  await expect(page.getByText("подписанный ответ")).toHaveCount(0);
  await author.goto(`/my/${made.number}`);
  await expect(author.getByRole("link", { name: "Ответ.pdf" })).toBeVisible();
  await expect(author.getByText("приложен подписанный ответ").first()).toBeVisible();
  await expectAccessible();
});
