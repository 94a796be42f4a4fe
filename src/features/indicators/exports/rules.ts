import type { CellValue, Table, TableColumn } from "@/platform/tables/table";
import { addDays } from "@/shared/dates/plain-date";
import { shareOf, sumRows } from "../comparison/rules";
import type { Comparison, ComparisonRow } from "../comparison/schema";
import type { Morning } from "../morning/schema";
import { answeredShare, noFigures, perThousand, runningSum } from "../rules";
import type { Figures, Measure } from "../schema";
import type words from "../messages/ru.json";

/** Headings of the tables, in the asker's language. */
export type ExportWords = (typeof words)["export"];

const round = (value: number | null, digits: number) => (value === null ? null : Math.round(value * 10 ** digits) / 10 ** digits);

function figureColumns(words: ExportWords): TableColumn[] {
  const number = (header: string): TableColumn => ({ header, kind: "number" });
  return [
    number(words.users), number(words.unconfirmed), number(words.usersTarget), number(words.gross), number(words.net), number(words.target),
    { header: words.share, kind: "percent" }, number(words.neededPerDay), number(words.currentPerDay), number(words.answered), { header: words.answeredShare, kind: "percent" }, number(words.included),
  ];
}

function figureCells(figures: Figures, users: Measure | null, initiatives: Measure): CellValue[] {
  return [
    figures.users, figures.unconfirmed, users?.target ?? null, figures.gross, figures.net, initiatives.target,
    round(shareOf(initiatives), 4), round(initiatives.pace?.neededPerDay ?? null, 1), round(initiatives.pace?.currentPerDay ?? null, 1), figures.answered, round(answeredShare(figures), 4), figures.included,
  ];
}

/** The council's table: a row a municipality and the sum, which is that of the rows above it; then the days. */
export function comparisonTables(comparison: Pick<Comparison, "round" | "level">, rows: readonly ComparisonRow[], words: ExportWords): Table[] {
  const { round: of, level } = comparison;
  const first = { header: level === "regions" ? words.region : words.municipality, kind: "text" as const, width: 36 };
  const sum = sumRows(rows, of);
  const cells = (name: string, population: number | null, one: { figures: Figures; users: Measure; initiatives: Measure }): CellValue[] => [
    name, population, round(perThousand(one.figures.net, population), 2), ...figureCells(one.figures, one.users, one.initiatives),
  ];
  const table: Table = {
    name: words.sheetComparison,
    columns: [first, { header: words.population, kind: "number" }, { header: words.perThousand, kind: "number" }, ...figureColumns(words)],
    rows: [...rows.map((row) => cells(row.name, row.population, row)), cells(words.total, sum.population, sum)],
  };
  const days: Table = {
    name: words.sheetDays,
    columns: [{ header: words.day, kind: "date" }, ...rows.map(({ name }): TableColumn => ({ header: name, kind: "number" })), { header: words.total, kind: "number" }],
    rows: sum.days.map((all, day) => [addDays(of.startsOn, day), ...rows.map((row) => row.days[day] ?? 0), all]),
  };
  return [table, days];
}

/** A municipality's own: total, directions, organisations with «без организации»; then the days. */
export function municipalityTables({ total, users, initiatives, directions, organisations, days, round: of }: Morning, locale: "ru" | "en", words: ExportWords): Table[] {
  const table: Table = {
    name: words.sheetMunicipality,
    columns: [{ header: words.section, kind: "text", width: 16 }, { header: words.name, kind: "text", width: 44 }, ...figureColumns(words)],
    rows: [
      [words.sectionTotal, words.total, ...figureCells(total, users, initiatives)],
      ...directions.map((line) => [words.sectionDirection, locale === "ru" ? line.name : line.nameEn, ...figureCells({ ...noFigures, ...line.figures }, null, line.initiatives)]),
      ...organisations.map((line) => [words.sectionOrganisation, line.name ?? words.noOrganisation, ...figureCells(line.figures, line.users, line.initiatives)]),
    ],
  };
  const net = runningSum(days.map((day) => day.net));
  const people = runningSum(days.map((day) => day.users));
  const byDay: Table = {
    name: words.sheetDays,
    columns: [{ header: words.day, kind: "date" }, { header: words.newInitiatives, kind: "number" }, { header: words.allInitiatives, kind: "number" }, { header: words.newUsers, kind: "number" }, { header: words.allUsers, kind: "number" }],
    rows: days.map((day, index) => [addDays(of.startsOn, index), day.net, net[index] ?? 0, day.users, people[index] ?? 0]),
  };
  return [table, byDay];
}
