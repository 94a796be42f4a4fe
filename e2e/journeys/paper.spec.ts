import { randomInt } from "node:crypto";
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
