import type { Page } from "@playwright/test";
import pg from "pg";
import { expect, test } from "../fixtures";
import { confirm, fillRegistration, newAddress } from "../registering";

/** A poster of the municipality where the demonstration's own people are. */
async function findPoster(): Promise<{ readonly code: string; readonly label: string }> {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query<{ code: string; label: string }>(`SELECT l.code, l.label FROM "PosterLink" l JOIN "Unit" u ON u.id = l."municipalityId" WHERE u.oktmo = '33650000' ORDER BY l.code LIMIT 1`);
    if (!rows[0]) throw new Error("в демонстрации нет плаката");
    return rows[0];
  } finally {
    await client.end();
  }
}

test("с плаката до трёх поданных инициатив: черновик без учётной записи, регистрация, письмо; муниципалитет исправляет только автор", async ({ page, browser, baseURL, signInAs }) => {
  test.slow();
  const { code, label } = await findPoster();
  await page.goto(`/p/${code}`);
  await expect(page.getByText(`Вы пришли по плакату: ${label}`)).toBeVisible();
  const title = `Навес над остановкой у поликлиники ${newAddress().slice(5, 13)}`;
  await page.getByLabel("О чём ваша инициатива").fill(title);
  await page.getByLabel("Что сейчас не так и что вы предлагаете").fill("Автобуса ждут под дождём, скамейки нет. Нужны навес и скамейка.");
  await page.getByLabel("Что изменится").fill("Ждать автобуса станет можно под крышей.");
  await page.getByRole("button", { name: "Дальше" }).click();
  // место подставлено с плаката
  await expect(page.getByLabel("О каком муниципалитете речь").locator("option:checked")).toHaveText(/Яранский/);
  await page.getByLabel("Направление").selectOption({ index: 1 });
  await page.getByLabel("Кто вы").selectOption({ label: "пенсионер" });
  await page.getByRole("button", { name: "Дальше" }).click();
  await page.getByRole("button", { name: "Подать инициативу" }).click();
  await page.getByRole("link", { name: "Зарегистрироваться и подать" }).click();

  const email = newAddress();
  await fillRegistration(page, email);
  await page.getByLabel("Можно показывать моё имя рядом с моими инициативами").check();
  await page.getByRole("button", { name: "Зарегистрироваться" }).click();
  await expect(page.getByRole("heading", { name: "Проверьте почту" })).toBeVisible();
  await confirm(page, email);
  await page.waitForURL(/\/new\?draft=/);
  await expect(page.getByText(title)).toBeVisible();
  const numbers = [await submit(page)];
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();

  for (const next of ["Скамейка у поликлиники", "Расписание на остановке крупно"]) {
    await page.goto(`/new?title=${encodeURIComponent(next)}`);
    await page.getByLabel("Что сейчас не так и что вы предлагаете").fill("Пожилым людям тяжело стоять, а мелкое расписание не прочесть.");
    await page.getByLabel("Что изменится").fill("Ждать автобуса станет легче.");
    await page.getByRole("button", { name: "Дальше" }).click();
    await page.getByLabel("Направление").selectOption({ index: 1 });
    await page.getByLabel("Кто вы").selectOption({ label: "пенсионер" });
    await page.getByRole("button", { name: "Дальше" }).click();
    numbers.push(await submit(page));
  }
  expect(new Set(numbers).size).toBe(3);
  await page.goto("/my");
  for (const number of numbers) await expect(page.getByRole("main").locator(`a[href="/my/${number}"]`).first()).toBeVisible();

  // чужую инициативу никто не откроет так, как свою, и не исправит
  const stranger = await browser.newContext({ baseURL: baseURL ?? "" });
  const other = await stranger.newPage();
  await other.goto(`/my/${numbers[2]}`);
  await expect(other.getByRole("heading", { level: 1, name: "Вход" })).toBeVisible();
  await stranger.close();
  await page.goto(`/my/${numbers[2]}`);
  await page.getByText("Исправить место").click();
  await page.getByLabel("О каком муниципалитете речь").selectOption({ label: "Уржумский район" });
  await page.getByRole("button", { name: "Исправить", exact: true }).dblclick();
  await expect(page.getByText("Место исправлено.")).toBeVisible();
  await expect(page.getByRole("list", { name: "Ход рассмотрения" }).getByText("автор исправил место")).toHaveCount(1);
  await page.goto("/messages");
  await expect(page.getByRole("link", { name: /^Инициатива № \d{4}-\d+ получена$/ })).toHaveCount(3);

  await page.goto("/sign-out");
  await page.getByRole("button", { name: "Выйти", exact: true }).click();
  await page.waitForURL(/sign-out\?done=1/);
  await signInAs("coordinator", "/desk");
  expect((await page.goto(`/my/${numbers[2]}`))?.status()).toBe(404);
});

/** In: the last step of the wizard. Out: the number in the address of the submitted one. */
async function submit(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Подать инициативу" }).click();
  await page.waitForURL(/\/my\/\d+/);
  return /\/my\/(\d+)/.exec(page.url())![1]!;
}
