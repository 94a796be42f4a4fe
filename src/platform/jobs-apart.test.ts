import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { workApart } from "./jobs-apart";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), "apart-"))));
afterAll(async () => await rm(folder, { recursive: true }));

/** A program that is told its task and does what is written here. */
async function programOf(name: string, body: string): Promise<URL> {
  const file = path.join(folder, `${name}.mjs`);
  await writeFile(file, `process.once("disconnect", () => process.exit(1)); process.once("message", (task) => { const answer = (error) => process.send({ error }, () => process.exit(0)); ${body} });`);
  return pathToFileURL(file);
}
const task = { name: "test.task", data: { n: 7 } };

test("что работа не удалась, узнаёт тот, кто её послал", async () => {
  await expect(workApart(await programOf("fails", 'answer("не вышло: " + task.name + task.data.n)'), task, 64)).rejects.toThrow("не вышло: test.task7");
  await expect(workApart(pathToFileURL(path.join(folder, "absent.mjs")), task, 64)).resolves.toBe("died");
});

test("убитый посреди работы не считается сделавшим её", async () => {
  expect(await workApart(await programOf("killed", 'process.kill(process.pid, "SIGKILL")'), task, 64)).toBe("died");
  expect(await workApart(await programOf("exits", "process.exit(0)"), task, 64)).toBe("died");
});

test("память больше отведённой останавливает только его", async () => {
  expect(await workApart(await programOf("greedy", 'const held = []; for (;;) held.push(new Array(100_000).fill(Math.random()));'), task, 32)).toBe("died");
});

test("сделавший работу отвечает и кончается", async () => {
  expect(await workApart(await programOf("works", "answer(null)"), task, 64)).toBe("done");
});
