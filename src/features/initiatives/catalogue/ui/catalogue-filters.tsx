import { useTranslations } from "next-intl";
import { publicInitiativeStatuses } from "@/access/rules/initiative";
import { FilterForm } from "@/ui/form/filter-form";
import { SearchField } from "@/ui/form/search-field";
import { SelectField, type Option, type OptionGroup } from "@/ui/form/select-field";
import { catalogueSorts } from "../schema";

export interface CatalogueQuery {
  readonly q?: string | undefined;
  readonly municipality?: string | undefined;
  readonly direction?: string | undefined;
  readonly status?: string | undefined;
  readonly sort?: string | undefined;
}

interface Props {
  readonly query: CatalogueQuery;
  readonly municipalities: readonly (Option | OptionGroup)[];
  readonly directions: readonly Option[];
}

/** One GET form: whatever is chosen stands in the address, works without scripts and can be sent to somebody. */
export function CatalogueFilters({ query, municipalities, directions }: Props) {
  const t = useTranslations("initiatives");
  const filtered = [query.municipality, query.direction, query.status, query.sort].some(Boolean);
  const statuses = publicInitiativeStatuses.map((status) => ({ value: status, label: capital(t(`status.${status}`)) }));
  const usual = query.q ? "relevant" : "newest";
  const sorts = catalogueSorts.filter((sort) => query.q || sort !== "relevant").map((sort) => ({ value: sort === usual ? "" : sort, label: t(`catalogue.sorts.${sort}`) }));
  return (
    <FilterForm action="/initiatives" label={t("catalogue.form")}>
      <SearchField name="q" label={t("catalogue.search")} hint={t("catalogue.searchHint")} button={t("catalogue.find")} defaultValue={query.q} maxLength={200} autoComplete="off" />
      <details className="facet mt-4 lg:supports-[selector(::details-content)]:[&::details-content]:[content-visibility:visible]" open={filtered}>
        <summary className="lg:supports-[selector(::details-content)]:hidden">{t("catalogue.filters")}</summary>
        <div className="grid gap-4 pt-4 pb-4 sm:grid-cols-2 lg:grid-cols-4 [&>.field]:mt-0">
          <SelectField name="municipality" label={t("catalogue.municipality")} defaultValue={query.municipality ?? ""} options={[{ value: "", label: t("catalogue.anyMunicipality") }, ...municipalities]} />
          <SelectField name="direction" label={t("catalogue.direction")} defaultValue={query.direction ?? ""} options={[{ value: "", label: t("catalogue.anyDirection") }, ...directions]} />
          <SelectField name="status" label={t("catalogue.status")} defaultValue={query.status ?? ""} options={[{ value: "", label: t("catalogue.anyStatus") }, ...statuses]} />
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
