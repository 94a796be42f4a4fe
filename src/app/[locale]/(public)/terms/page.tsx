import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { callApi } from "@/api/call";
import { AheadNote } from "@/features/regulation/ui/ahead-note";
import { OfficeHours } from "@/features/regulation/ui/office-hours";
import { RegulationTable } from "@/features/regulation/ui/regulation-table";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";
import { FilterForm } from "@/ui/form/filter-form";
import { EmptyState } from "@/ui/page/empty-state";
import { Notice } from "@/ui/page/notice";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { Say } from "@/ui/page/say";
import { needsRegion, PlaceFields } from "../help/place-fields";
import { placeWishOf } from "../help/places";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "regulation" });
  return { title: t("title"), description: t("lead") };
}

/** «Когда мне ответят»: the terms of a municipality in plain words, for everybody. */
export default async function TermsPage({ params, searchParams }: Props) {
  setRequestLocale(toLocale((await params).locale));
  const [asked, t, api, { now }] = [await searchParams, await getTranslations("regulation"), await callApi(), await contextFromNext()];
  const wish = await placeWishOf({ region: asked.region, municipality: asked.municipality });
  const { municipalityId } = wish;
  const found = municipalityId ? await api.regulation.read({ municipalityId }) : null;
  const answer = found?.terms.find(({ subject }) => subject === "initiativeAnswer");
  return (
    <div className="wrap page-body">
      <PageTitle title={t("title")} note={found ? t("where", { place: found.municipality.name, marathon: found.marathon.name }) : undefined} />
      <p className="read muted mb-6">{t("lead")}</p>
      <div className="panel mb-6">
        <FilterForm action="/terms" label={t("choose")} submit={needsRegion(wish) ? t("next") : t("show")}>
          <PlaceFields wish={wish} labels={{ region: t("region"), regionEmpty: t("regionEmpty"), municipality: t("municipality"), municipalityEmpty: t("municipalityEmpty") }} />
        </FilterForm>
      </div>
      {found && answer ? (
        <>
          <div className="mb-6"><Say>{t("say", { amount: answer.amount, unit: answer.unit })}</Say></div>
          <AheadNote ahead={found.ahead} now={now} zone={found.municipality.timeZone} />
          <Panel title={t("desk.terms")}><RegulationTable terms={found.terms} caption={t("title")} /></Panel>
          <Panel title={t("hours.title")}><OfficeHours schedule={found.schedule} timeZone={found.municipality.timeZone} now={now} /></Panel>
        </>
      ) : asked.municipality ? <Notice tone="soon" live>{t("unknown")}</Notice> : <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>}
    </div>
  );
}
