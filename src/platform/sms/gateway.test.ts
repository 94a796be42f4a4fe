import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { httpGateway } from "./http-gateway";
import { logGateway } from "./log-gateway";

const message = { to: "+79121234567", text: "Код 123456" };
const got: { body: string; headers: IncomingHttpHeaders }[] = [];
let status = 200;
const server = createServer((request, response) => {
  let body = "";
  request.on("data", (part: Buffer) => (body += part.toString("utf8")));
  request.on("end", () => {
    got.push({ body, headers: request.headers });
    response.writeHead(status).end();
  });
});
let url = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`;
});
afterAll(() => void server.close());

test("без шлюза ничего не отправлено, и никто не говорит обратного", async () => {
  expect(logGateway.delivers).toBe(false);
  expect(await logGateway.send(message)).toBe(false);
});

test("отказ шлюза и шлюз, которого нет, – не отправлено", async () => {
  status = 500;
  expect(await httpGateway(url, null).send(message)).toBe(false);
  expect(await httpGateway("http://127.0.0.1:1/", null).send(message)).toBe(false);
});

test("шлюз получает номер, текст и ключ", async () => {
  status = 202;
  expect(await httpGateway(url, "key-1").send(message)).toBe(true);
  expect(JSON.parse(got.at(-1)?.body ?? "")).toEqual(message);
  expect(got.at(-1)?.headers.authorization).toBe("Bearer key-1");
});
