import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { OwnItem } from "@/features/hotline/ui/own-item";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";
import { EmptyState } from "@/ui/page/empty-state";
import { LinkButton } from "@/ui/page/link-button";
import { PageTitle } from "@/ui/page/page-title";
import { Pager } from "@/ui/page/pager";
import { Panel } from "@/ui/page/panel";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "hotline.own" });
  return { title: t("title") };
}

/** A person's questions to the hotline, the newest first. */
export default async function MyQuestionsPage({ params, searchParams }: Props) {
  setRequestLocale(toLocale((await params).locale));
  const { after } = await searchParams;
  const [api, { now }, t] = [await callApi(), await contextFromNext(), await getTranslations("hotline.own")];
  const cursor = typeof after === "string" ? after : null;
  const { rows, next } = await pageCall(async () => await api.hotline.own({ cursor }), "/my/questions");
  const ask = <LinkButton href="/help/ask">{t("ask")}</LinkButton>;
  if (rows.length === 0) return (
    <>
      <PageTitle title={t("title")} />
      <EmptyState title={t("emptyTitle")} actions={ask}>{t("emptyText")}</EmptyState>
    </>
  );
  return (
    <>
      <PageTitle title={t("title")} note={t("lead")} actions={ask} />
      <Panel>
        <ul className="record-list">{rows.map((row) => <li key={row.id}><OwnItem row={row} now={now} /></li>)}</ul>
      </Panel>
      <Pager labels={{ nav: t("pages"), previous: t("first"), next: t("next") }} previous={cursor ? "/my/questions" : undefined} next={next ? `/my/questions?after=${encodeURIComponent(next)}` : undefined} />
    </>
  );
}
