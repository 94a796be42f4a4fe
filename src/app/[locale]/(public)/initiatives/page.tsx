import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { unstable_cache } from "next/cache";
import { z } from "zod";
import { publicApi } from "@/api/call-public";
import { catalogueSortField, publicStatusField } from "@/features/initiatives/catalogue/schema";
import { CatalogueFilters, type CatalogueQuery } from "@/features/initiatives/catalogue/ui/catalogue-filters";
import { CatalogueList } from "@/features/initiatives/catalogue/ui/catalogue-list";
import { periods } from "@/features/initiatives/facets/rules";
import { PlacesMap } from "@/features/initiatives/facets/ui/places-map";
import { listDirections, participatingMunicipalities, publicMarathon } from "@/features/marathon/server/service";
import { pageCall } from "@/app/shell/page-call";
import { toLocale } from "@/platform/i18n/locale";
import { contextOfPublic } from "@/platform/trpc/context-next";
import { idField } from "@/shared/ids/fields";
import { groupBy } from "@/shared/lists/group-by";
import { Band } from "@/ui/page/band";
import { EmptyState } from "@/ui/page/empty-state";
import { LinkButton } from "@/ui/page/link-button";
import { Notice } from "@/ui/page/notice";
import { PageTitle } from "@/ui/page/page-title";
import { Pager } from "@/ui/page/pager";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "initiatives.catalogue" });
  return { title: t("title"), description: t("description"), alternates: { types: { "application/atom+xml": feedAddress } } };
}

const one = <T extends z.ZodType>(field: T) => z.preprocess((value) => (Array.isArray(value) ? value[0] : value) || undefined, field.optional()).catch(undefined);
/** An address may come from anywhere: what it says wrongly is left out. */
const querySchema = z.object({
  q: one(z.string().max(200)),
  municipality: one(idField),
  direction: one(idField),
  status: one(publicStatusField),
  period: one(z.enum(periods)),
  sort: one(catalogueSortField),
  view: one(z.literal("map")),
  after: one(z.string().max(2_000)),
});

/** Names change with the structure, seldom: they are read anew every five minutes. */
const facetsOf = unstable_cache(
  async (marathonId: string) => {
    const { db } = contextOfPublic("ru");
    const [municipalities, directions] = await Promise.all([participatingMunicipalities(db, marathonId), listDirections(db, marathonId, null)]);
    const regions = groupBy(municipalities, (municipality) => municipality.regionName);
    return { regions: [...regions].map(([label, own]) => ({ label, options: own.map(({ id, shortName }) => ({ value: id, label: shortName })) })), directions };
  },
  ["catalogue-facets"],
  { revalidate: 300, tags: ["marathon"] },
);

const feedAddress = "/api/export/initiatives.atom";

/** They follow within a minute anyway. */
const countsOf = unstable_cache(
  async (chosen: string) => await publicApi("ru").initiative.facets(JSON.parse(chosen) as Parameters<ReturnType<typeof publicApi>["initiative"]["facets"]>[0]),
  ["catalogue-counts"],
  { revalidate: 60 },
);

export default async function CataloguePage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const { after, view, ...asked } = querySchema.parse(await searchParams);
  // words are looked for over all of the time: the search keeps no dates
  const query = asked.q ? { ...asked, period: undefined } : asked;
  const context = contextOfPublic(locale);
  const marathon = await publicMarathon(context.db, context.now);
  const chosen = { municipalityId: query.municipality, directionId: query.direction, status: query.status, period: query.period };
  const [facets, found, counts, places] = await Promise.all([
    marathon ? facetsOf(marathon.id) : { regions: [], directions: [] },
    pageCall(async () => await publicApi(locale).initiative.catalogue({
      text: query.q, municipalityId: query.municipality, directionId: query.direction, statuses: query.status ? [query.status] : undefined, period: query.period, sort: query.sort, cursor: after,
    })),
    // words are not counted: their price would be the word's frequency
    query.q ? null : countsOf(JSON.stringify(chosen)),
    view === "map" ? publicApi(locale).initiative.places(chosen) : null,
  ]);
  const t = await getTranslations("initiatives.catalogue");
  const isNarrowed = Object.values(query).some(Boolean);
  return (
    <Band className="stack">
      <PageTitle title={t("title")} note={t("lead")} />
      <CatalogueFilters
        query={query}
        municipalities={facets.regions.length === 1 ? facets.regions[0]!.options : facets.regions}
        facets={counts}
        directions={facets.directions.map(({ id, name, nameEn }) => ({ value: id, label: locale === "en" ? nameEn : name }))}
      />
      {found.meant ? <Notice>{t("meant", { typed: query.q ?? "", meant: found.meant })}</Notice> : null}
      {found.found && found.rows.length > 0 ? <p className="small muted">{t(found.found.isMore ? "foundMore" : "found", { count: found.found.count })}</p> : null}
      {found.isPartial && !after ? <p className="small muted">{t("partial")}</p> : null}
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <p className="num">{counts && counts.total !== null && counts.total > 0 ? t("total", { count: counts.total }) : null}</p>
        <nav aria-label={t("view")} className="flex flex-wrap gap-x-4">
          {view === "map" ? <a className="link" href={addressOf(query)}>{t("asList")}</a> : <a className="link" href={addressOf(query, undefined, "map")}>{t("asMap")}</a>}
          <a className="link" href={feedOf(query)}>{t("feed")}</a>
        </nav>
      </div>
      {places ? <PlacesMap places={places} hrefOf={(municipality) => addressOf({ ...query, municipality })} /> : found.rows.length === 0 ? (
        <EmptyState title={t("emptyTitle")} actions={<><LinkButton href="/new">{t("suggest")}</LinkButton>{isNarrowed ? <LinkButton variant="plain" href="/initiatives">{t("reset")}</LinkButton> : null}</>}>
          {isNarrowed ? t("emptySearch") : t("emptyAll")}
        </EmptyState>
      ) : (
        <CatalogueList rows={found.rows} dates={{ now: context.now, zone: "Europe/Moscow", locale }} />
      )}
      {places ? null : <Pager
        labels={{ nav: t("pages"), previous: t("previous"), next: t("next") }}
        previous={after ? addressOf(query) : undefined}
        next={found.next ? addressOf(query, found.next) : undefined}
      />}
    </Band>
  );
}

/** The same filters as a feed: words and order are left out. */
function feedOf({ municipality, direction, status }: CatalogueQuery): string {
  const kept = Object.entries({ municipality, direction, status }).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return kept.length === 0 ? feedAddress : `${feedAddress}?${new URLSearchParams(kept).toString()}`;
}

function addressOf(query: CatalogueQuery, after?: string, view?: "map"): string {
  const kept = Object.entries({ ...query, view, after }).filter((entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== "");
  return kept.length === 0 ? "/initiatives" : `/initiatives?${new URLSearchParams(kept).toString()}`;
}
