import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import type { MissedRow } from "@/features/regulation/missed/schema";
import { contextFromNext } from "@/platform/trpc/context-next";
import { formatDeadline, formatMoment } from "@/shared/dates/format";
import { EmptyState } from "@/ui/page/empty-state";
import { PageTitle } from "@/ui/page/page-title";
import { Pager } from "@/ui/page/pager";
import { Say } from "@/ui/page/say";
import { Tag } from "@/ui/page/tag";
import { Table } from "@/ui/table/table";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const here = "/desk/missed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("regulation.missed"))("title") };
}

/** Terms that ran out and went up to the reader: numbers and dates. */
export default async function MissedPage({ searchParams }: Props) {
  const { after } = await searchParams;
  const [t, words, locale, { now }] = [await getTranslations("regulation.missed"), await getTranslations("regulation"), await getLocale(), await contextFromNext()];
  const { rows, next, open } = await pageCall(async () => await (await callApi()).regulation.missed.list({ cursor: typeof after === "string" ? after : null }), here);
  return (
    <>
      <PageTitle title={t("title")} />
      <div className="mb-6"><Say>{t("say", { count: open })}</Say></div>
      <Table<MissedRow>
        caption={t("title")} captionHidden rows={rows} rowKey={({ id }) => id} empty={<EmptyState title={t("empty")} level={2}><p>{t("emptyText")}</p></EmptyState>}
        columns={[
          { id: "what", header: t("what"), rowHeader: true, cell: ({ subject }) => words(`subject.${subject}`) },
          { id: "number", header: t("number"), cell: ({ number, municipality }) => `№ ${number}, ${municipality}` },
          { id: "due", header: t("due"), cell: ({ dueAt, timeZone }) => formatDeadline(dueAt, { now, zone: timeZone, locale }) },
          { id: "wentUp", header: t("wentUp"), cell: ({ wentUpTo }) => (wentUpTo === null ? words("nobody") : words(`tier.${wentUpTo}`)) },
          { id: "state", header: t("state"), cell: ({ settledAt, timeZone }) => (settledAt ? <Tag tone="done">{t("settled", { date: formatMoment(settledAt, { now, zone: timeZone, locale }) })}</Tag> : <Tag tone="late">{t("open")}</Tag>) },
        ]}
      />
      <Pager {...(after ? { previous: here } : {})} {...(next ? { next: `${here}?after=${next}` } : {})} labels={{ nav: t("pager"), previous: t("newest"), next: t("older") }} />
    </>
  );
}
