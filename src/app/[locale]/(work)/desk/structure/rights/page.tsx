import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { callApi } from "@/api/call";
import { expectPlace, pageCall } from "@/app/shell/page-call";
import { rightsFilters, type RightsWish } from "@/features/structure/rights/schema";
import { rightsQuery, RightsView } from "@/features/structure/rights/ui/rights-view";
import { isId } from "@/shared/ids/id";
import { LinkButton } from "@/ui/page/link-button";
import { PageTitle } from "@/ui/page/page-title";
import { queryOf } from "../place";
import { PlaceChoice } from "../place-choice";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("structure.rights"))("title") };
}

/** A head looks at his municipality. */
export default async function RightsPage({ searchParams }: Props) {
  const here = "/desk/structure/rights";
  await expectPlace("structure", here);
  const query = await searchParams;
  const api = await callApi();
  const places = await pageCall(async () => await api.structure.myMunicipalities(), here);
  const wanted = queryOf(query, "m");
  const municipalityId = (wanted !== undefined && isId(wanted) ? wanted : places[0]?.id) ?? null;
  const reason = queryOf(query, "reason")?.trim() ?? "";
  const wish: RightsWish = { municipalityId, q: (queryOf(query, "q") ?? "").slice(0, 100), filter: rightsFilters.find((one) => one === queryOf(query, "filter")) ?? "all", reason: reason.length >= 10 ? reason.slice(0, 300) : null };
  const rights = await pageCall(async () => await api.structure.rights.list({ ...wish, cursor: queryOf(query, "after") ?? null }), here);
  const [t, chart] = [await getTranslations("structure.rights"), await getTranslations("structure.chart")];
  return (
    <>
      <PageTitle
        title={t("title")} note={t("note")} crumbs={{ label: t("crumbs"), items: [{ label: chart("title"), href: municipalityId ? `/desk/structure?m=${municipalityId}` : "/desk/structure" }, { label: t("title") }] }}
        actions={<LinkButton variant="quiet" href={`/api/export/rights.xlsx?${rightsQuery(wish)}`}>{t("export")}</LinkButton>}
      />
      {municipalityId ? <PlaceChoice places={places} current={municipalityId} path={here} /> : null}
      <RightsView rights={rights} wish={wish} path={here} />
    </>
  );
}
