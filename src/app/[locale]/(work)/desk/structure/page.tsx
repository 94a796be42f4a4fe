import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ChartView } from "@/features/structure/chart/ui/chart-view";
import { GapList } from "@/features/structure/chart/ui/gap-list";
import { isBlocking } from "@/features/structure/chart/rules";
import { contextFromNext } from "@/platform/trpc/context-next";
import { formatPeriod } from "@/shared/dates/format";
import { plainDate } from "@/shared/dates/plain-date";
import { EmptyState } from "@/ui/page/empty-state";
import { LinkButton } from "@/ui/page/link-button";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { Say } from "@/ui/page/say";
import { placeOfPage } from "./place";
import { PlaceChoice } from "./place-choice";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("structure.chart"))("title") };
}

/** Who works in the marathon, tier by tier, and what is missing, each gap with its button. */
export default async function StructurePage({ searchParams }: Props) {
  const { chart, places } = await placeOfPage(await searchParams, "/desk/structure");
  const [t, papers, locale, { now }] = [await getTranslations("structure.chart"), await getTranslations("structure.papers"), await getLocale(), await contextFromNext()];
  const { place, round, gaps, may } = chart;
  const note = round ? `${round.name}, ${formatPeriod(plainDate(round.startsOn), plainDate(round.endsOn), { now, zone: place.timeZone, locale })}` : t("noRound");
  const blocking = gaps.filter(isBlocking).length;
  return (
    <>
      <PageTitle
        title={`${t("title")}: ${place.shortName}`} note={note}
        actions={
          <>
            <LinkButton variant="quiet" href={`/desk/structure/people?m=${place.id}`}>{t("people")}</LinkButton>
            {chart.isWhole ? <LinkButton variant="quiet" href={`/desk/structure/units?m=${place.id}`}>{t("units")}</LinkButton> : null}
            {chart.isWhole && round ? <LinkButton variant="quiet" href={`/desk/wall?m=${place.id}`}>{t("wall")}</LinkButton> : null}
            {may.review ? <LinkButton variant="quiet" href={`/desk/structure/rights?m=${place.id}`}>{t("rights")}</LinkButton> : null}
            {may.setUp ? <LinkButton variant="quiet" href={`/desk/structure/directions?m=${place.id}`}>{t("ownDirections")}</LinkButton> : null}
            {round ? <LinkButton variant="quiet" href={`/desk/structure/papers?m=${place.id}`}>{papers("title")}</LinkButton> : null}
            {may.setUp ? <LinkButton variant="quiet" href={`/desk/setup?m=${place.id}`}>{t("setup")}</LinkButton> : null}
          </>
        }
      />
      <PlaceChoice places={places} current={place.id} path="/desk/structure" />
      {round ? (
        <>
          <div className="mb-6">
            <Say>
              {gaps.length === 0 ? t("complete") : t.rich("missing", { count: gaps.length, i: (text) => <i>{text}</i> })}
              {blocking > 0 ? <> <em>{t("blocking", { count: blocking })}</em></> : null}
              {gaps.length > 0 ? <small>{t("missingHint")}</small> : null}
            </Say>
          </div>
          {gaps.length > 0 ? <div className="mb-6"><Panel title={t("gaps")} id="gaps"><GapList gaps={gaps} municipalityId={place.id} /></Panel></div> : null}
          <ChartView chart={chart} now={now} />
        </>
      ) : (
        <EmptyState title={t("noRound")}><p>{t("noRoundText")}</p></EmptyState>
      )}
    </>
  );
}
