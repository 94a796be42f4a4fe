import path from "node:path";

export interface Options {
  /** texts and labels of somebody else; none: our own */
  readonly given: { readonly corpus: string; readonly pairs: string | null; readonly queries: string | null } | null;
  /** the folder with the real initiatives */
  readonly data: string;
  /** prints what was missed and what was found wrongly, of the tuning half */
  readonly misses: boolean;
}

const usage = "npm run evaluate -- [--data ../shared/data] [--misses] | --corpus texts.jsonl [--pairs pairs.csv] [--queries queries.csv]";

/** Throws a sentence for the person who typed something else. */
export function readOptions(args: readonly string[]): Options {
  const left = args.flatMap((arg) => (/^--\w+=/.test(arg) ? [arg.slice(0, arg.indexOf("=")), arg.slice(arg.indexOf("=") + 1)] : [arg]));
  const fileAfter = (flag: string): string | null => {
    const at = left.indexOf(flag);
    if (at === -1) return null;
    const [, value] = left.splice(at, 2);
    if (value === undefined || value.startsWith("--")) throw new Error(`После ${flag} нужен путь. ${usage}`);
    return path.resolve(process.env.INIT_CWD ?? ".", value);
  };
  const [corpus, pairs, queries, data] = [fileAfter("--corpus"), fileAfter("--pairs"), fileAfter("--queries"), fileAfter("--data")];
  const missesAt = left.indexOf("--misses");
  if (missesAt !== -1) left.splice(missesAt, 1);
  if (left.length > 0) throw new Error(`Неизвестный параметр ${left[0]}. ${usage}`);
  if (corpus === null && (pairs !== null || queries !== null)) throw new Error(`Метки без текстов: нужен --corpus. ${usage}`);
  if (corpus !== null && pairs === null && queries === null) throw new Error(`Тексты без меток: нужен --pairs или --queries. ${usage}`);
  return { given: corpus === null ? null : { corpus, pairs, queries }, data: data ?? path.resolve("..", "shared", "data"), misses: missesAt !== -1 };
}
