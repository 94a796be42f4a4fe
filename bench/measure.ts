import { median, quantile, short } from "./figures";
import { load, type Measured, type Target } from "./load";
import { countingWork, explain } from "./statements";
import type { Scene } from "./scene";
import type { Prepared, Workload } from "./workloads/workload";

/** One line of the result: rates are requests a second, latencies milliseconds, buffers blocks a request. */
export interface Line {
  readonly workload: string;
  readonly concurrency: number;
  readonly scale: number;
  readonly ours: number;
  readonly bare: number;
  readonly ratio: number;
  readonly ratioMin: number;
  readonly ratioMax: number;
  readonly p50: number;
  readonly p99: number;
  readonly buffers: number;
  readonly statements: number;
  readonly mark: number | null;
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
      await prepared.settle?.();
    }
  };
  for (const target of [prepared.ours, prepared.bare]) await side(target, warmSeconds, most === undefined ? undefined : Math.ceil(most / 4));

  const ours: Measured[] = [];
  const bare: Measured[] = [];
  const blocks: number[] = [];
  const statements: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    let measured: Measured | undefined;
    // settling is not part of the work
    const work = await countingWork(scene.database, async () => void (measured = await side(prepared.ours, seconds)));
    if (!measured) throw new Error("не измерено");
    ours.push(measured);
    blocks.push(work.blocks / measured.requests);
    statements.push(work.statements / measured.requests);
    bare.push(await side(prepared.bare, seconds));
  }
  const ratios = ours.map(({ perSecond }, round) => (bare[round]?.perSecond ?? Number.NaN) / perSecond);
  const latencies = ours.flatMap((one) => one.latencies);
  const explained = prepared.statement ? await explain(scene.database, prepared.statement) : null;
  return {
    workload: workload.name, concurrency, scale,
    ours: short(median(ours.map((one) => one.perSecond))), bare: short(median(bare.map((one) => one.perSecond))),
    ratio: short(median(ratios)), ratioMin: short(Math.min(...ratios)), ratioMax: short(Math.max(...ratios)),
    p50: short(quantile(latencies, 0.5)), p99: short(quantile(latencies, 0.99)),
    buffers: short(median(blocks)), statements: short(median(statements)),
    mark: workload.mark ?? null,
    explained: explained && { blocks: explained.blocks, milliseconds: short(explained.milliseconds) },
  };
}
