import { randomInt } from "node:crypto";
import { bookOf, fileOf } from "../directory-files";
import { expect, test } from "../fixtures";

test("администратор загружает плохой файл: видит каждую ячейку каждого листа, возвращает потерянные нули, записывает один раз", async ({ signInAs, page, expectAccessible }) => {
  test.setTimeout(180_000);
  // codes with a lost zero, of the real region of the demonstration: 07 and four digits that no municipality has
  const tail = String(randomInt(9_100, 9_899));
  const [one, two] = [`7${tail}10`, `7${tail}20`];
  const mark = `№ ${tail}`;
  await signInAs("administrator", "/admin/directory");
  const [choose, look] = [page.locator('input[type="file"]'), page.getByRole("button", { name: "Посмотреть, что получится" })];
  await look.click();
  await expect(page.getByText("Заполните это поле.")).toBeVisible();
  await choose.setInputFiles(fileOf("Сумма;Дата\n1;2\n"));
  await look.click();
  await expect(page.getByText(/не нашлись столбцы справочника/)).toBeVisible();
  await page.getByRole("button", { name: "Выбрать другой файл" }).click();
  await choose.setInputFiles(fileOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])));
  await look.click();
  await expect(page.getByText(/таблица старого вида/)).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: "Выбрать другой файл" }).click();

  const columns = "Код ОКТМО;Регион;Наименование;Численность населения на 1 января";
  const head = `Перечень;;;\n${columns}\n`;
  await choose.setInputFiles(await bookOf({
    Округа: ["Перечень", columns, `${one};Ставропольский край;Первый округ ${mark};1000`, `${two};Ставропольский край;Второй округ ${mark};много`, `${two};Нарния;Третий округ ${mark};`, "* по данным переписи"],
    Учреждения: ["Код ОКТМО;Организация;Вид", `07502000;Школа ${mark};цирк`, `07502000;Больница ${mark};больница`],
    Люди: ["Код ОКТМО;Роль;ФИО;Почта", `07502000;глава;Новикова Ольга;без собаки`, `07502000;администратор;Новикова Ольга;o${tail}@example.org`],
    Смета: ["Сумма;Дата", "1;2"],
  }));
  await look.click();
  await expect(page.getByRole("heading", { name: "6 строк нужно исправить" })).toBeVisible();
  const expectProblem = async (place: string, text: string) => await expect(page.getByRole("listitem").filter({ hasText: place }).filter({ hasText: text })).toHaveCount(1);
  await expectProblem("Лист «Округа», строка 5", "Такого региона нет.");
  await expectProblem("Лист «Округа», строка 4", "Численность населения на 1 января: «много»");
  await expectProblem("Лист «Учреждения», строка 2", "Вид: «цирк»");
  await expectProblem("Лист «Люди», строка 2", "Почта: «без собаки»");
  await expectProblem("Лист «Люди», строка 3", "Эта роль назначается на странице, не таблицей.");
  await expect(page.getByRole("button", { name: /^Записать/ })).toHaveCount(0);
  await expectAccessible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "6 строк нужно исправить" })).toBeVisible();
  await page.getByRole("button", { name: "Выбрать другой файл" }).click();

  const good = `${head}${one};Ставропольский край;Первый округ ${mark};1000\n${two};Ставропольский край;Второй округ ${mark};2000\n`;
  await choose.setInputFiles(fileOf(good));
  await look.click();
  await page.getByRole("button", { name: `Читать как 0${one}` }).click();
  await expect(page.getByRole("heading", { name: "1 строку нужно исправить" })).toBeVisible();
  await page.getByRole("button", { name: /^Исправить такой код/ }).click();
  await page.getByRole("button", { name: "Записать 2 строки" }).dblclick();
  await expect(page.getByText("Муниципальные образования: новых 2, изменено 0, без изменений 0.")).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: "Загрузить ещё" }).click();
  await choose.setInputFiles(fileOf(good.replaceAll(one, `0${one}`).replaceAll(two, `0${two}`)));
  await look.click();
  await expect(page.getByText("Записывать нечего: всё уже так.")).toBeVisible();
  await page.getByRole("button", { name: "Выбрать другой файл" }).click();
});
