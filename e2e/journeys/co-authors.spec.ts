import { randomInt } from "node:crypto";
import { expect, password, test } from "../fixtures";

test("автор коллективной инициативы зовёт соавтора по коду: тот соглашается сам, виден автору, узнаёт о ходе и может выйти", async ({ signInAs, page, browser, baseURL, expectAccessible }) => {
  test.setTimeout(120_000);
  const tail = randomInt(100_000, 999_999);
  await signInAs("resident", "/new");
  await page.getByLabel("О чём ваша инициатива").fill(`Поставить качели во дворе ${tail}`);
  await page.getByLabel("Что сейчас не так и что вы предлагаете").fill("Во дворе двадцать детей и ни одних качелей, играют на парковке.");
  await page.getByLabel("Что изменится").fill("Качели стоят, дети играют не среди машин.");
  await page.getByRole("button", { name: "Дальше" }).click();
  const region = page.getByLabel("Регион", { exact: true });
  if (await region.isVisible()) await region.selectOption({ label: "Кировская область" });
  await page.getByLabel("О каком муниципалитете речь").selectOption({ label: "Яранский район" });
  await page.getByLabel("Направление").selectOption({ index: 1 });
  await page.getByLabel("Кто вы").selectOption({ label: "родитель" });
  await page.getByLabel("Инициатива коллективная").check();
  await page.getByRole("button", { name: "Дальше" }).click();
  await page.getByRole("button", { name: "Подать инициативу" }).click();
  await page.waitForURL(/\/my\/\d/);
  const own = page.url();

  await expect(page.getByText("Пока никого не звали.")).toBeVisible();
  await page.getByLabel("Электронная почта соавтора").fill("не адрес");
  await page.getByRole("button", { name: "Позвать" }).click();
  await expect(page.getByText("Укажите адрес почты целиком")).toBeVisible();
  await page.getByLabel("Электронная почта соавтора").fill("");
  await page.getByRole("button", { name: "Получить код" }).dblclick();
  await expect(page.getByText("Код готов")).toBeVisible();
  const code = (await page.getByRole("status").filter({ hasText: "Код готов" }).locator("strong").innerText()).trim();
  await expect(page.getByRole("listitem").filter({ hasText: "по коду" })).toHaveCount(1);
  await expectAccessible();

  const elsewhere = await browser.newContext({ baseURL: baseURL ?? "" });
  const other = await elsewhere.newPage();
  await other.goto(`/sign-in?next=${encodeURIComponent(`/co-author?code=${code}`)}`);
  await other.getByLabel("Электронная почта или телефон").fill("executor@demo.example");
  await other.getByLabel("Пароль").fill(password);
  await other.getByRole("button", { name: "Войти" }).click();
  await other.waitForURL(/\/co-author\?code=/);
  await other.getByRole("button", { name: "Посмотреть" }).click();
  await expect(other.getByRole("heading", { name: `Поставить качели во дворе ${tail}` })).toBeVisible();
  await expectAccessible(other);
  await other.getByRole("button", { name: "Согласиться" }).dblclick();
  await expect(other.getByText("О каждом шаге мы сообщим и вам.")).toBeVisible();
  await other.getByRole("link", { name: "Открыть инициативу" }).click();
  await expect(other.getByText("Выйти из соавторов")).toBeVisible();

  await page.goto(own);
  await expect(page.getByText("согласие есть")).toBeVisible();
  await expect(page.getByText(/и 1 соавтор/).first()).toBeVisible();

  await other.getByText("Выйти из соавторов").click();
  await other.getByRole("button", { name: "Да, выйти" }).click();
  await other.waitForURL(/\/my$/);
  await page.reload();
  await expect(page.getByText("больше не соавтор")).toBeVisible();
  await elsewhere.close();
});
