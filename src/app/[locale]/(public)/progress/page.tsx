import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ProgressSay } from "@/features/indicators/progress/ui/progress-say";
import { PublicCourse } from "@/features/indicators/progress/ui/public-course";
import { RegionSection } from "@/features/indicators/progress/ui/region-section";
import { RegionsTable } from "@/features/indicators/progress/ui/regions-table";
import { Topics } from "@/features/indicators/progress/ui/topics";
import { dayOfMonth } from "@/features/indicators/ui/names";
import { toLocale } from "@/platform/i18n/locale";
import { EmptyState } from "@/ui/page/empty-state";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { progressData, regionData } from "./progress-data";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
}

/** So many regions are shown whole on one page; more are a table of regions, each with its own page. */
const mostSections = 3;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "indicators.progress" });
  return { title: t("title"), description: t("description") };
}

/** The public course of the marathon: by day, direction, region and municipality. */
export default async function ProgressPage({ params }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const t = await getTranslations("indicators.progress");
  const progress = await progressData();
  if (!progress) return <div className="wrap page-body"><EmptyState level={1} title={t("empty")}>{t("emptyText")}</EmptyState></div>;
  const { round, regions } = progress;
  const sections = regions.length <= mostSections ? await Promise.all(regions.map(async ({ code }) => await regionData(code))) : [];
  return (
    <div className="wrap page-body">
      <PageTitle title={t("title")} note={t("where", { marathon: round.name, from: dayOfMonth(round.startsOn, locale), to: dayOfMonth(round.endsOn, locale) })} />
      <ProgressSay progress={progress} />
      <div className="split mt-6">
        <div>
          <Panel><PublicCourse progress={progress} /></Panel>
          {regions.length > 1 ? <Panel title={t("regions")}><RegionsTable progress={progress} /></Panel> : null}
        </div>
        <Panel title={t("topics")}><Topics progress={progress} /></Panel>
      </div>
      {sections.map((section) => (
        <section key={section.progress.region.id} className="mt-8" aria-labelledby={section.progress.region.id}>
          <h2 id={section.progress.region.id} className="text-title mb-3">{section.progress.region.name}</h2>
          <RegionSection progress={section.progress} boundaries={section.boundaries} />
        </section>
      ))}
    </div>
  );
}
