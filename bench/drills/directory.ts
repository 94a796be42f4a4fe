import { execFile } from "node:child_process";
import { mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import type { Drill, DrillContext } from "../../scripts/lib/drill-runner.mjs";
import type { Imported } from "../directory-worker";
import { live } from "../live";

export const title: Drill["title"] = "справочник страны загружается из одной книги целиком, с ходом работы, быстрее двух минут и в пределах 512 МБ; второй раз тот же файл ничего не меняет";

const stated = { municipalities: 19_000, organisations: 100_000 };
export const smallScale: Drill["smallScale"] = 0.01;
const most = { seconds: 120, megabytes: 512 };
const run$ = promisify(execFile);

export const run: Drill["run"] = async (context: DrillContext) => {
  const size = { municipalities: Math.max(20, Math.round(stated.municipalities * context.scale)), organisations: Math.max(100, Math.round(stated.organisations * context.scale)) };
  const worker = await (await live("bundle")).bundle("drills/directory-worker", "bench/directory-worker.ts");
  const { url } = await context.openDatabase(true);
  mkdirSync(context.folder, { recursive: true });
  const file = path.join(context.folder, "directory.xlsx");
  await run$(process.execPath, [worker, "make", file, String(size.municipalities), String(size.organisations)]);
  context.report(`книга ${(statSync(file).size / 1e6).toFixed(1)} МБ`);
  // like the server, with all of whose other work nobody reckons here
  const env = { ...process.env, DATABASE_URL: url, NEXTAUTH_SECRET: "secret-of-the-drills-and-of-nothing-else", PUBLIC_URL: "http://127.0.0.1:1", LOG_LEVEL: "error" };
  // measured with a heap held small: left to itself V8 took 851 MB at full size, tidying up only later
  const heap = ["--max-old-space-size=256", "--max-semi-space-size=8"];
  const { stdout } = await run$(process.execPath, [...heap, worker, "import", file], { env, maxBuffer: 10_000_000 });
  const told = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Imported;
  const total = told.lookSeconds + told.writeSeconds;
  const isFull = context.scale >= 1;
  const wrong = [
    ...(told.written.municipalities === size.municipalities && told.written.organisations === size.organisations ? [] : [`записано ${JSON.stringify(told.written)}`]),
    ...(JSON.stringify(told.again) === JSON.stringify({ municipalities: sameOnly(size.municipalities), organisations: sameOnly(size.organisations), people: sameOnly(0) }) ? [] : [`второй раз ${JSON.stringify(told.again)}`]),
    ...(told.megabytes <= most.megabytes ? [] : [`памяти больше ${most.megabytes} МБ`]),
    ...(!isFull || total <= most.seconds ? [] : [`дольше ${most.seconds} с`]),
    ...(!isFull || told.steps > 5 ? [] : ["хода работы не видно"]),
  ];
  const result = `куча ограничена 256 МБ, муниципальных образований ${size.municipalities}, организаций ${size.organisations}: предпросмотр ${told.lookSeconds.toFixed(1)} с, запись ${told.writeSeconds.toFixed(1)} с, память до ${Math.round(told.megabytes)} МБ, отметок хода ${told.steps}`;
  return { ok: wrong.length === 0, result: [result, ...wrong].join("; ") };
};

const sameOnly = (count: number) => ({ new: 0, changed: 0, same: count, problem: 0 });
