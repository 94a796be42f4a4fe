import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Chips } from "@/ui/page/chips";
import { EmptyState } from "@/ui/page/empty-state";
import { Link } from "@/ui/page/link";
import { PageTitle } from "@/ui/page/page-title";
import { Pager } from "@/ui/page/pager";
import { Say } from "@/ui/page/say";
import { Tag } from "@/ui/page/tag";
import { Table, type Column } from "@/ui/table/table";
import { nominationFilters, type NominationCounts, type NominationFilter, type NominationRow, type NominationSide, type NominationsOutput } from "../nominations/schema";
import { useDates } from "./use-words";

interface Props {
  readonly side: NominationSide;
  readonly filter: NominationFilter;
  readonly counts: NominationCounts;
  readonly list: NominationsOutput;
  readonly isFirstPage: boolean;
  readonly now: Date;
  /** what waits for another word than an answer to a nomination */
  readonly above?: ReactNode;
}

/** A sentence, filters, the table. */
export function NominationsView({ side, filter, counts, list, isFirstPage, now, above }: Props) {
  const t = useTranslations("considering.nominations");
  const isIn = side === "in";
  const filters = nominationFilters.filter((one) => !(isIn && one === "sent" && counts.in.sent === 0));
  const address = (one: NominationFilter, cursor?: string) => `/desk/nominations?${new URLSearchParams({ filter: one, ...(cursor ? { cursor } : {}) }).toString()}`;
  const sentence = t.rich(isIn ? "incoming" : "outgoing", { count: counts[side].waiting, i: (chunks) => <i>{chunks}</i> });
  return (
    <>
      <PageTitle title={t("title")} />
      {above}
      <Say>{sentence}<small>{isIn ? t("incomingNote") : t("outgoingNote")}</small></Say>
      <div className="mt-6 mb-4">
        <Chips label={t("filters")} items={filters.map((one) => ({ href: address(one), label: isIn ? t(`in.${one}`) : t(`up.${one}`), current: one === filter, ...(counts[side][one] > 0 ? { count: String(counts[side][one]) } : {}) }))} />
      </div>
      <Table caption={t("caption")} captionHidden columns={useColumns(side, filter, now)} rows={list.rows} rowKey={(row) => row.id} empty={<EmptyState title={t(`empty.${filter}`)}>{t("emptyText")}</EmptyState>} />
      <Pager labels={{ nav: t("pages"), previous: t("newer"), next: t("older") }} previous={isFirstPage ? undefined : address(filter)} next={list.next ? address(filter, list.next) : undefined} />
    </>
  );
}

function useColumns(side: NominationSide, filter: NominationFilter, now: Date): Column<NominationRow>[] {
  const t = useTranslations("considering.nominations");
  const whose = useTranslations("considering.competence");
  const status = useTranslations("initiatives.status");
  const title: Column<NominationRow> = {
    id: "title", header: t("column.title"), rowHeader: true,
    cell: (row) => (
      <div>
        <Link className="link" href={`/desk/nominations/${row.id}`}>{row.title}</Link>
        <span className="small muted num block font-normal">{row.publicNumber} · {status(row.status)}</span>
        {side === "in" && row.reason ? <span className="small muted block font-normal">{excerpt(row.reason)}</span> : null}
      </div>
    ),
  };
  const municipality: Column<NominationRow> = { id: "municipality", header: t("column.municipality"), cell: (row) => row.municipality };
  const competence: Column<NominationRow> = { id: "competence", header: t("column.competence"), cell: (row) => (row.competence ? <Tag>{whose(row.competence)}</Tag> : null) };
  const since: Column<NominationRow> = { id: "since", header: side === "up" && filter === "waiting" ? t("column.decided") : t("column.since"), cell: (row) => <When at={row.at} timeZone={row.timeZone} now={now} /> };
  const answer: Column<NominationRow> = { id: "answer", header: t("column.answer"), cell: (row) => (row.answer ? excerpt(row.answer) : null) };
  return [title, ...(side === "in" ? [municipality] : []), competence, since, ...(filter === "answered" ? [answer] : [])];
}

function When({ at, timeZone, now }: { readonly at: Date; readonly timeZone: string; readonly now: Date }) {
  return <time dateTime={at.toISOString()} className="num">{useDates(now, timeZone).day(at)}</time>;
}

function excerpt(text: string): string {
  return text.length > 160 ? `${text.slice(0, 157).trimEnd()}…` : text;
}
