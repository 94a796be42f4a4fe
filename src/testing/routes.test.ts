import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { GET as switchLanguage } from "@/app/api/language/route";
import { POST as revalidate } from "@/app/api/revalidate/route";
import { matrix } from "./matrix/all";
import { keptPages, neverKept, routes, serverPaths } from "./matrix/routes";

const source = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string) => readFileSync(`${source}${path}`, "utf8");

test("у каждого адреса вне процедур записано, кого он впускает", () => {
  expect(globSync("**/route.{ts,tsx}", { cwd: `${source}app` }).toSorted()).toEqual(Object.keys(routes).toSorted());
});

test("адрес впускает так, как записано", () => {
  for (const [route, door] of Object.entries(routes)) {
    if ("procedure" in door) {
      expect(matrix[door.procedure], route).toBeDefined();
      expect(read(`app/${door.calledIn}`), route).toContain(`.${door.procedure}(`);
      expect(read(`app/${route}`), route).toContain(`/${door.calledIn.split("/").at(-1)?.replace(".ts", "")}"`);
    }
    if ("guard" in door) expect(read(`app/${route}`), route).toContain(door.guard);
  }
});

test("свой сервер отвечает сам только на известные адреса", () => {
  const answered = [...read("server.ts").matchAll(/url(?:\.startsWith\(| === )("[^"]+"|\w+)/g)].map(([, path = ""]) => path.replaceAll('"', ""));
  expect(answered.toSorted()).toEqual(Object.keys(serverPaths).toSorted());
});

test("хранятся готовыми только страницы, одинаковые для всех", () => {
  const patterns = [...(/publicPages = \[(.*)\];/.exec(read("server.ts"))?.[1] ?? "").matchAll(/\/(\^.*?\$)\//g)].map(([, pattern = ""]) => new RegExp(pattern));
  const isKept = (path: string) => patterns.some((pattern) => pattern.test(path));
  expect(patterns.filter((pattern) => !keptPages.some((path) => pattern.test(path)))).toEqual([]);
  expect(keptPages.filter((path) => !isKept(path))).toEqual([]);
  expect(neverKept.filter(isKept)).toEqual([]);
});

test("чужой не сбросит готовые страницы", async () => {
  for (const headers of [[], [["x-revalidate-secret", ""]], [["authorization", "Bearer x"]]] satisfies [string, string][][]) {
    expect((await revalidate(new Request("http://localhost/api/revalidate", { method: "POST", headers, body: '["catalogue"]' }))).status).toBe(404);
  }
});

test("смена языка не уводит на чужой сайт", () => {
  const to = (referer: string) => switchLanguage(new Request("http://localhost/api/language?to=en", { headers: { referer, host: "localhost" } })).headers.get("location");
  expect(to("http://localhost/initiatives?page=2")).toBe("/initiatives?page=2");
  expect(to("https://evil.example/")).toBe("/");
  expect(to("http://localhost//evil.example")).toBe("/");
});
