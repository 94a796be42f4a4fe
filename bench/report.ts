import type { Line } from "./measure";
import type { Workload } from "./workloads/workload";

const number = (value: number): string => value.toLocaleString("ru-RU", { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });

const head = ["Нагрузка", "соединений", "наше, зап/с", "голое, зап/с", "голое быстрее в", "от–до", "порог", "p50, мс", "p95, мс", "p99, мс", "блоков", "запросов к БД", "ЦП, мс", "ЦП голого", "главный запрос"];

/** The table for a person: a line a workload, columns aligned. */
export function toTable(measured: readonly { readonly workload: Workload; readonly line: Line }[]): string {
  const rows = measured.map(({ workload, line }) => [
    workload.title, String(line.concurrency), number(line.ours), number(line.bare), number(line.ratio), `${number(line.ratioMin)}–${number(line.ratioMax)}`,
    line.mark === null ? "" : `${line.mark} ${line.ratio <= line.mark ? "есть" : "НЕТ"}`, number(line.p50), number(line.p95), number(line.p99), number(line.buffers), number(line.statements), number(line.cpu), number(line.cpuBare),
    line.explained ? `${number(line.explained.blocks)} блоков, ${number(line.explained.milliseconds)} мс` : "",
  ]);
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ")).join("\n");
}
