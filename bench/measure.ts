import { setTimeout as wait } from "node:timers/promises";
import { median, quantile, short } from "./figures";
import { load, type Measured, type Target } from "./load";
import { cpuOf } from "./processor";
import { countingWork, explain, type Work } from "./statements";
import type { Scene } from "./scene";
import type { Prepared, Workload } from "./workloads/workload";

/** One line of the result: rates are requests a second, latencies milliseconds, buffers blocks a request. */
export interface Line {
  readonly workload: string;
  readonly concurrency: number;
  readonly scale: number;
  readonly ours: number;
  /** 0: not one answer came in the time */
  readonly bare: number;
  readonly ratio: number;
  readonly ratioMin: number;
  readonly ratioMax: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly buffers: number;
  readonly statements: number;
  /** processor time of the server's own process, milliseconds a request: it hardly depends on what else the machine does */
  readonly cpu: number;
  readonly cpuBare: number;
  readonly mark: number | null;
  /** milliseconds at most, of p95 */
  readonly p95Mark: number | null;
  /** of the main query alone, by EXPLAIN (ANALYZE, BUFFERS) */
  readonly explained: { readonly blocks: number; readonly milliseconds: number } | null;
}

const warmSeconds = 1;

/** Alternates the two sides round by round, so that whatever else the machine does falls on both. */
export async function measure(scene: Scene, workload: Workload, prepared: Prepared): Promise<Line> {
  const { rounds, seconds, scale } = scene.options;
  const { concurrency, most } = workload;
  const side = async (target: () => Promise<Target>, length: number, bound = most): Promise<Measured> => {
    const asked = await target();
    const beside = prepared.beside?.();
    try {
      return await load(asked, { connections: concurrency, seconds: length, most: bound });
    } finally {
      await beside?.stop();
    }
  };
  for (const target of [prepared.ours, prepared.bare]) {
    await side(target, warmSeconds, most === undefined ? undefined : Math.ceil(most / 4));
    await prepared.settle?.();
    await settled(scene);
  }

  const ours: Measured[] = [];
  const bare: Measured[] = [];
  const cost: { blocks: number; statements: number; ours: number; bare: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [mine, work, oursCpu] = await costOf(scene, scene.oursPid, async () => await side(prepared.ours, seconds));
    await prepared.settle?.();
    const [theirs, , bareCpu] = await costOf(scene, scene.barePid, async () => await side(prepared.bare, seconds));
    await prepared.settle?.();
    await settled(scene);
    if (mine.requests === 0) throw new Error("за отведённое время не пришло ни одного ответа");
    ours.push(mine);
    bare.push(theirs);
    cost.push({ blocks: work.blocks / mine.requests, statements: work.statements / mine.requests, ours: oursCpu / mine.requests, bare: theirs.requests === 0 ? 0 : bareCpu / theirs.requests });
  }
  const ratios = ours.map(({ perSecond }, round) => (bare[round]?.perSecond ?? Number.NaN) / perSecond);
  const latencies = ours.flatMap((one) => one.latencies);
  const explained = prepared.statement ? await explain(scene.database, prepared.statement) : null;
  return {
    workload: workload.name, concurrency, scale,
    ours: short(median(ours.map((one) => one.perSecond))), bare: short(median(bare.map((one) => one.perSecond))),
    ratio: short(median(ratios)), ratioMin: short(Math.min(...ratios)), ratioMax: short(Math.max(...ratios)),
    p50: short(quantile(latencies, 0.5)), p95: short(quantile(latencies, 0.95)), p99: short(quantile(latencies, 0.99)),
    buffers: short(median(cost.map((one) => one.blocks))), statements: short(median(cost.map((one) => one.statements))),
    cpu: short(median(cost.map((one) => one.ours))), cpuBare: short(median(cost.map((one) => one.bare))),
    mark: workload.mark ?? null, p95Mark: workload.p95 ?? null,
    explained: explained && { blocks: explained.blocks, milliseconds: short(explained.milliseconds) },
  };
}

const longestWaitMs = 20_000;

/** What nobody waits for any more, the database may still be working on: a bare search among a million takes longer than its measurement. */
async function settled({ database }: Scene): Promise<void> {
  const until = Date.now() + longestWaitMs;
  for (;;) {
    const { rows } = await database.query<{ busy: boolean }>(`SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE backend_type = 'client backend' AND state = 'active' AND pid <> pg_backend_pid() AND query_start < now() - interval '200 milliseconds') AS busy`);
    if (rows[0]?.busy !== true || Date.now() > until) return;
    await wait(200);
  }
}

async function costOf(scene: Scene, pid: number, work: () => Promise<Measured>): Promise<[Measured, Work, number]> {
  let measured: Measured | undefined;
  const before = cpuOf(pid);
  const counted = await countingWork(scene.database, async () => void (measured = await work()));
  if (!measured) throw new Error("не измерено");
  return [measured, counted, cpuOf(pid) - before];
}
