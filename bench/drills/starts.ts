import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Drill, DrillContext } from "../../scripts/lib/drill-runner.mjs";
import { freePort } from "../../scripts/lib/ports.mjs";
import { beginning } from "../../scripts/lib/processes.mjs";
import { kill, processesOf } from "../crash/processes";
import { live } from "../live";

export const title: Drill["title"] = "npm start: второй запуск ничего не повторяет, после kill -9 следующий поднимает всё с теми же данными, Ctrl-C останавливает всё начатое";
export const smallScale: Drill["smallScale"] = 1;

const patience = 180_000;

interface Started {
  readonly child: ChildProcess;
  readonly lines: readonly string[];
  readonly ended: Promise<number | null>;
}

export const run: Drill["run"] = async (context: DrillContext) => {
  await (await live("build")).buildForProduction({ ...process.env, DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none", NEXTAUTH_SECRET: "secret-of-the-drills-and-of-nothing-else" });
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const begun: Started[] = [];
  const wrong: string[] = [];
  const expect = (holds: boolean, otherwise: string) => holds || wrong.push(otherwise);
  const startAgain = async (called: string) => {
    const began = performance.now();
    const started = await startAndWait(context.folder, port);
    begun.push(started);
    context.report(`${called}: ${((performance.now() - began) / 1000).toFixed(1)} с`);
    return started;
  };
  const secondOf = (lines: readonly string[]) => lines.filter((line) => /Устанавливаем|Собираем|Загружаем демонстрацию/.test(line));
  try {
    const first = await startAgain("первый запуск");
    const shown = first.lines.join("\n");
    expect(shown.includes("Демонстрация загружена"), "первый запуск не загрузил демонстрацию");
    for (const role of ["resident", "coordinator", "secretary", "operator", "responsible", "head", "council", "administrator"]) expect(shown.includes(`${role}@demo.example`), `не названа запись ${role}`);
    expect(/Ctrl-C/.test(shown), "не сказано, как остановить");
    const health = (await (await fetch(`${address}/api/health`)).json()) as { readonly status: string; readonly database: string };
    expect(health.status === "ok" && health.database === "ok", `здоровье ${JSON.stringify(health)}`);
    const before = await initiativesOn(address);
    expect(before.length > 0, "каталог пуст");

    // only what a person's kill -9 meets: whatever it had started is left to itself
    first.child.kill("SIGKILL");
    await first.ended;
    const second = await startAgain("после kill -9 команды");
    expect(secondOf(second.lines).length === 0, `второй запуск повторил: ${secondOf(second.lines).join("; ")}`);
    expect(same(before, await initiativesOn(address)), "после kill -9 в каталоге другое");

    // and everything at once, as when the machine loses its power
    await kill([second.child.pid ?? 0, serverOf(context.folder), ...(await databaseOf(context.folder))]);
    const third = await startAgain("после kill -9 всего");
    expect(secondOf(third.lines).length === 0, `третий запуск повторил: ${secondOf(third.lines).join("; ")}`);
    expect(same(before, await initiativesOn(address)), "после потери всего в каталоге другое");

    const left = [serverOf(context.folder), ...(await databaseOf(context.folder))];
    third.child.kill("SIGINT");
    expect((await third.ended) === 0, "Ctrl-C кончился не нулём");
    expect(left.every((pid) => beginning(pid) === null), "после Ctrl-C остались процессы");
    return { ok: wrong.length === 0, result: [`запусков ${begun.length}, записей в каталоге ${before.length}`, ...wrong].join("; ") };
  } finally {
    for (const { child, ended } of begun) {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGINT");
      await ended;
    }
  }
};

/** `npm start` on a folder of its own until it has said its last line. */
async function startAndWait(folder: string, port: number): Promise<Started> {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== "DATABASE_URL" && !name.startsWith("npm_")));
  const env: NodeJS.ProcessEnv = { ...inherited, NODE_ENV: "production", DATA_DIR: folder, PORT: String(port), HOST: "127.0.0.1", PUBLIC_URL: `http://127.0.0.1:${port}` };
  const child = spawn(process.execPath, [path.resolve("scripts", "start.mjs")], { env, stdio: ["ignore", "pipe", "pipe"] });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => lines.push(...text.split("\n").filter(Boolean)));
  let isOver = false;
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => ((isOver = true), resolve(code))));
  for (const until = Date.now() + patience; !lines.some((line) => line.includes("Ctrl-C")); await wait(50)) {
    if (isOver || Date.now() > until) throw new Error(`запуск не удался: ${lines.slice(-5).join(" · ")}`);
  }
  return { child, lines, ended };
}

async function initiativesOn(address: string): Promise<readonly string[]> {
  const html = await (await fetch(`${address}/initiatives`)).text();
  return [...new Set(Array.from(html.matchAll(/href="(\/initiatives\/[^?"/]+)"/g), ([, href = ""]) => href))];
}

const same = (one: readonly string[], other: readonly string[]) => JSON.stringify(one) === JSON.stringify(other);
const serverOf = (folder: string) => (JSON.parse(readFileSync(path.join(folder, "server.pid"), "utf8")) as { readonly pid: number }).pid;

/** The processes of the database that an installation in this folder has running. */
async function databaseOf(folder: string): Promise<number[]> {
  const { openEmbeddedDatabase } = await live("embedded-database");
  return await processesOf((await openEmbeddedDatabase({ folder: path.join(folder, "postgres") })).url);
}
