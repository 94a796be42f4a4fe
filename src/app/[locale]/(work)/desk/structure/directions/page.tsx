import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { OwnDirections } from "@/features/structure/directions/ui/own-directions";
import { isId } from "@/shared/ids/id";
import { EmptyState } from "@/ui/page/empty-state";
import { LinkButton } from "@/ui/page/link-button";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { queryOf } from "../place";
import { PlaceChoice } from "../place-choice";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("structure.directions"))("title") };
}

/** The marathon's themes, and those that the municipality added. */
export default async function DirectionsPage({ searchParams }: Props) {
  const here = "/desk/structure/directions";
  const api = await callApi();
  const places = await pageCall(async () => await api.structure.myMunicipalities(), here);
  const wanted = queryOf(await searchParams, "m");
  const municipalityId = wanted !== undefined && isId(wanted) ? wanted : places[0]?.id;
  if (municipalityId === undefined) notFound();
  const { place, round, directions } = await pageCall(async () => await api.structure.directions.list({ municipalityId }), here);
  const [t, chart, locale] = [await getTranslations("structure.directions"), await getTranslations("structure.chart"), await getLocale()];
  const common = directions.filter(({ isOwn, retiredAt }) => !isOwn && retiredAt === null);
  return (
    <>
      <PageTitle
        title={`${t("title")}: ${place.shortName}`} note={round?.name} crumbs={{ label: t("crumbs"), items: [{ label: chart("title"), href: `/desk/structure?m=${place.id}` }, { label: t("title") }] }}
        actions={<LinkButton variant="quiet" href={`/desk/setup/groups?m=${place.id}`}>{t("groups")}</LinkButton>}
      />
      <PlaceChoice places={places} current={place.id} path={here} />
      {round ? (
        <div className="split">
          <Panel title={t("own")}>
            <p className="muted mb-4">{t("ownText")}</p>
            <OwnDirections municipalityId={place.id} directions={directions.filter(({ isOwn }) => isOwn)} />
          </Panel>
          <Panel title={t("common")}>
            <p className="muted mb-4">{t("commonText")}</p>
            <ul className="gap-rows">{common.map(({ id, name, nameEn, group, initiatives }) => <li key={id} className="gap-row"><span>{locale === "ru" ? name : nameEn}<span className="small muted num block">{group ? `${t("group", { name: group })}, ` : ""}{t("initiatives", { count: initiatives })}</span></span></li>)}</ul>
          </Panel>
        </div>
      ) : (
        <EmptyState title={chart("noRound")}><p>{chart("noRoundText")}</p></EmptyState>
      )}
    </>
  );
}
