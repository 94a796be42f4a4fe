import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CheckboxList } from "@/ui/form/checkbox-list";
import { Submit } from "@/ui/form/submit";
import { Chips } from "@/ui/page/chips";
import { nestings } from "../schema";
import { columnKeys, councilAddress, usualColumns, type CouncilQuery } from "./council-query";

/** Which columns stand: a GET form, so that the choice is in the address and works without scripts. */
export function ColumnForm({ query }: { readonly query: CouncilQuery }) {
  const t = useTranslations("indicators.council");
  const chosen = query.columns.length > 0 ? query.columns : usualColumns;
  return (
    <QueryForm query={{ ...query, columns: [] }} submit={t("columnsShow")}>
      <CheckboxList name="columns" legend={t("columns")} open={false} chosen={t("chosen", { count: chosen.length })} selected={chosen} options={columnKeys.map((value) => ({ value, label: t(`column.${value}`) }))} />
    </QueryForm>
  );
}

/** Which municipalities stand in the chart beside the region. */
export function SeriesForm({ query, options }: { readonly query: CouncilQuery; readonly options: readonly { readonly id: string; readonly name: string }[] }) {
  const t = useTranslations("indicators.council");
  return (
    <QueryForm query={{ ...query, series: [] }} submit={t("seriesShow")} anchor="series">
      <CheckboxList name="series" legend={t("seriesChoose")} open={false} chosen={t("chosen", { count: query.series.length })} selected={query.series} options={options.map(({ id, name }) => ({ value: id, label: name }))} />
    </QueryForm>
  );
}

function QueryForm({ query, submit, anchor, children }: { readonly query: CouncilQuery; readonly submit: string; readonly anchor?: string; readonly children: ReactNode }) {
  const { region, sort, direction, nesting, columns, series } = query;
  const kept = [...Object.entries({ region, sort, direction, nesting }), ...columns.map((column) => ["columns", column]), ...series.map((id) => ["series", id])];
  return (
    <form method="get" action={anchor ? `/council#${anchor}` : "/council"} className="[&:not(:has([open]))_.button]:hidden">
      {kept.map(([name, value]) => (value ? <input key={`${name}:${value}`} type="hidden" name={name} value={value} /> : null))}
      {children}
      <Submit variant="quiet" className="mt-2">{submit}</Submit>
    </form>
  );
}

/** Поселения by themselves, with their район, or left out: the sums differ and are all right. */
export function NestingChips({ query }: { readonly query: CouncilQuery }) {
  const t = useTranslations("indicators.council");
  return <Chips label={t("nesting")} items={nestings.map((nesting) => ({ href: councilAddress(query, { nesting }), label: t(`nested.${nesting}`), current: (query.nesting ?? "apart") === nesting }))} />;
}
