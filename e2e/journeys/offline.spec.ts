import { randomInt } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, loseConnection, test } from "../fixtures";

const password = "сирень у старого моста";

/** Everything that lies in the device's store, as text: what can be read there can be read by a finder. */
const readDevice = async (page: Page) => await page.evaluate(async () => {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open("offline");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error("closed"));
  });
  const all = await Promise.all([...db.objectStoreNames].map(async (name) => await new Promise<unknown[]>((resolve) => {
    const request = db.transaction(name).objectStore(name).getAll();
    request.onsuccess = () => resolve(request.result as unknown[]);
  })));
  db.close();
  const decoder = new TextDecoder();
  const asText = (value: unknown): unknown => (value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? decoder.decode(value) : value);
  return { stores: all.length, text: JSON.stringify([...all, { ...localStorage }, { ...sessionStorage }], (_key, value) => asText(value)) };
});

test("выезд без сети: двое людей и три инициативы записаны без связи, страница закрыта и открыта, связь рвётся на середине передачи – ничто не потеряно и не поступило дважды", async ({ signInAs, page: first, context, browser, expectAccessible }) => {
  test.setTimeout(180_000);
  const tail = randomInt(100_000, 999_999);
  const titles = [`Починить мост через Вою ${tail}`, `Вернуть автолавку ${tail}`, `Осветить остановку ${tail}`] as const;
  // an answer that is lost on its way: the server has done it, the device hears nothing
  await context.addInitScript(() => {
    const real = window.fetch;
    let takes = 0;
    window.fetch = async (...request) => {
      const answer = await real(...request);
      const address = request[0] instanceof Request ? request[0].url : String(request[0]);
      if (address.includes("takeOnTrip") && sessionStorage.getItem("lose") && ++takes === 2) throw new TypeError("Failed to fetch");
      return answer;
    };
  });
  await signInAs("coordinator", "/desk/people");
  await first.getByRole("link", { name: "Выезд без сети" }).click();
  await expect(first.getByRole("heading", { name: "Подготовить выезд" })).toBeVisible();
  await expectAccessible();
  await first.getByLabel("Придумайте пароль выезда").fill("коротко");
  await first.getByRole("button", { name: "Подготовить", exact: true }).click();
  await expect(first.getByText("Пароль короткий")).toBeVisible();
  await first.getByLabel("Придумайте пароль выезда").fill(password);
  await first.getByLabel("Сколько листков с кодами взять").fill("2");
  await first.getByRole("button", { name: "Подготовить", exact: true }).click();
  await expect(first.getByRole("button", { name: "Записать человека" })).toBeVisible();

  const reconnect = await loseConnection(first);
  const open = async (page: Page) => {
    await expect(page.getByText("Сейчас нет связи")).toBeVisible();
    await page.getByLabel("Пароль выезда", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Открыть", exact: true }).click();
    await expect(page.getByRole("button", { name: "Записать человека" })).toBeVisible();
  };
  await first.reload();
  await expect(first.getByText("Сейчас нет связи")).toBeVisible();
  await first.getByLabel("Пароль выезда", { exact: true }).fill("сирень у нового моста");
  await first.getByRole("button", { name: "Открыть", exact: true }).click();
  await expect(first.getByText("Пароль не подходит")).toBeVisible();
  await open(first);

  const writeInitiative = async (at: number, title: string) => {
    await first.locator(`[name="${at}.title"]`).fill(title);
    await first.locator(`[name="${at}.essence"]`).fill("До соседнего села не добраться: объезд – сорок километров по грунтовой дороге.");
    await first.locator(`[name="${at}.expectedResult"]`).fill("До села снова можно добраться за полчаса.");
    for (const name of ["directionId", "initiatorKind"]) await first.locator(`[name="${at}.${name}"]`).selectOption({ index: 1 });
  };
  const writePerson = async (familyName: string, proposals: readonly string[]) => {
    await first.getByRole("button", { name: "Записать человека" }).click();
    await first.getByLabel("Фамилия").fill(familyName);
    await first.getByLabel("Имя", { exact: true }).fill("Вера");
    await first.getByLabel("Подписал согласие").check();
    await first.getByLabel("Где хранится бумага").fill("дело № 7-В");
    for (const [at, title] of proposals.entries()) {
      if (at > 0) await first.getByRole("button", { name: "Ещё одна инициатива" }).click();
      await writeInitiative(at, title);
    }
    const code = await first.getByText(/Код листка/).locator("strong").innerText();
    await first.getByRole("button", { name: "Готово" }).click();
    await expect(first.getByRole("button", { name: "Записать человека" })).toBeVisible();
    return code;
  };
  const ending = [...String(tail)].map((digit) => "абвгдежзик"[Number(digit)]).join("");
  const families = [`Дальнева${ending}`, `Полевая${ending}`] as const;
  const codes = [await writePerson(families[0], [titles[0], titles[1]]), await writePerson(families[1], [titles[2]])];
  expect(new Set(codes).size).toBe(2);
  await first.setViewportSize({ width: 360, height: 740 });
  await expectAccessible();
  await first.setViewportSize({ width: 1440, height: 900 });

  // half a record: the battery dies before «Готово»
  await first.getByRole("button", { name: "Записать человека" }).click();
  await first.getByLabel("Фамилия").fill("Недописанная");
  await expect(first.getByText("Листки закончились")).toBeVisible();
  await expectAccessible();
  await first.waitForFunction(async () => (await indexedDB.databases()).length > 0);
  await expect.poll(async () => await first.evaluate(async () => await new Promise<number>((resolve) => {
    const request = indexedDB.open("offline");
    request.onsuccess = () => {
      const all = request.result.transaction("records").objectStore("records").getAll();
      all.onsuccess = () => {
        request.result.close();
        resolve(Math.min(...(all.result as { version: number }[]).map(({ version }) => version)));
      };
    };
  }))).toBeGreaterThan(1);
  const device = await readDevice(first);
  expect(device.stores).toBe(3);
  for (const word of [...families, ...titles, ...codes, password, "Вера", "дело № 7-В", "Недописанная"]) expect(device.text).not.toContain(word);

  await first.close();
  const page = await context.newPage();
  await page.goto("/offline");
  await open(page);
  await expect(page.getByText("Ждут передачи: 3 записи")).toBeVisible();
  await expect(page.getByRole("button", { name: "Открыть Недописанная" })).toBeVisible();
  await page.getByRole("button", { name: "Передать 2 записи" }).click();
  await expect(page.getByText("Связь пропала")).toBeVisible();

  await reconnect();
  const other = await context.newPage();
  await other.goto("/sign-out");
  await expect(other.getByText("ждут передачи 3 записи")).toBeVisible();
  await page.evaluate(() => sessionStorage.setItem("lose", "1"));
  await page.getByRole("button", { name: "Передать 2 записи" }).click();
  await expect(page.getByText("Связь пропала")).toBeVisible();
  await expect(page.getByText(/принята, № /)).toHaveCount(1);

  // the rest from two tabs at once
  await other.goto("/offline");
  await other.getByLabel("Пароль выезда", { exact: true }).fill(password);
  await other.getByRole("button", { name: "Открыть", exact: true }).click();
  const handIn = /^Передать \d запис/;
  await expect(other.getByRole("button", { name: handIn })).toBeVisible();
  await Promise.all([page, other].map(async (tab) => await tab.evaluate(() => [...document.querySelectorAll("button")].find(({ textContent }) => /^Передать \d/.test(textContent ?? ""))?.click())));
  await expect(page.getByText("Ждёт передачи: 1 запись")).toBeVisible();
  await expect(other.getByText("Ждёт передачи: 1 запись")).toBeVisible();

  await page.goto("/desk/organisation");
  for (const title of titles) await expect(page.getByRole("link", { name: title })).toHaveCount(1);
  await page.getByRole("link", { name: titles[0] }).click();
  await expect(page.getByText("Принято на месте").first()).toBeVisible();
  await expect(page.getByText("Поступило").first()).toBeVisible();
  await page.goto(`/desk/people?q=${encodeURIComponent(families[0])}`);
  await expect(page.getByRole("link", { name: `${families[0]} Вера` })).toHaveCount(1);

  // the slip that was given in the village opens its holder's account now
  const holder = await (await browser.newContext()).newPage();
  await holder.goto("/slip");
  await holder.getByLabel("Код с листка").fill(codes[0] ?? "");
  await holder.getByRole("button", { name: "Дальше" }).click();
  await expect(holder.getByRole("heading", { name: "Здравствуйте, Вера!" })).toBeVisible();
  await holder.context().close();
});
