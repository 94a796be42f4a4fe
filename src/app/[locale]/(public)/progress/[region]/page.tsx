import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { pageCall } from "@/app/shell/page-call";
import { regionCodeField } from "@/features/indicators/progress/schema";
import { RegionSection } from "@/features/indicators/progress/ui/region-section";
import { dayOfMonth } from "@/features/indicators/ui/names";
import { toLocale } from "@/platform/i18n/locale";
import { PageTitle } from "@/ui/page/page-title";
import { progressData, regionData } from "../progress-data";

interface Props {
  readonly params: Promise<{ readonly locale: string; readonly region: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, region } = await params;
  const found = (await progressData())?.regions.find(({ code }) => code === region);
  const t = await getTranslations({ locale: toLocale(locale), namespace: "indicators.progress" });
  return { title: found ? t("region", { name: found.name }) : t("title") };
}

/** One region with all of its municipalities. */
export default async function RegionProgressPage({ params }: Props) {
  const { locale: asked, region: code } = await params;
  const locale = toLocale(asked);
  setRequestLocale(locale);
  if (!regionCodeField.safeParse(code).success) notFound();
  const t = await getTranslations("indicators.progress");
  const { progress, boundaries } = await pageCall(async () => await regionData(code), `/progress/${code}`);
  const { region, round } = progress;
  return (
    <div className="wrap page-body">
      <PageTitle
        title={t("region", { name: region.name })}
        crumbs={{ label: t("title"), items: [{ label: t("title"), href: "/progress" }, { label: region.name }] }}
        note={t("where", { marathon: round.name, from: dayOfMonth(round.startsOn, locale), to: dayOfMonth(round.endsOn, locale) })}
      />
      <RegionSection progress={progress} boundaries={boundaries} />
    </div>
  );
}
