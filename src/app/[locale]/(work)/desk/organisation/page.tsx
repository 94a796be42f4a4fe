import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { callApi } from "@/api/call";
import { expectPlace, pageCall } from "@/app/shell/page-call";
import type { MineRow } from "@/features/initiatives/record/schema";
import { StatusTag } from "@/features/initiatives/ui/status-tag";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";
import { formatDay, formatDeadline } from "@/shared/dates/format";
import { plainDateIn } from "@/shared/dates/zone";
import { Chips } from "@/ui/page/chips";
import { EmptyState } from "@/ui/page/empty-state";
import { Link } from "@/ui/page/link";
import { LinkButton } from "@/ui/page/link-button";
import { PageTitle } from "@/ui/page/page-title";
import { Pager } from "@/ui/page/pager";
import { Table } from "@/ui/table/table";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "initiatives.organisation" });
  return { title: t("title") };
}

const here = "/desk/organisation";

/** What was gathered in the coordinator's organisation, and what they helped with: their figures open these lists. */
export default async function OrganisationPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  await expectPlace("organisation", here);
  const query = await searchParams;
  const scope = query.show === "helped" ? "helped" : "organisation";
  const cursor = typeof query.after === "string" ? query.after : null;
  const [api, { now }, t] = [await callApi(), await contextFromNext(), await getTranslations("initiatives.organisation")];
  const { rows, next } = await pageCall(async () => await api.initiative.gathered({ scope, cursor, limit: 50 }), here);
  const address = (values: Record<string, string>) => `${here}?${new URLSearchParams({ ...(scope === "helped" ? { show: "helped" } : {}), ...values }).toString()}`;
  const day = (row: MineRow) => formatDay(plainDateIn(row.timeZone, row.submittedAt), { now, zone: row.timeZone, locale });
  return (
    <>
      <PageTitle title={t("title")} note={t("sayGathered", { count: rows.length })} actions={<LinkButton href="/desk/people">{t("people")}</LinkButton>} />
      <Chips label={t("tabs")} items={[{ href: here, label: t("gathered"), current: scope === "organisation" }, { href: `${here}?show=helped`, label: t("helped"), current: scope === "helped" }]} />
      <div className="mt-6">
        <Table
          caption={t("caption")}
          captionHidden
          rows={rows}
          rowKey={(row) => String(row.number)}
          empty={<EmptyState title={t(scope === "helped" ? "helped" : "gathered")}>{t(scope === "helped" ? "emptyHelped" : "emptyGathered")}</EmptyState>}
          columns={[
            { id: "title", header: t("initiative"), rowHeader: true, cell: (row) => <><Link className="link" href={`/my/${row.number}`}>{row.title}</Link><span className="small muted block font-normal">{row.publicNumber}</span></> },
            { id: "state", header: t("state"), cell: (row) => <StatusTag status={row.status} /> },
            ...(scope === "helped" ? [{ id: "author", header: t("author"), cell: (row: MineRow) => row.authorName }] : []),
            { id: "direction", header: t("direction"), cell: (row) => row.direction },
            { id: "submittedAt", header: t("submittedAt"), cell: day },
            { id: "due", header: t("due"), cell: (row) => (row.dueAt ? <span className={row.dueAt <= now ? "text-late" : undefined}>{formatDeadline(row.dueAt, { now, zone: row.timeZone, locale })}</span> : null) },
          ]}
        />
      </div>
      <Pager labels={{ nav: t("title"), previous: t("previous"), next: t("next") }} previous={cursor ? address({}) : undefined} next={next ? address({ after: next }) : undefined} />
    </>
  );
}
