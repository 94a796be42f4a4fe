// npm run bench: what people do, measured against the same work by bare node:http and pg, in one run on one machine.
import os from "node:os";
import pg from "pg";
import { say, show } from "../scripts/lib/say.mjs";
import { runToEnd } from "../scripts/lib/stopping.mjs";
import { prepareInstallation } from "./installation";
import { measure, type Line } from "./measure";
import { readOptions } from "./options";
import { missedMarks, toTable } from "./report";
import { setScene } from "./scene";
import { pages } from "./workloads/pages";
import { reads } from "./workloads/reads";
import { submissions } from "./workloads/submissions";
import type { Workload } from "./workloads/workload";

/** Submissions last: they change the database. */
const workloads: readonly Workload[] = [...pages, ...reads, ...submissions];

async function bench(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const chosen = workloads.filter(({ name }) => options.only.length === 0 || options.only.some((start) => name.startsWith(start)));
  if (chosen.length === 0) throw new Error(`Нет такой нагрузки. Есть: ${workloads.map(({ name }) => name).join(", ")}`);
  const installation = await prepareInstallation(options);
  const database = new pg.Client({ connectionString: installation.databaseUrl });
  await database.connect();
  const scene = await setScene(installation, options, database);

  const measured: { workload: Workload; line: Line }[] = [];
  const failed: string[] = [];
  for (const workload of chosen) {
    try {
      const prepared = await workload.prepare(scene);
      if (typeof prepared === "string") {
        say(`${workload.name}: ${prepared}`);
        continue;
      }
      const line = await measure(scene, workload, prepared);
      measured.push({ workload, line });
      say(`${workload.name}: ${line.ours} против ${line.bare}, в ${line.ratio} раза`);
    } catch (error) {
      failed.push(workload.name);
      say(`${workload.name}: не измерено. ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  await database.end();
  const [load = 0] = os.loadavg();
  show(`\nИнициатив ${options.scale.toLocaleString("ru-RU")}, кругов ${options.rounds} по ${options.seconds} с, ядер ${os.availableParallelism()}, памяти ${Math.round(os.totalmem() / 2 ** 30)} ГБ, нагрузка машины ${load.toFixed(1)}`);
  show(`${toTable(measured)}\n`);
  for (const { line } of measured) show(JSON.stringify(line));
  const missed = missedMarks(measured.map(({ line }) => line));
  for (const one of missed) say(`Порог не выдержан. ${one}`);
  return failed.length + missed.length > 0 ? 1 : 0;
}

await runToEnd(bench);
