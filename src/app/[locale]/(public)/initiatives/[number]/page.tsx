import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { publicApi } from "@/api/call-public";
import { RecordView } from "@/features/initiatives/record/ui/record-view";
import { SupportButton } from "@/features/initiatives/record/ui/support-button";
import { parseNumber } from "@/features/initiatives/rules";
import { pageCall } from "@/app/shell/page-call";
import { toLocale } from "@/platform/i18n/locale";
import { clock } from "@/platform/clock";
import { Band } from "@/ui/page/band";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";

interface Props {
  readonly params: Promise<{ readonly locale: string; readonly number: string }>;
}

/** An answer must be there the moment it is given. */
export const dynamic = "force-dynamic";

const load = cache(async (locale: string, address: string) => {
  const number = parseNumber(decodeURIComponent(address));
  if (number === null) notFound();
  return await pageCall(async () => await publicApi(toLocale(locale)).initiative.publicRecord({ number }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params;
  const record = await load(locale, number);
  return { title: record.title, description: record.essence.slice(0, 200), alternates: { canonical: `/initiatives/${record.number}` } };
}

export default async function RecordPage({ params }: Props) {
  const { locale: folder, number } = await params;
  const locale = toLocale(folder);
  setRequestLocale(locale);
  const record = await load(folder, number);
  const t = await getTranslations("initiatives");
  const counts = [-1, 0, 1].map((change) => t("supported", { count: Math.max(0, record.supportCount + change) })) as [string, string, string];
  const words = { support: t("support.support"), supported: t("support.supported"), takeBack: t("support.takeBack"), mine: t("support.mine"), failed: t("support.failed"), follow: t("support.follow"), following: t("support.following"), unfollow: t("support.unfollow") };
  return (
    <Band>
      <PageTitle title={record.title} crumbs={{ label: t("record.crumbs"), items: [{ label: t("record.all"), href: "/initiatives" }, { label: record.publicNumber }] }} />
      <RecordView
        record={record}
        dates={{ now: clock.now(), zone: record.timeZone, locale }}
        actions={
          <Panel>
            <SupportButton number={record.number} supportCount={record.supportCount} counted={counts} words={words} />
            <p className="small muted mt-3">{t("support.explain")}</p>
          </Panel>
        }
      />
    </Band>
  );
}
