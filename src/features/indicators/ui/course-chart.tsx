"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatTime } from "@/shared/dates/format";
import { addDays } from "@/shared/dates/plain-date";
import { TimeSeriesChart, type TimeSeries } from "@/ui/chart/time-series-chart";
import { courseLines } from "../course/rules";
import type { Round } from "../schema";
import { dayOfMonth } from "./names";
import { useChartLabels } from "./use-chart-labels";
import { useNumbers } from "./use-numbers";

interface Props {
  readonly byDay: readonly number[];
  readonly target: number | null;
  readonly earlier: readonly number[] | null;
  readonly round: Round;
  readonly at: Date;
  readonly zone: string;
}

/** The course to the target: actual, needed, forecast with its band, the round before. */
export function CourseChart({ byDay, target, earlier, round, at, zone }: Props) {
  const t = useTranslations("indicators.morning.course2");
  const locale = useLocale();
  const { whole } = useNumbers();
  const labels = useChartLabels();
  const { days, total, projection } = courseLines(byDay, target, earlier, round);
  const day = (index: number) => dayOfMonth(addDays(round.startsOn, index), locale);
  const end = dayOfMonth(round.endsOn, locale);
  const last = days.at(-1);
  const values = { date: end, forecast: whole(projection?.forecast ?? total), target: whole(target ?? 0), actual: whole(total), day: round.day };
  const title = projection ? (target === null ? t("titleNoTarget", values) : t("title", values)) : target === null ? t("titleOverNoTarget", values) : t("titleOver", values);
  const series: TimeSeries[] = [
    { key: "actual", name: t("actual"), label: projection ? t("today", { value: whole(total) }) : t("total", { value: whole(total) }), kind: "actual" },
    ...(projection && round.daysLeft > 0 ? [{ key: "forecast", name: t("forecast"), label: t("forecastAt", { value: whole(projection.forecast) }), kind: "forecast" as const, bandKey: "band" }] : []),
    ...(target === null ? [] : [{ key: "needed", name: t("needed"), label: t("needed"), kind: "needed" as const }]),
    ...(earlier ? [{ key: "earlier", name: t("earlier"), label: t("earlierAt", { value: whole(last?.earlier ?? 0) }), kind: "earlier" as const }] : []),
  ];
  return (
    <TimeSeriesChart
      title={title}
      sentence={t("sentence", values)}
      caption={t("note", { time: formatTime(at, zone, locale) })}
      fileName={`course-${round.today}`}
      labels={labels}
      rows={days.map(({ day: x, ...row }) => ({ x, ...row }))}
      series={series}
      target={target === null ? undefined : { value: target, label: t("target", { value: whole(target) }) }}
      xName={t("day")}
      formatX={day}
      formatY={whole}
    />
  );
}
