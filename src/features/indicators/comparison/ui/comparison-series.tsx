"use client";

import { useLocale, useTranslations } from "next-intl";
import { addDays } from "@/shared/dates/plain-date";
import { TimeSeriesChart } from "@/ui/chart/time-series-chart";
import { runningSum } from "../../rules";
import type { Round } from "../../schema";
import { dayOfMonth } from "../../ui/names";
import { useChartLabels } from "../../ui/use-chart-labels";
import { useNumbers } from "../../ui/use-numbers";

interface Props {
  readonly round: Round;
  readonly sum: readonly number[];
}

/** The course of all together. */
export function ComparisonSeries({ round, sum }: Props) {
  const t = useTranslations("indicators.council");
  const locale = useLocale();
  const { whole } = useNumbers();
  const labels = useChartLabels();
  const total = sum.reduce((all, one) => all + one, 0);
  return (
    <TimeSeriesChart
      title={t("seriesTitle", { days: round.day, actual: whole(total) })}
      sentence={t("seriesSentence")}
      fileName={`council-${round.today}`}
      labels={labels}
      rows={runningSum(sum).map((value, x) => ({ x, sum: value }))}
      series={[{ key: "sum", name: t("seriesSum"), label: whole(total), kind: "actual" }]}
      xName={t("day")}
      formatX={(x) => dayOfMonth(addDays(round.startsOn, x), locale)}
      formatY={whole}
    />
  );
}
