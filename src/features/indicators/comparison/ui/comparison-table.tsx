import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Sparkline } from "@/ui/chart/sparkline";
import { Link } from "@/ui/page/link";
import { Table, type Column } from "@/ui/table/table";
import { answeredShare, isBelow, perThousand } from "../../rules";
import type { Figures, Measure } from "../../schema";
import { PaceTag } from "../../ui/pace-tag";
import { useNumbers } from "../../ui/use-numbers";
import { shareOf, sortKeys, type SortKey, type Sum } from "../rules";
import type { Comparison, ComparisonRow } from "../schema";
import { councilAddress, usualColumns, type ColumnKey, type CouncilQuery } from "./council-query";

interface Props {
  readonly comparison: Comparison;
  readonly rows: readonly ComparisonRow[];
  readonly sum: Sum;
  readonly query: CouncilQuery;
}

interface Line {
  readonly figures: Figures;
  readonly population: number | null;
  readonly initiatives: Measure;
  readonly days: readonly number[];
}

const sparkDays = 14;

/** Every municipality, sorted by links; the sum below is that of the rows. */
export function ComparisonTable({ comparison: { level, rows: all }, rows, sum, query }: Props) {
  const t = useTranslations("indicators.council");
  const cellOf = useCells();
  const shown = query.columns.length > 0 ? query.columns : usualColumns;
  const names = new Map(all.map(({ id, name }) => [id, name]));
  const name = (row: ComparisonRow) => (
    <>
      <Link className="link" href={level === "regions" ? councilAddress(query, { region: row.id }) : `/desk/indicators?municipality=${row.id}`}>{row.name}</Link>
      {row.withinId !== null && names.has(row.withinId) ? <span className="small muted block font-normal">{t("within", { name: names.get(row.withinId) ?? "" })}</span> : null}
    </>
  );
  const columns = shown.map((key): Column<ComparisonRow> => ({ id: key, header: t(`column.${key}`), align: "end", sortable: (sortKeys as readonly string[]).includes(key), cell: (row) => cellOf(key, row) }));
  const totals: Record<string, ReactNode> = { name: <>{t(level === "regions" ? "sumCountry" : "sum")}<span className="small muted block font-normal">{t("withTarget", { with: sum.withTarget, count: sum.municipalities })}</span></> };
  for (const key of shown) totals[key] = cellOf(key, sum);
  totals.state = <PaceTag measure={sum.initiatives} />;
  return (
    <Table
      caption={t(level === "regions" ? "tableRegions" : "table")}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      sort={{
        by: query.sort ?? "name",
        direction: query.direction ?? "ascending",
        firstDirection: { pace: "ascending" },
        href: (column, direction) => councilAddress(query, { sort: column as SortKey, direction }),
      }}
      columns={[
        { id: "name", header: t(level === "regions" ? "column.region" : "column.name"), rowHeader: true, sortable: true, cell: name },
        ...columns,
        { id: "state", header: t("column.state"), cell: (row) => <PaceTag measure={row.initiatives} /> },
      ]}
      totals={totals}
    />
  );
}

/** What stands in a column, for a row as for the sum. */
function useCells(): (key: ColumnKey, line: Line) => ReactNode {
  const t = useTranslations("indicators.council");
  const { whole, one, percent } = useNumbers();
  const maybe = (value: number | null, format: (value: number) => string) => (value === null ? "" : format(value));
  return (key, { figures, population, initiatives, days }) => {
    switch (key) {
      case "target": return maybe(initiatives.target, whole);
      case "share": return maybe(shareOf(initiatives), percent);
      case "pace": return initiatives.pace ? t("paceOf", { current: one(initiatives.pace.currentPerDay), needed: one(initiatives.pace.neededPerDay) }) : "";
      case "course": return <Sparkline values={days.slice(-sparkDays)} sentence={`${t("spark")}: ${days.slice(-sparkDays).join(", ")}`} tone={isBelow(initiatives) ? "late" : "actual"} />;
      case "perThousand": return maybe(perThousand(figures.net, population), one);
      case "answered": return maybe(answeredShare(figures), percent);
      default: return whole(figures[key]);
    }
  };
}
