import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { AheadNote } from "@/features/regulation/ui/ahead-note";
import { OfficeHours } from "@/features/regulation/ui/office-hours";
import { RegulationTable } from "@/features/regulation/ui/regulation-table";
import { contextFromNext } from "@/platform/trpc/context-next";
import { isId } from "@/shared/ids/id";
import { EmptyState } from "@/ui/page/empty-state";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { Say } from "@/ui/page/say";
import { PlaceChoice } from "../structure/place-choice";
import { RegulationForms } from "./forms";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const here = "/desk/regulation";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("regulation.desk"))("title") };
}

/** The terms of one's municipality: everybody reads them, the responsible person shortens them and says when the offices are open. */
export default async function RegulationPage({ searchParams }: Props) {
  const [{ m }, t, api, { now }] = [await searchParams, await getTranslations("regulation"), await callApi(), await contextFromNext()];
  const places = await pageCall(async () => await api.structure.myMunicipalities(), here);
  const municipalityId = places.find(({ id }) => isId(m) && id === m)?.id ?? places[0]?.id;
  const found = municipalityId ? await pageCall(async () => ((await api.marathon.forMunicipality({ municipalityId })) ? await api.regulation.read({ municipalityId }) : null), here) : null;
  if (!found) return <EmptyState level={1} title={t("desk.noPlace")}>{t("desk.noPlaceText")}</EmptyState>;
  return (
    <>
      <PlaceChoice places={places} current={found.municipality.id} path={here} />
      <PageTitle title={t("desk.title")} note={t("where", { place: found.municipality.name, marathon: found.marathon.name })} />
      <div className="mb-6"><Say>{t(found.mayTighten ? "desk.say" : "desk.sayRead")}</Say></div>
      <AheadNote ahead={found.ahead} now={now} zone={found.municipality.timeZone} />
      <Panel title={t("desk.terms")}><RegulationTable terms={found.terms} caption={t("desk.terms")} /></Panel>
      <Panel title={t("hours.title")}><OfficeHours schedule={found.schedule} timeZone={found.municipality.timeZone} now={now} /></Panel>
      <RegulationForms here={found} />
    </>
  );
}
