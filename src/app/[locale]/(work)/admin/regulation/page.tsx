import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { callApi } from "@/api/call";
import { ClientMessages } from "@/app/client-messages";
import { pageCall } from "@/app/shell/page-call";
import { formatMoment } from "@/shared/dates/format";
import { contextFromNext } from "@/platform/trpc/context-next";
import { EmptyState } from "@/ui/page/empty-state";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { Say } from "@/ui/page/say";
import { MarathonRegulationForm } from "./forms";

const here = "/admin/regulation";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("regulation.marathon"))("title") };
}

/** The round's regulation: what stands for every municipality, and its editions. */
export default async function MarathonRegulationPage() {
  const [api, t, admin, locale, { now }] = [await callApi(), await getTranslations("regulation"), await getTranslations("structure.admin"), await getLocale(), await contextFromNext()];
  // also the lock of the page: whoever is no administrator has none
  const { round } = await pageCall(async () => await api.structure.administration.overview(), here);
  if (!round) return <EmptyState level={1} title={t("marathon.title")}>{t("marathon.noRound")}</EmptyState>;
  const regulation = await pageCall(async () => await api.regulation.marathon({ marathonId: round.id }), here);
  return (
    <>
      <PageTitle title={t("marathon.title")} note={round.name} crumbs={{ label: admin("crumbs"), items: [{ label: admin("title"), href: "/admin" }, { label: t("marathon.title") }] }} />
      <div className="mb-6"><Say>{t("marathon.say")}</Say></div>
      <ClientMessages namespaces={["app", "errors", "dates", "access", "regulation"]}><Panel><MarathonRegulationForm regulation={regulation} /></Panel></ClientMessages>
      <Panel title={t("marathon.editions")}>
        {regulation.editions.length === 0 ? <p className="muted">{t("marathon.none")}</p> : null}
        <ul className="record-list">
          {regulation.editions.map(({ number, startsAt }) => <li key={number}>{t("marathon.edition", { number, date: formatMoment(startsAt, { now, zone: "Europe/Moscow", locale }) })}</li>)}
        </ul>
      </Panel>
    </>
  );
}
