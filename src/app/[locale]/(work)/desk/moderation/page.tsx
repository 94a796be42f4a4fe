import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { canSomewhere } from "@/access/policy";
import { policies } from "@/access/rules/all";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { contextFromNext } from "@/platform/trpc/context-next";
import { EmptyState } from "@/ui/page/empty-state";
import { PageTitle } from "@/ui/page/page-title";
import { Pager } from "@/ui/page/pager";
import { Say } from "@/ui/page/say";
import { ModerationDesk } from "./moderation-desk";

interface Props {
  readonly searchParams: Promise<{ readonly cursor?: string }>;
}

const here = "/desk/moderation";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("considering.moderation"))("title") };
}

/** What waits for a moderator before anybody may read it. */
export default async function ModerationPage({ searchParams }: Props) {
  const { actor, now } = await contextFromNext();
  if (!canSomewhere(policies.initiative, actor, "moderate")) notFound();
  const { cursor } = await searchParams;
  const { considering } = await callApi();
  const [list, count] = await pageCall(async () => await Promise.all([considering.moderation({ cursor }), considering.moderationCount()]), here);
  const t = await getTranslations("considering.moderation");
  return (
    <>
      <PageTitle title={t("title")} />
      <Say>{t("waiting", { count })}<small>{t("lead")}</small></Say>
      {list.rows.length === 0 ? <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState> : <ModerationDesk key={cursor} rows={list.rows} now={now} />}
      <Pager labels={{ nav: t("pages"), previous: t("first"), next: t("more") }} previous={cursor === undefined ? undefined : here} next={list.next ? `${here}?cursor=${encodeURIComponent(list.next)}` : undefined} />
    </>
  );
}
