import type { Line } from "./measure";
import type { Workload } from "./workloads/workload";

const number = (value: number): string => value.toLocaleString("ru-RU", { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });

const head = ["Нагрузка", "соединений", "наше, зап/с", "голое, зап/с", "голое быстрее в", "от–до", "порог", "p50, мс", "p95, мс", "p99, мс", "блоков", "запросов к БД", "ЦП, мс", "ЦП голого", "главный запрос"];

/** The table for a person: a line a workload, columns aligned. */
export function toTable(measured: readonly { readonly workload: Workload; readonly line: Line }[]): string {
  const rows = measured.map(({ workload, line }) => [
    workload.title, String(line.concurrency), number(line.ours), number(line.bare), number(line.ratio), `${number(line.ratioMin)}–${number(line.ratioMax)}`,
    markOf(line), number(line.p50), number(line.p95), number(line.p99), number(line.buffers), number(line.statements), number(line.cpu), number(line.cpuBare),
    line.explained ? `${number(line.explained.blocks)} блоков, ${number(line.explained.milliseconds)} мс` : "",
  ]);
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ")).join("\n");
}

function markOf(line: Line): string {
  const mark = line.mark !== null ? String(line.mark) : line.p95Mark !== null ? `p95 ${line.p95Mark} мс` : null;
  return mark === null ? "" : `${mark} ${isMet(line) ? "есть" : "НЕТ"}`;
}

const isMet = ({ mark, ratio, p95Mark, p95 }: Line): boolean => (mark === null || ratio <= mark) && (p95Mark === null || p95 <= p95Mark);

/** Out: a sentence for each mark that wasn't met. */
export function missedMarks(lines: readonly Line[]): string[] {
  const perSecond = (name: string) => lines.find(({ workload }) => workload === name)?.ours;
  const [some, many] = [perSecond("submit-16"), perSecond("submit-64")];
  return [
    ...lines.filter((line) => !isMet(line)).map(({ workload, concurrency, ratio, mark, p95, p95Mark }) => `${workload}, соединений ${concurrency}: ${mark === null ? `p95 ${p95} мс, порог ${p95Mark}` : `в ${ratio} раза, порог ${mark}`}`),
    ...(some !== undefined && many !== undefined && many < some ? [`подача: 64 сразу медленнее, чем 16 (${many} и ${some} в секунду)`] : []),
  ];
}
