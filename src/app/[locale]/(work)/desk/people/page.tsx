import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { callApi } from "@/api/call";
import { expectPlace, pageCall } from "@/app/shell/page-call";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";
import { formatDay } from "@/shared/dates/format";
import { plainDateIn } from "@/shared/dates/zone";
import { SearchField } from "@/ui/form/search-field";
import { FilterForm } from "@/ui/form/filter-form";
import { EmptyState } from "@/ui/page/empty-state";
import { Link } from "@/ui/page/link";
import { LinkButton } from "@/ui/page/link-button";
import { PageTitle } from "@/ui/page/page-title";
import { Pager } from "@/ui/page/pager";
import { Say } from "@/ui/page/say";
import { Table } from "@/ui/table/table";
import { WriteTogether } from "./desk-parts";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const [here, zone] = ["/desk/people", "Europe/Moscow"];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "people.desk" });
  return { title: t("title") };
}

/** The coordinator's desk: people whom they registered, and what they wrote together. */
export default async function DeskPeoplePage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  await expectPlace("people", here);
  const query = await searchParams;
  const q = typeof query.q === "string" ? query.q.trim().slice(0, 100) : "";
  const cursor = typeof query.after === "string" ? query.after : null;
  const [api, { now }, t, paper, inOffline] = [await callApi(), await contextFromNext(), await getTranslations("people.desk"), await getTranslations("initiatives.paper"), await getTranslations("initiatives.offline")];
  const { rows, next, total } = await pageCall(async () => await api.people.desk.list({ q, cursor }), here);
  const day = (at: Date) => formatDay(plainDateIn(zone, at), { now, zone, locale });
  const register = <LinkButton href={`${here}/new`}>{t("register")}</LinkButton>;
  const offline = <LinkButton href="/offline" variant="quiet">{inOffline("link")}</LinkButton>;
  const sheets = <LinkButton href={`${here}/sheets`} variant="quiet">{paper("open")}</LinkButton>;
  const confirm = <LinkButton href={`${here}/confirm`} variant="quiet">{t("confirmByPhone")}</LinkButton>;
  if (total === 0 && q === "") return <><PageTitle title={t("title")} /><EmptyState title={t("emptyTitle")} actions={<>{register}{sheets}{offline}{confirm}</>}>{t("emptyText")}</EmptyState></>;
  const address = (values: Record<string, string>) => `${here}?${new URLSearchParams({ ...(q ? { q } : {}), ...values }).toString()}`;
  return (
    <>
      <PageTitle title={t("title")} actions={<>{register}{sheets}{offline}{confirm}</>} />
      {q === "" ? <Say>{t("summary", { count: total })}<small>{t("summaryNote")}</small></Say> : null}
      <div className="mt-6 mb-6">
        <FilterForm action={here} label={t("search")} {...(q ? { reset: { href: here, label: t("reset") } } : {})}>
          <SearchField name="q" label={t("search")} button={t("find")} defaultValue={q} autoComplete="off" />
        </FilterForm>
      </div>
      {rows.length === 0 ? <p>{t("nobody", { q })}</p> : (
        <Table
          caption={t("table")} captionHidden rows={rows} rowKey={({ id }) => id}
          columns={[
            { id: "name", header: t("name"), rowHeader: true, cell: ({ id, name, organisationName }) => <><Link className="link" href={`${here}/${id}`}>{name}</Link>{organisationName ? <span className="small muted block font-normal">{organisationName}</span> : null}</> },
            { id: "when", header: t("when"), cell: ({ createdAt }) => day(createdAt) },
            { id: "slip", header: t("slip"), cell: ({ slip, slipUntil }) => t(`slips.${slip}`, { date: slipUntil ? day(slipUntil) : "" }) },
            { id: "together", header: t("together"), cell: ({ helped, drafts }) => [t("helped", { count: helped }), ...(drafts > 0 ? [t("drafts", { count: drafts })] : [])].join(", ") },
            { id: "write", header: <span className="visually-hidden">{t("write")}</span>, cell: ({ id, name, registeredAtUnitId }) => (registeredAtUnitId ? <WriteTogether personId={id} organisationId={registeredAtUnitId} name={name} /> : null) },
          ]}
        />
      )}
      <Pager labels={{ nav: t("pager"), previous: t("newest"), next: t("older") }} previous={cursor ? address({}) : undefined} next={next ? address({ after: next }) : undefined} />
    </>
  );
}
