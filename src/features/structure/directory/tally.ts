import type { RowProblem } from "@/platform/tables/row-reader";
import type { Columns, SheetKind } from "./columns";
import { sheetKinds } from "./columns";
import type { Action, Change } from "./rules";
import { directoryLimits, type Counts, type DirectoryPreview, type DirectoryProblem } from "./schema";

interface Where {
  readonly sheet: string;
  readonly columns: Columns;
  readonly row: number;
}

const none = (): Counts => ({ new: 0, changed: 0, same: 0, problem: 0 });

/** What a preview says of a file: everything is counted, the first of each kind is kept to be shown. */
export class Tally {
  rows = 0;
  people = 0;
  letters = 0;
  codes = 0;
  repaired = 0;
  readonly #counts: Record<SheetKind, Counts> = { municipalities: none(), organisations: none(), people: none() };
  readonly #problemCounts = new Map<string, { count: number; repairable: number }>();
  readonly #problems: DirectoryProblem[] = [];
  readonly #changes: DirectoryPreview["changes"] = [];
  readonly #skipped: DirectoryPreview["skipped"] = [];
  readonly #sheets: DirectoryPreview["sheets"] = [];
  readonly #regionIds = new Set<string>();
  #skippedCount = 0;

  sheet(name: string, columns: Columns | null): void {
    this.#sheets.push({
      name, kind: columns?.kind ?? null, ignored: (columns?.ignored ?? []).slice(0, 30).map((text) => text.slice(0, 80)),
      columns: Object.entries(columns?.at ?? {}).toSorted(([, a], [, b]) => a - b).map(([field, at]) => ({ field, heading: columns?.headings[at]?.slice(0, 80) ?? "" })),
    });
  }

  skip({ sheet, row }: Pick<Where, "sheet" | "row">, cells: readonly string[]): void {
    this.#skippedCount += 1;
    if (this.#skipped.length < directoryLimits.skipped) this.#skipped.push({ sheet, row, text: cells.filter((cell) => cell !== "").join(" · ").slice(0, 200) });
  }

  region(id: string): void {
    this.#regionIds.add(id);
  }

  refused({ sheet, columns, row }: Where, problems: readonly RowProblem[]): void {
    this.#counts[columns.kind].problem += 1;
    for (const { field, value, key, params, repair } of problems) {
      const counted = this.#problemCounts.get(key) ?? { count: 0, repairable: 0 };
      counted.count += 1;
      if (repair !== null) counted.repairable += 1;
      this.#problemCounts.set(key, counted);
      if (counted.count > directoryLimits.perKind || this.#problems.length >= directoryLimits.problems) continue;
      const at = columns.at[field as keyof Columns["at"]];
      this.#problems.push({ sheet, kind: columns.kind, row, field, heading: at === undefined ? "" : (columns.headings[at] ?? "").slice(0, 80), value: value.slice(0, 120), key, params: { ...params }, repair });
    }
  }

  took({ sheet, columns, row }: Where, action: Exclude<Action, "problem">, name: string, changes: readonly Change[]): void {
    this.#counts[columns.kind][action] += 1;
    for (const change of changes) if (this.#changes.length < directoryLimits.changes) this.#changes.push({ sheet, row, name: name.slice(0, 120), ...change });
  }

  get problems(): number {
    return sheetKinds.reduce((sum, kind) => sum + this.#counts[kind].problem, 0);
  }

  preview(): DirectoryPreview {
    return {
      sheets: this.#sheets, counts: this.#counts, problems: this.#problems, changes: this.#changes, skipped: this.#skipped, skippedCount: this.#skippedCount,
      problemCounts: [...this.#problemCounts].map(([key, counted]) => ({ key, ...counted })).toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)),
      letters: this.letters, codes: this.codes, repaired: this.repaired, regionIds: [...this.#regionIds].toSorted(),
    };
  }
}
