import { expect, test } from "vitest";
import { myDataPage } from "./my-data-page";

const taken = { number: "AAAAA-BBBBB", at: new Date("2026-03-10T12:00:00Z"), files: [], parts: [{ part: "Ticket", rows: [{ subject: "<script>alert(1)</script>", question: "Первая строка\nвторая", status: { word: "closed" }, createdAt: new Date("2026-03-10T12:00:00Z"), callerName: null }] }, { part: "Email", rows: [] }] };

test("страница с данными говорит по-русски, без меток кода и без чужого сценария", () => {
  const { name, html } = myDataPage(taken, "ru");
  expect(name).toBe("Мои данные.html");
  expect(html).not.toContain("<script");
  expect(html).toContain("&lt;script&gt;");
  expect(html).toContain("Первая строка<br>вторая");
  expect(html).toContain("<dt>Состояние</dt><dd>закрыт</dd>");
  expect(html).toContain("<dt>Имя</dt><dd>нет</dd>");
  expect(html).toContain("Записей нет.");
  expect(html).not.toMatch(/\b(?:Ticket|Email|createdAt|closed)\b/);
});
