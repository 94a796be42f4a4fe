import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AnsweredList } from "./front/answered-list";
import { Hero } from "./front/hero";
import { PlacesTable } from "@/features/indicators/progress/ui/places-table";
import { ProgressSay } from "@/features/indicators/progress/ui/progress-say";
import { PublicCourse } from "@/features/indicators/progress/ui/public-course";
import { Topics } from "@/features/indicators/progress/ui/topics";
import { WhatItIs } from "@/features/indicators/progress/ui/what-it-is";
import { WhoHelps } from "@/features/indicators/progress/ui/who-helps";
import { toLocale } from "@/platform/i18n/locale";
import { SearchField } from "@/ui/form/search-field";
import { Band } from "@/ui/page/band";
import { EmptyState } from "@/ui/page/empty-state";
import { Link } from "@/ui/page/link";
import { municipalityChoices, progressData } from "./progress/progress-data";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = toLocale((await params).locale);
  const [front, app] = [await getTranslations({ locale, namespace: "indicators.front" }), await getTranslations({ locale, namespace: "app" })];
  return { title: { absolute: `${app("name")}. ${front("plainTitle")}` } };
}

/** What anybody sees first: say it, what it is, how it goes, what was answered, who helps. */
export default async function FrontPage({ params }: Props) {
  setRequestLocale(toLocale((await params).locale));
  const t = await getTranslations("indicators.front");
  const progress = await progressData();
  if (!progress) return <Band><EmptyState level={1} title={t("noMarathon")}>{t("noMarathonText")}</EmptyState></Band>;
  const municipalities = await municipalityChoices(progress.round.id);
  return (
    <>
      <Band tone="surface"><Hero progress={progress} /></Band>
      <Band><WhatItIs progress={progress} /></Band>
      <Band tone="surface">
        <h2 className="visually-hidden">{t("how")}</h2>
        <ProgressSay progress={progress} />
        {progress.round.phase === "upcoming" ? null : (
          <div className="split mt-6">
            <PublicCourse progress={progress} />
            <div>
              <h3>{t("table")}</h3>
              <p className="small muted mb-3">{t("tableNote")}</p>
              <PlacesTable places={progress.largest} caption={t("table")} isSmall />
              <p className="mt-3"><Link className="link" href="/progress">{t("all")}</Link></p>
            </div>
          </div>
        )}
      </Band>
      <Band>
        <div className="split">
          <div>
            <h2 className="text-title mb-5">{t("answered")}</h2>
            <AnsweredList answered={progress.answered} />
            <p className="mt-4"><Link className="link" href="/initiatives">{t("answeredAll")}</Link></p>
            <form method="get" action="/initiatives" role="search" className="mt-6"><SearchField name="q" label={t("find")} button={t("searchButton")} maxLength={200} /></form>
          </div>
          <div>
            <h2 className="text-title mb-5">{t("topics")}</h2>
            <Topics progress={progress} />
          </div>
        </div>
      </Band>
      <Band tone="accent"><WhoHelps municipalities={municipalities} /></Band>
    </>
  );
}
