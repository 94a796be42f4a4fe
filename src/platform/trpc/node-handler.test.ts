import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { AppError } from "@/shared/errors/app-error";
import { trpcHandler } from "./node-handler";
import { personProcedure, publicProcedure, router } from "./trpc";

const open = publicProcedure.meta({ access: "public" });
const procedures = router({
  hello: open.query(() => "hello"),
  mine: personProcedure.meta({ access: "public" }).query(({ ctx }) => ctx.personId),
  broken: open.query(() => { throw new Error("column «secret» of Anna"); }),
  refused: open.query(() => { throw new AppError("ticket.alreadyClaimed", { name: "оператор" }); }),
  leaking: open.output(z.object({ id: z.string() })).query(() => ({ id: 7 }) as unknown as { id: string }),
  save: open.input(z.object({ title: z.string().min(3) })).mutation(({ input }) => input.title),
});

// @ts-expect-error an entry point without a right doesn't compile
void (() => publicProcedure.query(() => 1));
// @ts-expect-error nor with one that no policy knows
void (() => publicProcedure.meta({ access: "initiative.steal" }));

let server: Server;
let url: string;
beforeAll(async () => {
  const handle = trpcHandler(procedures);
  server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/trpc/`;
});
afterAll(() => void server.close());

interface Answer { readonly error?: { readonly json: { readonly message: string; readonly data: Record<string, unknown> } }; readonly result?: { readonly data: { readonly json: unknown } } }
const ask = async (path: string, init?: RequestInit) => {
  const response = await fetch(url + path, init);
  const body = await response.text();
  return { status: response.status, body, answer: JSON.parse(body) as Answer };
};
const post = async (title: string, headers: Record<string, string>) => await ask("save", { method: "POST", headers, body: JSON.stringify({ json: { title } }) });
const json = { "content-type": "application/json" };

test("чужая страница ничего не меняет", async () => {
  expect((await post("дорога", { ...json, origin: "https://evil.example" })).status).toBe(403);
  expect((await post("дорога", { ...json, "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await post("дорога", { "content-type": "text/plain" })).status).toBe(403);
  expect((await post("дорога", json)).answer.result?.data.json).toBe("дорога");
});

test("без входа – 401", async () => {
  expect(await ask("mine")).toMatchObject({ status: 401, answer: { error: { json: { data: { code: "request.notSignedIn" } } } } });
});

test("сбой отвечает номером, по которому его найдут в журнале, и ничем больше", async () => {
  const { status, body, answer } = await ask("broken");
  expect(status).toBe(500);
  expect(answer.error?.json.data).toMatchObject({ code: "request.failed", incident: expect.stringMatching(/^[0-9a-f]{8}$/) as string });
  expect(body).not.toMatch(/secret|Anna|\.ts|stack/);
});

test("ответ, который не подходит своей схеме, не уходит", async () => {
  expect(await ask("leaking")).toMatchObject({ status: 500, answer: { error: { json: { data: { code: "request.failed" } } } } });
});

test("отказ несёт код и значения для фразы", async () => {
  expect(await ask("refused")).toMatchObject({ status: 409, answer: { error: { json: { data: { code: "ticket.alreadyClaimed", params: { name: "оператор" } } } } } });
});

test("неверное поле названо ключом фразы", async () => {
  expect(await post("я", json)).toMatchObject({ status: 400, answer: { error: { json: { data: { code: "request.invalid", fields: { title: "field.tooShort" } } } } } });
});

test("больше десяти вызовов в запросе и больше мегабайта не принимаются", async () => {
  expect((await ask(`${Array.from({ length: 11 }, () => "hello").join(",")}?batch=1&input=%7B%7D`)).status).toBe(400);
  expect((await post("а".repeat(600_000), json)).body).toContain("request.tooLarge");
});
