import { randomInt } from "node:crypto";
import { bookOf, fileOf } from "../directory-files";
import { expect, test } from "../fixtures";

test("муниципальное образование загружает свои организации и людей с ролями; чужой адрес загрузки никого не впускает", async ({ signInAs, page, request, baseURL, expectAccessible }, { project }) => {
  test.setTimeout(120_000);
  const tail = randomInt(100_000, 999_999);
  const mark = `№ ${tail}`;
  const form = { file: fileOf("x"), wish: JSON.stringify({ municipalityId: null, regionId: null, fileName: "x" }) };
  const headers = { origin: baseURL ?? "" };
  expect((await request.post("/directory/upload", { multipart: form, headers })).status()).toBe(401);
  // an import is its owner's: on either screen it is somebody else's
  await signInAs(project.name === "phone" ? "head" : "responsible", "/desk/setup/directory");
  expect((await page.request.post("/directory/upload", { multipart: form, headers })).status()).toBe(404);
  expect((await page.request.post("/directory/upload", { multipart: form, headers: { origin: "https://evil.example" } })).status()).toBe(403);

  const [choose, look, another] = [page.locator('input[type="file"]'), page.getByRole("button", { name: "Посмотреть, что получится" }), page.getByRole("button", { name: "Выбрать другой файл" })];
  const organisations = ["Учреждение;Адрес;Вид", `Дом культуры ${mark};ул. Мира, 1;дом культуры, музей`];
  const peopleHead = "Роль;Учреждение;Фамилия;Имя;Отчество;Почта;Вид документа;Номер документа;Дата документа";
  await choose.setInputFiles(await bookOf({
    Организации: [...organisations, `Театр ${mark};ул. Мира, 2;цирк`],
    Люди: [peopleHead, `координатор;Дом культуры ${mark};Новикова;Ольга;;o${tail}@example.org;приказ;7;31.02.2026`, `координатор;Дом культуры ${mark};Новикова;;;o${tail}@example.org;;;`, `координатор;Театр;Новикова;Ольга;;o${tail}@example.org;;;`],
  }));
  await look.click();
  await expect(page.getByRole("heading", { name: "4 строки нужно исправить" })).toBeVisible();
  const expectProblem = async (place: string, text: string) => await expect(page.getByRole("listitem").filter({ hasText: place }).filter({ hasText: text })).toHaveCount(1);
  await expectProblem("Лист «Организации», строка 3", "Вид: «цирк»");
  await expectProblem("Лист «Люди», строка 2", "Дата документа: «31.02.2026»");
  await expectProblem("Лист «Люди», строка 3", "Имя: пусто");
  await expectProblem("Лист «Люди», строка 4", "Такой организации или группы здесь нет.");
  await expect(page.getByRole("button", { name: /^Записать/ })).toHaveCount(0);
  await expectAccessible();
  await another.click();

  await choose.setInputFiles(await bookOf({ Организации: organisations, Люди: [peopleHead, `координатор;Дом культуры ${mark};Новикова;Ольга;Петровна;o${tail}@example.org;приказ;7;16.02.2026`, `исполнитель;Дом культуры ${mark};Ли;Анна;;a${tail}@example.org;;;`] }));
  await look.click();
  await expect(page.getByText("После подтверждения уйдут 2 письма.")).toBeVisible();
  await page.getByRole("button", { name: "Записать 3 строки" }).dblclick();
  await expect(page.getByText("Организации: новых 1, изменено 0, без изменений 0.")).toBeVisible();
  await expect(page.getByText("Люди с ролями: новых 2, изменено 0, без изменений 0.")).toBeVisible();
  await expectAccessible();

  // what was taken out comes back without a change; of everybody's table only these two, others are appointed and ended meanwhile
  await page.getByRole("button", { name: "Загрузить ещё" }).click();
  const address = await page.getByRole("link", { name: "Выгрузить людей с ролями" }).getAttribute("href");
  const lines = (await (await page.request.get((address ?? "").replace(".xlsx", ".csv"))).text()).split("\r\n");
  const own = lines.filter((line, at) => at === 0 || line.includes(mark));
  expect(own).toHaveLength(3);
  await choose.setInputFiles(fileOf(own.join("\r\n")));
  await look.click();
  await expect(page.getByText("Записывать нечего: всё уже так.")).toBeVisible();
  await expect(page.getByText("Не читаются: Телефон, Направления группы")).toBeAttached();
  await another.click();
  await expect(look).toBeVisible();
});
