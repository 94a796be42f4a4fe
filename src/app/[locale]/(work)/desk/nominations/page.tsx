import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { nominationFilters, nominationSides } from "@/features/initiatives/considering/nominations/schema";
import { NominationsView } from "@/features/initiatives/considering/ui/nominations-view";
import { SettlingList } from "@/features/initiatives/considering/ui/settling-list";
import { EmptyState } from "@/ui/page/empty-state";
import { PageTitle } from "@/ui/page/page-title";
import { mayOpen } from "@/app/shell/work-nav";
import { contextFromNext } from "@/platform/trpc/context-next";

interface Props {
  readonly searchParams: Promise<{ readonly side?: string; readonly filter?: string; readonly cursor?: string; readonly settling?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("considering.nominations"))("title") };
}

/** What goes up from here, or what has come up to here: a head and a lead put forward, the council and the country answer. */
export default async function NominationsPage({ searchParams }: Props) {
  const { actor, now } = await contextFromNext();
  const { considering } = await callApi();
  const wanted = await searchParams;
  const [counts, settling] = await pageCall(async () => await Promise.all([considering.nominationCounts(), considering.settling({ cursor: wanted.settling })]), "/desk/nominations");
  const waiting = { list: settling, isFirstPage: wanted.settling === undefined, now };
  const side = nominationSides.find((one) => one === wanted.side && counts.sides.includes(one)) ?? counts.sides[0];
  if (side === undefined) {
    if (!mayOpen(actor, "nominations")) notFound();
    return <OnlySettling {...waiting} />;
  }
  const filter = nominationFilters.find((one) => one === wanted.filter) ?? "waiting";
  const list = await pageCall(async () => await considering.nominations({ side, filter, cursor: wanted.cursor }), "/desk/nominations");
  return (
    <NominationsView side={side} filter={filter} counts={counts} list={list} isFirstPage={wanted.cursor === undefined} now={now} above={<SettlingList {...waiting} />} />
  );
}

/** For those who put nothing forward: what was redirected to them, disputed, objected to. */
async function OnlySettling(waiting: Parameters<typeof SettlingList>[0]) {
  const t = await getTranslations("considering.settling");
  return (
    <>
      <PageTitle title={t("page")} />
      {waiting.list.count === 0 ? <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState> : <SettlingList {...waiting} />}
    </>
  );
}
