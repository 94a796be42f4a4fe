import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { canSomewhere } from "@/access/policy";
import { appointment } from "@/access/rules/structure";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { staffFilters, type StaffPage } from "@/features/structure/appointments/schema";
import { RemindAllButton } from "@/features/structure/appointments/ui/remind-all-button";
import { needsAct } from "@/features/structure/rules";
import { contextFromNext } from "@/platform/trpc/context-next";
import { formatDay, formatNumericDate } from "@/shared/dates/format";
import { plainDate } from "@/shared/dates/plain-date";
import { lastDayOf, plainDateIn } from "@/shared/dates/zone";
import { isId } from "@/shared/ids/id";
import { FilterForm } from "@/ui/form/filter-form";
import { SearchField } from "@/ui/form/search-field";
import { Chips } from "@/ui/page/chips";
import { EmptyState } from "@/ui/page/empty-state";
import { Link } from "@/ui/page/link";
import { LinkButton } from "@/ui/page/link-button";
import { PageTitle } from "@/ui/page/page-title";
import { Pager } from "@/ui/page/pager";
import { Tag } from "@/ui/page/tag";
import { Table } from "@/ui/table/table";
import { queryOf } from "../place";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("structure.people"))("title") };
}

/** Everybody who is appointed, by name, as far as the reader may see them. */
export default async function StaffTablePage({ searchParams }: Props) {
  const query = await searchParams;
  const api = await callApi();
  const places = await pageCall(async () => await api.structure.myMunicipalities(), "/desk/structure/people");
  const wanted = queryOf(query, "m");
  const place = places.find(({ id }) => id === (wanted !== undefined && isId(wanted) ? wanted : places[0]?.id));
  if (!place) notFound();
  const q = (queryOf(query, "q") ?? "").slice(0, 100);
  const filter = staffFilters.find((one) => one === queryOf(query, "filter")) ?? "all";
  const page = await pageCall(async () => await api.structure.appointments.list({ municipalityId: place.id, q, filter, cursor: queryOf(query, "after") ?? null }), "/desk/structure/people");
  const [t, structure, roles, locale, { now, actor }] = [await getTranslations("structure.people"), await getTranslations("structure"), await getTranslations("access.roles"), await getLocale(), await contextFromNext()];
  const [mayAppoint, mayBrief] = [canSomewhere(appointment, actor, "appoint"), canSomewhere(appointment, actor, "brief")];
  const day = (instant: Date) => formatDay(plainDateIn(place.timeZone, instant), { now, zone: place.timeZone, locale });
  const href = (more: Readonly<Record<string, string>>) => `/desk/structure/people?${new URLSearchParams({ m: place.id, ...(q ? { q } : {}), ...(filter === "all" ? {} : { filter }), ...more })}`;
  type Row = StaffPage["rows"][number];
  const act = ({ role, act: { kind, number, date } }: Row) => {
    if (number === null) return needsAct(role) ? <Tag tone="soon">{structure("post.withoutAct")}</Tag> : "—";
    return `${kind ? structure(`act.kinds.${kind}`) : ""} № ${number}${date ? ` ${structure("act.of", { date: formatNumericDate(plainDate(date), locale) })}` : ""}`;
  };
  return (
    <>
      <PageTitle title={`${t("title")}: ${place.shortName}`} crumbs={{ label: t("crumbs"), items: [{ label: structure("chart.title"), href: `/desk/structure?m=${place.id}` }, { label: t("title") }] }} actions={mayAppoint ? <LinkButton variant="quiet" href={`/desk/structure/invite?m=${place.id}`}>{structure("bulk.title")}</LinkButton> : undefined} />
      <FilterForm action="/desk/structure/people" label={t("search")} keep={{ m: place.id, filter: filter === "all" ? undefined : filter }}>
        <SearchField name="q" label={t("search")} hint={t("searchHint")} defaultValue={q} button={t("find")} />
      </FilterForm>
      <div className="mt-4 mb-5">
        <Chips label={t("filters")} items={staffFilters.map((one) => ({ href: href({ filter: one }), label: t(`filter.${one}`), current: one === filter }))} />
      </div>
      {filter === "notAcknowledged" && page.rows.length > 0 && mayBrief ? <div className="mb-5"><RemindAllButton municipalityId={place.id} /></div> : null}
      <Table<Row>
        caption={t("title")} captionHidden rows={page.rows} rowKey={({ id }) => id}
        empty={<EmptyState title={t("emptyTitle")}><p>{t("emptyText")}</p></EmptyState>}
        columns={[
          { id: "name", header: t("name"), rowHeader: true, cell: ({ id, name, isInvited }) => <><Link className="link" href={`/desk/structure/appointments/${id}`}>{name}</Link>{isInvited ? <> <Tag tone="soon">{structure("post.invited")}</Tag></> : null}</> },
          { id: "role", header: t("role"), cell: ({ role, substitutesId }) => (substitutesId === null ? roles(role) : structure("post.substitute", { role: roles(role) })) },
          { id: "where", header: t("where"), cell: ({ where }) => where },
          { id: "until", header: t("until"), cell: ({ startsAt, endsAt }) => (startsAt > now ? structure("post.from", { day: day(startsAt) }) : endsAt === null ? t("noEnd") : t("lastDay", { date: formatNumericDate(lastDayOf(place.timeZone, endsAt), locale) })) },
          { id: "act", header: t("act"), cell: act },
        ]}
      />
      <Pager next={page.next === null ? undefined : href({ after: page.next })} labels={{ nav: t("pages"), previous: t("first"), next: t("next") }} />
    </>
  );
}
