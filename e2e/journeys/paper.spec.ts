import { randomInt } from "node:crypto";
import { makePdf } from "../../src/testing/factories/make-files";
import { bookOf, fileOf } from "../directory-files";
import { expect, loseConnection, test } from "../fixtures";

test("координатор печатает бланк и вводит стопку листов с клавиатуры: связь пропадает, ни один лист не потерян и не введён дважды", async ({ signInAs, page, expectAccessible }) => {
  test.setTimeout(120_000);
  const tail = randomInt(100_000, 999_999);
  await signInAs("coordinator", "/desk/people/sheets/blank");
  await expect(page.getByRole("heading", { name: "Моя инициатива" })).toBeVisible();
  await expect(page.getByRole("img", { name: /Адрес страницы, где можно написать самому/ })).toBeVisible();
  await expectAccessible();
  const address = await page.locator(".blank-qr strong").innerText();
  await page.goto("/desk/people/sheets");
  await expectAccessible();

  const field = (label: string) => page.getByLabel(label, { exact: false });
  await page.getByLabel("Хранится в деле").fill("дело № 4-М");
  await page.getByLabel(/Под согласием/).check();
  const write = async (text: string) => {
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  };
  // name, no phone, title, essence, result, no place; then the next direction and the next kind of the lists
  const sheet = async (name: string, title: string) => {
    for (const text of [name, "", title, "По вечерам на дорожке у школы темно, дети идут по проезжей части.", "Фонари горят вдоль всей дорожки.", ""]) await write(text);
    for (let list = 0; list < 2; list += 1) {
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
    }
  };
  await field("Кто написал").focus();
  await sheet("Листова Мария Петровна", `Осветить дорожку ${tail}`);
  const row = (title: string) => page.getByRole("listitem").filter({ hasText: title });
  await expect(row(`Осветить дорожку ${tail}`)).toContainText(/принят, № /);
  await expect(field("Кто написал")).toBeFocused();

  const reconnect = await loseConnection(page);
  await sheet("Листов Пётр", `Поставить скамейку ${tail}`);
  await sheet("Листова Анна", `Починить крыльцо ${tail}`);
  await expect(page.getByText("Нет связи с сервером")).toBeVisible();
  await expect(row(`Починить крыльцо ${tail}`)).toContainText("отправляется");
  await reconnect();
  for (const title of [`Поставить скамейку ${tail}`, `Починить крыльцо ${tail}`]) await expect(row(title)).toContainText(/принят, № /, { timeout: 20_000 });
  await expect(page.getByText("Принято листов: 3 из 3")).toBeVisible();
  await expectAccessible();

  await page.goto("/desk/organisation");
  for (const title of [`Осветить дорожку ${tail}`, `Поставить скамейку ${tail}`, `Починить крыльцо ${tail}`]) await expect(page.getByRole("link", { name: title })).toHaveCount(1);
  await page.getByRole("link", { name: `Осветить дорожку ${tail}` }).click();
  await expect(page.getByText("Принято на месте").first()).toBeVisible();
  expect((await page.request.get(`/${address.split("/").slice(1).join("/")}`)).ok()).toBe(true);
});

test("координатор загружает стопку таблицей: негодная строка названа, исправлена, подтверждена; второй раз та же таблица ничего не добавляет", async ({ signInAs, page, expectAccessible }) => {
  test.setTimeout(120_000);
  const tail = randomInt(100_000, 999_999);
  await signInAs("coordinator", "/desk/people/sheets/table");
  const sample = await page.request.get((await page.getByRole("link", { name: "скачать образец" }).getAttribute("href")) ?? "");
  expect(sample.headers()["content-type"]).toContain("spreadsheetml");
  const [choose, look] = [page.getByRole("group", { name: "Таблица" }).locator('input[type="file"]'), page.getByRole("button", { name: "Посмотреть, что получится" })];
  await look.click();
  await expect(page.getByText("Выберите файл с таблицей.")).toBeVisible();
  await choose.setInputFiles(fileOf("Сумма;Дата\n1;2\n"));
  await look.click();
  await expect(page.getByText(/не нашлись столбцы листов/)).toBeVisible();

  const head = "Кто написал;Телефон;Что предлагает;В чём дело;Что должно получиться;Направление;Кто автор";
  const line = (name: string, title: string, direction: string) => `${name};;${title} ${tail};По вечерам на дорожке темно, дети идут по проезжей части.;Фонари горят вдоль всей дорожки.;${direction};пенсионер`;
  await page.goto("/desk/people/sheets");
  const direction = (await page.getByLabel("Направление").locator("option").nth(1).innerText()).trim();
  await page.goto("/desk/people/sheets/table");
  const book = async (...lines: readonly string[]) => await bookOf({ Листы: ["Сход в селе", head, ...lines] });
  await choose.setInputFiles(await book(line(`Таблицына Анна-${letters(tail)}`, "Осветить дорожку", direction), line(`Таблицына Анна-${letters(tail)}`, "Поставить скамейку", direction), line("Таблицын Пётр", "Свет", "Космос")));
  const lost = await loseConnection(page);
  await look.click();
  await expect(page.getByText(/Нет связи с сервером. Файл остался на странице/)).toBeVisible();
  await lost();
  await look.click();
  await expect(page.getByRole("heading", { name: "1 строку нужно исправить" })).toBeVisible();
  await expect(page.getByText("Направление: «Космос»")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Готовы 2 листа" })).toBeVisible();
  await expectAccessible();

  const mended = [line(`Таблицына Анна-${letters(tail)}`, "Осветить дорожку", direction), line(`Таблицына Анна-${letters(tail)}`, "Поставить скамейку", direction), line("Таблицын Пётр", "Повесить фонарь", direction)];
  await choose.setInputFiles(await book(...mended));
  await look.click();
  await page.getByLabel(/Под согласием/).check();
  // one scan instead of a number
  await page.getByRole("group", { name: "Или скан всех листов стопки" }).locator('input[type="file"]').setInputFiles({ name: "Стопка.pdf", mimeType: "application/pdf", buffer: makePdf() });
  await expect(page.getByText("Скан загружен: он относится ко всем следующим листам.")).toBeVisible();
  await page.getByRole("button", { name: "Ввести 3 листа" }).click();
  await expect(page.getByText("Выберите, кто это: без этого лист не вводится.").first()).toBeVisible();
  await expectAccessible();
  for (const who of await page.getByLabel("Кто это").all()) await who.selectOption({ index: 1 });
  await page.getByRole("button", { name: "Ввести 3 листа" }).dblclick();
  const row = (title: string) => page.getByRole("listitem").filter({ hasText: `${title} ${tail}` });
  for (const title of ["Осветить дорожку", "Поставить скамейку", "Повесить фонарь"]) await expect(row(title)).toContainText(/принят, № /, { timeout: 20_000 });

  await choose.setInputFiles(await book(...mended));
  await look.click();
  await expect(page.getByText(/уже введены 3/)).toBeVisible();
  await expect(page.getByText("Вводить нечего")).toBeVisible();
  await expectAccessible();
  await page.goto("/desk/organisation");
  for (const title of ["Осветить дорожку", "Поставить скамейку", "Повесить фонарь"]) await expect(page.getByRole("link", { name: `${title} ${tail}` })).toHaveCount(1);
  await page.getByRole("link", { name: `Осветить дорожку ${tail}` }).click();
  await expect(page.getByText("Принято на месте").first()).toBeVisible();
  const scan = await page.request.get((await page.getByRole("link", { name: "Открыть скан стопки" }).getAttribute("href")) ?? "");
  expect([scan.status(), scan.headers()["content-type"]]).toEqual([200, "application/pdf"]);
});

/** A name of its own in each run: people of earlier runs are known. */
const letters = (number: number) => [...String(number)].map((digit) => "абвгдежзик".charAt(Number(digit))).join("").replace(/^./, (first) => first.toUpperCase());
