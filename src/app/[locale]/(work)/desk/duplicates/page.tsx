import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { canSomewhere } from "@/access/policy";
import { person as personPolicy } from "@/access/rules/person";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";
import { formatDay } from "@/shared/dates/format";
import { plainDateIn } from "@/shared/dates/zone";
import { EmptyState } from "@/ui/page/empty-state";
import { Link } from "@/ui/page/link";
import { LinkButton } from "@/ui/page/link-button";
import { PageTitle } from "@/ui/page/page-title";
import { Say } from "@/ui/page/say";
import { Table } from "@/ui/table/table";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
}

const [here, zone] = ["/desk/duplicates", "Europe/Moscow"];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "people.duplicates" });
  return { title: t("title") };
}

/** Pairs of records that may be one person, for whoever answers for the municipality's people. */
export default async function DuplicatesPage({ params }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [api, { actor, now }, t] = [await callApi(), await contextFromNext(), await getTranslations("people.duplicates")];
  if (!canSomewhere(personPolicy, actor, "merge")) notFound();
  const { candidates, hasMore, merged } = await pageCall(async () => await api.people.duplicates.list(), here);
  const day = (at: Date) => formatDay(plainDateIn(zone, at), { now, zone, locale });
  const confirm = <LinkButton href="/desk/people/confirm" variant="quiet">{t("confirmByPhone")}</LinkButton>;
  return (
    <>
      <PageTitle title={t("title")} actions={confirm} />
      {candidates.length === 0 ? <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState> : (
        <>
          <Say>{t("summary", { count: candidates.length })}<small>{hasMore ? t("more") : t("note")}</small></Say>
          <div className="mt-6">
            <Table
              caption={t("table")} captionHidden rows={candidates} rowKey={({ oneId, otherId }) => `${oneId} ${otherId}`}
              columns={[
                { id: "pair", header: t("pair"), rowHeader: true, cell: ({ oneId, otherId, oneName, otherName }) => <Link className="link" href={`${here}/${oneId}/${otherId}`}>{t("two", { one: oneName, other: otherName })}</Link> },
                { id: "why", header: t("why"), cell: ({ reasons }) => reasons.map((reason) => t(`reasons.${reason}`)).join(", ") },
              ]}
            />
          </div>
        </>
      )}
      {merged.length === 0 ? null : (
        <section className="mt-10">
          <h2 className="mb-3">{t("mergedTitle")}</h2>
          <Table
            caption={t("mergedTitle")} captionHidden rows={merged} rowKey={({ survivorId, at }) => `${survivorId} ${at.toISOString()}`}
            columns={[
              { id: "who", header: t("mergedWho"), rowHeader: true, cell: ({ survivorName, mergedName }) => t("into", { merged: mergedName, survivor: survivorName }) },
              { id: "when", header: t("mergedWhen"), cell: ({ at }) => day(at) },
              { id: "by", header: t("mergedBy"), cell: ({ byName }) => byName ?? "" },
            ]}
          />
        </section>
      )}
    </>
  );
}
