import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/ui/page/link-button";
import { Panel } from "@/ui/page/panel";
import { PageTitle } from "@/ui/page/page-title";
import { useRoundWords } from "../../ui/use-round-words";
import { nest, sortRows, sumRows } from "../rules";
import type { Boundaries, Comparison } from "../schema";
import { ChosenCourses } from "./chosen-courses";
import { ComparisonMap } from "./comparison-map";
import { ComparisonRanking } from "./comparison-ranking";
import { ComparisonSay } from "./comparison-say";
import { ComparisonSeries } from "./comparison-series";
import { ComparisonTable } from "./comparison-table";
import { ColumnForm, NestingChips, SeriesForm } from "./comparison-tools";
import { councilAddress, type CouncilQuery } from "./council-query";

interface Props {
  readonly comparison: Comparison;
  readonly boundaries: Boundaries | null;
  readonly query: CouncilQuery;
  /** the council's panel of the last checkpoint */
  readonly checkpoint: ReactNode;
}

const mostSeries = 12;

/** Sentence, map and ranking that show it, the table that proves it, the course by day. */
export function CouncilView({ comparison, boundaries, query, checkpoint }: Props) {
  const t = useTranslations("indicators.council");
  const { round, level, region, canGoUp, hasNested, abilities } = comparison;
  const course = useRoundWords(round);
  const rows = nest(comparison.rows, query.nesting ?? "apart", round);
  const sum = sumRows(rows, round);
  const sorted = sortRows(rows, query.sort ?? "name", query.direction ?? "ascending");
  const chosen = rows.filter(({ id }) => query.series.includes(id)).slice(0, mostSeries);
  const exported = new URLSearchParams(Object.entries({ region: region?.id, nesting: query.nesting }).flatMap(([key, value]) => (value ? [[key, value]] : []))).toString();
  const lines = rows.map((row) => ({ ...row, href: level === "regions" ? councilAddress(query, { region: row.id }) : `/desk/indicators?municipality=${row.id}` }));
  return (
    <>
      <PageTitle title={t(level === "regions" ? "titleRegions" : "title")} note={t("where", { region: region?.name ?? t("country"), marathon: round.name, course })} />
      <ComparisonSay comparison={comparison} rows={rows} sum={sum} />
      <div className="acts mt-5">
        {abilities.export ? <LinkButton variant="quiet" href={`/api/export/council.xlsx?${exported}`} download>{t("export")}</LinkButton> : null}
        {abilities.export ? <LinkButton variant="plain" href={`/api/export/council.csv?${exported}`} download>{t("exportCsv")}</LinkButton> : null}
        {region && canGoUp ? <LinkButton variant="plain" href={councilAddress(query, { region: undefined })}>{t("back")}</LinkButton> : null}
      </div>
      <div className="mt-6">{checkpoint}</div>
      <div className="split mt-4">
        <ComparisonMap lines={lines} boundaries={boundaries} />
        <ComparisonRanking rows={rows} query={query} />
      </div>
      <div className="mt-4">
        <Panel title={t(level === "regions" ? "tableRegions" : "table")} id="table">
          {hasNested ? <div className="mb-4"><NestingChips query={query} /></div> : null}
          <ColumnForm query={query} />
          <div className="mt-4"><ComparisonTable comparison={comparison} rows={sorted} sum={sum} query={query} /></div>
        </Panel>
        <Panel title={t("series")} id="series">
          <ComparisonSeries round={round} sum={sum.days} />
          <div className="mt-5"><ChosenCourses rows={chosen} round={round} /></div>
          <SeriesForm query={query} options={rows} />
        </Panel>
      </div>
    </>
  );
}
