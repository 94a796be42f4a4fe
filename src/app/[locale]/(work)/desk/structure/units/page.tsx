import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { AddUnitDialog } from "@/features/structure/units/ui/add-unit-dialog";
import { UnitTree } from "@/features/structure/units/ui/unit-tree";
import { isId } from "@/shared/ids/id";
import { EmptyState } from "@/ui/page/empty-state";
import { Link } from "@/ui/page/link";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { queryOf } from "../place";
import { PlaceChoice } from "../place-choice";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("structure.units"))("title") };
}

/** What a municipality consists of, whatever marathon is held. */
export default async function UnitsPage({ searchParams }: Props) {
  const here = "/desk/structure/units";
  const api = await callApi();
  const places = await pageCall(async () => await api.structure.myMunicipalities(), here);
  const wanted = queryOf(await searchParams, "m");
  const municipalityId = wanted !== undefined && isId(wanted) ? wanted : places[0]?.id;
  if (municipalityId === undefined) notFound();
  const { place, units, may } = await pageCall(async () => await api.structure.units.tree({ municipalityId }), here);
  const [t, chart] = [await getTranslations("structure.units"), await getTranslations("structure.chart")];
  const own = units.filter(({ isForeign }) => !isForeign);
  const settlements = units.filter(({ isForeign }) => isForeign);
  const stands = [{ id: place.id, name: place.shortName }, ...own.filter(({ kind }) => kind !== "organisation").map(({ id, shortName }) => ({ id, name: shortName }))];
  return (
    <>
      <PageTitle
        title={`${t("title")}: ${place.shortName}`} note={t("note")} actions={may.manage ? <AddUnitDialog places={stands} /> : undefined}
        crumbs={{ label: t("crumbs"), items: [{ label: chart("title"), href: `/desk/structure?m=${place.id}` }, { label: t("title") }] }}
      />
      <PlaceChoice places={places} current={place.id} path={here} />
      {own.length === 0 ? <EmptyState title={t("emptyTitle")}><p>{t("emptyText")}</p></EmptyState> : <Panel title={t("own")}><UnitTree units={own} rootId={place.id} /></Panel>}
      {settlements.length > 0 ? (
        <Panel title={t("settlements")}>
          <p className="muted mb-4">{t("settlementsText")}</p>
          <ul className="unit-tree">{settlements.map(({ id, shortName }) => <li key={id}>{shortName} {may.figures ? <Link className="link small" href={`/desk/indicators?municipality=${id}`}>{t("figures")}</Link> : null}</li>)}</ul>
        </Panel>
      ) : null}
    </>
  );
}
