import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ChartView } from "@/features/structure/chart/ui/chart-view";
import { contextFromNext } from "@/platform/trpc/context-next";
import { LinkButton } from "@/ui/page/link-button";
import { Say } from "@/ui/page/say";
import { Tag } from "@/ui/page/tag";
import { placeOfPage } from "../structure/place";
import { Renewed } from "./renewed";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("structure.chart"))("title") };
}

/** The chart on a screen in the corridor: no menu, large, by itself. Gaps are counted; they are mended at the desk. */
export default async function WallPage({ searchParams }: Props) {
  const { chart } = await placeOfPage(await searchParams, "/desk/wall");
  if (!chart.isWhole || !chart.round) notFound();
  const [t, kinds, { now }] = [await getTranslations("structure.chart"), await getTranslations("structure.gaps"), await contextFromNext()];
  const { place, gaps } = chart;
  const found = [...new Set(gaps.map(({ kind }) => kind))];
  return (
    <div className="wall">
      <div className="wall-head">
        <h1>{place.shortName}</h1>
        <p className="muted">{chart.round.name}</p>
        <LinkButton variant="plain" href={`/desk/structure?m=${place.id}`}>{t("fromWall")}</LinkButton>
      </div>
      <Say>{gaps.length === 0 ? t("complete") : t.rich("missing", { count: gaps.length, i: (text) => <i>{text}</i> })}</Say>
      {found.length > 0 ? <ul className="wall-gaps">{found.map((kind) => <li key={kind}><Tag tone="soon">{kinds(`${kind}.title`, { count: gaps.filter((gap) => gap.kind === kind).length })}</Tag></li>)}</ul> : null}
      <ChartView chart={chart} now={now} isWall />
      <Renewed />
    </div>
  );
}
