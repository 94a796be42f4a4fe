import { expect, test } from "../fixtures";

const subject = "Ответить на инициативу";

test("срок длиннее, чем у марафона, не сохраняется, а более короткий видят все", async ({ signInAs, page, expectAccessible }) => {
  await signInAs("responsible", "/desk/regulation");
  await expectAccessible();
  const field = page.getByRole("textbox", { name: subject });
  await field.fill("300");
  await page.getByRole("textbox", { name: "Документ муниципалитета" }).fill("Постановление № 5");
  await page.getByRole("button", { name: "Сохранить сроки" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Проверьте отмеченное" })).toBeFocused();
  await expect(field).toHaveValue("300");
  await page.screenshot({ path: `.data/test/regulation-desk-${test.info().project.name}.png`, fullPage: true });
  // two screens at once would be two who change the same terms: one of them is told so, which the tests of the database show
  if (test.info().project.name === "phone") return;
  await field.fill("1");
  await page.getByRole("button", { name: "Сохранить сроки" }).click();
  await expect(page.getByText("Сроки сохранены")).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(`${subject}.*1 рабочий день`) })).toContainText("короче, чем у марафона");
});

test("жителю сроки и часы сказаны словами", async ({ page, expectAccessible }) => {
  await page.goto("/terms");
  await expectAccessible();
  const choice = page.getByLabel("Муниципалитет");
  await choice.selectOption({ index: 1 });
  await page.getByRole("button", { name: "Показать" }).click();
  await expect(page.getByText("На инициативу отвечают за")).toBeVisible();
  await expect(page.getByText("Понедельник")).toBeVisible();
  await expectAccessible();
  await page.screenshot({ path: `.data/test/regulation-terms-${test.info().project.name}.png`, fullPage: true });
});

test("администратор видит сроки марафона и его редакции", async ({ signInAs, page, expectAccessible }) => {
  await signInAs("administrator", "/admin/regulation");
  await expect(page.getByText("№ 1, действует с")).toBeVisible();
  await expectAccessible();
  await page.screenshot({ path: `.data/test/regulation-admin-${test.info().project.name}.png`, fullPage: true });
});
