import { randomInt } from "node:crypto";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { makePdf, makePhoto, placeMark } from "../../src/testing/factories/make-files";
import { expect, test } from "../fixtures";

const jpeg = "image/jpeg";
const pdf = "application/pdf";
const chooseFiles = async (page: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]) => await page.locator("input[type=file]").setInputFiles(files);
/** What the kit has read out leaves the page after some seconds, and has no name of its own until then. */
const afterAnnouncements = async (page: Page) => await expect(page.locator("[data-live-announcer] [role=img]")).toHaveCount(0);

test("житель прикладывает снимок с местом съёмки и поддельный PDF; на общей странице – снимок без места", async ({ page, signInAs, expectAccessible }) => {
  test.setTimeout(120_000);
  const title = `Засыпать яму у школы ${randomInt(1_000_000, 10_000_000)}`;
  const photo = await makePhoto("jpeg", { width: 640, height: 480 });
  expect(photo.includes(placeMark)).toBe(true);

  await signInAs("resident", "/new");
  await page.getByLabel("О чём ваша инициатива").fill(title);
  await page.getByLabel("Что сейчас не так и что вы предлагаете").fill("Яма у ворот школы глубиной по колено, машины объезжают её по тротуару.");
  await page.getByLabel("Что изменится").fill("К школе можно дойти и доехать, не объезжая яму.");
  await chooseFiles(page, { name: "Яма.jpg", mimeType: jpeg, buffer: photo }, { name: "Смета.pdf", mimeType: pdf, buffer: Buffer.from("<html><script>alert(1)</script></html>") }, { name: "Схема.pdf", mimeType: pdf, buffer: makePdf() });
  const attached = page.getByRole("list", { name: "Приложено" });
  await expect(attached.getByRole("listitem")).toHaveCount(3);
  await expect(attached.getByText("Такие файлы не принимаются. Приложите один из этих видов: JPEG, PNG, WebP, PDF, DOCX.")).toBeVisible();
  await expect(attached.getByRole("progressbar")).toHaveCount(0);
  await expectAccessible();
  await page.getByRole("button", { name: "Убрать: Смета.pdf" }).click();
  await expect(attached.getByRole("listitem")).toHaveCount(2);

  await page.reload();
  await expect(attached.getByText("Яма.jpg")).toBeVisible();
  const draftId = new URL(page.url()).searchParams.get("draft") ?? "";
  await page.getByRole("button", { name: "Дальше" }).click();
  const region = page.getByLabel("Регион", { exact: true });
  if (await region.isVisible()) await region.selectOption({ label: "Кировская область" });
  await page.getByLabel("О каком муниципалитете речь").selectOption({ label: "Яранский район" });
  await page.getByLabel("Направление").selectOption({ label: "Благоустройство" });
  await page.getByLabel("Кто вы").selectOption({ label: "родитель" });
  await page.getByRole("button", { name: "Дальше" }).click();
  await expect(page.getByText("Схема.pdf")).toBeVisible();
  await page.getByRole("button", { name: "Подать инициативу" }).dblclick();
  await page.waitForURL(/\/my\/\d+/);
  const number = /\/my\/(\d+)/.exec(page.url())![1]!;
  const picture = page.getByRole("img", { name: "Фото 1: Яма.jpg" });
  await expect(picture).toBeVisible();
  const address = (await picture.getAttribute("src")) ?? "";

  await page.context().clearCookies();
  expect((await page.request.get(address)).status()).toBe(401);
  await signInAs("lead", `/desk/queue/${draftId}`);
  await expect(page.getByRole("img", { name: "Фото 1: Яма.jpg" })).toBeVisible();
  await page.getByRole("button", { name: "Принять к рассмотрению", exact: true }).click();
  await expect(page.getByText("Принята к рассмотрению. Автору отправлено сообщение.")).toBeVisible();

  await page.context().clearCookies();
  await page.goto(`/initiatives/${number}`);
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(async () => await picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(640);
  await expectAccessible();
  const shown = await (await page.request.get(address)).body();
  expect((await sharp(shown).metadata()).exif).toBeUndefined();
  expect(shown.includes(placeMark)).toBe(false);
  const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Схема.pdf" }).click()]);
  expect(saved.suggestedFilename()).toBe("Схема.pdf");
});

test("связь пропала посреди загрузки: файл остаётся на странице и уходит со второго раза", async ({ page, signInAs }) => {
  await signInAs("resident", "/new");
  await page.getByLabel("О чём ваша инициатива").fill("Поставить скамейку у поликлиники");
  await expect(page.getByText(/Сохранено в \d/)).toBeVisible();
  await page.route("**/files/*", async (route) => await route.abort());
  await chooseFiles(page, { name: "Место.jpg", mimeType: jpeg, buffer: await makePhoto() });
  await expect(page.getByText("Не дошло: нет связи. Файл остался на этой странице.")).toBeVisible();
  await page.unroute("**/files/*");
  await page.getByRole("button", { name: "Послать ещё раз: Место.jpg" }).click();
  const list = page.getByRole("list", { name: "Приложено" });
  await expect(list.getByRole("button", { name: "Послать ещё раз: Место.jpg" })).toHaveCount(0);
  await expect(list.getByRole("progressbar").or(list.getByRole("status"))).toHaveCount(0);
  await page.reload();
  await expect(list.getByRole("listitem")).toHaveCount(1);
});

test("ответственный прикладывает скан приказа, видит его и заменяет; чужой его не откроет", async ({ page, signInAs, expectAccessible }) => {
  await signInAs("responsible", "/desk/structure/people");
  const post = page.locator("a[href^='/desk/structure/appointments/']").first();
  await page.goto((await post.getAttribute("href")) ?? "");
  const link = page.getByRole("link", { name: "Открыть скан" });
  const file = { mimeType: pdf, buffer: makePdf() };
  // the other screen may have left one
  const before = (await link.count()) > 0 ? ((await link.getAttribute("href")) ?? "") : "";
  await chooseFiles(page, { ...file, name: "Приказ.pdf" });
  await page.locator("#scan button[type=submit]").dblclick();
  await expect(link).not.toHaveAttribute("href", before);
  await expect(page.locator("#scan").getByText("Приказ.pdf")).toBeVisible();
  const first = (await link.getAttribute("href")) ?? "";
  await afterAnnouncements(page);
  await expectAccessible();
  await chooseFiles(page, { ...file, name: "Приказ с печатью.pdf" });
  await page.locator("#scan button[type=submit]").click();
  await expect(link).not.toHaveAttribute("href", first);
  await expect(page.locator("#scan").getByText("Приказ с печатью.pdf")).toBeVisible();
  const second = (await link.getAttribute("href")) ?? "";
  expect([(await page.request.get(first)).status(), (await page.request.get(second)).status()]).toEqual([404, 200]);
  await page.context().clearCookies();
  expect((await page.request.get(second)).status()).toBe(401);
  await signInAs("resident", "/my");
  expect((await page.request.get(second)).status()).toBe(404);
});
