import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import type { UnitRecord } from "@/features/structure/units/schema";
import { ChangeList } from "@/features/structure/units/ui/change-list";
import { formatNumericDate } from "@/shared/dates/format";
import { addDays, plainDate } from "@/shared/dates/plain-date";
import { isId } from "@/shared/ids/id";
import { Link } from "@/ui/page/link";
import { LinkButton } from "@/ui/page/link-button";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { Tag } from "@/ui/page/tag";
import { Table } from "@/ui/table/table";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}
type Version = UnitRecord["versions"][number];
type Choice = UnitRecord["children"][number];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("structure.units"))("title") };
}

/** One unit: what it is, what it was, what was decided. */
export default async function UnitPage({ params }: Props) {
  const { id } = await params;
  if (!isId(id)) notFound();
  const unit = await pageCall(async () => await (await callApi()).structure.units.record({ unitId: id }), `/desk/structure/units/${id}`);
  const [t, admin, locale] = [await getTranslations("structure.units"), await getTranslations("structure.admin"), await getLocale()];
  const date = (day: string) => formatNumericDate(plainDate(day), locale);
  const period = ({ validFrom, validTo }: Version) => (validTo === null ? t("from", { date: date(validFrom) }) : t("fromTo", { from: date(validFrom), to: formatNumericDate(addDays(plainDate(validTo), -1), locale) }));
  const links = (units: readonly Choice[]) => <ul className="unit-tree">{units.map((one) => <li key={one.id}><Link className="link" href={`/desk/structure/units/${one.id}`}>{one.name}</Link> <span className="small muted">{t(`kinds.${one.kind}`)}</span></li>)}</ul>;
  const above = unit.parents.filter(({ kind }) => kind !== "country" && kind !== "region").map((one) => ({ label: one.name, href: `/desk/structure/units/${one.id}` }));
  return (
    <>
      <PageTitle
        title={unit.name} note={`${unit.municipalityKind ? admin(`kinds.${unit.municipalityKind}`) : t(`kinds.${unit.kind}`)}${unit.oktmo ? `, ${t("code")} ${unit.oktmo}` : ""}`}
        crumbs={{ label: t("crumbs"), items: [{ label: t("title"), href: unit.municipality ? `/desk/structure/units?m=${unit.municipality.id}` : "/admin/reforms" }, ...above, { label: unit.shortName }] }}
        actions={unit.may.change ? <>{unit.kind === "municipality" ? <LinkButton variant="quiet" href={`/desk/structure/passport?m=${unit.id}`}>{t("passport")}</LinkButton> : null}<LinkButton href={`/desk/structure/units/${unit.id}/change`}>{t("change")}</LinkButton></> : undefined}
      />
      {unit.endedOn === null ? null : <p className="mb-5"><Tag>{t("ended", { date: date(unit.endedOn) })}</Tag></p>}
      <div className="split">
        <div>
          <Panel title={t("decisions")}><ChangeList changes={unit.changes} mayRecall={unit.may.change} /></Panel>
          <Panel title={t("history")}>
            <p className="muted mb-4">{t("historyText")}</p>
            <Table<Version>
              caption={t("history")} captionHidden rows={unit.versions} rowKey={({ validFrom }) => validFrom}
              columns={[
                { id: "name", header: t("wasCalled"), rowHeader: true, cell: ({ name }) => name },
                { id: "period", header: t("period"), cell: period },
                ...(unit.kind === "municipality" ? [{ id: "kind", header: admin("kind"), cell: ({ municipalityKind }: Version) => (municipalityKind ? admin(`kinds.${municipalityKind}`) : "—") }, { id: "code", header: t("code"), cell: ({ oktmo }: Version) => oktmo ?? "—" }] : []),
                { id: "parent", header: t("stoodIn"), cell: ({ parent }) => parent ?? "—" },
                { id: "why", header: t("why"), cell: ({ reason }) => reason ?? "—" },
              ]}
            />
          </Panel>
        </div>
        <div>
          <Panel title={t("below")}>{unit.children.length === 0 ? <p className="muted">{t("noneBelow")}</p> : links(unit.children)}</Panel>
          {unit.predecessors.length > 0 ? <Panel title={t("predecessors")}>{links(unit.predecessors)}</Panel> : null}
          {unit.successors.length > 0 ? <Panel title={t("successors")}>{links(unit.successors)}</Panel> : null}
        </div>
      </div>
    </>
  );
}
