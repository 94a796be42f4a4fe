import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { callApi } from "@/api/call";
import { HelpResult } from "@/features/hotline/ui/help-result";
import { contextFromNext } from "@/platform/trpc/context-next";
import { toLocale } from "@/platform/i18n/locale";
import { FilterForm } from "@/ui/form/filter-form";
import { SelectField } from "@/ui/form/select-field";
import { EmptyState } from "@/ui/page/empty-state";
import { Notice } from "@/ui/page/notice";
import { PageTitle } from "@/ui/page/page-title";
import { needsRegion, PlaceFields } from "./place-fields";
import { idOf, placeWishOf } from "./places";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "hotline.help" });
  return { title: t("title"), description: t("lead") };
}

/** «Кто мне поможет»: a form that works without scripts, its answer below. */
export default async function HelpPage({ params, searchParams }: Props) {
  setRequestLocale(toLocale((await params).locale));
  const [asked, t, api, { now }] = [await searchParams, await getTranslations("hotline.help"), await callApi(), await contextFromNext()];
  const wish = await placeWishOf({ region: asked.region, municipality: asked.municipality });
  const { municipalityId } = wish;
  const [found, organisations] = municipalityId
    ? await Promise.all([api.hotline.whoHelps({ municipalityId, organisationId: idOf(asked.organisation) }), api.marathon.organisations({ municipalityId })])
    : [null, []];
  return (
    <div className="wrap page-body">
      <PageTitle title={t("title")} />
      <p className="read muted mb-6">{t("lead")}</p>
      <div className="split">
        <div>
          {found ? <HelpResult found={found} now={now} /> : asked.municipality ? <Notice tone="soon" live>{t("unknown")}</Notice> : <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>}
        </div>
        <div className={found ? "panel" : "panel max-[56rem]:order-first"}>
          <FilterForm action="/help" label={t("chooseLabel")} submit={needsRegion(wish) ? t("next") : t("show")}>
            <PlaceFields wish={wish} labels={{ region: t("region"), regionEmpty: t("regionEmpty"), municipality: t("municipality"), municipalityEmpty: t("municipalityEmpty") }} />
            {organisations.length > 0 ? (
              <SelectField name="organisation" label={t("organisation")} hint={t("organisationHint")} defaultValue={found?.organisation?.id ?? ""} options={[{ value: "", label: t("organisationEmpty") }, ...organisations.map(({ id, shortName }) => ({ value: id, label: shortName }))]} />
            ) : null}
          </FilterForm>
        </div>
      </div>
    </div>
  );
}
