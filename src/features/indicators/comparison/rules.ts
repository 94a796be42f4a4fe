import { addFigures, answeredShare, isBelow, measure, perThousand, recentOf } from "../rules";
import type { Figures, Measure, Round } from "../schema";
import type { ComparisonRow, Nesting } from "./schema";

export const sortKeys = ["name", "net", "target", "share", "pace", "perThousand", "answered", "users", "gross", "unconfirmed", "included"] as const;
export type SortKey = (typeof sortKeys)[number];

/** Target reached, as a share; null without a target. */
export function shareOf({ actual, target }: Measure): number | null {
  return target ? actual / target : null;
}

/** How a row stands against its straight course: 1 is exactly on it. Null without a target or before the first day. */
export function courseShare({ pace, actual }: Measure): number | null {
  return pace && pace.expectedToday > 0 ? actual / pace.expectedToday : null;
}

function valueOf(row: ComparisonRow, key: SortKey): number | null {
  switch (key) {
    case "name": return null;
    case "target": return row.initiatives.target;
    case "share": return shareOf(row.initiatives);
    case "pace": return courseShare(row.initiatives);
    case "perThousand": return perThousand(row.figures.net, row.population);
    case "answered": return answeredShare(row.figures);
    case "users": return row.figures.users;
    default: return row.figures[key];
  }
}

const collator = new Intl.Collator("ru", { numeric: true });

/** Rows without the value stand last in either direction; equals by name. */
export function sortRows(rows: readonly ComparisonRow[], key: SortKey, direction: "ascending" | "descending"): ComparisonRow[] {
  const sign = direction === "ascending" ? 1 : -1;
  return rows.toSorted((a, b) => {
    if (key === "name") return sign * collator.compare(a.name, b.name);
    const [left, right] = [valueOf(a, key), valueOf(b, key)];
    if (left === null || right === null) return Number(left === null) - Number(right === null) || collator.compare(a.name, b.name);
    return sign * (left - right) || collator.compare(a.name, b.name);
  });
}

export interface Sum {
  readonly figures: Figures;
  readonly population: number | null;
  readonly users: Measure;
  readonly initiatives: Measure;
  readonly days: readonly number[];
  readonly municipalities: number;
  readonly withTarget: number;
  /** below their course */
  readonly below: number;
}

/**
 * The row of all: each municipality once. A target is summed over those that have set one, and compared with the
 * actuals of all, so `withTarget` goes beside it.
 */
export function sumRows(rows: readonly ComparisonRow[], round: Pick<Round, "phase" | "day" | "daysLeft">): Sum {
  const figures = addFigures(...rows.map((row) => row.figures));
  const days = addDays(rows.map((row) => row.days));
  const known = rows.flatMap(({ population }) => population ?? []);
  const target = (of: (row: ComparisonRow) => Measure) => rows.reduce<number | null>((sum, row) => (of(row).target === null ? sum : (sum ?? 0) + (of(row).target ?? 0)), null);
  return {
    figures, days,
    population: known.length === rows.length ? known.reduce((sum, one) => sum + one, 0) : null,
    users: measure(figures.users, target((row) => row.users), [], round),
    initiatives: measure(figures.net, target((row) => row.initiatives), recentOf(days, round.day), round),
    municipalities: rows.reduce((sum, row) => sum + row.municipalities, 0),
    withTarget: rows.reduce((sum, row) => sum + row.withTarget, 0),
    below: rows.filter((row) => isBelow(row.initiatives)).length,
  };
}

function addDays(all: readonly (readonly number[])[]): number[] {
  const length = Math.max(0, ...all.map((days) => days.length));
  return Array.from({ length }, (_, day) => all.reduce((sum, days) => sum + (days[day] ?? 0), 0));
}

/** How поселения are shown: by themselves, added to their район, or left out. What stands inside none of the rows stays. */
export function nest(rows: readonly ComparisonRow[], nesting: Nesting, round: Pick<Round, "phase" | "day" | "daysLeft">): ComparisonRow[] {
  if (nesting === "apart") return [...rows];
  const ids = new Set(rows.map(({ id }) => id));
  const isNested = ({ withinId }: ComparisonRow) => withinId !== null && ids.has(withinId);
  const upper = rows.filter((row) => !isNested(row));
  if (nesting === "without") return upper;
  return upper.map((row) => {
    const inside = rows.filter(({ withinId }) => withinId === row.id);
    if (inside.length === 0) return row;
    const { figures, users, initiatives, municipalities, withTarget, days } = sumRows([row, ...inside], round);
    // a район's inhabitants are those of its поселения: adding them would count everybody twice
    return { ...row, figures, users, initiatives, municipalities, withTarget, days: [...days] };
  });
}
