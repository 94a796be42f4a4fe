import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { AddRegionDialog } from "@/features/structure/administration/ui/add-region-dialog";
import { formatPeriod } from "@/shared/dates/format";
import { plainDate } from "@/shared/dates/plain-date";
import { contextFromNext } from "@/platform/trpc/context-next";
import { EmptyState } from "@/ui/page/empty-state";
import { Link } from "@/ui/page/link";
import { LinkButton } from "@/ui/page/link-button";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { Say } from "@/ui/page/say";
import { Table } from "@/ui/table/table";
import type { AdminRegion } from "@/features/structure/administration/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("structure.admin"))("title") };
}

/** Settings of the installation: rounds, regions, outlines; no people but those whom an administrator appoints. */
export default async function AdminPage() {
  const { regions, round } = await pageCall(async () => await (await callApi()).structure.administration.overview(), "/admin");
  const [t, reforms, locale, { now }] = [await getTranslations("structure.admin"), await getTranslations("structure.units.reforms"), await getLocale(), await contextFromNext()];
  const sum = (of: (region: AdminRegion) => number) => regions.reduce((total, region) => total + of(region), 0);
  return (
    <>
      <PageTitle title={t("title")} />
      <div className="mb-6">
        <Say>
          {round ? t("say", { participating: sum((one) => one.participating), setUp: sum((one) => one.setUp) }) : t("noRound")}
          {round ? <small>{round.name}, {formatPeriod(plainDate(round.startsOn), plainDate(round.endsOn), { now, zone: "Europe/Moscow", locale })}</small> : null}
        </Say>
      </div>
      <div className="acts mb-6">
        <LinkButton href="/admin/marathon">{round ? t("marathon") : t("addRound")}</LinkButton>
        {round ? <LinkButton variant="quiet" href="/admin/regulation">{t("regulation")}</LinkButton> : null}
        <LinkButton variant="quiet" href="/admin/reforms">{reforms("open")}</LinkButton>
        <LinkButton variant="quiet" href="/admin/rights">{t("rights")}</LinkButton>
        <LinkButton variant="quiet" href="/admin/boundaries">{t("boundaries")}</LinkButton>
        <LinkButton variant="quiet" href="/admin/consents">{t("consents")}</LinkButton>
        <LinkButton variant="quiet" href="/admin/directory">{t("directory")}</LinkButton>
      </div>
      <Panel title={t("regions")} aside={<AddRegionDialog />}>
        <Table<AdminRegion>
          caption={t("regions")} captionHidden rows={regions} rowKey={({ id }) => id} empty={<EmptyState title={t("noRegions")} level={3}><p>{t("noRegionsText")}</p></EmptyState>}
          columns={[
            { id: "name", header: t("region"), rowHeader: true, cell: ({ id, name }) => <Link className="link" href={`/admin/municipalities?region=${id}`}>{name}</Link> },
            { id: "municipalities", header: t("municipalities"), align: "end", cell: (one) => one.municipalities },
            { id: "participating", header: t("participating"), align: "end", cell: (one) => one.participating },
            { id: "setUp", header: t("setUpCount"), align: "end", cell: (one) => one.setUp },
          ]}
        />
      </Panel>
    </>
  );
}
