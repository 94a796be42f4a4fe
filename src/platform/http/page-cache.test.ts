import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loopback } from "../cache/loopback";
import { clock } from "../clock";
import { answerKeptPage, dropPages, keepPages } from "./page-cache";

let server: Server;
let address: string;
let drawn: IncomingMessage[];
let status = 200;
let restoreClock: () => void;
let now = new Date("2026-03-06T09:00:00Z");

beforeEach(async () => {
  drawn = [];
  status = 200;
  now = new Date(now.getTime() + 60 * 60_000);
  restoreClock = clock.set(() => now);
  keepPages([/^\/list$/]);
  server = createServer((request, response) => {
    void answerKeptPage(request, response).then((answered) => {
      if (answered) return;
      drawn.push(request);
      response.writeHead(status, { "content-type": "text/html", "content-security-policy": "default-src 'self'" }).end(`page ${drawn.length} ${request.headers.cookie ?? ""}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  loopback.url = address;
  dropPages(() => true);
});

afterEach(async () => {
  restoreClock();
  loopback.url = null;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const visit = async (path: string, headers: Record<string, string> = {}) => await (await fetch(address + path, { headers })).text();

test("личные cookie до общей страницы не доходят, язык доходит", async () => {
  await visit("/list", { cookie: "next-auth.session-token=secret; visitor=mine; locale=en" });
  expect(drawn.map(({ headers }) => headers.cookie)).toEqual(["locale=en"]);
});

test("каждый язык получает свою страницу", async () => {
  expect(await visit("/list")).toContain("locale=ru");
  expect(await visit("/list", { cookie: "locale=en" })).toContain("locale=en");
  expect(drawn).toHaveLength(2);
});

test("пришедшие вместе ждут одного рисования, второй раз страница не рисуется", async () => {
  const pages = await Promise.all(Array.from({ length: 20 }, async () => await visit("/list?q=1")));
  expect(new Set(pages).size).toBe(1);
  expect(await visit("/list?q=1")).toBe(pages[0]);
  expect(drawn).toHaveLength(1);
});

test("изменившаяся страница рисуется заново при первом же посещении", async () => {
  const before = await visit("/list");
  dropPages((path) => path === "/list");
  expect(await visit("/list")).not.toBe(before);
});

test("через минуту отдаётся прежняя и рисуется новая, через десять прежнюю не увидит никто", async () => {
  const first = await visit("/list");
  now = new Date(now.getTime() + 61_000);
  expect(await visit("/list")).toBe(first);
  await expect.poll(() => drawn.length).toBe(2);
  now = new Date(now.getTime() + 11 * 60_000);
  expect(await visit("/list")).toContain("page 3");
});

test("ненайденное и прочее не хранится", async () => {
  status = 404;
  await visit("/list");
  expect((await fetch(`${address}/list`)).status).toBe(404);
  await visit("/other");
  const others = drawn.filter(({ url }) => url === "/other");
  expect(others).toHaveLength(1);
  expect(drawn.filter(({ url }) => url === "/list").length).toBeGreaterThan(2);
});

test("вызов маршрутизатора Next и чужой признак рисования идут мимо памяти", async () => {
  await visit("/list");
  await visit("/list", { rsc: "1" });
  expect(drawn).toHaveLength(2);
  await visit("/list", { "x-draw-page": "guess" });
  expect(drawn).toHaveLength(2);
});

test("неизменённая страница отвечает 304", async () => {
  const first = await fetch(`${address}/list`);
  const again = await fetch(`${address}/list`, { headers: { "if-none-match": first.headers.get("etag") ?? "" } });
  expect(again.status).toBe(304);
  expect(first.headers.get("content-security-policy")).toBe("default-src 'self'");
});
