import { useTranslations } from "next-intl";
import { publicInitiativeStatuses } from "@/access/rules/initiative";
import { FilterForm } from "@/ui/form/filter-form";
import { SearchField } from "@/ui/form/search-field";
import { SelectField, type Option, type OptionGroup } from "@/ui/form/select-field";
import { periods } from "../../facets/rules";
import type { Facets } from "../../facets/schema";
import { catalogueSorts } from "../schema";

export interface CatalogueQuery {
  readonly q?: string | undefined;
  readonly municipality?: string | undefined;
  readonly direction?: string | undefined;
  readonly status?: string | undefined;
  readonly period?: string | undefined;
  readonly sort?: string | undefined;
}

interface Props {
  readonly query: CatalogueQuery;
  readonly municipalities: readonly (Option | OptionGroup)[];
  readonly directions: readonly Option[];
  /** what each further choice would show; null: nobody counted */
  readonly facets: Facets | null;
}

/** One GET form: whatever is chosen stands in the address, works without scripts and can be sent to somebody. */
export function CatalogueFilters({ query, municipalities, directions, facets }: Props) {
  const t = useTranslations("initiatives");
  const filtered = [query.municipality, query.direction, query.status, query.period, query.sort].some(Boolean);
  const counted = (options: readonly Option[], counts: ReadonlyMap<string, number> | null) => options.map(({ value, label }) => ({ value, label: withCount(label, counts?.get(value)) }));
  const [byPlace, byDirection, byStatus, byPeriod] = [mapOf(facets?.municipalities, ({ id }) => id), mapOf(facets?.directions, ({ id }) => id), mapOf(facets?.statuses, ({ status }) => status), mapOf(facets?.periods, ({ period }) => period)];
  const statuses = counted(publicInitiativeStatuses.map((status) => ({ value: status, label: capital(t(`status.${status}`)) })), byStatus);
  const dates = counted(periods.map((period) => ({ value: period, label: t(`catalogue.period.${period}`) })), byPeriod);
  const usual = query.q ? "relevant" : "newest";
  const sorts = catalogueSorts.filter((sort) => query.q || sort !== "relevant").map((sort) => ({ value: sort === usual ? "" : sort, label: t(`catalogue.sorts.${sort}`) }));
  return (
    <FilterForm action="/initiatives" label={t("catalogue.form")}>
      <SearchField name="q" label={t("catalogue.search")} hint={t("catalogue.searchHint")} button={t("catalogue.find")} defaultValue={query.q} maxLength={200} autoComplete="off" />
      <details className="facet mt-4 lg:supports-[selector(::details-content)]:[&::details-content]:[content-visibility:visible]" open={filtered}>
        <summary className="lg:supports-[selector(::details-content)]:hidden">{t("catalogue.filters")}</summary>
        <div className="grid gap-4 pt-4 pb-4 sm:grid-cols-2 lg:grid-cols-5 [&>.field]:mt-0">
          <SelectField name="municipality" label={t("catalogue.municipality")} defaultValue={query.municipality ?? ""} options={[{ value: "", label: t("catalogue.anyMunicipality") }, ...municipalities.map((one) => ("options" in one ? { ...one, options: counted(one.options, byPlace) } : { ...one, label: withCount(one.label, byPlace?.get(one.value)) }))]} />
          <SelectField name="direction" label={t("catalogue.direction")} defaultValue={query.direction ?? ""} options={[{ value: "", label: t("catalogue.anyDirection") }, ...counted(directions, byDirection)]} />
          <SelectField name="status" label={t("catalogue.status")} defaultValue={query.status ?? ""} options={[{ value: "", label: t("catalogue.anyStatus") }, ...statuses]} />
          {query.q ? null : <SelectField name="period" label={t("catalogue.date")} defaultValue={query.period ?? ""} options={[{ value: "", label: t("catalogue.anyDate") }, ...dates]} />}
          <SelectField name="sort" label={t("catalogue.sort")} defaultValue={query.sort ?? ""} options={sorts} />
        </div>
        <div className="acts pb-4">
          <button type="submit" className="button">{t("catalogue.apply")}</button>
          {filtered || query.q ? <a className="button button-plain" href="/initiatives">{t("catalogue.reset")}</a> : null}
        </div>
      </details>
    </FilterForm>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function mapOf<T extends { readonly count: number }>(rows: readonly T[] | null | undefined, key: (row: T) => string): ReadonlyMap<string, number> | null {
  return rows ? new Map(rows.map((row) => [key(row), row.count])) : null;
}

/** «Киров, 123»; the bare name where there is nothing behind it. */
function withCount(label: string, count: number | undefined): string {
  return count ? `${label} (${count})` : label;
}
