import { expect, test } from "vitest";
import type { Line } from "./measure";
import { missedMarks } from "./report";

const line = (own: Partial<Line>): Line => ({
  workload: "list", concurrency: 16, scale: 10_000, ours: 300, bare: 600, ratio: 2, ratioMin: 2, ratioMax: 2, p50: 1, p95: 1, p99: 1, buffers: 1, statements: 1, cpu: 1, cpuBare: 1, mark: 4, p95Mark: null, explained: null, ...own,
});

test("невыдержанный порог назван, выдержанный – нет", () => {
  expect(missedMarks([line({}), line({ mark: null }), line({ mark: null, p95Mark: 100, p95: 100 })])).toEqual([]);
  expect(missedMarks([line({ ratio: 4.1 })])).toEqual(["list, соединений 16: в 4.1 раза, порог 4"]);
  expect(missedMarks([line({ mark: null, p95Mark: 100, p95: 101 })])).toEqual(["list, соединений 16: p95 101 мс, порог 100"]);
});

test("шестьдесят четыре подачи сразу не медленнее шестнадцати", () => {
  const at = (workload: string, ours: number) => line({ workload, ours });
  expect(missedMarks([at("submit-16", 300), at("submit-64", 300)])).toEqual([]);
  expect(missedMarks([at("submit-16", 300), at("submit-64", 299)])).toHaveLength(1);
});
