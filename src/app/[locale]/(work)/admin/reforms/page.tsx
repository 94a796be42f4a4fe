import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { ChangeList } from "@/features/structure/units/ui/change-list";
import { isId } from "@/shared/ids/id";
import { Chips } from "@/ui/page/chips";
import { EmptyState } from "@/ui/page/empty-state";
import { Link } from "@/ui/page/link";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { queryOf } from "../../desk/structure/place";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("structure.units.reforms"))("title") };
}

/** Decisions on municipalities, those that wait for their day first. */
export default async function ReformsPage({ searchParams }: Props) {
  const wanted = queryOf(await searchParams, "region");
  const regionId = wanted !== undefined && isId(wanted) ? wanted : null;
  const api = await callApi();
  const [{ regions }, reforms] = await pageCall(async () => await Promise.all([api.structure.administration.overview(), api.structure.units.reforms({ regionId })]), "/admin/reforms");
  const [t, admin] = [await getTranslations("structure.units.reforms"), await getTranslations("structure.admin")];
  const places = [...new Map(reforms.map(({ unitId, units }) => [unitId, units[0] ?? ""]))];
  return (
    <>
      <PageTitle title={t("title")} note={t("note")} crumbs={{ label: admin("crumbs"), items: [{ label: admin("title"), href: "/admin" }, { label: t("title") }] }} />
      {regions.length > 1 ? <div className="mb-6"><Chips label={t("regions")} items={[{ href: "/admin/reforms", label: t("all"), current: regionId === null }, ...regions.map(({ id, name }) => ({ href: `/admin/reforms?region=${id}`, label: name, current: id === regionId }))]} /></div> : null}
      {reforms.length === 0 ? (
        <EmptyState title={t("emptyTitle")}><p>{t("emptyText")}</p></EmptyState>
      ) : (
        <>
          <Panel><ChangeList changes={reforms} mayRecall /></Panel>
          <Panel title={t("where")}><ul className="unit-tree">{places.map(([id, name]) => <li key={id}><Link className="link" href={`/desk/structure/units/${id}`}>{name}</Link></li>)}</ul></Panel>
        </>
      )}
    </>
  );
}
