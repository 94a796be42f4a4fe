import { randomInt, randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";

/** An organisation that the lead's own group is linked to. */
async function ownOrganisation(page: Page): Promise<string> {
  return await page.evaluate(async () => {
    const ask = async <T>(path: string, input?: object): Promise<T> => ((await (await fetch(`/api/trpc/${path}${input ? `?input=${encodeURIComponent(JSON.stringify({ json: input }))}` : ""}`)).json()) as { result: { data: { json: T } } }).result.data.json;
    const [place] = await ask<{ id: string }[]>("structure.myMunicipalities");
    const { bodies, organisations } = await ask<{ bodies: { id: string; posts: { isMine: boolean; role: string }[] }[]; organisations: { id: string; groupIds: string[] }[] }>("structure.chart", { municipalityId: place?.id });
    const own = bodies.find(({ posts }) => posts.some(({ isMine, role }) => isMine && role === "workingGroupLead"));
    return organisations.find(({ groupIds }) => groupIds.includes(own?.id ?? ""))?.id ?? "";
  });
}

const password = "тёплый снег вечером";

test("группа назначает координатора без почты, даёт ему листок с кодом и проводит инструктаж; кто не отметил его, тот виден", async ({ browser, baseURL, viewport, page, signInAs, expectAccessible }) => {
  test.setTimeout(180_000);
  const familyName = `Листова${randomUUID().replace(/[^a-f]/g, "").replace(/./g, (letter) => "абвгде"["abcdef".indexOf(letter)] ?? "").slice(0, 6)}`;
  await signInAs("lead", "/desk/structure");
  await page.goto(`/desk/structure/appoint?seat=${await ownOrganisation(page)}&role=coordinator`);
  await page.getByText("У человека нет электронной почты").click();
  await page.getByRole("button", { name: "Назначить", exact: true }).click();
  await expect(page.getByRole("alert").first()).toContainText("Проверьте, что указано");
  await page.getByLabel("Фамилия").fill(familyName);
  await page.getByLabel("Имя", { exact: true }).fill("Ольга");
  await expectAccessible();
  await page.getByRole("button", { name: "Назначить", exact: true }).dblclick();
  await expect(page.getByRole("heading", { name: `${familyName} Ольга` })).toBeVisible();

  await page.getByLabel("Вижу этого человека с документом").check();
  await page.getByRole("button", { name: "Листок с кодом для входа" }).click();
  const code = await page.getByTestId("invitation-code").innerText();
  await expectAccessible();
  await page.getByRole("button", { name: "Провести инструктаж" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Записать инструктаж" }).dblclick();
  await expect(page.getByText("отметки об ознакомлении пока нет")).toBeVisible();
  const appointment = new URL(page.url()).pathname;
  await page.goto(`/desk/structure/people?filter=notAcknowledged&q=${encodeURIComponent(familyName)}`);
  await expect(page.getByRole("table").getByRole("link", { name: familyName })).toBeVisible();
  await expectAccessible();

  // the paper in another hand, another browser
  const own = await browser.newContext({ ...(baseURL ? { baseURL } : {}), viewport, locale: "ru-RU", timezoneId: "Asia/Kathmandu" });
  const coordinator = await own.newPage();
  await coordinator.goto("/invitation");
  await coordinator.getByLabel("Код с листка").fill("не код");
  await coordinator.getByRole("button", { name: "Дальше" }).click();
  await expect(coordinator.getByLabel("Код с листка")).toHaveValue("не код");
  await coordinator.getByLabel("Код с листка").fill(code.toLowerCase());
  await expectAccessible(coordinator);
  await coordinator.getByRole("button", { name: "Дальше" }).click();
  await coordinator.getByLabel("Пароль").fill(password);
  await coordinator.getByLabel(/согласие на обработку/).check();
  await coordinator.getByLabel("Телефон или электронная почта").fill(`+7912${String(randomInt(1_000_000, 9_999_999))}`);
  await expectAccessible(coordinator);
  await coordinator.getByRole("button", { name: "Открыть рабочий стол" }).dblclick();
  await coordinator.waitForURL((url) => url.pathname === "/desk");
  await coordinator.goto(appointment);
  await coordinator.getByRole("button", { name: "Я ознакомлен с инструктажем" }).click();
  await expect(coordinator.getByText(/^ознакомлен, /)).toBeVisible();
  await coordinator.goto(`/invitation/${code}`);
  await expect(coordinator.getByRole("heading", { name: "Эта ссылка больше не работает" })).toBeVisible();
  await own.close();

  await page.reload();
  await expect(page.getByRole("table").getByRole("link", { name: familyName })).toBeHidden();
});

test("список вставлен из таблицы: назначены готовые строки, остальные ждут исправления", async ({ page, signInAs, expectAccessible }) => {
  test.setTimeout(120_000);
  await signInAs("responsible", "/desk/structure/invite");
  const email = `many-${randomUUID().slice(0, 8)}@example.org`;
  await page.getByRole("button", { name: "Проверить список" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await page.getByRole("button", { name: /Роль/ }).click();
  await page.getByRole("option", { name: "Оператор горячей линии" }).click();
  await page.getByLabel("Список").fill(`Звонкова Анна Петровна\t${email}\nОдин\nЧужих Яна; почта@`);
  await page.getByRole("button", { name: "Проверить список" }).click();
  await expect(page.getByText("нет фамилии или имени")).toBeVisible();
  await expect(page.getByText("адрес почты написан неверно")).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: "Назначить 1 человека" }).dblclick();
  await expect(page.getByRole("heading", { name: "Назначен 1 человек" })).toBeVisible();
  await expect(page.getByLabel("Список")).toHaveValue("Один\nЧужих Яна; почта@");
  await page.goto(`/desk/structure/people?q=${encodeURIComponent("Звонкова")}`);
  await expect(page.getByRole("table").getByRole("link", { name: /Звонкова/ }).first()).toBeVisible();
});

test("имя, напечатанное раньше, чем загрузились сценарии, стоит в назначении", { tag: "@screenless" }, async ({ page, signInAs }) => {
  const familyName = `Быстрова${"абвгд"[randomInt(5)] ?? ""}`;
  await signInAs("responsible", "/desk/structure");
  const address = await page.locator("a[href*='/desk/structure/appoint?']").first().getAttribute("href");
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(address ?? "", { waitUntil: "commit" });
  await page.getByLabel("Фамилия").fill(familyName);
  release();
  // the scripts have come: they name what is missing, and what was typed isn't
  await page.getByRole("button", { name: "Назначить", exact: true }).click();
  await expect(page.getByRole("link", { name: "Имя: заполните это поле." })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Фамилия/ })).toHaveCount(0);
  await expect(page.getByLabel("Фамилия")).toHaveValue(familyName);
});
