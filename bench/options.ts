export interface Options {
  /** initiatives in the database */
  readonly scale: number;
  /** how often each side is measured; the ratio's spread is over these */
  readonly rounds: number;
  /** a measurement lasts so long at most, seconds */
  readonly seconds: number;
  /** names of workloads, or their beginnings; all when empty */
  readonly only: readonly string[];
  /** throws the grown database away and makes it anew */
  readonly fresh: boolean;
  /** writes a CPU profile of the server into the folder of the measurements */
  readonly profile: boolean;
}

const usage = "npm run bench -- [--scale 10000] [--rounds 3] [--seconds 4] [--only catalogue-api,submit] [--fresh] [--profile]";

/** Throws a sentence for the person who typed something else. */
export function readOptions(args: readonly string[]): Options {
  const left = [...args];
  const take = (flag: string): string | undefined => {
    const at = left.indexOf(flag);
    if (at === -1) return undefined;
    const [, value] = left.splice(at, 2);
    if (value === undefined || value.startsWith("--")) throw new Error(`После ${flag} нужно значение. ${usage}`);
    return value;
  };
  const flag = (name: string): boolean => {
    const at = left.indexOf(name);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  };
  const number = (name: string, otherwise: number): number => {
    const value = Number(take(name) ?? otherwise);
    if (!Number.isFinite(value) || value <= 0) throw new Error(`После ${name} нужно положительное число. ${usage}`);
    return value;
  };
  const options = {
    scale: number("--scale", 10_000),
    rounds: number("--rounds", 3),
    seconds: number("--seconds", 4),
    only: take("--only")?.split(",") ?? [],
    fresh: flag("--fresh"),
    profile: flag("--profile"),
  };
  if (left.length > 0) throw new Error(`Неизвестный параметр ${left[0]}. ${usage}`);
  return options;
}
