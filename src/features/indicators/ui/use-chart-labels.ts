import { useTranslations } from "next-intl";

/** What every work chart's buttons say. */
export function useChartLabels() {
  const t = useTranslations("indicators.chart");
  return { table: t("table"), chart: t("chart"), png: t("png"), csv: t("csv") };
}
