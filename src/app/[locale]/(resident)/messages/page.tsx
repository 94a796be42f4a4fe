import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { callApi } from "@/api/call";
import { ClientMessages } from "@/app/client-messages";
import { pageCall } from "@/app/shell/page-call";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";
import { formatFullMoment, formatMoment } from "@/shared/dates/format";
import { EmptyState } from "@/ui/page/empty-state";
import { LinkButton } from "@/ui/page/link-button";
import { PageTitle } from "@/ui/page/page-title";
import { Pager } from "@/ui/page/pager";
import { queryOf, type PageProps } from "../page-props";
import { Messages } from "./messages";

/** Messages are of no one municipality: their hour is said by Moscow. */
const zone = "Europe/Moscow";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "messages.page" });
  return { title: t("title") };
}

export default async function MessagesPage({ params, searchParams }: PageProps) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const cursor = (await queryOf(searchParams, "after")) ?? null;
  const [api, { now }, t] = [await callApi(), await contextFromNext(), await getTranslations("messages.page")];
  const { rows, next, unread } = await pageCall(async () => await api.messages.list({ cursor }), "/messages");
  if (rows.length === 0) return <EmptyState level={1} title={t("emptyTitle")} actions={<LinkButton href="/new">{t("emptyAction")}</LinkButton>}>{t("emptyText")}</EmptyState>;
  const shown = rows.map(({ at, ...row }) => ({ ...row, when: formatMoment(at, { now, zone, locale }), fullWhen: formatFullMoment(at, zone, locale) }));
  return (
    <>
      <PageTitle title={t("title")} note={`${t("summary", { unread })} ${t("byLetter")}`} />
      <ClientMessages namespaces={["messages"]}>
        <Messages key={cursor ?? "newest"} rows={shown} unread={unread} />
      </ClientMessages>
      <Pager labels={{ nav: t("pager"), previous: t("newest"), next: t("older") }} previous={cursor ? "/messages" : undefined} next={next ? `/messages?after=${next}` : undefined} />
    </>
  );
}
