import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { tryLock, unlock } from "../../scripts/lib/lock.mjs";
import { inRoot } from "../../scripts/lib/paths.mjs";

const folder = mkdtempSync(join(tmpdir(), "start-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** In: settings and arguments that stop a start before it touches anything. Out: its exit code and what it says. */
function start(settings: Record<string, string>, ...args: string[]): { code: number | null; lines: string[] } {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => ["PATH", "HOME"].includes(name)));
  const { status, stderr } = spawnSync(process.execPath, [inRoot("scripts", "start.mjs"), ...args], {
    env: { ...inherited, DATA_DIR: folder, ...settings } as unknown as NodeJS.ProcessEnv,
    encoding: "utf8",
  });
  return { code: status, lines: stderr.split("\n").filter((line) => line.startsWith("Ошибка.")) };
}

test.each([
  ["порт не число", { PORT: "abc" }, "PORT должен быть числом"],
  ["порт вне пределов", { PORT: "70000" }, "PORT должен быть числом"],
  ["адрес базы не PostgreSQL", { DATABASE_URL: "mysql://a:b@localhost/c" }, "DATABASE_URL должен иметь вид"],
  ["база не названа", { DATABASE_URL: "postgresql://a:b@localhost" }, "не названа база"],
  ["адрес сайта не адрес", { PUBLIC_URL: "dialog.example" }, "PUBLIC_URL должен начинаться"],
])("запуск останавливается одной понятной строкой: %s", (_, settings, words) => {
  const { code, lines } = start(settings);
  expect(code).toBe(1);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(words);
});

test("недоступная база – одна строка, и пароля в ней нет", async () => {
  const port = await closedPort();
  const { code, lines } = start({ DATABASE_URL: "postgresql://a:secret-word@127.0.0.1:1/c", PORT: String(port) });
  expect(code).toBe(1);
  expect(lines).toEqual([expect.stringContaining("127.0.0.1:1 никто не отвечает")]);
  expect(lines[0]).not.toContain("secret-word");
});

test("занятый порт – одна строка", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const { code, lines } = start({ PORT: String(port) });
  server.close();
  expect(code).toBe(1);
  expect(lines).toEqual([expect.stringContaining(`Порт ${port} занят`)]);
});

test("второй запуск рядом с работающим – одна строка с его адресом", () => {
  const lock = join(folder, "start.lock");
  expect(tryLock(lock, { address: "http://127.0.0.1:3999" })).toBeNull();
  const { code, lines } = start({});
  unlock(lock);
  expect(code).toBe(1);
  expect(lines).toEqual([expect.stringContaining(`Уже запущено: http://127.0.0.1:3999 (процесс ${process.pid})`)]);
});

test("неизвестный параметр – одна строка", () => {
  expect(start({}, "--dmeo")).toEqual({ code: 1, lines: [expect.stringContaining("Неизвестный параметр --dmeo")] });
});

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
